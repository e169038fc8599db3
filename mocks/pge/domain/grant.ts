import type { PgeHouse } from '../dialect/index.ts'
import { alert } from '../errors/index.ts'
import type {
  Authorization,
  Choices,
  ClientId,
  CustomerId,
  DataGroup,
  Day,
  Instant,
  State,
  UsagePointId,
} from '../model/index.ts'
import { dataGroups } from '../model/index.ts'
import type { Seen, SeenAgreement, SeenAuthorization } from '../views.ts'
import {
  changed,
  currentAuthorization,
  dropAgreement,
  endAuthorization,
  openAuthorization,
  setEnd,
} from './authorization.ts'
import { announceAuthorization } from './notice.ts'
import { pacificDay } from './pacific.ts'
import { registrationOf } from './registration-lookup.ts'

type Pair = { clientId: ClientId; customer: CustomerId }

/** Only active service that PG&E installed and reads may be shared. Source: PAGE, eligible service agreements. */
function isEligible({ status, readByUtility }: SeenAgreement): boolean {
  return status.kind === 'active' && readByUtility
}

/** What the authorization page offers: eligible agreements, and registered data groups only. */
export function offerTo(
  state: Seen,
  { clientId, customer }: Pair,
): { agreements: SeenAgreement[]; dataGroups: readonly DataGroup[] } {
  const ids = state.customers[customer]?.agreements ?? []
  const agreements = ids.map((id) => state.agreements[id] as SeenAgreement).filter(isEligible)
  return { agreements, dataGroups: registrationOf(state, clientId).dataGroups }
}

type NewGrant = Pair & { choices: Choices; how: Authorization['how']; grantedAt?: Instant }

/**
 * A customer lets a third party have data. A redirect tells of it where it was given online, a notice where on paper.
 * Source: PAGE, online authorization and paper form; A17.
 */
export function grant(state: State, about: NewGrant, house: PgeHouse): Authorization {
  const { clientId, how } = about
  const given = writeGrant(state, about, house)
  if (how === 'paper' || (how === 'online' && house.dialect.createdNotice === 'on'))
    announceAuthorization(registrationOf(state, clientId), { id: given.id, why: 'the customer gave it' }, house)
  return given
}

/**
 * Writes down what a customer allows: the registered data groups among those chosen, for the chosen agreements, with
 * the history registered that day. Source: PAGE, data groups and history.
 */
export function writeGrant(
  state: State,
  { clientId, customer, choices, how, grantedAt }: NewGrant,
  house: PgeHouse,
): Authorization {
  const { historyMonths } = registrationOf(state, clientId)
  const agreements = chosenAgreements(state, { clientId, customer }, choices.agreements)
  const groups = chosenGroups(state, clientId, choices.dataGroups)
  if (choices.endsOn !== null && choices.endsOn < pacificDay(house.now)) throw alert.endDatePast()
  const details = { clientId, customer, agreements, dataGroups: groups, historyMonths, endsOn: choices.endsOn, how }
  return openAuthorization(state, { ...details, grantedAt: grantedAt ?? house.now }, house)
}

/** The customer cancels on PG&E's page, or revokes on paper. */
export function cancelByCustomer(
  state: State,
  { by, ...pair }: Pair & { by: 'customer' | 'paper' },
  house: PgeHouse,
): void {
  endAuthorization(state, { id: standing(state, pair, house).id, by }, house)
}

/** The customer moves the end date to a later day, or takes it away. Source: PAGE, authorization life cycle. */
export function extend(state: State, { endsOn, ...pair }: Pair & { endsOn: Day | null }, house: PgeHouse): void {
  const { id, endsOn: before } = standing(state, pair, house)
  if (before === null || (endsOn !== null && endsOn <= before)) throw alert.endDateNotLater()
  const authorization = state.authorizations[id] as Authorization
  setEnd(authorization, endsOn, house)
  changed(state, authorization, 'the customer extended it', house)
}

/** The customer takes one service agreement out; the rest stays authorized. Source: PAGE, authorization life cycle. */
export function removeAgreement(
  state: State,
  { agreement, ...pair }: Pair & { agreement: UsagePointId },
  house: PgeHouse,
): void {
  const { id, agreements } = standing(state, pair, house)
  if (!agreements.includes(agreement)) throw alert.notYourAgreement({ name: nameOfAgreement(state, agreement) })
  if (agreements.length === 1) throw alert.lastAgreement()
  const authorization = state.authorizations[id] as Authorization
  dropAgreement(state, authorization, agreement)
  changed(state, authorization, 'the customer removed a service agreement', house)
}

/** What stands between the two, or the page's alert that nothing does. */
export function standing(state: Seen, pair: Pair, { now }: Pick<PgeHouse, 'now'>): SeenAuthorization {
  const current = currentAuthorization(state, pair, now)
  if (!current) throw alert.nothingAuthorized({ name: registrationOf(state, pair.clientId).company.displayName })
  return current
}

function chosenAgreements(state: State, pair: Pair, chosen: UsagePointId[] | null): UsagePointId[] {
  const eligible = offerTo(state, pair).agreements.map(({ id }) => id)
  const own = state.customers[pair.customer]?.agreements ?? []
  for (const id of chosen ?? []) {
    if (!own.includes(id)) throw alert.notYourAgreement({ name: nameOfAgreement(state, id) })
    if (!eligible.includes(id)) throw alert.notEligible({ name: nameOfAgreement(state, id) })
  }
  const agreements = chosen ?? eligible
  if (agreements.length === 0) throw alert.chooseAgreement()
  return [...new Set(agreements)]
}

function chosenGroups(state: State, clientId: ClientId, chosen: readonly DataGroup[] | null): DataGroup[] {
  const registered = registrationOf(state, clientId).dataGroups
  const groups = dataGroups.filter((group) => registered.includes(group) && (chosen ?? registered).includes(group))
  if (groups.length === 0) throw alert.chooseDataGroup()
  return groups
}

function nameOfAgreement(state: Seen, id: UsagePointId): string {
  return state.agreements[id]?.name ?? id
}
