import * as v from 'valibot'
import { named } from '../../../src/contract/action.ts'
import { generations } from '../model/index.ts'
import {
  address,
  apis,
  clientIdText,
  consentPage,
  data,
  day,
  digits,
  duration,
  identity,
  place,
  pointDetails,
  siren,
  text,
  timings,
} from '../words.ts'
import { sgeGiven } from './sge/given.ts'

/** An application; what is left out is made up. */
const application = v.strictObject({
  clientId: v.optional(clientIdText),
  /** As customers see it: capitals, digits, spaces, hyphens. */
  name: v.optional(text),
  environment: v.optional(v.picklist(['sandbox', 'production'])),
  /** The SIREN of its entity; yours when left out. Quotas count an entity's applications together. */
  entity: v.optional(siren),
  redirectUri: v.optional(address),
  /** All of them when left out. */
  apis: v.optional(apis),
  /** Of which service of the datahub it is. */
  service: v.optional(v.picklist(['FDS', 'other']), 'FDS'),
  /** Whether it is open, or has only been asked for. */
  life: v.optional(v.picklist(['open', 'requested']), 'open'),
  /** How long ago the client got the token it begins with; it has none when left out. */
  tokenSince: v.optional(duration),
})

/** Your legal entity. */
const entity = v.strictObject({
  siren: v.optional(siren),
  name: v.optional(text),
  /** Whether its contract is signed, or only requested: without one nothing can be made. */
  contract: v.optional(v.picklist(['signed', 'requested']), 'signed'),
})

/** What you were allowed before the story begins. */
const consented = v.union([
  v.boolean(),
  v.strictObject({
    application: v.optional(named('application'), 'you'),
    usagePoints: v.optional(v.array(named('usagePoint'))),
    page: v.optional(consentPage, 'v2'),
    data: v.optional(data),
    duration: v.optional(duration, 'P1Y'),
    /** How long ago it was given. */
    ago: v.optional(duration),
    /** Data before this day is not part of it. */
    dataFrom: v.optional(day),
  }),
])

const segment = v.picklist(['C1', 'C2', 'C3', 'C4', 'C5'])

const customer = v.strictObject({
  number: v.optional(digits),
  kind: v.optional(v.picklist(['naturalPerson', 'legalEntity'])),
  identity: v.optional(identity),
  email: v.optional(v.nullable(v.pipe(v.string(), v.email()))),
  mobile: v.optional(v.nullable(text)),
  landline: v.optional(v.nullable(text)),
  address: v.optional(place),
  /** Whether there is an account at mon-compte-particulier; without one nobody consents online. */
  online: v.optional(v.boolean(), true),
  username: v.optional(text),
  password: v.optional(v.pipe(v.string(), v.minLength(8))),
  /** By name: a segment says it all, or the parts of a usage point. */
  usagePoints: v.optional(v.record(text, v.union([segment, pointDetails])), { home: 'C5' }),
  consented: v.optional(consented, false),
})

/** `you` and `sandbox` are the integrator's own in every story. */
const otherName = v.pipe(v.string(), v.nonEmpty(), v.regex(/^(?!(you|sandbox)$)/, 'This name is yours already.'))

/** What a scenario says of Enedis as its story begins. */
export const given = v.strictObject({
  /** Your application in production, where customers see the consent page. */
  you: v.optional(application, {}),
  /** Your application in the sandbox, where the ten fictitious clients consent without one. */
  sandbox: v.optional(application, {}),
  applications: v.optional(v.record(otherName, application), {}),
  entity: v.optional(entity, {}),
  customers: v.optional(v.record(otherName, customer)),
  /** Which generation of Data Connect your client is told to use as the story begins. Which ones answer is a switch. */
  generation: v.optional(v.picklist(generations), 'v2'),
  timings: v.optional(v.strictObject(timings), {}),
  /** The web services of SGE: who calls them, and on which platform. */
  sge: v.optional(sgeGiven),
})

export type Given = v.InferOutput<typeof given>
export type GivenApplication = v.InferOutput<typeof application>
export type GivenCustomer = v.InferOutput<typeof customer>
export type GivenConsent = Exclude<GivenCustomer['consented'], boolean>

/** Everyone in a story; one that names nobody has one customer with a home, who has consented to you. */
export type Cast = { applications: Record<string, GivenApplication>; customers: Record<string, GivenCustomer> }

const smallWorld = v.parse(given, { customers: { claire: { usagePoints: { home: 'C5' }, consented: true } } })

export function castOf({ you, sandbox, applications, customers = smallWorld.customers }: Given): Cast {
  return {
    applications: { you, sandbox: { environment: 'sandbox', ...sandbox }, ...applications },
    customers: customers ?? {},
  }
}

/** A bare segment says it all. */
export function pointGiven(told: GivenCustomer['usagePoints'][string]): v.InferOutput<typeof pointDetails> {
  return typeof told === 'string' ? { segment: told } : told
}

/** What a customer has given whom; nothing where they gave nothing. */
export function consentGiven({ consented: told }: GivenCustomer): GivenConsent | undefined {
  if (typeof told !== 'boolean') return told
  return told ? (v.parse(v.strictObject({ consented }), { consented: {} }).consented as GivenConsent) : undefined
}
