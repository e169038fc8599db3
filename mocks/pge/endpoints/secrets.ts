import { fingerprint } from '../../../src/ground/fingerprint.ts'

/** What opens something, by the names it goes by: in queries and forms, JSON and XML, and on the pages. */
const secretNames = [
  ...['code', 'authorization_code', 'access_token', 'client_access_token', 'refresh_token'],
  ...['client_secret', 'registration_access_token', 'password', 'accountNumber'],
]
const names = secretNames.join('|')
const inQuery = new RegExp(`(?<=(?:^|[?&;])(?:${names})=)[^&#\\s]+`, 'g')
const inJson = new RegExp(`(?<="(?:${names})"\\s*:\\s*")[^"]+`, 'g')
const inXml = new RegExp(`(?<=<(?:\\w+:)?(?:${names})(?:\\s[^>]*)?>)[^<]+`, 'g')
const inPage = /(?<=<code data-secret="">)[^<]+/g

/** A text as the journal may keep it: secrets compare, and cannot be used again. */
export function withoutSecrets(text: string, where: 'request' | 'answer' | 'address'): string {
  const hide = (secret: string) => fingerprint(secret)
  if (where === 'answer') return text.replace(inJson, hide).replace(inXml, hide).replace(inPage, hide)
  return text.replace(inQuery, (secret) => fingerprint(decoded(secret)))
}

/** The same for fields that were taken apart. */
export function hidden(fields: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, secretNames.includes(name) ? fingerprint(value) : value]),
  )
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}
