import type { PgeHouse } from '../dialect/index.ts'
import type { ClientId, State } from '../model/index.ts'
import { currentAuthorization } from './authorization.ts'
import { writeGrant } from './grant.ts'
import { mailTo, mustStand } from './registration.ts'
import { registrationOf } from './registration-lookup.ts'

/** The final review ends well: customers see the third party. Approved registrations do not expire. Source: PAGE, milestones. */
export function approve(state: State, { clientId }: { clientId: ClientId }, house: PgeHouse): void {
  const registration = registrationOf(state, clientId)
  mustStand(registration, ['inReview', 'onHold'], 'Approving', house)
  registration.life = { status: 'approved', since: house.now }
  authorizeSelf(state, { clientId }, house)
  const text = `${registration.company.displayName} is approved.`
  mailTo(registration, { kind: 'approved', subject: 'Your registration is approved', text }, house)
}

/** Whoever reads their own agreements needs nobody's authorization but has one. Source: PAGE, Self-Access. */
export function authorizeSelf(state: State, { clientId }: { clientId: ClientId }, house: PgeHouse): void {
  const { userType, ownCustomer: customer } = registrationOf(state, clientId)
  if (userType !== 'selfAccess' || customer === null) return
  if (currentAuthorization(state, { clientId, customer }, house.now)) return
  const choices = { agreements: null, dataGroups: null, endsOn: null }
  writeGrant(state, { clientId, customer, choices, how: 'self' }, house)
}
