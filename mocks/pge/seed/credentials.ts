import type { CertificateFiles } from '../../../src/contract/certificate.ts'
import type { Credential } from '../../../src/contract/provider.ts'
import { clientSecretOf, refreshTokenGivenTo, registrationTokenOf } from '../domain/secrets.ts'
import { authorizedGiven, castOf, type Given } from './given.ts'

/** Your client id unless the scenario says another. */
export const defaultClientId = 'AcmeEnergy01'
/** The common name of the client certificate that is registered unless the scenario says another. */
export const defaultCommonName = 'wattproof-client'
/** Everyone's password on the pages unless the scenario says another. */
export const defaultPassword = 'Sandbox-2026'

/** What the client under test must know: addresses, its credentials, and tokens it has had for long. */
export function credentials(
  given: Given,
  addresses: Readonly<Record<string, { http: string; https: string }>>,
  certificates: Readonly<Record<string, CertificateFiles>>,
): Credential[] {
  const { http = '', https = '' } = Object.values(addresses)[0] ?? {}
  const { http: pages = '' } = addresses['pages'] ?? {}
  const { clientId = defaultClientId, userType, registration } = given.you
  const isAccepted = registration !== 'registered' && registration !== 'confirmed'
  const own: Credential[] = [
    { variable: 'WATTPROOF_PGE_CLIENT_ID', value: clientId, says: 'your client id' },
    { variable: 'WATTPROOF_PGE_CLIENT_SECRET', value: clientSecretOf(clientId), says: 'its secret' },
    {
      variable: 'WATTPROOF_PGE_REGISTRATION_TOKEN',
      value: registrationTokenOf(clientId),
      says: 'the registration access token of the portal',
    },
  ]
  return [
    { variable: 'WATTPROOF_PGE_URL', value: https, says: 'base address, with a client certificate' },
    { variable: 'WATTPROOF_PGE_HTTP_URL', value: http, says: 'the same without certificates' },
    { variable: 'WATTPROOF_PGE_PAGES_URL', value: pages, says: 'pages: /myAuthorization/current and /portal' },
    ...shown('CERT', 'KEY', certificates.good, 'that is registered'),
    ...shown('NEXT_CERT', 'NEXT_KEY', certificates.next, 'to be uploaded in the portal'),
    ...(isAccepted ? own : []),
    ...(userType === 'standard' || userType === 'eef' ? heldTokens(given, clientId) : []),
  ]
}

function shown(certificate: string, key: string, files: CertificateFiles | undefined, says: string): Credential[] {
  if (files === undefined) return []
  return [
    { variable: `WATTPROOF_PGE_${certificate}_FILE`, value: files.certificateFile, says: `client certificate ${says}` },
    { variable: `WATTPROOF_PGE_${key}_FILE`, value: files.keyFile, says: 'its key' },
  ]
}

function heldTokens(given: Given, clientId: string): Credential[] {
  return Object.entries(castOf(given).customers).flatMap(([name, customer]) => {
    const held = authorizedGiven(customer)
    if (held?.thirdParty !== 'you' || held.how !== 'online') return []
    const variable = `WATTPROOF_PGE_REFRESH_TOKEN_${name.replaceAll(/[^A-Za-z0-9]+/g, '_').toUpperCase()}`
    return [{ variable, value: refreshTokenGivenTo(clientId, name), says: `the refresh token for ${name}` }]
  })
}
