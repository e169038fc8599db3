import { X509Certificate } from 'node:crypto'

const ids = {
  data: '1.2.840.113549.1.7.1',
  certificateBag: '1.2.840.113549.1.12.10.1.3',
  x509: '1.2.840.113549.1.9.22.1',
  friendlyName: '1.2.840.113549.1.9.20',
  trustedKeyUsage: '2.16.840.1.113894.746875.1.1',
  anyExtendedKeyUsage: '2.5.29.37.0',
} as const

/**
 * Writes an authority into a PKCS#12 store (RFC 7292) for Java, which reads no PEM. There is no secret in it, hence no
 * password; the attribute of Oracle's is what makes a certificate one to trust, and few tools but keytool write it.
 */
export function trustStoreOf(certificatePem: string, { name }: { name: string }): Uint8Array {
  const certificate = new X509Certificate(certificatePem).raw
  const bag = sequence(
    objectId(ids.certificateBag),
    explicit(sequence(objectId(ids.x509), explicit(octets(certificate)))),
    set(
      sequence(objectId(ids.friendlyName), set(bmpString(name))),
      sequence(objectId(ids.trustedKeyUsage), set(objectId(ids.anyExtendedKeyUsage))),
    ),
  )
  const safe = sequence(contentInfo(sequence(bag)))
  return sequence(version3, contentInfo(safe))
}

const version3 = element(0x02, Buffer.from([3]))

function contentInfo(content: Uint8Array): Uint8Array {
  return sequence(objectId(ids.data), explicit(octets(content)))
}

const sequence = (...parts: Uint8Array[]) => element(0x30, ...parts)
const set = (...parts: Uint8Array[]) => element(0x31, ...parts)
const octets = (bytes: Uint8Array) => element(0x04, bytes)
const explicit = (part: Uint8Array) => element(0xa0, part)
const bmpString = (text: string) => element(0x1e, Buffer.from(text, 'utf16le').swap16())

/** Tag, length, content: DER. */
function element(tag: number, ...parts: Uint8Array[]): Uint8Array {
  const content = Buffer.concat(parts)
  return Buffer.concat([Buffer.from([tag, ...lengthOf(content.length)]), content])
}

function lengthOf(length: number): number[] {
  if (length < 0x80) return [length]
  const digits: number[] = []
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) digits.unshift(rest % 256)
  return [0x80 + digits.length, ...digits]
}

/** `1.2.840` as DER: the first two numbers in one, each number in digits of seven bits. */
function objectId(dotted: string): Uint8Array {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  return element(0x06, Buffer.from([first * 40 + second, ...rest].flatMap(sevenBits)))
}

function sevenBits(number: number): number[] {
  const digits = [number % 128]
  for (let rest = Math.floor(number / 128); rest > 0; rest = Math.floor(rest / 128)) digits.unshift((rest % 128) + 128)
  return digits
}
