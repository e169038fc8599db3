import { fingerprint } from '../../../src/ground/fingerprint.ts'
import type { EnedisHouse } from '../dialect/index.ts'
import type { Print } from '../model/index.ts'

/** A secret at the moment it is made: the value goes out, the print stays. */
export type NewSecret = { value: string; print: Print }

/** A code, token or session that nobody has had before: 42 letters and digits. Source: CAPTURE, tokens of v4. */
export function newSecret(house: Pick<EnedisHouse, 'ids'>): NewSecret {
  const value = house.ids.hex(42, 'secret', house.ids.next('secret'))
  return { value, print: fingerprint(value) }
}

/** The secret of an application follows from its client id, so that nobody has to keep it. Its look is ours. */
export function clientSecretOf(clientId: string): string {
  return asUuid(derived(`client secret of ${clientId}`))
}

/** A token that the client has had since before the story began. */
export function tokenGivenTo(clientId: string): string {
  return derived(`access token of ${clientId}`)
}

/** The refresh token of v4 that the client has had for a customer since before the story began. */
export function refreshTokenGivenTo(clientId: string, customer: string): string {
  return derived(`refresh token of ${clientId} for ${customer}`)
}

/** A UUID that follows from what it is about. */
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
