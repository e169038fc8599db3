import type { PgeHouse } from '../dialect/index.ts'
import type {
  Address,
  Agreement,
  Commodity,
  Customer,
  CustomerClass,
  Day,
  DemandResponse,
  EnrollmentStatus,
  Metering,
  ProgramDateKind,
  Rate,
  State,
} from '../model/index.ts'
import { programDateKinds } from '../model/index.ts'
import { newAgreementName, openAgreement, setMeter } from './customer-account.ts'
import { madeUpDigits, usualRate, usualUse } from './made-up.ts'
import { giveName } from './names.ts'

/** What someone says of a thing; what they do not say is made up. */
type Told<Whole> = { [Key in keyof Whole]?: Whole[Key] | undefined }
export type Fineness = 'quarter-hourly' | 'hourly' | 'daily' | 'bill only'
/** Energy made on site: none, counted apart, or taken off. */
export type Generation = 'none' | 'separate' | 'net'
export type RateTold = string | { tariff: string; timeOfUse: boolean }
type Measured = Told<{ metering: Fineness; generation: Generation; annualUse: number; annualProduction: number }>
export type MeterTold = Measured & { serialNumber?: string | undefined; readAfterDays: number }
export type ProgramTold = {
  name: string
  status: EnrollmentStatus
  description?: string | undefined
  dates: { [Kind in ProgramDateKind]?: Day | undefined }
  capacityReservationKw?: number | undefined
}
export type AgreementTold = Measured &
  Pick<Agreement, 'commodity' | 'standby' | 'voltage' | 'supplier' | 'readByUtility'> &
  Told<{ class: CustomerClass; rate: RateTold; since: Day; billedOnIntervals: boolean; billDay: number }> & {
    meters?: Record<string, MeterTold> | undefined
    address?: Told<Address> | undefined
    options: { riderType: string; enrollmentStatus: EnrollmentStatus; effectiveDate?: Day | undefined }[]
    programs: ProgramTold[]
  }

type Premises = {
  /** Of customer and agreement: `alice.power`. */
  name: string
  customer: Pick<Customer, 'id' | 'billingAddress'>
  about: AgreementTold & { class: CustomerClass; since: Day }
}

/** Starts a service agreement with its meters, as far as it is told; the rest follows from the seed and its name. */
export function openPremises(state: State, { name, customer, about }: Premises, house: PgeHouse): Agreement {
  const { commodity, standby, voltage, supplier, readByUtility, class: customerClass, since } = about
  const meters = Object.entries(metersTold(about))
  const first = meteringTold({ ...about, ...told(meters[0]?.[1]) }, customerClass)
  const rate = about.rate === undefined ? usualRate(customerClass, commodity, first) : rateTold(about.rate)
  const agreement = openAgreement(
    state,
    {
      name: newAgreementName(house),
      customer: customer.id,
      ...{ commodity, customerClass, standby, voltage, supplier, readByUtility },
      address: placeTold(about.address, customer.billingAddress),
      locationId: madeUpDigits(10, `location ${name}`, house),
      serviceStart: since,
      status: { kind: 'active' },
      shutOffs: [],
      rates: [{ ...rate, since }],
      options: about.options.map((option) => ({ ...option, effectiveDate: option.effectiveDate ?? since })),
      billedOnIntervals: about.billedOnIntervals ?? first.kind !== 'billOnly',
      readCycle: house.ids.pick(readCycles, 'read cycle', name),
      billDay: about.billDay ?? house.ids.between(1, 28, 'bill day', name),
      demandResponse: about.programs.map((program) => programTold(program, since)),
      outageBlock: `${madeUpDigits(2, `outage block ${name}`, house)}${house.ids.pick(['A', 'C', 'M', 'X'], 'block', name)}`,
    },
    house,
  )
  giveName(state, 'agreement', { name, id: agreement.id })
  for (const [meter, own] of meters) {
    const measures = { ...about, ...told(own) }
    openMeter(state, { agreement, name: `${name}.${meter}`, measures, own, share: 1 / meters.length }, house)
  }
  return agreement
}

/** The meters of an agreement: one, unless it is told otherwise. */
export function metersTold({ meters }: Pick<AgreementTold, 'meters'>): Record<string, MeterTold> {
  return meters ?? { main: { readAfterDays: 1 } }
}

/** An address as far as it is told, and another one's for the rest. */
export function placeTold(place: Told<Address> | undefined, usual: Address): Address {
  return { ...usual, ...told(place) }
}

/** How a meter measures: by the class of its customer, where nobody says. */
export function meteringTold(
  { metering, generation = 'none', commodity }: Measured & { commodity: Commodity },
  customerClass: CustomerClass,
): Metering {
  if (metering === 'bill only') return { kind: 'billOnly', commodity }
  if (commodity === 'gas') return { kind: 'gas' }
  const isFine = metering === undefined ? customerClass !== 'RES' : metering === 'quarter-hourly'
  const flows = { none: 'delivered', separate: 'deliveredAndReceived', net: 'net' } as const
  return { kind: 'electric', intervalSeconds: isFine ? 900 : 3600, flows: flows[generation] }
}

/** A rate by its name alone has a time of use if the name says so. */
export function rateTold(rate: RateTold): Omit<Rate, 'since'> {
  if (typeof rate !== 'string') return { tariff: rate.tariff, hasTimeOfUse: rate.timeOfUse }
  return { tariff: rate, hasTimeOfUse: /TOU|EV|B(6|19|20)|^AG/.test(rate) }
}

/** A program with its dates; enrolment counts from a day, where nobody says another. */
export function programTold(
  { name, status, description, dates, capacityReservationKw: kw }: ProgramTold,
  since: Day,
): DemandResponse {
  const known: ProgramTold['dates'] = { enrolled: since, ...told(dates) }
  return {
    programName: name,
    enrollmentStatus: status,
    programDescription: description ?? null,
    programDates: programDateKinds.flatMap((kind) => {
      const on = known[kind]
      return on === undefined ? [] : [{ kind, on }]
    }),
    capacityReservationLevel: kw === undefined ? null : { powerOfTenMultiplier: 3, uom: 38, value: kw },
  }
}

type NewMeter = { agreement: Agreement; name: string; measures: Measured; own: MeterTold; share: number }

function openMeter(state: State, { agreement, name, measures, own, share }: NewMeter, house: PgeHouse): void {
  const { id, customerClass, commodity, serviceStart } = agreement
  const use = usualUse(customerClass, commodity, id, house)
  const generates = (measures.generation ?? 'none') !== 'none'
  const set = setMeter(
    state,
    {
      agreement: id,
      metering: meteringTold({ ...measures, commodity }, customerClass),
      annualUse: own.annualUse ?? (measures.annualUse ?? use) * share,
      annualProduction: Math.round(measures.annualProduction ?? (generates ? use * 0.8 : 0)),
      installedOn: serviceStart,
      removedOn: null,
      publishedAfterDays: own.readAfterDays,
      serialNumber: own.serialNumber,
    },
    house,
  )
  giveName(state, 'meter', { name, id: set.id })
}

const readCycles = [
  'A',
  'B',
  'C',
  'D',
  'E',
  'G',
  'H',
  'J',
  'K',
  'L',
  'M',
  'N',
  'P',
  'Q',
  'R',
  'S',
  'T',
  'U',
  'V',
] as const

/** What is not said does not stand in the way of what is. */
function told<Part extends object>(part: Part | undefined): { [Key in keyof Part]?: Exclude<Part[Key], undefined> } {
  return Object.fromEntries(Object.entries(part ?? {}).filter(([, value]) => value !== undefined)) as never
}
