import * as v from 'valibot'
import { named } from '../../../src/contract/action.ts'
import type { AgreementTold } from '../domain/premises.ts'
import { milestones } from '../model/index.ts'
import {
  address,
  agreementDetails,
  certificate,
  customerClass,
  duration,
  groups,
  history,
  lastDay,
  place,
  text,
  timings,
  userType,
} from '../words.ts'

/** A registration; what is left out is made up. */
const thirdParty = v.strictObject({
  clientId: v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z0-9]{4,40}$/, 'Write 4 to 40 letters and digits.'))),
  userType: v.optional(userType, 'standard'),
  company: v.optional(text),
  /** Of the portal; its user is the business contact. */
  password: v.optional(v.pipe(v.string(), v.minLength(8))),
  displayName: v.optional(text),
  /** Registrations of one EIN are one vendor. */
  ein: v.optional(v.pipe(v.string(), v.regex(/^\d{9}$/, 'Write nine digits.'))),
  redirectUri: v.optional(address),
  portalUri: v.optional(address),
  notifyUri: v.optional(v.nullable(address)),
  certificate: v.optional(v.nullable(certificate)),
  /** The last day of the certificate that is minted for it; ten years from the beginning when left out. */
  certificateExpires: v.optional(lastDay),
  dataGroups: v.optional(groups),
  historyMonths: v.optional(history, 24),
  notifyMe: v.optional(v.boolean(), false),
  visible: v.optional(v.boolean(), true),
  /** Self-access: whose agreements these are. */
  ownCustomer: v.optional(named('customer')),
  /** CCA: the cities it serves. */
  territory: v.optional(v.array(text)),
  registration: v.optional(
    v.picklist(['registered', 'confirmed', 'accepted', 'inReview', 'approved', 'onHold']),
    'approved',
  ),
  /** Accepted: the tests that were passed before the story begins. */
  testsPassed: v.optional(v.array(v.picklist(milestones)), []),
})

/** An agreement, or only its commodity. */
const agreement = v.union([v.picklist(['electric', 'gas']), agreementDetails])

/** What you hold when the story begins. */
const authorized = v.union([
  v.boolean(),
  v.strictObject({
    thirdParty: v.optional(named('thirdParty'), 'you'),
    agreements: v.optional(v.array(named('agreement'))),
    dataGroups: v.optional(groups),
    endsOn: v.optional(lastDay),
    /** How long ago it was given; history counts from then. */
    ago: v.optional(duration),
    how: v.optional(v.picklist(['online', 'paper']), 'online'),
  }),
])

const customer = v.strictObject({
  name: v.optional(text),
  /** Whether there is an online account; a guest has none. */
  online: v.optional(v.boolean(), true),
  username: v.optional(text),
  password: v.optional(v.pipe(v.string(), v.minLength(8))),
  accountNumber: v.optional(v.pipe(v.string(), v.regex(/^\d{10}-?\d$/, 'Write eleven digits: 1234567890-1.'))),
  address: v.optional(place),
  class: v.optional(customerClass, 'RES'),
  agreements: v.optional(v.record(text, agreement), { power: 'electric' }),
  authorized: v.optional(authorized, false),
})

/** `you` is the integrator's name in every story. */
const otherName = v.pipe(v.string(), v.nonEmpty(), v.regex(/^(?!you$)/, 'The name "you" is taken: it is yours.'))

/** What a scenario says of Share My Data as its story begins. */
export const given = v.strictObject({
  you: v.optional(thirdParty, {}),
  /** Other registrations, of your company or of others. */
  thirdParties: v.optional(v.record(otherName, thirdParty), {}),
  customers: v.optional(v.record(otherName, customer)),
  timings: v.optional(v.strictObject(timings), {}),
})

export type Given = v.InferOutput<typeof given>
export type GivenThirdParty = v.InferOutput<typeof thirdParty>
export type GivenCustomer = v.InferOutput<typeof customer>
export type GivenAuthorized = Exclude<GivenCustomer['authorized'], boolean>

/** Everyone in a story; one that names nobody has one customer with power and gas, who has authorized you. */
export type Cast = { thirdParties: Record<string, GivenThirdParty>; customers: Record<string, GivenCustomer> }

const smallWorld = v.parse(given, {
  customers: { alice: { agreements: { power: 'electric', gas: 'gas' }, authorized: true } },
})

export function castOf({ you, thirdParties, customers = smallWorld.customers }: Given): Cast {
  return { thirdParties: { you, ...thirdParties }, customers: customers ?? {} }
}

/** A bare commodity says it all. */
export function agreementGiven(told: GivenCustomer['agreements'][string]): AgreementTold {
  return typeof told === 'string' ? v.parse(agreementDetails, { commodity: told }) : told
}

/** What a customer has given whom; nothing where they gave nothing. */
export function authorizedGiven({ authorized: told }: GivenCustomer): GivenAuthorized | undefined {
  if (typeof told !== 'boolean') return told
  return told ? { thirdParty: 'you', how: 'online' } : undefined
}
