import * as v from 'valibot'
import { address, day, text, timeOfDay } from '../../src/contract/words.ts'
import { customerClasses, dataGroups, enrollmentStatuses, historyLengths, userTypes } from './model/index.ts'

/** Words that both the given part of a scenario and its acts use. */
export { address, day, text, timeOfDay }
export const duration = v.pipe(
  v.string(),
  v.regex(/^P(?=[\dT])(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?$/, 'Write a duration: PT30S, P3D, P12M.'),
)
export const groups = v.pipe(v.array(v.picklist(dataGroups)), v.minLength(1))
export const customerClass = v.picklist(customerClasses)
export const history = v.picklist(historyLengths)
export const userType = v.picklist(userTypes)
export const enrollment = v.picklist(enrollmentStatuses)
/** A last day of access: a day, or how long from now. */
export const lastDay = v.union([day, duration])

/** A certificate as the portal is told it: by fingerprint, or by the common name of its subject. */
export const certificate = v.union([
  v.strictObject({
    fingerprint: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'Write the SHA-256 of the DER in lower-case hex.')),
  }),
  v.strictObject({ commonName: text }),
])
export type GivenCertificate = v.InferOutput<typeof certificate>

export function certificateGiven(given: GivenCertificate): { by: 'fingerprint' | 'commonName'; value: string } {
  return 'fingerprint' in given
    ? { by: 'fingerprint', value: given.fingerprint }
    : { by: 'commonName', value: given.commonName }
}

/** How a meter measures: quarter-hours or hours of energy, days of gas, or only the bill. */
export const metering = v.picklist(['quarter-hourly', 'hourly', 'daily', 'bill only'])
/** What becomes of energy made on site: counted apart, or taken off. */
export const generation = v.picklist(['none', 'separate', 'net'])

export const rate = v.union([text, v.strictObject({ tariff: text, timeOfUse: v.optional(v.boolean(), false) })])

export const option = v.strictObject({
  riderType: text,
  enrollmentStatus: v.optional(enrollment, 'enrolled'),
  effectiveDate: v.optional(day),
})

const programDates = v.strictObject({
  enrolled: v.optional(day),
  unenrolled: v.optional(day),
  earliestExit: v.optional(day),
  earliestFreeExit: v.optional(day),
})
export const program = v.strictObject({
  name: text,
  status: v.optional(enrollment, 'enrolled'),
  description: v.optional(text),
  dates: v.optional(programDates, {}),
  capacityReservationKw: v.optional(v.pipe(v.number(), v.minValue(0))),
})

export const place = v.strictObject({
  street: v.optional(text),
  city: v.optional(text),
  state: v.optional(v.pipe(v.string(), v.length(2))),
  zip: v.optional(v.pipe(v.string(), v.regex(/^\d{5}$/, 'Write five digits.'))),
})
export const amount = v.pipe(v.number(), v.minValue(0))

const meter = v.strictObject({
  serialNumber: v.optional(text),
  metering: v.optional(metering),
  generation: v.optional(generation),
  /** kWh, or therms. */
  annualUse: v.optional(amount),
  /** kWh made on site. */
  annualProduction: v.optional(amount),
  /** Read later than others (MV90): days after the day measured. */
  readAfterDays: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)), 1),
})

/** A service agreement; what is left out is made up. */
export const agreementDetails = v.strictObject({
  commodity: v.optional(v.picklist(['electric', 'gas']), 'electric'),
  class: v.optional(customerClass),
  /** Of its meters, where they say nothing else. */
  metering: v.optional(metering),
  generation: v.optional(generation),
  annualUse: v.optional(amount),
  annualProduction: v.optional(amount),
  meters: v.optional(v.pipe(v.record(text, meter), v.minEntries(1))),
  rate: v.optional(rate),
  since: v.optional(day),
  address: v.optional(place),
  options: v.optional(v.array(option), []),
  programs: v.optional(v.array(program), []),
  standby: v.optional(v.boolean(), false),
  voltage: v.optional(v.picklist(['secondary', 'primary']), 'secondary'),
  supplier: v.optional(text, 'Pacific Gas and Electric Company'),
  billedOnIntervals: v.optional(v.boolean()),
  billDay: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(28))),
  readByUtility: v.optional(v.boolean(), true),
})

/** How long PG&E takes for things, and when it does them. */
export const timings = {
  packagingDelay: v.optional(duration),
  packageLife: v.optional(duration),
  dailyPackageAt: v.optional(timeOfDay),
  publishAt: v.optional(timeOfDay),
  certificateDelay: v.optional(duration),
}
