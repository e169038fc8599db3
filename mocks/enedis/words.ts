import * as v from 'valibot'
import { address, day, text, timeOfDay } from '../../src/contract/words.ts'
import {
  apiNames,
  consentPages,
  curveSteps,
  dataKinds,
  directions,
  distributionTariffs,
  meterTypes,
  serviceLevels,
  supplierCalendars,
  titles,
  usagePointStates,
  useSeasons,
  useShapes,
} from './model/index.ts'

/** Words that both the given part of a scenario and its acts use. */
export { address, day, text, timeOfDay }
export const duration = v.pipe(
  v.string(),
  v.regex(/^P(?=[\dT])(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?$/, 'Write a duration: PT6H, P1Y.'),
)
export const prm = v.pipe(v.string(), v.regex(/^\d{14}$/, 'Write 14 digits, in quotes.'))
export const siren = v.pipe(v.string(), v.regex(/^\d{9}$/, 'Write nine digits, in quotes.'))
/** A market party's EIC. */
export const eic = v.pipe(
  v.string(),
  v.regex(/^[0-9A-Z-]{16}$/, 'Write sixteen capitals and digits, such as 17X000000000WPFZ.'),
)
/** The number of a contract with Enedis. */
export const contratId = v.pipe(
  v.string(),
  v.regex(/^[0-9A-Za-z-]{1,15}$/, 'Write up to fifteen letters and digits, in quotes.'),
)
/** A certificate, by the SHA-256 of it. */
export const fingerprint = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'Write 64 hex digits.'))
/** A user of SGE: an address of electronic mail. */
export const login = v.pipe(v.string(), v.email('Write an address of electronic mail.'), v.toLowerCase())
/** Where files go: a folder of the sandbox, nowhere but its outbox, or a server on this machine. */
export const channel = v.union([
  v.picklist(['folder', 'none']),
  v.pipe(v.string(), v.regex(/^(folder:|s?ftp:\/\/)/, 'Write folder, none, folder:<path>, sftp://… or ftp://….')),
])
export const digits = v.pipe(v.string(), v.regex(/^\d{10}$/, 'Write ten digits, in quotes.'))
export const amount = v.pipe(v.number(), v.minValue(0))
export const clientIdText = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{4,60}$/, 'Write 4 to 60 letters and digits.'))

export const api = v.picklist(apiNames)
export const apis = v.array(api)
export const data = v.pipe(v.array(v.picklist(dataKinds)), v.minLength(1))
export const consentPage = v.picklist(consentPages)
export const direction = v.picklist(directions)
export const curveStep = v.picklist(curveSteps)
export const servicesLevel = v.picklist(serviceLevels)
/** Who has left makes a point RESIL; whatever else it may be is said. */
export const contractualState = v.picklist(usagePointStates.filter((one) => one !== 'RESIL'))
export const calendar = v.picklist(supplierCalendars)
export const tariff = v.picklist(distributionTariffs)
/** As Enedis writes them: `HC (22H50-6H50)`. */
export const offPeak = text
export const powerKva = v.pipe(v.number(), v.minValue(0.1))

export const place = v.strictObject({
  staircaseFloorApartment: v.optional(v.nullable(text)),
  building: v.optional(v.nullable(text)),
  numberAndStreet: v.optional(text),
  locality: v.optional(v.nullable(text)),
  postalCode: v.optional(v.pipe(v.string(), v.regex(/^\d{5}$/, 'Write five digits, in quotes.'))),
  city: v.optional(text),
  inseeCode: v.optional(v.pipe(v.string(), v.length(5))),
})

export const identity = v.union([
  v.strictObject({
    kind: v.literal('naturalPerson'),
    title: v.picklist(titles),
    firstName: text,
    lastName: text,
  }),
  v.strictObject({
    kind: v.literal('legalEntity'),
    name: text,
    tradingName: text,
    industry: text,
    businessCode: text,
    siret: v.pipe(v.string(), v.regex(/^\d{14}$/, 'Write 14 digits, in quotes.')),
  }),
])

const collection = v.strictObject({ from: day, until: v.optional(day), step: v.optional(curveStep) })
const curve = v.union([v.picklist(['always', 'never']), v.array(collection)])
const flow = { annualKwh: v.optional(amount), curve: v.optional(curve) }

/** A usage point; what is left out is as usual for the segment. */
export const pointDetails = v.strictObject({
  prm: v.optional(prm),
  segment: v.optional(v.picklist(['C1', 'C2', 'C3', 'C4', 'C5'])),
  address: v.optional(place),
  commissionedOn: v.optional(day),
  movedIn: v.optional(day),
  servicesLevel: v.optional(servicesLevel),
  /** Contractual; in service when left out. */
  state: v.optional(contractualState),
  phases: v.optional(v.picklist([1, 3])),
  meter: v.optional(v.strictObject({ serialNumber: v.optional(text), type: v.optional(v.picklist(meterTypes)) })),
  powerKva: v.optional(powerKva),
  calendar: v.optional(calendar),
  tariff: v.optional(tariff),
  offPeak: v.optional(offPeak),
  contractor: v.optional(text),
  /** Null: only what is produced there is measured. */
  consumption: v.optional(
    v.nullable(
      v.strictObject({
        ...flow,
        season: v.optional(v.picklist(useSeasons)),
        shape: v.optional(v.picklist(useShapes)),
      }),
    ),
  ),
  production: v.optional(v.nullable(v.strictObject(flow))),
  producesSince: v.optional(day),
  publishedAfterDays: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  /** Days of the week without readings, 1 for Monday. */
  holesOn: v.optional(v.array(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7)))),
  opposesCurve: v.optional(v.boolean()),
})

/** How long things take at Enedis, and when they happen. */
export const timings = {
  /** From the end of a consent to the moment calls notice. */
  revocationDelay: v.optional(duration),
  /** From a consent to the moment calls find it. */
  consentDelay: v.optional(duration),
  /** From a consent to the moment subscribed_services lists its services. */
  servicesDelay: v.optional(duration),
  /** When in the morning readings of the day before are published. */
  publishAt: v.optional(timeOfDay),
}
