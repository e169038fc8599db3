import { later } from '../../../src/toolbox/calendar.ts'
import type { EnedisHouse } from '../dialect/index.ts'
import { alert } from '../errors/index.ts'
import type {
  AuthorisationId,
  ClientId,
  Consent,
  ConsentEnd,
  ConsentId,
  ConsentPage,
  CustomerId,
  DataKind,
  Day,
  Instant,
  State,
  UsagePointId,
} from '../model/index.ts'
import { dataKinds } from '../model/index.ts'
import { applicationOf } from './application-lookup.ts'
import { consentShared, consentsOn, pairKey } from './consent.ts'
import { holderOn } from './contracts.ts'
import { addMember, idsIn } from './members.ts'
import { paris, parisDay } from './paris.ts'

/** What is consented to, before it is written down. */
export type Grant = {
  clientId: ClientId
  customer: CustomerId
  usagePoint: UsagePointId
  page: ConsentPage
  expiresAt: Instant
  data?: readonly DataKind[]
  dataFrom?: Day | null
  grantedAt?: Instant
  authorisationId?: AuthorisationId
}

/** Writes down a consent; the one before it, for the same application and usage point, is replaced. */
export function grant(state: State, given: Grant, house: EnedisHouse): Consent {
  mustBeTheirs(state, given, house)
  const before = consentShared(state, given, house.now)
  if (before) end(state, { id: before.id, by: 'replaced' }, house)
  const { clientId, customer, usagePoint, page, expiresAt } = given
  const grantedAt = given.grantedAt ?? house.now
  const consent: Consent = {
    id: `consent-${house.ids.next('consent')}` as ConsentId,
    authorisationId: given.authorisationId ?? authorisationFor(state, given, house),
    clientId,
    usagePoint,
    customer,
    page,
    data: [...(given.data ?? dataKinds)],
    grantedAt,
    expiresAt,
    opensAt: later(grantedAt, state.settings.consentDelay, paris),
    dataFrom: given.dataFrom ?? null,
    ended: null,
    flaw: null,
  }
  state.consents[consent.id] = consent
  addMember(state.index.consentsOn, pairKey(consent), consent.id)
  addMember(state.index.consentsOf, clientId, consent.id)
  addMember(state.index.consentsBy, customer, consent.id)
  addMember(state.index.byAuthorisation, consent.authorisationId, consent.id)
  return state.consents[consent.id] as Consent
}

/** Ends a consent; calls notice after the delay that the story has set, or at once where nothing is left to find. */
export function end(state: State, { id, by }: { id: ConsentId; by: ConsentEnd }, house: EnedisHouse): void {
  const consent = state.consents[id]
  if (consent === undefined || consent.ended !== null || house.now >= consent.expiresAt) return
  const isSlow = by === 'customer' || by === 'enedis'
  const stopsAt = isSlow ? later(house.now, state.settings.revocationDelay, paris) : house.now
  consent.ended = { by, at: house.now, stopsAt }
}

/** The customer takes back what they share with an application: of one usage point, or of all. */
export function revoke(
  state: State,
  {
    clientId,
    customer,
    usagePoint,
  }: { clientId: ClientId; customer: CustomerId; usagePoint?: UsagePointId | undefined },
  house: EnedisHouse,
): number {
  const given = idsIn<ConsentId>(state.index.consentsBy[customer]).filter((id) => {
    const consent = state.consents[id]
    const isMeant = usagePoint === undefined || consent?.usagePoint === usagePoint
    return consent?.clientId === clientId && isMeant && consent.ended === null && house.now < consent.expiresAt
  })
  const { name } = applicationOf(state, clientId)
  if (given.length === 0) throw alert.nothingShared({ application: name })
  for (const id of given) end(state, { id, by: 'customer' }, house)
  return given.length
}

/** Only the holder may share, and only what communicates. Source: FAQ; ISSUES, Compteur incompatible. */
function mustBeTheirs(state: State, { customer, usagePoint }: Grant, { now }: EnedisHouse): void {
  const point = state.usagePoints[usagePoint]
  if (point === undefined || holderOn(point, parisDay(now)) !== customer) throw alert.notYours({ usagePoint })
  if (point.servicesLevel === '0') throw alert.incompatible({ usagePoint })
}

/** The same number whenever the same is shared with the same. Source: CAPTURE, deleted and shared again. */
function authorisationFor(state: State, given: Grant, house: EnedisHouse): AuthorisationId {
  const { clientId, customer } = given
  const known =
    house.dialect.authorisationIds === 'perHolder'
      ? idsIn<ConsentId>(state.index.consentsBy[customer]).map((id) => state.consents[id])
      : consentsOn(state, given).filter((one) => one.customer === customer)
  const before = known.find((one) => one?.clientId === clientId)
  if (before) return before.authorisationId
  const isSandbox = applicationOf(state, clientId).environment === 'sandbox'
  const number = isSandbox ? house.ids.next('sandbox autorisation', 10) : house.ids.next('autorisation', 4_217_063)
  return String(number) as AuthorisationId
}
