import type { PgeHouse } from '../dialect/index.ts'
import type { ClientId, Registration, State } from '../model/index.ts'
import { bulkCoverage } from './coverage.ts'
import { packageReady, type PackageRequest } from './package.ts'
import { daysLater, pacificDay, pacificInstant } from './pacific.ts'
import { isApproved, registrationOf } from './registration-lookup.ts'
import { newUuid } from './secrets.ts'

/** Whether a third party has a package made every evening. Source: PAGE, Notify me as data is ready. */
function isDaily(registration: Registration, now: string): boolean {
  return registration.notifyMe && isApproved(registration, now)
}

/** Puts the next evening in the agenda, unless it is there. */
export function scheduleDaily(state: State, house: PgeHouse): void {
  if (state.dailyDue !== null) return
  const today = pacificDay(house.now)
  const tonight = pacificInstant(today, state.settings.dailyPackageAt)
  const at = tonight > house.now ? tonight : pacificInstant(daysLater(today, 1), state.settings.dailyPackageAt)
  state.dailyDue = house.at(at, 'utility.packageDaily', {})
}

/**
 * The evening's packages: usage and, where customer data was registered, customers, each with a notice of its own.
 * Usage is what was published or changed since the evening before. Source: PAGE, daily subscription.
 */
export function packageDaily(state: State, house: PgeHouse): ClientId[] {
  if (state.dailyDue !== null) house.cancel(state.dailyDue)
  state.dailyDue = null
  const served = Object.values(state.registrations).filter((one) => isDaily(one, house.now))
  const waits = Object.values(state.registrations).some(({ notifyMe }) => notifyMe)
  if (waits) scheduleDaily(state, house)
  return served.flatMap(({ clientId }) => (serve(state, clientId, house) ? [clientId] : []))
}

function serve(state: State, clientId: ClientId, house: PgeHouse): boolean {
  if (bulkCoverage(state, clientId, house.now).length === 0) return false
  const today = pacificDay(house.now)
  const from = pacificInstant(daysLater(today, -1), state.settings.dailyPackageAt)
  const asked = { clientId, authorization: null, daily: true, askedAt: house.now, origin: null } as const
  const request = (kind: 'bulk' | 'bulkCustomers', window: PackageRequest['window']) =>
    packageReady(state, { request: { ...asked, kind, window, transactionId: newUuid('transaction', house) } }, house)
  request('bulk', { by: 'updated', from, to: house.now })
  const { dataGroups } = registrationOf(state, clientId)
  if (dataGroups.some((group) => group === 'Basic' || group === 'Account')) request('bulkCustomers', null)
  return true
}
