import { fingerprint } from '../ground/fingerprint.ts'
import { formDecoded } from './forms.ts'

/** Takes what opens something out of what a journal keeps; fingerprints in its place compare, and open nothing. */
export type Secrets = {
  /** Of a query or a form, also where its names are escaped. */
  inForm: (text: string) => string
  /** Of JSON, XML or the parts of a form with files: a client may send its secrets in a form that nobody reads. */
  inBody: (text: string) => string
  /** Of fields that were taken apart. */
  inFields: (fields: Readonly<Record<string, string>>) => Record<string, string>
}

/** Knows secrets by the names they go by. */
export function secretsNamed(secretNames: readonly string[]): Secrets {
  const names = secretNames.join('|')
  const inBodies = [
    new RegExp(`("(?:${names})"\\s*:\\s*")((?:[^"\\\\]|\\\\.)+)`, 'g'),
    new RegExp(`(<(?:\\w+:)?(?:${names})(?:\\s[^>]*)?>)([^<]+)`, 'g'),
    new RegExp(`(\\bname="?(?:${names})"?(?:;[^\\r\\n]*)?\\r?\\n(?:[^\\r\\n]+\\r?\\n)*\\r?\\n)([^\\r\\n]+)`, 'g'),
  ]
  return {
    inForm: (text) =>
      text.replace(/(?<=^|[?&;])([^?&;=#\s]+)=([^&#\s]+)/g, (pair, name: string, value: string) =>
        secretNames.includes(formDecoded(name)) ? `${name}=${fingerprint(formDecoded(value))}` : pair,
      ),
    inBody: (text) => inBodies.reduce((so, form) => so.replace(form, hideSecond), text),
    inFields: (fields) =>
      Object.fromEntries(
        Object.entries(fields).map(([name, value]) => [name, secretNames.includes(name) ? fingerprint(value) : value]),
      ),
  }
}

const hideSecond = (_: string, before: string, secret: string) => `${before}${fingerprint(secret)}`
