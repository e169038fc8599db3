import { fingerprint } from '../../../src/ground/fingerprint.ts'
import { secretsNamed } from '../../../src/toolbox/secrets.ts'

/** What opens something, by the names it goes by: in queries and forms, JSON and XML, and on the pages. */
const secrets = secretsNamed([
  ...['code', 'authorization_code', 'access_token', 'client_access_token', 'refresh_token'],
  ...['client_secret', 'registration_access_token', 'password', 'accountNumber'],
])
const inPage = /(?<=<code data-secret="">)[^<]+/g

/** A text as the journal may keep it: secrets compare, and cannot be used again. */
export function withoutSecrets(text: string, where: 'request' | 'answer' | 'address'): string {
  if (where === 'answer') return secrets.inBody(text).replace(inPage, (secret) => fingerprint(secret))
  const told = secrets.inForm(text)
  return where === 'request' ? secrets.inBody(told) : told
}

/** The same for fields that were taken apart. */
export const hidden = secrets.inFields
