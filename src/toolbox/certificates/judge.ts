import { X509Certificate } from 'node:crypto'
import { instantMs, isoInstant } from '../../ground/clock.ts'

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
}

/** What is to be said of a certificate at one moment; only the room knows what it answers to each. */
export type CertificateVerdict =
  | { verdict: 'missing' }
  | { verdict: 'unreadable' }
  | { verdict: 'good' | 'selfSigned' | 'unknownAuthority' | 'notYetValid' | 'expired'; certificate: CertificateFacts }

/**
 * Judges a certificate at the world's now. The socket's own `authorized` is never asked: it reads the machine's clock,
 * and a world may be years away from it.
 */
export function judgeCertificate(
  presented: string | Uint8Array | null,
  { now, trusted }: { now: string; trusted: readonly string[] },
): CertificateVerdict {
  if (presented === null) return { verdict: 'missing' }
  const leaf = read(presented)
  if (!leaf) return { verdict: 'unreadable' }
  const certificate = factsOf(leaf)
  if (!trusted.some((pem) => isIssuedBy(leaf, new X509Certificate(pem)))) {
    return { verdict: isIssuedBy(leaf, leaf) ? 'selfSigned' : 'unknownAuthority', certificate }
  }
  if (instantMs(now) < instantMs(certificate.validFrom)) return { verdict: 'notYetValid', certificate }
  if (instantMs(now) > instantMs(certificate.validTo)) return { verdict: 'expired', certificate }
  return { verdict: 'good', certificate }
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
  }
}
