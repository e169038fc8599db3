import { fingerprint } from '../../../src/ground/fingerprint.ts'
import type { PgeHouse } from '../dialect/index.ts'
import { alert } from '../errors/index.ts'
import type { ClientId, CustomerId, Print, SessionOwner, State } from '../model/index.ts'
import type { Seen } from '../views.ts'
import { secondsLater } from './pacific.ts'
import { newSecret } from './secrets.ts'

/** Inferred: PG&E does not say how long its site remembers a login. */
const lastsSeconds = 3600

/** A customer with an online account logs in. */
export function customerByLogin(
  state: Seen,
  { username, password }: { username: string; password: Print },
): CustomerId {
  const names: Readonly<Record<string, CustomerId>> = state.index.byUsername
  const id = names[username.toLowerCase()]
  if (id === undefined || state.customers[id]?.login?.password !== password) throw alert.loginFailed()
  return id
}

/** A guest is known by the account number and ZIP code of a bill. Source: PAGE, November 2018. */
export function customerAsGuest(
  state: Seen,
  { accountNumber, zip }: { accountNumber: string; zip: string },
): CustomerId {
  const numbers: Readonly<Record<string, CustomerId>> = state.index.byAccountNumber
  const id = numbers[accountNumber.replaceAll(/[\s-]/g, '')]
  if (id === undefined || state.customers[id]?.billingAddress.zip !== zip.trim().slice(0, 5)) throw alert.guestUnknown()
  return id
}

/** A third party's person logs in to the portal: the business contact of a registration. */
export function thirdPartyByLogin(
  state: Seen,
  { username, password }: { username: string; password: Print },
): ClientId {
  const found = Object.values(state.registrations).find(
    ({ company, portalPassword }) =>
      company.businessContact === username.trim().toLowerCase() && portalPassword === password,
  )
  if (found === undefined) throw alert.loginFailed()
  return found.clientId
}

/** Remembers a browser; the value goes into its cookie. */
export function openSession(state: State, who: SessionOwner, house: PgeHouse): string {
  const { value, print } = newSecret(house)
  state.sessions[print] = { startedAt: house.now, who }
  return value
}

/** Whose browser it is, if it has logged in within the hour. */
export function sessionOwner(state: Seen, cookie: string | undefined, now: string): SessionOwner | undefined {
  if (cookie === undefined) return undefined
  const print = fingerprint(cookie)
  const session = Object.hasOwn(state.sessions, print) ? state.sessions[print] : undefined
  return session && now < secondsLater(session.startedAt, lastsSeconds) ? session.who : undefined
}

export function closeSession(state: State, cookie: string): void {
  delete state.sessions[fingerprint(cookie)]
}
