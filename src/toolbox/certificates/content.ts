import { X509Certificate } from 'node:crypto'
import { isoInstant } from '../../ground/clock.ts'
import { signatureOf } from './signature.ts'

/** The parts of a name that tell who somebody is. */
export type CertificateName = { commonName: string | null; organization: string | null }

/** What a certificate says, before anybody judges it. */
export type CertificateContent = {
  subject: CertificateName
  /** Who signed it, then who signed whoever signed it, as far as the chain beside it tells. */
  issuers: readonly CertificateName[]
  isSelfSigned: boolean
  /** It signs others: an authority's own. */
  isAuthority: boolean
  /** DNS names it is good for, wildcards included. */
  hostNames: readonly string[]
  /** Object identifiers of what it may be used for; null where it does not say. */
  purposes: readonly string[] | null
  serialNumber: string
  /** SHA-256 of the DER, lower-case hex. */
  fingerprint: string
  /** ISO 8601 in UTC, both ends included. */
  validFrom: string
  validTo: string
  key: { type: string; bits: number | null; curve: string | null }
  /** The hash its authority signed over. */
  hash: string
}

/** A file that holds no certificate to be read: says what it holds instead, and what to do. */
export class UnreadableCertificate extends Error {
  override name = 'UnreadableCertificate'
}

/** Reads the certificate in a file of PEM, with its chain where that lies beside it, or of DER. */
export function contentOf(file: Uint8Array): CertificateContent {
  const all = certificatesIn(file)
  const leaf = all.find((one) => !all.some((other) => other !== one && other.issuer === one.subject)) ?? all[0]
  if (leaf === undefined) throw new UnreadableCertificate(sayInstead(file))
  return told(leaf, chainOf(leaf, all))
}

function told(leaf: X509Certificate, chain: readonly X509Certificate[]): CertificateContent {
  const { asymmetricKeyType = 'unknown', asymmetricKeyDetails: key } = leaf.publicKey
  return {
    subject: nameOf(leaf, 'subject'),
    issuers: chain.map((one) => nameOf(one, 'issuer')),
    isSelfSigned: leaf.subject === leaf.issuer,
    isAuthority: leaf.ca,
    hostNames: dnsNamesOf(leaf.subjectAltName ?? ''),
    // Named for the key's usage, it holds the extended one.
    purposes: (leaf as { keyUsage?: readonly string[] }).keyUsage ?? null,
    serialNumber: leaf.serialNumber,
    fingerprint: leaf.fingerprint256.replaceAll(':', '').toLowerCase(),
    validFrom: isoInstant(Date.parse(leaf.validFrom)),
    validTo: isoInstant(Date.parse(leaf.validTo)),
    key: { type: asymmetricKeyType, bits: key?.modulusLength ?? null, curve: key?.namedCurve ?? null },
    hash: signatureOf(leaf.raw).hash,
  }
}

/** The certificate, whoever signed it, and so on, as far as they are there. */
function chainOf(leaf: X509Certificate, all: readonly X509Certificate[]): X509Certificate[] {
  const chain = [leaf]
  for (let last: X509Certificate | undefined = leaf; last !== undefined;) {
    const { issuer }: X509Certificate = last
    last = all.find((one) => one.subject === issuer && !chain.includes(one))
    if (last) chain.push(last)
  }
  return chain
}

function certificatesIn(file: Uint8Array): X509Certificate[] {
  const pem = /-----BEGIN (?:X509 |TRUSTED )?CERTIFICATE-----[^-]+-----END (?:X509 |TRUSTED )?CERTIFICATE-----/g
  const blocks = asText(file).match(pem) ?? []
  try {
    return (blocks.length === 0 ? [file] : blocks).map((one) => new X509Certificate(one))
  } catch (error) {
    if (blocks.length === 0) return []
    throw new UnreadableCertificate('it holds a certificate that is damaged. Copy it anew from where you got it.', {
      cause: error,
    })
  }
}

/** What a file without a certificate is instead. */
function sayInstead(file: Uint8Array): string {
  const text = asText(file)
  if (text.includes('-----BEGIN PKCS7-----') || text.includes('-----BEGIN CMS-----'))
    return 'it is PKCS#7. Turn it into PEM: openssl pkcs7 -print_certs -in FILE -out certificate.pem'
  if (/-----BEGIN (NEW )?CERTIFICATE REQUEST-----/.test(text))
    return 'it is a request for a certificate. Name the certificate that came of it.'
  if (/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text))
    return 'it holds a key and no certificate. Name the certificate, and keep the key to yourself.'
  // Version 3 in the first place of a sequence: what PKCS#12 begins with.
  if (file[0] === 0x30 && Buffer.from(file.subarray(2, 8)).includes(Buffer.from([0x02, 0x01, 0x03])))
    return 'it is PKCS#12. Take the certificate out of it: openssl pkcs12 -nokeys -in FILE -out certificate.pem'
  return 'it holds no certificate. Name a file of PEM or DER.'
}

const asText = (file: Uint8Array) => Buffer.from(file).toString('latin1')

function nameOf(certificate: X509Certificate, whose: 'subject' | 'issuer'): CertificateName {
  const parts = certificate.toLegacyObject()[whose] as { CN?: string | string[]; O?: string | string[] } | undefined
  return { commonName: [parts?.CN].flat()[0] ?? null, organization: [parts?.O].flat()[0] ?? null }
}

/** Names as Node spells them: `DNS:acme.example, IP Address:127.0.0.1`, in quotes where they hold what is odd. */
function dnsNamesOf(alternatives: string): string[] {
  return [...alternatives.matchAll(/(?:^|, )DNS:(?:("(?:[^"\\]|\\.)*")|([^,]*))/g)].map(([, quoted, plain = '']) =>
    quoted === undefined ? plain : (JSON.parse(quoted) as string),
  )
}
