import type { Look } from '../dialect/index.ts'
import { alert, refuse } from '../errors/index.ts'
import type { BulkId, ClientId, Registration } from '../model/index.ts'
import type { Seen, SeenRegistration, Standing } from '../views.ts'

/** Where a registration stands now: what ran out has run out without anyone doing anything. */
export function standingOf({ life }: SeenRegistration, now: string): Standing {
  switch (life.status) {
    case 'registered':
      return now < life.confirmBy ? 'unconfirmed' : 'linkLapsed'
    case 'accepted':
      return now < life.testsUntil ? 'accepted' : 'expired'
    default:
      return life.status
  }
}

/** Whether client id, secret and tokens are of any use. Source: PAGE, milestones. */
export function hasCredentials(registration: SeenRegistration, now: string): boolean {
  return ['accepted', 'inReview', 'approved', 'onHold'].includes(standingOf(registration, now))
}

/** Whether customers may authorize it and their data is open. Source: PAGE, milestones. */
export function isApproved(registration: SeenRegistration, now: string): boolean {
  return standingOf(registration, now) === 'approved'
}

/** Whether what was authorized goes on: a registration on hold gets no new authorizations only. Inferred: XSD, status 3. */
export function isInProduction(registration: SeenRegistration, now: string): boolean {
  return ['approved', 'onHold'].includes(standingOf(registration, now))
}

/** dataCustodianApplicationStatus: 1 review, 2 production, 3 on hold, 4 revoked. Source: XSD. */
export function applicationStatus(registration: SeenRegistration, now: string): 1 | 2 | 3 | 4 {
  switch (standingOf(registration, now)) {
    case 'approved':
      return 2
    case 'onHold':
      return 3
    case 'revoked':
    case 'closed':
    case 'expired':
      return 4
    default:
      return 1
  }
}

/** Companies that customers see on PG&E's site. Source: PAGE, visibility. */
export function listedThirdParties(state: Seen, now: string): SeenRegistration[] {
  return Object.values(state.registrations).filter((one) => isListed(one, now))
}

/** The registration of a known client. */
export function registrationOf<S extends Seen>(state: S, clientId: ClientId): S['registrations'][ClientId] {
  return state.registrations[clientId] as S['registrations'][ClientId]
}

/** A client id as it came in, if it is anyone's. */
export function clientKnown(state: Seen, clientId: string): ClientId | undefined {
  return Object.hasOwn(state.registrations, clientId) ? (clientId as ClientId) : undefined
}

/** Whose bulk a path asks for; its own client's, or it is refused. The client id stands for it too (C14). */
export function mustBeOwnBulk(
  state: Seen,
  { clientId, bulkId }: { clientId: ClientId; bulkId: string },
  { dialect }: Pick<Look, 'dialect'>,
): void {
  const isAlias = dialect.bulkIdAlias === 'on' && bulkId === clientId
  if (!isAlias && state.index.byBulkId[bulkId as BulkId] !== clientId) throw refuse.clientMismatch()
}

/** The registration behind ApplicationInformation/{id}; another's, or nobody's, is refused. */
export function ownApplication(state: Seen, { clientId, id }: { clientId: ClientId; id: string }): SeenRegistration {
  const registration = registrationOf(state, clientId)
  if (registration.applicationId !== id) throw refuse.notYours()
  return registration
}

/** Registrations of one EIN are one vendor. Source: PAGE, limits. */
export function vendorOf(state: Seen, clientId: ClientId): string {
  return registrationOf(state, clientId).company.ein
}

/** Standard and EEF registrations have customers who authorize them online. Source: PAGE, user types. */
export function isAuthorizedOnline({ userType }: Pick<Registration, 'userType'>): boolean {
  return userType === 'standard' || userType === 'eef'
}

/** The company a customer picks on PG&E's site. */
export function mustBeListed(registration: SeenRegistration, now: string): void {
  if (!isListed(registration, now)) throw alert.notListed({ name: registration.company.displayName })
}

function isListed(registration: SeenRegistration, now: string): boolean {
  return registration.visible && isApproved(registration, now) && isAuthorizedOnline(registration)
}
