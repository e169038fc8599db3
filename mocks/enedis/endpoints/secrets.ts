import { secretsNamed } from '../../../src/toolbox/secrets.ts'

/** What opens something, by the names it goes by in what clients and browsers send, */
const sent = secretsNamed(['access_token', 'refresh_token', 'token', 'client_secret', 'code', 'password'])
/** and in what they are answered, where the code is that of an error. */
const answered = secretsNamed(['access_token', 'refresh_token'])

/** A text as the journal may keep it: secrets compare, and cannot be used again. */
export function withoutSecrets(text: string, where: 'request' | 'answer' | 'address'): string {
  if (where === 'answer') return answered.inBody(text)
  const told = sent.inForm(text)
  return where === 'request' ? sent.inBody(told) : told
}

/** The same for fields that were taken apart. */
export const hidden = sent.inFields
