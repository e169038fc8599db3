import { weekday } from '../../../src/toolbox/calendar.ts'
import type { PgeHouse } from '../dialect/index.ts'
import type { ClientId, Day, Registration, State } from '../model/index.ts'
import { endAuthorization, isCurrent } from './authorization.ts'
import { idsIn } from './members.ts'
import { daysLater, pacificDay, pacificInstant } from './pacific.ts'
import { mailTo, mustStand } from './registration.ts'
import { registrationOf, standingOf } from './registration-lookup.ts'

/**
 * The CPUC orders PG&E to stop sharing with a third party: at once, with every token and authorization.
 * Source: PAGE, registration; XSD, status 4.
 */
export function revokeRegistration(state: State, { clientId }: { clientId: ClientId }, house: PgeHouse): void {
  const registration = registrationOf(state, clientId)
  mustStand(registration, ['accepted', 'inReview', 'approved', 'onHold'], 'Revoking', house)
  endAllOf(state, { clientId, by: 'registrationRevoked' }, house)
  registration.life = { status: 'revoked', at: house.now }
  const text = `By order of the CPUC ${registration.company.displayName} no longer receives data.`
  mailTo(registration, { kind: 'registrationRevoked', subject: 'Your registration is revoked', text }, house)
}

/** The third party has asked by e-mail: PG&E closes the registration within two business days. Source: PAGE, registration. */
export function askToClose(state: State, { clientId }: { clientId: ClientId }, house: PgeHouse): Day {
  mustStand(registrationOf(state, clientId), ['accepted', 'inReview', 'approved', 'onHold'], 'Closing', house)
  const day = businessDaysLater(pacificDay(house.now), 2)
  house.at(pacificInstant(day, '17:00'), 'utility.finishClosing', { clientId })
  return day
}

/** Closes a registration for good, unless something has ended it meanwhile. */
export function closeRegistration(state: State, { clientId }: { clientId: ClientId }, house: PgeHouse): boolean {
  const registration = registrationOf(state, clientId)
  const isOver = ['closed', 'revoked', 'expired'].includes(standingOf(registration, house.now))
  if (isOver) return false
  endAllOf(state, { clientId, by: 'registrationClosed' }, house)
  registration.life = { status: 'closed', at: house.now }
  const text = `${registration.company.displayName} is closed, as you asked.`
  mailTo(registration, { kind: 'registrationClosed', subject: 'Your registration is closed', text }, house)
  return true
}

/** Accepted registrations expire without anyone's act; this lets it happen now. Source: PAGE, milestones. */
export function expireRegistration(registration: Registration, house: PgeHouse): void {
  mustStand(registration, ['accepted'], 'Expiring', house)
  registration.life = { status: 'accepted', testsUntil: house.now }
}

function endAllOf(
  state: State,
  { clientId, by }: { clientId: ClientId; by: 'registrationRevoked' | 'registrationClosed' },
  house: PgeHouse,
): void {
  for (const id of idsIn(state.index.authorizationsOf[clientId])) {
    const authorization = state.authorizations[id]
    if (authorization && isCurrent(authorization, house.now)) endAuthorization(state, { id, by }, house)
  }
}

/** The business day some days later: Monday to Friday; holidays are not known here. */
function businessDaysLater(day: Day, days: number): Day {
  let later = day
  for (let left = days; left > 0;) {
    later = daysLater(later, 1)
    if (weekday(later) <= 5) left--
  }
  return later
}
