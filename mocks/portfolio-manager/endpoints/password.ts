import { fingerprint } from '../../../src/ground/fingerprint.ts'
import type { AccountChange } from '../views.ts'
import { hiddenPassword, type AccountBody } from '../wire/account.ts'

/** A body as rules may see it: the password as a fingerprint, and none where the client sent back the asterisks. */
export function accountChange({ details, password }: AccountBody): AccountChange {
  return password === hiddenPassword ? { details } : { details, password: fingerprint(password) }
}

/** The same for a login that begins: there is always a password. */
export function newAccount({ details, password }: AccountBody): Required<AccountChange> {
  return { details, password: fingerprint(password) }
}
