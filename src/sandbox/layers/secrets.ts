import { fingerprint } from '../../ground/fingerprint.ts'
import type { OpenRoom } from '../exchange.ts'

/** A text as the journal keeps it: the room takes its secrets out, wherever they stand. */
export function kept({ room }: OpenRoom, text: string, where: 'request' | 'answer' | 'address'): string {
  return room.withoutSecrets?.(text, where) ?? text
}

const credentials = /^(proxy-)?authorization$|^cookie$/i
const addresses = /^(location|referer)$/i
const cookie = /^set-cookie$/i

/** A header as the journal keeps it: credentials and sessions compare, and cannot be used again. */
export function withoutSecret(open: OpenRoom, name: string, value: string): [string, string] {
  if (addresses.test(name)) return [name, kept(open, value, 'address')]
  if (cookie.test(name)) return [name, value.replace(/=([^;]*)/, (_, secret: string) => `=${fingerprint(secret)}`)]
  if (!credentials.test(name)) return [name, value]
  const [scheme = '', ...rest] = value.split(' ')
  return [name, rest.length === 0 ? fingerprint(value) : `${scheme} ${fingerprint(rest.join(' '))}`]
}
