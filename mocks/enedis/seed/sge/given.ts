import * as v from 'valibot'
import { named } from '../../../../src/contract/action.ts'
import {
  authorisationKinds,
  authorisedData,
  catalogueLists,
  contactRoles,
  homologationSteps,
  periodicities,
  sgeEnvironments,
  sgePackages,
  subscribedMeasures,
} from '../../model/index.ts'
import {
  channel,
  contratId,
  day,
  direction,
  duration,
  eic,
  fingerprint,
  login,
  siren,
  text,
  timeOfDay,
} from '../../words.ts'

/** A market party; what is left out is made up. */
const party = {
  eic: v.optional(eic),
  name: v.optional(text),
  siren: v.optional(siren),
  /** Logins of its users, which Enedis knows already. */
  users: v.optional(v.array(login)),
  /** The number of its contract. */
  contract: v.optional(contratId),
  /** How far it has come on the way to the web services; all the way when left out. */
  reached: v.optional(v.picklist(['nothing', ...homologationSteps]), 'accessOpened'),
  /** The packages it may use in production; all of them when left out. */
  homologated: v.optional(v.array(v.picklist(sgePackages)), [...sgePackages]),
  /** The certificate its programs show, where it is none that is minted here. */
  certificate: v.optional(v.union([v.strictObject({ commonName: text }), v.strictObject({ fingerprint })])),
  /** The last day of the certificate that is minted for it. */
  certificateExpires: v.optional(day),
}

/** What a customer has signed. */
const authorisation = v.strictObject({
  party: v.optional(named('party'), 'you'),
  customer: named('customer'),
  /** Every point of theirs when left out. */
  usagePoints: v.optional(v.array(named('usagePoint'))),
  kind: v.optional(v.picklist(authorisationKinds), 'consent'),
  /** What the data are for, one purpose or several; null: it does not say. */
  purpose: v.optional(v.nullable(v.union([text, v.array(text)])), 'suivi des consommations'),
  /** How they are used; null: it does not say. */
  use: v.optional(v.nullable(text), 'restitution au client'),
  data: v.optional(v.array(v.picklist(authorisedData)), [...authorisedData]),
  /** The day the story begins when left out. */
  issuedOn: v.optional(day),
  validUntil: v.optional(day),
  withdrawnOn: v.optional(day),
  /** Whether it was given freely, informed and readable. */
  free: v.optional(v.boolean(), true),
})

/** What a party subscribes to on a point. */
const service = v.strictObject({
  party: v.optional(named('party'), 'you'),
  usagePoint: named('usagePoint'),
  /** The family that ordered it. */
  family: v.optional(v.picklist(['collecte', 'acces', 'infraJ']), 'collecte'),
  measures: v.optional(v.picklist(subscribedMeasures), 'CDC'),
  direction: v.optional(direction, 'consumption'),
  /** How often files come; null: the curve is collected and no more. */
  periodicity: v.optional(v.nullable(v.picklist(periodicities)), 'P1D'),
  corrected: v.optional(v.boolean(), false),
  /** How long ago it was ordered. */
  ago: v.optional(duration, 'P1M'),
  /** Its last day; as long as may be when left out. */
  until: v.optional(day),
})

/** Somebody of an entity on the datahub. */
const contact = v.strictObject({
  role: v.picklist(contactRoles),
  /** The party they belong to; null: none. */
  entity: v.optional(v.nullable(named('party')), 'you'),
  /** Whether they may see the contract of their entity. */
  authorised: v.optional(v.boolean(), true),
  email: v.optional(v.pipe(v.string(), v.email())),
})

/** `you` is the integrator's own in every story. */
const otherName = v.pipe(v.string(), v.nonEmpty(), v.regex(/^(?!you$)/, 'This name is yours already.'))

/** What a scenario says of the web services of SGE as its story begins. */
export const sgeGiven = v.strictObject({
  /** Which platform answers where the client's host name does not say. */
  environment: v.optional(v.picklist(sgeEnvironments), 'production'),
  /** Puts the points of the homologation catalogue there. */
  catalogue: v.optional(v.picklist(catalogueLists)),
  /** Your market party. */
  party: v.optional(v.strictObject(party), {}),
  otherParties: v.optional(v.record(otherName, v.strictObject(party)), {}),
  /** Where the files of your contract go. */
  channel: v.optional(channel, 'folder'),
  /** When homologation sessions are held; always when left out. */
  sessions: v.optional(v.array(v.strictObject({ from: day, until: day }))),
  /** Whether homologation emits flows, which the real platform never does. */
  flows: v.optional(v.picklist(['on', 'off']), 'off'),
  /** What customers have signed, by name; left out, every customer has signed for you. Nothing goes over the wire. */
  authorisations: v.optional(v.record(text, authorisation)),
  /** What parties subscribe to as the story begins, by name. */
  services: v.optional(v.record(text, service), {}),
  /** People on the datahub, by name. */
  contacts: v.optional(v.record(text, contact), {}),
  timings: v.optional(
    v.strictObject({
      orderToFile: v.optional(duration),
      activation: v.optional(duration),
      depositsAt: v.optional(timeOfDay),
      r4DepositsAt: v.optional(timeOfDay),
      r151DepositsAt: v.optional(timeOfDay),
    }),
    {},
  ),
})

export type SgeGiven = v.InferOutput<typeof sgeGiven>
export type GivenParty = SgeGiven['party']
export type GivenAuthorisation = v.InferOutput<typeof authorisation>
export type GivenService = v.InferOutput<typeof service>

const nothingSaid = v.parse(sgeGiven, {})

/** What a story says of SGE, or what is so where it says nothing. */
export const sgeOf = ({ sge }: { sge?: SgeGiven | undefined }): SgeGiven => sge ?? nothingSaid

/** Every market party of a story, yours first. */
export function partiesOf(given: { sge?: SgeGiven | undefined }): Record<string, GivenParty> {
  const { party, otherParties } = sgeOf(given)
  return { you: party, ...otherParties }
}
