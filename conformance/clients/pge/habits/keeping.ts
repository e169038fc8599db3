import type { Agreement, Bill, Customer, Flow, Program, Reading, Series, Unit } from '../memory.ts'
import { dayOf } from '../pacific.ts'
import type { Run } from '../run.ts'
import type { BillTold, Measured, PointTold, ReadingTold, ReadingType, SeriesTold, UsageTold } from '../wire/usage.ts'

/** How what was fetched is understood and kept. */
export const keeping = {
  keepUsage(run: Run, { points, series, bills }: UsageTold, authorization: string | null): void {
    const { habits } = run
    for (const point of points) habits.keepPoint(run, point, authorization)
    for (const one of series) habits.keepSeries(run, one)
    for (const bill of bills) habits.keepBill(run, bill)
  },

  /** All that an authorization opens now: what is not listed any more is not ours any more. */
  keepPoints(run: Run, authorization: string, points: readonly PointTold[]): void {
    const listed = points.map(({ usagePoint }) => usagePoint)
    for (const [id, agreement] of Object.entries(run.memory.agreements))
      if (agreement.authorization === authorization && !listed.includes(id)) agreement.held = false
    for (const point of points) run.habits.keepPoint(run, point, authorization)
  },

  /** An agreement is one with readings or without. */
  keepPoint({ memory, habits }: Run, { usagePoint, kind }: PointTold, authorization: string | null): void {
    const known = habits.agreementOf({ memory }, usagePoint)
    // A new authorization opens it anew: what was asked for under the old one says nothing.
    if (authorization !== null && known.authorization !== authorization) known.askedUntil = null
    known.authorization = authorization ?? known.authorization
    known.kind = kind === '1' ? 'gas' : 'electricity'
    known.held = true
  },

  keepSeries(run: Run, { usagePoint, id, type, readings }: SeriesTold): void {
    const { habits } = run
    const agreement = habits.agreementOf(run, usagePoint)
    const kept: Series = agreement.series[id] ?? { flow: habits.flowOf(type), unit: habits.unitOf(type), readings: {} }
    agreement.series[id] = kept
    for (const reading of readings) habits.keepReading(kept, reading, type, run)
  },

  agreementOf({ memory }: Pick<Run, 'memory'>, usagePoint: string): Agreement {
    const known = memory.agreements[usagePoint]
    if (known !== undefined) return known
    const unknown: Agreement = {
      ...{ authorization: null, kind: 'electricity', held: true, askedUntil: null },
      ...{ series: {}, bills: {} },
    }
    memory.agreements[usagePoint] = unknown
    return unknown
  },

  /** Delivered to the customer, received from them (told without a sign), or the one less the other. */
  flowOf({ flow }: ReadingType): Flow {
    return flow === '19' ? 'received' : flow === '4' ? 'net' : 'delivered'
  },

  unitOf({ uom }: { uom: string }): Unit {
    return uom === '169' ? 'therms' : 'Wh'
  },

  /** One instant has one reading: what comes later takes the place of what was known. */
  keepReading(series: Series, told: ReadingTold, type: ReadingType, { habits }: Run): void {
    const reading: Reading = {
      lasts: habits.lengthOf(told, type),
      value: habits.scaled(told.value, type.powerOfTen),
      quality: told.quality,
    }
    series.readings[told.start] = reading
  },

  /** A type's interval length holds for readings that do not say how long they last. */
  lengthOf({ lasts }: ReadingTold, { intervalLength }: ReadingType): number {
    return lasts ?? intervalLength ?? 3600
  },

  /** Values are whole numbers of a power of ten of their unit. Dividing keeps the digits that multiplying would blur. */
  scaled(value: number, powerOfTen: number): number {
    return powerOfTen < 0 ? value / 10 ** -powerOfTen : value * 10 ** powerOfTen
  },

  keepBill(run: Run, told: BillTold): void {
    run.habits.agreementOf(run, told.usagePoint).bills[String(told.start)] = run.habits.billFrom(run, told)
  },

  /** Its last day is the one before that on which the next bill begins. */
  billFrom(run: Run, { start, duration, amount, overall, lines }: BillTold): Bill {
    const { habits } = run
    const demand = lines.map(({ measured }) => measured).find((measured) => measured?.uom === '38')
    return {
      from: dayOf(start * 1000),
      until: dayOf((start + duration - 1) * 1000),
      quantity: overall ? habits.measured(run, overall) : null,
      unit: overall ? habits.unitOf(overall) : null,
      amount: amount === undefined ? null : habits.dollars(amount),
      demand: demand ? habits.measured(run, { ...demand, powerOfTen: demand.powerOfTen - 3 }) : null,
      lines: lines.map((line) => ({ note: line.note, amount: habits.dollars(line.amount) })),
    }
  },

  /** Totals and demand have a power of ten of their own. */
  measured({ habits }: Run, { value, powerOfTen }: Measured): number {
    return habits.scaled(value, powerOfTen)
  },

  /** Money is told in hundred-thousandths. */
  dollars(told: number): number {
    return told / 100_000
  },

  keepCustomers({ memory }: Run, customers: readonly Customer[]): void {
    for (const customer of customers) memory.customers[customer.usagePoint] = customer
  },

  keepPrograms({ memory }: Run, programs: readonly Program[]): void {
    const told = new Set(programs.map(({ usagePoint }) => usagePoint))
    memory.programs = [...memory.programs.filter(({ usagePoint }) => !told.has(usagePoint)), ...programs]
  },
}
