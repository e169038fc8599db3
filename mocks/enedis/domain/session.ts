import { fingerprint } from '../../../src/ground/fingerprint.ts'
import { later } from '../../../src/toolbox/calendar.ts'
import type { EnedisHouse } from '../dialect/index.ts'
import { alert } from '../errors/index.ts'
import type { CustomerId, Print, State } from '../model/index.ts'
import type { Seen } from '../views/index.ts'
import { newSecret } from './secrets.ts'

/** Inferred: Enedis does not say how long its site remembers a login. */
const lasts = 'PT30M'

/** A customer logs in at mon-compte-particulier. */
export function customerByLogin(
  state: Seen,
  { username, password }: { username: string; password: Print },
): CustomerId {
  const names: Readonly<Record<string, CustomerId>> = state.index.byUsername
  const wanted = username.trim().toLowerCase()
  const id = Object.hasOwn(names, wanted) ? names[wanted] : undefined
  if (id === undefined || state.logins[id]?.password !== password) throw alert.loginFailed()
  return id
}

/** Remembers a browser; the value goes into its cookie. */
export function openSession(state: State, customer: CustomerId, house: EnedisHouse): string {
  const { value, print } = newSecret(house)
  state.sessions[print] = { startedAt: house.now, customer }
  return value
}

/** Whose browser it is, if it has logged in within the half hour. */
export function sessionOwner(state: Seen, cookie: string | undefined, now: string): CustomerId | undefined {
  if (cookie === undefined) return undefined
  const print = fingerprint(cookie)
  const session = Object.hasOwn(state.sessions, print) ? state.sessions[print] : undefined
  return session && now < later(session.startedAt, lasts) ? session.customer : undefined
}

export function closeSession(state: State, cookie: string): void {
  delete state.sessions[fingerprint(cookie)]
}
