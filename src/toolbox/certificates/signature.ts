/** How a certificate was signed: the hash that was signed over, and the name of the whole algorithm. */
export type Signature = { hash: string; algorithm: string }

const known: Readonly<Record<string, Signature>> = {
  '1.2.840.113549.1.1.4': { hash: 'MD5', algorithm: 'md5WithRSAEncryption' },
  '1.2.840.113549.1.1.5': { hash: 'SHA-1', algorithm: 'sha1WithRSAEncryption' },
  '1.2.840.113549.1.1.11': { hash: 'SHA-256', algorithm: 'sha256WithRSAEncryption' },
  '1.2.840.113549.1.1.12': { hash: 'SHA-384', algorithm: 'sha384WithRSAEncryption' },
  '1.2.840.113549.1.1.13': { hash: 'SHA-512', algorithm: 'sha512WithRSAEncryption' },
  '1.2.840.10045.4.1': { hash: 'SHA-1', algorithm: 'ecdsa-with-SHA1' },
  '1.2.840.10045.4.3.2': { hash: 'SHA-256', algorithm: 'ecdsa-with-SHA256' },
  '1.2.840.10045.4.3.3': { hash: 'SHA-384', algorithm: 'ecdsa-with-SHA384' },
  '1.2.840.10045.4.3.4': { hash: 'SHA-512', algorithm: 'ecdsa-with-SHA512' },
  '1.3.101.112': { hash: 'SHA-512', algorithm: 'Ed25519' },
}
const rsaPss = '1.2.840.113549.1.1.10'
const hashes: Readonly<Record<string, string>> = {
  '1.3.14.3.2.26': 'SHA-1',
  '2.16.840.1.101.3.4.2.1': 'SHA-256',
  '2.16.840.1.101.3.4.2.2': 'SHA-384',
  '2.16.840.1.101.3.4.2.3': 'SHA-512',
}

const sequence = 0x30
const objectId = 0x06

/**
 * Reads how a certificate was signed from its DER, which Node shows of no certificate before version 24:
 * `Certificate ::= SEQUENCE { tbsCertificate, signatureAlgorithm SEQUENCE { OID, parameters }, signature }`.
 */
export function signatureOf(der: Uint8Array): Signature {
  const certificate = elementAt(der, 0)
  const toBeSigned = elementAt(der, certificate.from)
  const algorithm = elementAt(der, toBeSigned.to)
  const id = elementAt(der, algorithm.from)
  if (algorithm.tag !== sequence || id.tag !== objectId) return { hash: 'unknown', algorithm: 'unknown' }
  const oid = spelled(der.subarray(id.from, id.to))
  if (oid === rsaPss) return { hash: hashOfPss(der.subarray(id.to, algorithm.to)), algorithm: 'rsassaPss' }
  return known[oid] ?? { hash: 'unknown', algorithm: oid }
}

/** RSASSA-PSS names its hash in its parameters; SHA-1 where it names none (RFC 4055, section 3.1). */
function hashOfPss(parameters: Uint8Array): string {
  const inside = objectIdsIn(parameters).find((oid) => oid in hashes)
  return inside === undefined ? 'SHA-1' : (hashes[inside] as string)
}

/** Every object identifier among the elements, those inside others included, in order. */
function objectIdsIn(bytes: Uint8Array): string[] {
  const found: string[] = []
  for (let at = 0; at < bytes.length;) {
    const { tag, from, to } = elementAt(bytes, at)
    const inside = bytes.subarray(from, to)
    if (tag === objectId) found.push(spelled(inside))
    else if ((tag & 0x20) !== 0) found.push(...objectIdsIn(inside))
    at = to
  }
  return found
}

type Element = { tag: number; from: number; to: number }

/** One element of DER: its tag, and where its content begins and ends. */
function elementAt(bytes: Uint8Array, at: number): Element {
  const tag = byteAt(bytes, at)
  const first = byteAt(bytes, at + 1)
  if (first < 0x80) return { tag, from: at + 2, to: at + 2 + first }
  const digits = first & 0x7f
  let length = 0
  for (let n = 0; n < digits; n++) length = length * 256 + byteAt(bytes, at + 2 + n)
  return { tag, from: at + 2 + digits, to: at + 2 + digits + length }
}

function byteAt(bytes: Uint8Array, at: number): number {
  const byte = bytes[at]
  if (byte === undefined) throw new RangeError('The certificate breaks off in the middle.')
  return byte
}

/** An object identifier in its usual spelling, `1.2.840.113549`. */
function spelled(bytes: Uint8Array): string {
  const numbers: number[] = []
  let number = 0
  for (const byte of bytes) {
    number = number * 128 + (byte & 0x7f)
    if (byte >= 0x80) continue
    numbers.push(number)
    number = 0
  }
  const [first = 0, ...rest] = numbers
  const root = Math.min(2, Math.floor(first / 40))
  return [root, first - root * 40, ...rest].join('.')
}
