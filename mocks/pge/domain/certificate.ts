import type { PgeHouse } from '../dialect/index.ts'
import type { Certificate, ClientId, State } from '../model/index.ts'
import type { SeenRegistration } from '../views.ts'
import { mailTo } from './registration.ts'
import { registrationOf } from './registration-lookup.ts'

type Shown = { fingerprint: string; commonName: string | null }

/** Whether a certificate is the one the portal knows: CA-signed is not enough. Source: PAGE, mutual TLS. */
export function isRegistered({ certificate }: SeenRegistration, shown: Shown): boolean {
  if (certificate === null) return false
  return certificate.value === (certificate.by === 'fingerprint' ? shown.fingerprint : shown.commonName)
}

/** Whether any registration knows a certificate: calls that have not named their client yet are judged by this. */
export function isRegisteredToAny(registrations: readonly SeenRegistration[], shown: Shown): boolean {
  return registrations.some((registration) => isRegistered(registration, shown))
}

/** The third party uploads a new certificate; PG&E applies it days later, and the old one works until then. */
export function uploadCertificate(
  state: State,
  { clientId, certificate }: { clientId: ClientId; certificate: Omit<Certificate, 'uploadedAt'> },
  house: PgeHouse,
): void {
  const registration = registrationOf(state, clientId)
  if (registration.nextCertificate) house.cancel(registration.nextCertificate.due)
  const due = house.later(state.settings.certificateDelay, 'utility.applyCertificateUploaded', { clientId })
  registration.nextCertificate = { ...certificate, uploadedAt: house.now, due }
}

/** The uploaded certificate takes the place of the old one; an e-mail confirms it. Source: PAGE, certificate renewal. */
export function applyCertificate(state: State, { clientId }: { clientId: ClientId }, house: PgeHouse): boolean {
  const registration = registrationOf(state, clientId)
  if (registration.nextCertificate === null) return false
  const { due, ...certificate } = registration.nextCertificate
  house.cancel(due)
  registration.certificate = certificate
  registration.nextCertificate = null
  const text = `The new certificate of ${registration.company.displayName} is in use.`
  mailTo(registration, { kind: 'certificateApplied', subject: 'Your certificate was applied', text }, house)
  return true
}
