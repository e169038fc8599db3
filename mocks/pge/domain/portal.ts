import type { PgeHouse } from '../dialect/index.ts'
import { alert } from '../errors/index.ts'
import type { ClientId, Registration, State } from '../model/index.ts'
import { scheduleDaily } from './daily.ts'
import { checkForm, register, renewLink, type RegistrationForm } from './registration.ts'
import { registrationOf, standingOf } from './registration-lookup.ts'

/** What the portal lets a third party change by itself. Source: PAGE, portal. */
export type PortalEdits = Partial<
  Pick<
    Registration,
    'redirectUri' | 'portalUri' | 'notifyUri' | 'dataGroups' | 'historyMonths' | 'notifyMe' | 'visible'
  >
>

/** Changes a registration; data groups and history bind authorizations to come only. Source: PAGE, portal. */
export function editRegistration(
  state: State,
  { clientId, edits }: { clientId: ClientId; edits: PortalEdits },
  house: PgeHouse,
): void {
  const registration = registrationOf(state, clientId)
  if (['linkLapsed', 'expired', 'revoked', 'closed'].includes(standingOf(registration, house.now)))
    throw alert.registrationOver()
  checkForm(state, { ...registration, ...edits }, clientId)
  Object.assign(registration, edits)
  if (registration.notifyMe) scheduleDaily(state, house)
}

/**
 * Sends the form again. A link that lapsed is renewed; a registration whose ninety days are over, or that was closed,
 * gives way to a new one with a new client id. Source: PAGE, milestones.
 */
export function registerAgain(
  state: State,
  { name, clientId }: { name: string; clientId: ClientId },
  house: PgeHouse,
): Registration {
  const before = registrationOf(state, clientId)
  if (!['expired', 'closed'].includes(standingOf(before, house.now))) {
    renewLink(before, house)
    return before
  }
  delete state.index.byDisplayName[before.company.displayName.toLowerCase()]
  const next = house.ids.hex(12, 'client id', name, house.ids.next('registeredAgain')) as ClientId
  const registration = register(state, { clientId: next, form: formOf(before) }, house)
  state.names.thirdParty[name] = next
  if (state.you === clientId) state.you = next
  return registration
}

/** The form as it was sent the first time. */
function formOf(before: Registration): RegistrationForm {
  const { userType, company, portalPassword, redirectUri, portalUri, notifyUri, certificate } = before
  const { dataGroups, historyMonths, notifyMe, visible, ownCustomer, territory } = before
  const addresses = { redirectUri, portalUri, notifyUri, certificate }
  return {
    userType,
    company,
    portalPassword,
    ...addresses,
    dataGroups,
    historyMonths,
    notifyMe,
    visible,
    ownCustomer,
    territory,
  }
}
