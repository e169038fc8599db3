import { fingerprint } from '../../../src/ground/fingerprint.ts'

/** What opens something, by the names it goes by in queries, forms and JSON. */
const secretNames = ['access_token', 'refresh_token', 'token', 'client_secret', 'code', 'password']
const names = secretNames.join('|')
const inQuery = new RegExp(`(?<=(?:^|[?&])(?:${names})=)[^&#\\s]+`, 'g')
const inJson = /(?<="(?:access_token|refresh_token)"\s*:\s*")[^"]+/g

/** A text as the journal may keep it: secrets compare, and cannot be used again. */
export function withoutSecrets(text: string, where: 'request' | 'answer' | 'address'): string {
  if (where === 'answer') return text.replace(inJson, (secret) => fingerprint(secret))
  return text.replace(inQuery, (secret) => fingerprint(formDecoded(secret)))
}

/** The same for fields that were taken apart. */
export function hidden(fields: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, secretNames.includes(name) ? fingerprint(value) : value]),
  )
}

/** A word of a query or a form as it was meant. */
export function formDecoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}
