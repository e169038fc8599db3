import { fingerprint } from '../../../src/ground/fingerprint.ts'
import { later } from '../../../src/toolbox/calendar.ts'
import type { EnedisHouse } from '../dialect/index.ts'
import { refuse } from '../errors/index.ts'
import type { ClientId, Code, State, UsagePointId } from '../model/index.ts'
import { newSecret } from './secrets.ts'

/** Source: SWAGGER, v4: a code is good for 180 seconds. */
const lasts = 'PT180S'

/** Makes the code that a redirect of the v1 page carries. */
export function issueCode(
  state: State,
  { clientId, usagePoints }: { clientId: ClientId; usagePoints: UsagePointId[] },
  house: EnedisHouse,
): string {
  const { value, print } = newSecret(house)
  state.codes[print] = { clientId, usagePoints, expiresAt: later(house.now, lasts), used: false }
  return value
}

/** Takes a code for the one time it is good. Source: ISSUES, invalid_grant on a late or reused code. */
export function useCode(
  state: State,
  { clientId, value }: { clientId: ClientId; value: string },
  { now }: Pick<EnedisHouse, 'now'>,
): Code {
  const print = fingerprint(value)
  const code = Object.hasOwn(state.codes, print) ? state.codes[print] : undefined
  if (code?.clientId !== clientId || code.used || now >= code.expiresAt) throw refuse.codeInvalid()
  code.used = true
  return code
}
