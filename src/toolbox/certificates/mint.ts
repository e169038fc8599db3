import { createPrivateKey, KeyObject, webcrypto } from 'node:crypto'
import type { Extension, X509Certificate } from '@peculiar/x509'
import { instantMs } from '../../ground/clock.ts'

/** A certificate (or a chain, leaf first) and the key that speaks for it, both as PEM. */
export type Credentials = { certificatePem: string; keyPem: string }

/** When a certificate may be used, both ends included. */
export type Validity = { notBefore: string; notAfter: string }

/** What a certificate's key is made of; rooms that refuse weak or elliptic keys need one of each. */
export type KeyKind = keyof typeof keyAlgorithms

/**
 * How long the sandbox's own certificates run: clients judge them by the machine's clock, worlds by theirs, so they
 * must be good whatever year either one shows.
 */
export const theCentury: Validity = { notBefore: '2000-01-01T00:00:00Z', notAfter: '2099-12-31T23:59:59Z' }

const rsa = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', publicExponent: new Uint8Array([1, 0, 1]) }
const keyAlgorithms = {
  'ec-p256': { name: 'ECDSA', namedCurve: 'P-256' },
  'rsa-2048': { ...rsa, modulusLength: 2048 },
  'rsa-1024': { ...rsa, modulusLength: 1024 },
} as const

/** Makes the key pair that a new certificate is for. */
export async function makeKeys(kind: KeyKind): Promise<webcrypto.CryptoKeyPair> {
  return await webcrypto.subtle.generateKey(keyAlgorithms[kind], true, ['sign', 'verify'])
}

/** Who a certificate is for. */
export type Name = { organization?: string; commonName: string }

/** What an authority signs: whose certificate it becomes, for how long, and what it may be used for. */
export type Leaf = {
  name: Name
  keyKind: KeyKind
  validity: Validity
  purpose: 'serverAuth' | 'clientAuth'
  hash?: 'SHA-256' | 'SHA-1'
  extensions?: Extension[]
}

/** Signs a leaf certificate with the authority's key; the chain it returns ends with the authority. */
export async function signLeaf(authority: Credentials, leaf: Leaf): Promise<Credentials> {
  const x509 = await import('./library.ts')
  const issuer = new x509.X509Certificate(authority.certificatePem)
  const keys = await makeKeys(leaf.keyKind)
  const certificate = await x509.X509CertificateGenerator.create({
    subject: new x509.Name(distinguished(leaf.name)),
    issuer: issuer.subjectName,
    ...dates(leaf.validity),
    publicKey: keys.publicKey,
    signingKey: await signingKey(authority),
    signingAlgorithm: { name: 'ECDSA', hash: leaf.hash ?? 'SHA-256' },
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage[leaf.purpose]]),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
      await x509.AuthorityKeyIdentifierExtension.create(issuer.publicKey),
      ...(leaf.extensions ?? []),
    ],
  })
  return { certificatePem: pemOf(certificate) + authority.certificatePem, keyPem: keyPemOf(keys) }
}

/** Signs a leaf with its own key: a certificate nobody vouches for. */
export async function signOwn({ name, keyKind, validity, purpose, hash = 'SHA-256' }: Leaf): Promise<Credentials> {
  const x509 = await import('./library.ts')
  const keys = await makeKeys(keyKind)
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    name: new x509.Name(distinguished(name)),
    keys,
    ...dates(validity),
    signingAlgorithm: { ...keyAlgorithms[keyKind], hash },
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage[purpose]]),
    ],
  })
  return { certificatePem: pemOf(certificate), keyPem: keyPemOf(keys) }
}

/** A name as the library takes it, typed, because it reads quotes and `#` in plain strings as its own syntax. */
export function distinguished({ organization, commonName }: Name): Record<string, { utf8String: string }[]>[] {
  const last = { CN: [{ utf8String: commonName }] }
  return organization ? [{ O: [{ utf8String: organization }] }, last] : [last]
}

/** A certificate's two dates in the library's own type. */
export function dates({ notBefore, notAfter }: Validity): { notBefore: Date; notAfter: Date } {
  return { notBefore: new Date(instantMs(notBefore)), notAfter: new Date(instantMs(notAfter)) }
}

/** PEM that ends with a line break, so that several of them make a chain. */
export function pemOf(certificate: X509Certificate): string {
  return `${certificate.toString('pem')}\n`
}

/** The private half of a key pair, as every tool reads it. */
export function keyPemOf(keys: webcrypto.CryptoKeyPair): string {
  return KeyObject.from(keys.privateKey).export({ type: 'pkcs8', format: 'pem' }) as string
}

function signingKey({ keyPem }: Credentials): Promise<webcrypto.CryptoKey> {
  const der = createPrivateKey(keyPem).export({ type: 'pkcs8', format: 'der' })
  return webcrypto.subtle.importKey('pkcs8', der, keyAlgorithms['ec-p256'], false, ['sign'])
}
