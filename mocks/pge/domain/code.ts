import { fingerprint } from '../../../src/ground/fingerprint.ts'
import type { PgeHouse } from '../dialect/index.ts'
import { refuse } from '../errors/index.ts'
import type { AuthorizationId, ClientId, Code, State } from '../model/index.ts'
import { secondsLater } from './pacific.ts'
import { newSecret } from './secrets.ts'

/** Makes the code that the redirect carries: good for ten minutes, and once. Source: PAGE and HARN, OAD004. */
export function issueCode(
  state: State,
  about: { clientId: ClientId; authorization: AuthorizationId | null; redirectUri: string; test: boolean },
  house: PgeHouse,
): string {
  const { value, print } = newSecret(house)
  const expiresAt = secondsLater(house.now, Number(house.dialect.codeTtl))
  state.codes[print] = { ...about, expiresAt, used: false }
  return value
}

/** Uses a code up, if it is the client's, in time and not used. */
export function useCode(
  state: State,
  asked: { clientId: ClientId; code: string; redirectUri: string; test: boolean },
  { now }: Pick<PgeHouse, 'now'>,
): Code {
  const code = state.codes[fingerprint(asked.code)]
  const isTheirs = code?.clientId === asked.clientId && code.test === asked.test
  if (!code || !isTheirs || code.used || now >= code.expiresAt) throw refuse.codeInvalid()
  if (code.redirectUri !== asked.redirectUri) throw refuse.redirectUriMismatch()
  code.used = true
  return code
}
