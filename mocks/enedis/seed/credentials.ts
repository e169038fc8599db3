import type { CertificateFiles } from '../../../src/contract/certificate.ts'
import type { Credential } from '../../../src/contract/provider.ts'
import { you } from '../domain/names.ts'
import { clientSecretOf, refreshTokenGivenTo, tokenGivenTo } from '../domain/secrets.ts'
import { castOf, consentGiven, type Given } from './given.ts'
import { authorisationGiven, prmsGiven } from './numbers.ts'
import { credentialsOfSge } from './sge/credentials.ts'

/** Your client ids unless the scenario says others. */
export const defaultClientId = 'acme-energie-production'
export const defaultSandboxClientId = 'acme-energie-sandbox'
/** Everyone's password on the pages unless the scenario says another. */
export const defaultPassword = 'Sandbox-2026'

/** What the client under test must know: addresses, its credentials, and what customers have consented to already. */
export function credentials(
  given: Given,
  addresses: Readonly<Record<string, { http: string; https: string }>>,
  certificates: Readonly<Record<string, CertificateFiles>> = {},
): Credential[] {
  const { http = '', https = '' } = addresses['data-connect'] ?? Object.values(addresses)[0] ?? {}
  const clientId = given.you.clientId ?? defaultClientId
  const sandboxId = given.sandbox.clientId ?? defaultSandboxClientId
  return [
    { variable: 'WATTPROOF_ENEDIS_URL', value: https, says: 'base address of API and consent page' },
    { variable: 'WATTPROOF_ENEDIS_HTTP_URL', value: http, says: 'the same without TLS' },
    {
      variable: 'WATTPROOF_ENEDIS_GENERATION',
      value: given.generation,
      says: 'of Data Connect: v4, v5, or v2 of 2026',
    },
    ...(given.you.life === 'open' ? ownIn('', clientId, 'in production: customers see the consent page') : []),
    ...(given.you.tokenSince === undefined
      ? []
      : [{ variable: 'WATTPROOF_ENEDIS_ACCESS_TOKEN', value: tokenGivenTo(clientId), says: 'a token you have' }]),
    ...ownIn('SANDBOX_', sandboxId, 'in the sandbox: fictitious clients consent at once'),
    ...consentsHeld(given, clientId),
    ...pointsSignedFor(given, clientId),
    ...credentialsOfSge(given, { address: addresses['sge'], certificates }),
  ]
}

/** The usage points that customers have signed for you about, where a story has to do with SGE. */
function pointsSignedFor(given: Given, clientId: string): Credential[] {
  const { sge } = given
  if (sge === undefined) return []
  const told = new Set(consentsHeld(given, clientId).map(({ variable }) => variable))
  const signed = Object.values(sge.authorisations ?? {}).filter(({ party }) => party === you)
  const isSigned = (customer: string, name: string) =>
    sge.authorisations === undefined ||
    signed.some((one) => one.customer === customer && (one.usagePoints?.some((point) => isName(point, name)) ?? true))
  return Object.entries(prmsGiven(given)).flatMap(([name, value]) => {
    const customer = name.slice(0, name.lastIndexOf('.'))
    const about = { variable: variable('PRM', name), value, says: `a usage point of ${customer}` }
    return isSigned(customer, name) && !told.has(about.variable) ? [about] : []
  })
}

/** Usage points are named alone or with their customer. */
const isName = (spoken: string, full: string) => spoken === full || full.endsWith(`.${spoken}`)

function ownIn(where: string, clientId: string, says: string): Credential[] {
  return [
    { variable: `WATTPROOF_ENEDIS_${where}CLIENT_ID`, value: clientId, says: `your application ${says}` },
    { variable: `WATTPROOF_ENEDIS_${where}CLIENT_SECRET`, value: clientSecretOf(clientId), says: 'its secret' },
  ]
}

function consentsHeld(given: Given, clientId: string): Credential[] {
  const prms = prmsGiven(given)
  return Object.entries(castOf(given).customers).flatMap(([customer, told]) => {
    const held = consentGiven(told)
    if (held?.application !== 'you') return []
    const names = heldPoints(customer, told, held.usagePoints)
    const usual = names.flatMap((name) => [
      { variable: variable('PRM', name), value: prms[name] ?? '', says: `a usage point of ${customer}` },
      {
        variable: variable('AUTORISATION_ID', name),
        value: authorisationGiven(clientId, name),
        says: 'its autorisation_id',
      },
    ])
    const refresh = {
      variable: variable('REFRESH_TOKEN', customer),
      value: refreshTokenGivenTo(clientId, customer),
      says: 'the refresh token of v4',
    }
    return held.page === 'v1' ? [...usual, refresh] : usual
  })
}

/** The full names of the usage points a consent is about. */
export function heldPoints(
  customer: string,
  { usagePoints }: { usagePoints: object },
  told: readonly string[] | undefined,
): string[] {
  const names = told ?? Object.keys(usagePoints)
  return names.map((name) => (name.includes('.') ? name : `${customer}.${name}`))
}

function variable(what: string, about: string): string {
  return `WATTPROOF_ENEDIS_${what}_${about.replaceAll(/[^A-Za-z0-9]+/g, '_').toUpperCase()}`
}
