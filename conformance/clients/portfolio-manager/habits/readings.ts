import type { Run } from '../run.ts'
import { metersHeldOn, propertiesHeld, type MeterHolding } from '../memory.ts'
import { monthsBetween } from '../months.ts'
import { NoAnswer } from '../service.ts'
import { answers, nextPage, readAs } from '../wire.ts'

/** A bill of one month, as our own books have it. Days as `YYYY-MM-DD`. */
export type Reading = { startDate: string; endDate: string; usage: string }

/** How data are exchanged: read all there is, then send what is missing. */
export const readings = {
  async exchange(run: Run): Promise<void> {
    const { habits, memory } = run
    for (const [property, { owner }] of propertiesHeld(memory)) {
      if (!habits.mayExchangeWith(run, owner)) continue
      for (const [meter, holding] of metersHeldOn(memory, property))
        await habits.whileHeld(run, holding, () => habits.exchangeMeter(run, meter, holding))
      await habits.whileHeld(run, memory.properties[property] as MeterHolding, () => habits.reportOn(run, property))
    }
    run.save()
  },

  /** An upload whose answer was lost is not sent again now: the next run sees what arrived. */
  async exchangeMeter(run: Run, meter: string, holding: MeterHolding): Promise<void> {
    const { habits } = run
    const there = await habits.readingsThere(run, meter)
    run.findings.readings[meter] = there.length
    if (!habits.mayWrite(holding)) return
    const missing = habits.missing(await habits.readingsOf(run, meter), there)
    try {
      await habits.upload(run, meter, missing)
      run.findings.readings[meter] += missing.length
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error
      run.troubles.push(`Readings of meter ${meter} may not have arrived: ${error.message}`)
    }
  },

  /** All pages: 120 readings stand on each. */
  async readingsThere(run: Run, meter: string): Promise<Omit<Reading, 'usage'>[]> {
    const all: Omit<Reading, 'usage'>[] = []
    for (let page: number | undefined = 1; page !== undefined;) {
      const answer: unknown = await run.service.meterConsumptionDataGet(Number(meter), page)
      const { meterConsumption, links } = readAs(answers.meterData, answer).meterData
      all.push(...meterConsumption)
      page = nextPage(links)
    }
    return all
  },

  mayWrite({ access }: MeterHolding): boolean {
    return access === 'Read Write'
  },

  /** Our own books: a bill for each full month since the meter's first. Meters that take deliveries are not ours. */
  async readingsOf({ service, setting }: Run, meter: string): Promise<Reading[]> {
    const read = readAs(answers.meter, await service.meterMeterGet(Number(meter)))
    if (!('meter' in read) || read.meter.metered === 'false') return []
    return monthsBetween(read.meter.firstBillDate, setting.now).map((month, at) => ({
      ...month,
      usage: String(1000 + ((Number(meter) + at * 37) % 500)),
    }))
  },

  /** What is not there yet, however it came there: memory may be lost, the provider's own list is not. */
  missing(own: readonly Reading[], there: readonly Omit<Reading, 'usage'>[]): Reading[] {
    const known = new Set(there.map(({ startDate, endDate }) => `${startDate}/${endDate}`))
    return own.filter(({ startDate, endDate }) => !known.has(`${startDate}/${endDate}`))
  },

  batches(all: readonly Reading[]): Reading[][] {
    const most = 120
    return Array.from({ length: Math.ceil(all.length / most) }, (_, at) => all.slice(at * most, (at + 1) * most))
  },

  async upload(run: Run, meter: string, all: readonly Reading[]): Promise<void> {
    for (const batch of run.habits.batches(all)) await run.habits.send(run, meter, batch)
  },

  async send({ service, habits }: Run, meter: string, batch: readonly Reading[]): Promise<void> {
    const body = { meterData: { meterConsumption: batch.map((reading) => habits.entry(reading)) } }
    await service.post(`meter/${meter}/consumptionData`, body)
  },

  /** Whether a reading is estimated is an attribute, not an element. */
  entry({ startDate, endDate, usage }: Reading): Record<string, string> {
    return { '@_estimatedValue': 'false', startDate, endDate, usage }
  },

  /** Last year's readings were wrong: takes exactly those out, by both days, and sends them anew. */
  async correctReadings(run: Run): Promise<void> {
    const { habits, memory, setting, service } = run
    const year = Number(setting.now.slice(0, 4)) - 1
    for (const [meter, holding] of Object.entries(memory.meters)) {
      if (!holding.held || !habits.mayWrite(holding)) continue
      await service.delete(`meter/${meter}/consumptionData?${habits.range(`${year}-01-01`, `${year}-12-31`)}`)
      await habits.exchangeMeter(run, meter, holding)
    }
    run.save()
  },

  /** Parameters of a range. Misspelt, the provider would not see them, and delete everything. */
  range(startDate: string, endDate: string): string {
    return new URLSearchParams({ startDate, endDate }).toString()
  },
}
