import type { PgeHouse } from '../dialect/index.ts'
import type {
  Authorization,
  AuthorizationEnd,
  AuthorizationId,
  ClientId,
  CustomerId,
  Day,
  Instant,
  State,
  UsagePointId,
} from '../model/index.ts'
import type { Seen, SeenAuthorization } from '../views.ts'
import { addMember, dropMember, idsIn } from './members.ts'
import { sendMail } from './mail.ts'
import { announceAuthorization } from './notice.ts'
import { daysLater, pacificDay, pacificInstant } from './pacific.ts'
import { registrationOf } from './registration-lookup.ts'

/** When access ends: after the last day, or earlier where someone ended it; null: no end in sight. */
export function accessUntil({ endsOn, ended }: SeenAuthorization): Instant | null {
  const byDate = endsOn === null ? null : pacificInstant(daysLater(endsOn, 1))
  if (ended === null) return byDate
  return byDate !== null && byDate < ended.accessUntil ? byDate : ended.accessUntil
}

/** Whether access has ended: its status is 0 from then on, and it stays readable. */
export function isOver(authorization: SeenAuthorization, now: Instant): boolean {
  const until = accessUntil(authorization)
  return until !== null && now >= until
}

/** Whether it stands, for those who may still change it: a cancelled one does not, though access lasts till midnight. */
export function isCurrent(authorization: SeenAuthorization, now: Instant): boolean {
  return authorization.ended === null && !isOver(authorization, now)
}

/** The authorization of a known id. */
export function authorizationOf<S extends Seen>(state: S, id: AuthorizationId): S['authorizations'][AuthorizationId] {
  return state.authorizations[id] as S['authorizations'][AuthorizationId]
}

/** What stands between a customer and a third party, if anything. */
export function currentAuthorization(
  state: Seen,
  { clientId, customer }: { clientId: ClientId; customer: CustomerId },
  now: Instant,
): SeenAuthorization | undefined {
  return authorizationsBy(state, customer).find((one) => one.clientId === clientId && isCurrent(one, now))
}

/** All that a customer ever gave, in that order. */
export function authorizationsBy(state: Seen, customer: CustomerId): SeenAuthorization[] {
  return inOrder(state, state.index.authorizationsBy[customer])
}

/** All that a third party was ever given, in that order. */
export function authorizationsOf(state: Seen, clientId: ClientId): SeenAuthorization[] {
  return inOrder(state, state.index.authorizationsOf[clientId])
}

/** Writes an authorization down with its indexes; whatever stood between the two before is replaced. */
export function openAuthorization(
  state: State,
  details: Omit<Authorization, 'id' | 'ended' | 'endDue' | 'updatedAt'>,
  house: PgeHouse,
): Authorization {
  const before = currentAuthorization(state, details, house.now)
  const id = String(house.ids.next('authorization', 187_204)) as AuthorizationId
  state.authorizations[id] = { id, ...details, ended: null, endDue: null, updatedAt: details.grantedAt }
  addMember(state.index.authorizationsOf, details.clientId, id)
  addMember(state.index.authorizationsBy, details.customer, id)
  for (const agreement of details.agreements) addMember(state.index.authorizationsOn, agreement, id)
  scheduleEnd(state.authorizations[id], house)
  if (before) endAuthorization(state, { id: before.id, by: 'replaced' }, house)
  return state.authorizations[id]
}

/**
 * Ends an authorization and tells the third party. What a customer cancels, online or on paper, stays open until the
 * next Pacific midnight; everything else closes at once. Source: PAGE, authorization life cycle.
 */
export function endAuthorization(
  state: State,
  { id, by }: { id: AuthorizationId; by: AuthorizationEnd },
  house: PgeHouse,
): void {
  const authorization = authorizationOf(state, id)
  const isGentle = by === 'customer' || by === 'paper'
  const accessUntil = isGentle ? pacificInstant(daysLater(pacificDay(house.now), 1)) : house.now
  authorization.ended = { by, at: house.now, accessUntil }
  authorization.updatedAt = house.now
  if (authorization.endDue !== null) house.cancel(authorization.endDue)
  authorization.endDue = null
  if (by === 'registrationRevoked' || by === 'registrationClosed') return
  tell(state, authorization, endings[by], house)
  if (by === 'thirdParty') tellCustomer(state, authorization, house)
}

/** The end date was reached; a date moved meanwhile has cancelled this. Source: PAGE, authorization life cycle. */
export function endDateReached(state: State, { id }: { id: AuthorizationId }, house: PgeHouse): void {
  const authorization = authorizationOf(state, id)
  if (authorization.ended !== null || !isOver(authorization, house.now)) return
  authorization.endDue = null
  authorization.updatedAt = house.now
  tell(state, authorization, 'its end date was reached', house)
}

/** Writes down that something about an authorization changed, and tells the third party. */
export function changed(state: State, authorization: Authorization, why: string, house: PgeHouse): void {
  authorization.updatedAt = house.now
  tell(state, authorization, why, house)
}

/** Moves the end date, and what the agenda holds for it. */
export function setEnd(authorization: Authorization, endsOn: Day | null, house: PgeHouse): void {
  if (authorization.endDue !== null) house.cancel(authorization.endDue)
  authorization.endsOn = endsOn
  authorization.endDue = null
  scheduleEnd(authorization, house)
}

/** Authorizations that stand on a service agreement. */
export function currentOn(state: State, agreement: UsagePointId, now: Instant): Authorization[] {
  const all = idsIn(state.index.authorizationsOn[agreement]).map((id) => authorizationOf(state, id))
  return all.filter((one) => isCurrent(one, now))
}

/** Takes an agreement out of an authorization. */
export function dropAgreement(state: State, authorization: Authorization, agreement: UsagePointId): void {
  authorization.agreements = authorization.agreements.filter((one) => one !== agreement)
  dropMember(state.index.authorizationsOn, agreement, authorization.id)
}

const endings = {
  customer: 'the customer cancelled it',
  thirdParty: 'the third party deleted it',
  replaced: 'a new one of the same customer replaced it',
  paper: 'a paper form revoked it',
  moved: 'the customer moved',
  unlinked: 'the account was unlinked from the online account',
} as const

function scheduleEnd(authorization: Authorization, house: PgeHouse): void {
  const until = accessUntil(authorization)
  if (until === null || until <= house.now) return
  authorization.endDue = house.at(until, 'utility.endDateReached', { authorization: authorization.id })
}

function tell(state: State, { id, clientId }: Authorization, why: string, house: PgeHouse): void {
  announceAuthorization(registrationOf(state, clientId), { id, why }, house)
}

function tellCustomer(state: State, { customer, clientId }: Authorization, house: PgeHouse): void {
  const { displayName } = registrationOf(state, clientId).company
  const subject = `${displayName} has cancelled your authorization`
  const text = `${displayName} no longer receives your data. You need do nothing.`
  const { login, name = '' } = state.customers[customer] ?? {}
  sendMail('thirdPartyCancelled', { to: login?.username ?? name, subject, text }, house)
}

function inOrder(state: Seen, ids: Readonly<Record<AuthorizationId, true>> | undefined): SeenAuthorization[] {
  return idsIn(ids).map((id) => authorizationOf(state, id))
}
