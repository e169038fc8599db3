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

/** A body as the journal may keep it: passwords compare, and cannot be used again. */
export function withoutPasswords(body: string, where: 'request' | 'answer' | 'address'): string {
  if (where !== 'request' || !body.includes('<password')) return body
  return body.replace(/(<password\b[^>]*>)([\s\S]*?)(?=<\/password|$)/g, (_, tag: string, password: string) => {
    return tag + fingerprint(password)
  })
}
