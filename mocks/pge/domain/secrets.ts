import { fingerprint } from '../../../src/ground/fingerprint.ts'
import type { PgeHouse } from '../dialect/index.ts'
import type { ClientId, Print } from '../model/index.ts'

/** A secret at the moment it is made: the value goes out, the print stays. */
export type NewSecret = { value: string; print: Print }

/** A code, token or session that nobody has had before: a UUID. Source: HARN, FB_13: 48 bits or more. */
export function newSecret(house: Pick<PgeHouse, 'ids'>): NewSecret {
  const value = newUuid('secret', house)
  return { value, print: fingerprint(value) }
}

/** The next UUID of a kind. */
export function newUuid(kind: string, { ids }: Pick<PgeHouse, 'ids'>): string {
  return asUuid(ids.hex(32, kind, ids.next(kind)))
}

/**
 * Secrets that pages and feeds show again follow from the client id: so nobody has to keep them. Their length and look
 * are ours.
 */
export function clientSecretOf(clientId: ClientId | string): string {
  return derived(`client secret of ${clientId}`)
}

export function registrationTokenOf(clientId: ClientId | string): string {
  return asUuid(derived(`registration access token of ${clientId}`))
}

/** The refresh token of an authorization that stands when a story begins: the client has had it for long. */
export function refreshTokenGivenTo(clientId: ClientId | string, customer: string): string {
  return asUuid(derived(`refresh token of ${clientId} for ${customer}`))
}

export function derivedUuid(about: string): string {
  return asUuid(derived(about))
}

function derived(about: string): string {
  return Buffer.from(fingerprint(about).slice('sha256:'.length), 'base64url').toString('hex').slice(0, 32)
}

function asUuid(hex: string): string {
  const variant = '89ab'.charAt(Number.parseInt(hex.charAt(16), 16) % 4)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
