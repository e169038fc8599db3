import { X509Certificate } from 'node:crypto'
import { instantMs, isoInstant } from '../../ground/clock.ts'
import { signatureOf, type Signature } from './signature.ts'

/** What a room may want to know of a certificate before it decides: which one it is, and how strong its key. */
export type CertificateFacts = {
  commonName: string | null
  subject: string
  issuer: string
  serialNumber: string
  /** SHA-256 of the DER, lower-case hex: what a registration remembers. */
  fingerprint: string
  validFrom: string
  validTo: string
  key: { type: string; bits: number | null }
  signature: Signature
}

/** What a provider asks of certificates beyond their dates and their authority. */
export type Strength = { keyType: string; bits: number; hashes: readonly string[] }

/** What is to be said of a certificate at one moment; only the room knows what it answers to each. */
export type CertificateVerdict =
  | { verdict: 'missing' }
  | { verdict: 'unreadable' }
  | { verdict: 'good' | CertificateFlaw; certificate: CertificateFacts }
/** What a certificate that could be read may be refused for. */
export type CertificateFlaw =
  | 'selfSigned'
  | 'unknownAuthority'
  | 'notYetValid'
  | 'expired'
  | 'revoked'
  | 'otherKeyType'
  | 'weakKey'
  | 'weakSignature'

/** Whom a judge trusts, and which certificates of theirs were taken back, by serial number. */
export type Trust = { trusted: readonly string[]; revoked?: readonly string[] }

/**
 * Judges a certificate at the world's now. The socket's own `authorized` is never asked: it reads the machine's clock,
 * and a world may be years away from it.
 */
export function judgeCertificate(
  presented: string | Uint8Array | null,
  { now, strength, ...trust }: { now: string; strength?: Strength } & Trust,
): CertificateVerdict {
  if (presented === null) return { verdict: 'missing' }
  const leaf = read(presented)
  if (!leaf) return { verdict: 'unreadable' }
  const certificate = factsOf(leaf)
  const flaw = whoSigned(leaf, trust) ?? flawAt(now, certificate, trust) ?? weakness(certificate, strength)
  return { verdict: flaw ?? 'good', certificate }
}

function whoSigned(leaf: X509Certificate, { trusted }: Trust): CertificateFlaw | undefined {
  if (trusted.some((pem) => isIssuedBy(leaf, new X509Certificate(pem)))) return undefined
  // Not `checkIssued`: it wants the right to sign certificates, which one for a client lacks.
  return leaf.subject === leaf.issuer && leaf.verify(leaf.publicKey) ? 'selfSigned' : 'unknownAuthority'
}

function flawAt(now: string, certificate: CertificateFacts, { revoked = [] }: Trust): CertificateFlaw | undefined {
  if (instantMs(now) < instantMs(certificate.validFrom)) return 'notYetValid'
  if (instantMs(now) > instantMs(certificate.validTo)) return 'expired'
  return revoked.includes(certificate.serialNumber) ? 'revoked' : undefined
}

function weakness({ key, signature }: CertificateFacts, strength: Strength | undefined): CertificateFlaw | undefined {
  if (strength === undefined) return undefined
  if (key.type !== strength.keyType) return 'otherKeyType'
  if ((key.bits ?? 0) < strength.bits) return 'weakKey'
  return strength.hashes.includes(signature.hash) ? undefined : 'weakSignature'
}

function read(presented: string | Uint8Array): X509Certificate | null {
  try {
    return new X509Certificate(presented)
  } catch {
    return null
  }
}

function isIssuedBy(leaf: X509Certificate, authority: X509Certificate): boolean {
  return leaf.checkIssued(authority) && leaf.verify(authority.publicKey)
}

function factsOf(leaf: X509Certificate): CertificateFacts {
  const { asymmetricKeyType, asymmetricKeyDetails } = leaf.publicKey
  return {
    commonName: [leaf.toLegacyObject().subject.CN].flat()[0] ?? null,
    subject: leaf.subject,
    issuer: leaf.issuer,
    serialNumber: leaf.serialNumber,
    fingerprint: leaf.fingerprint256.replaceAll(':', '').toLowerCase(),
    validFrom: isoInstant(Date.parse(leaf.validFrom)),
    validTo: isoInstant(Date.parse(leaf.validTo)),
    key: { type: asymmetricKeyType ?? 'unknown', bits: asymmetricKeyDetails?.modulusLength ?? null },
    signature: signatureOf(leaf.raw),
  }
}
