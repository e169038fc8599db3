import { fingerprint } from '../../../src/ground/fingerprint.ts'
import type { PgeHouse } from '../dialect/index.ts'
import { alert } from '../errors/index.ts'
import type {
  ApplicationId,
  BulkId,
  ClientId,
  Milestone,
  Registration,
  RegistrationLife,
  State,
} from '../model/index.ts'
import { milestones } from '../model/index.ts'
import type { Standing } from '../views.ts'
import { pacificLater } from './pacific.ts'
import { sendMail } from './mail.ts'
import { isAuthorizedOnline, standingOf } from './registration-lookup.ts'
import { clientSecretOf, derivedUuid, registrationTokenOf } from './secrets.ts'

/** Source: PAGE, milestones. */
const linkLasts = 'P5D'
export const testsLast = 'P90D'

/** The form of a registration, and the id that PG&E gives it. */
export type RegistrationForm = Pick<
  Registration,
  | 'userType'
  | 'company'
  | 'portalPassword'
  | 'redirectUri'
  | 'portalUri'
  | 'notifyUri'
  | 'certificate'
  | 'dataGroups'
  | 'historyMonths'
  | 'notifyMe'
  | 'visible'
  | 'ownCustomer'
  | 'territory'
>

/** A third party sends the registration form; the business contact gets a link, good for five days. Source: PAGE, milestones. */
export function register(
  state: State,
  { clientId, form }: { clientId: ClientId; form: RegistrationForm },
  house: PgeHouse,
): Registration {
  const life = { status: 'registered', confirmBy: pacificLater(house.now, linkLasts) } as const
  const registration = openRegistration(state, { clientId, form, life }, house)
  sendLink(registration, house)
  return registration
}

/** Writes a registration down with its ids and indexes, wherever in its life it is. */
export function openRegistration(
  state: State,
  { clientId, form, life }: { clientId: ClientId; form: RegistrationForm; life: RegistrationLife },
  house: PgeHouse,
): Registration {
  checkForm(state, form)
  const bulkId = String(house.ids.next('bulk', 50_914)) as BulkId
  const applicationId = derivedUuid(`application of ${clientId}`) as ApplicationId
  const registrationToken = fingerprint(registrationTokenOf(clientId))
  const hasPassed = ['inReview', 'approved', 'onHold'].includes(life.status) ? house.now : null
  state.registrations[clientId] = {
    clientId,
    secret: fingerprint(clientSecretOf(clientId)),
    registrationToken,
    bulkId,
    applicationId,
    ...form,
    nextCertificate: null,
    life,
    tests: { connectivity: hasPassed, oauth: hasPassed, applicationInformation: hasPassed },
    issuedAt: house.now,
  }
  state.index.byRegistrationToken[registrationToken] = clientId
  state.index.byBulkId[bulkId] = clientId
  state.index.byApplicationId[applicationId] = clientId
  state.index.byDisplayName[form.company.displayName.toLowerCase()] = clientId
  return state.registrations[clientId]
}

/** Sends the form again after its link lapsed. */
export function renewLink(registration: Registration, house: PgeHouse): void {
  mustStand(registration, ['unconfirmed', 'linkLapsed'], 'Sending the form again', house)
  registration.life = { status: 'registered', confirmBy: pacificLater(house.now, linkLasts) }
  sendLink(registration, house)
}

/** The business contact follows the link. */
export function confirmEmail(registration: Registration, house: PgeHouse): void {
  if (standingOf(registration, house.now) === 'linkLapsed') throw alert.linkLapsed()
  mustStand(registration, ['unconfirmed'], 'Confirming the e-mail address', house)
  registration.life = { status: 'confirmed' }
}

/** PG&E accepts the form: client id, secret and registration token are shown, and ninety days of tests begin. */
export function acceptRegistration(registration: Registration, house: PgeHouse): void {
  mustStand(registration, ['confirmed'], 'Accepting', house)
  registration.life = { status: 'accepted', testsUntil: pacificLater(house.now, testsLast) }
  const text = `${registration.company.displayName} is accepted. Pass the three tests before ${registration.life.testsUntil}.`
  mailTo(registration, { kind: 'accepted', subject: 'Your registration is accepted', text }, house)
}

/** A test was passed; with the third, the final review begins. A test passed later again changes nothing. */
export function passTest(
  state: State,
  { clientId, test }: { clientId: ClientId; test: Milestone },
  house: PgeHouse,
): void {
  const registration = state.registrations[clientId]
  if (registration === undefined || registration.tests[test] !== null) return
  if (standingOf(registration, house.now) !== 'accepted') return
  registration.tests[test] = house.now
  if (milestones.some((one) => registration.tests[one] === null)) return
  registration.life = { status: 'inReview', since: house.now }
  const text = `${registration.company.displayName} has passed API connectivity, OAuth and ApplicationInformation.`
  mailTo(registration, { kind: 'testsCompleted', subject: 'All tests are completed', text }, house)
}

/** Puts a registration on hold: no new authorizations until it is approved again. Inferred from the XSD's status 3. */
export function hold(registration: Registration, house: PgeHouse): void {
  mustStand(registration, ['approved'], 'Holding', house)
  registration.life = { status: 'onHold', since: house.now }
}

/** Refuses an act that does not belong to the registration's present milestone. */
export function mustStand(
  registration: Registration,
  wanted: readonly Standing[],
  what: string,
  { now }: Pick<PgeHouse, 'now'>,
): void {
  const standing = standingOf(registration, now)
  if (!wanted.includes(standing)) throw alert.notAtThisMilestone({ what, standing })
}

/** What a form must hold. `except` is the registration that is being edited. Source: PAGE, registration form. */
export function checkForm(state: State, form: RegistrationForm, except?: ClientId): void {
  const name = form.company.displayName
  const holder = state.index.byDisplayName[name.toLowerCase()]
  if (holder !== undefined && holder !== except) throw alert.displayNameTaken({ name })
  if (!isAuthorizedOnline(form)) return
  if (form.redirectUri === null) throw alert.addressNeeded({ field: 'redirect URI' })
  if (form.portalUri === null) throw alert.addressNeeded({ field: 'portal URI' })
}

/** Writes to the business contact. */
export function mailTo(
  { company }: Registration,
  { kind, subject, text }: { kind: string; subject: string; text: string },
  house: PgeHouse,
): void {
  sendMail(kind, { to: company.businessContact, subject, text }, house)
}

function sendLink({ company, applicationId }: Registration, house: PgeHouse): void {
  const subject = 'Confirm your e-mail address'
  const text = 'Follow this link within five days to confirm your registration for Share My Data.'
  const link = `/portal/confirm?registration=${applicationId}`
  sendMail('confirmationLink', { to: company.businessContact, subject, text, link }, house)
}
