import { execFileSync } from 'node:child_process'
import { createPrivateKey, X509Certificate } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  CertificateFolder,
  ClientCertificates,
  judgeCertificate,
  mintAuthority,
  mintClientCertificate,
  mintSelfSignedCertificate,
  mintServerCertificate,
} from '../../src/toolbox/certificates/index.ts'
import type { Credentials } from '../../src/toolbox/certificates/index.ts'

let authority: Credentials
let stranger: Credentials
const scratch = mkdtempSync(join(tmpdir(), 'wattproof-test-'))

beforeAll(async () => {
  authority = await mintAuthority({ name: 'Test authority' })
  stranger = await mintAuthority({ name: 'Stranger' })
})
afterAll(() => rmSync(scratch, { recursive: true }))

describe('minting', () => {
  test('an authority is a CA that signed itself and runs for the century', () => {
    const certificate = new X509Certificate(authority.certificatePem)

    expect(certificate.ca).toBe(true)
    expect(certificate.verify(certificate.publicKey)).toBe(true)
    expect(certificate.checkPrivateKey(createPrivateKey(authority.keyPem))).toBe(true)
    expect(certificate.validFrom).toBe('Jan  1 00:00:00 2000 GMT')
    expect(certificate.validTo).toBe('Dec 31 23:59:59 2099 GMT')
  })

  test('a server certificate names loopback and its own hosts, for servers only, and comes with its chain', async () => {
    const names = { hostNames: ['api.example.com', 'localhost'], addresses: ['192.0.2.7'] }

    const { certificatePem, keyPem } = await mintServerCertificate(authority, names)

    const leaf = new X509Certificate(certificatePem)
    expect(leaf.subjectAltName).toBe(
      'DNS:api.example.com, DNS:localhost, IP Address:127.0.0.1, IP Address:0:0:0:0:0:0:0:1, IP Address:192.0.2.7',
    )
    expect(leaf.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1'])
    expect(leaf.ca).toBe(false)
    expect(leaf.checkIssued(new X509Certificate(authority.certificatePem))).toBe(true)
    expect(leaf.checkPrivateKey(createPrivateKey(keyPem))).toBe(true)
    expect(certificatePem.endsWith(authority.certificatePem)).toBe(true)
  })

  test('two certificates of one authority differ in serial number', async () => {
    const [one, other] = await Promise.all([mintServerCertificate(authority), mintServerCertificate(authority)])

    const serials = [one, other].map(({ certificatePem }) => new X509Certificate(certificatePem).serialNumber)
    expect(new Set(serials).size).toBe(2)
  })

  test.each([
    ['ec-p256', 'ec', null],
    ['rsa-2048', 'rsa', 2048],
    ['rsa-1024', 'rsa', 1024],
  ] as const)('a client certificate can have a key of kind %s', async (key, type, bits) => {
    const { certificatePem } = await mintClientCertificate(authority, { commonName: 'Acme, "Energy" = good', key })

    const judged = judgeCertificate(certificatePem, {
      now: '2026-03-02T09:00:00Z',
      trusted: [authority.certificatePem],
    })
    expect(judged).toMatchObject({
      verdict: 'good',
      certificate: { commonName: 'Acme, "Energy" = good', key: { type, bits } },
    })
  })
})

describe('judging at the world’s now', () => {
  const validity = { notBefore: '2030-01-01T00:00:00Z', notAfter: '2030-12-31T23:59:59Z' }
  const judge = async (presented: string | Uint8Array | null, now = '2030-06-01T00:00:00Z') =>
    judgeCertificate(presented, { now, trusted: [authority.certificatePem] })

  test.each([
    ['2029-12-31T23:59:59.999Z', 'notYetValid'],
    ['2030-01-01T00:00:00.000Z', 'good'],
    ['2030-12-31T23:59:59.000Z', 'good'],
    ['2030-12-31T18:59:59.001-05:00', 'expired'],
  ])('at %s the certificate of 2030 is %s', async (now, verdict) => {
    const { certificatePem } = await mintClientCertificate(authority, { commonName: 'acme', ...validity })

    expect(await judge(certificatePem, now)).toMatchObject({ verdict })
  })

  test('reads the DER of a socket as well as PEM, and tells it by its fingerprint', async () => {
    const { certificatePem } = await mintClientCertificate(authority, { commonName: 'acme', ...validity })
    const { raw } = new X509Certificate(certificatePem)

    const [fromPem, fromDer] = await Promise.all([judge(certificatePem), judge(raw)])

    expect(fromDer).toEqual(fromPem)
    expect(fromDer).toMatchObject({ certificate: { fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/) } })
  })

  test('a certificate of another authority with the same name is of an unknown one', async () => {
    const impostor = await mintAuthority({ name: 'Test authority' })
    const { certificatePem } = await mintClientCertificate(impostor, { commonName: 'acme' })

    expect(await judge(certificatePem)).toMatchObject({ verdict: 'unknownAuthority' })
  })

  test('a certificate that signed itself is told apart', async () => {
    const own = await mintAuthority({ name: 'acme' })

    expect(await judge(own.certificatePem)).toMatchObject({ verdict: 'selfSigned' })
  })

  test('no certificate is missing, and bytes that are none are unreadable', async () => {
    expect(await judge(null)).toEqual({ verdict: 'missing' })
    expect(await judge(new Uint8Array([1, 2, 3]))).toEqual({ verdict: 'unreadable' })
  })

  test('refuses to judge at a time that is none', async () => {
    const { certificatePem } = await mintClientCertificate(authority, { commonName: 'acme' })

    await expect(judge(certificatePem, 'tomorrow')).rejects.toThrow('"tomorrow" is not an instant')
  })
})

describe('the folder', () => {
  const mode = (path: string) => (statSync(path).mode & 0o777).toString(8)

  test('a temporary folder holds the certificate alone, for the user only, and goes with close', async () => {
    const folder = new CertificateFolder({ name: 'Temporary' })

    const { certificatePem } = await folder.authority()

    expect(readFileSync(folder.caFile, 'utf8')).toBe(certificatePem)
    expect(readdirSync(folder.path)).toEqual(['ca.pem'])
    expect([mode(folder.path), mode(folder.caFile)]).toEqual(['700', '600'])
    await folder.close()
    expect(existsSync(folder.path)).toBe(false)
  })

  test('closing while the authority is being minted leaves nothing behind', async () => {
    const folder = new CertificateFolder({ name: 'Hasty' })
    const minting = folder.authority()

    await folder.close()

    await minting
    expect(existsSync(folder.path)).toBe(false)
  })

  test('a data folder keeps its authority, so that clients which trust it still do', async () => {
    const at = join(scratch, 'tls')
    mkdirSync(at)
    chmodSync(at, 0o755)
    const first = new CertificateFolder({ at, name: 'Lasting' })
    const minted = await first.authority()
    await first.close()

    const again = new CertificateFolder({ at, name: 'Lasting' })

    expect(await again.authority()).toEqual(minted)
    expect([mode(at), mode(join(at, 'ca.pem')), mode(join(at, 'ca-key.pem'))]).toEqual(['700', '600', '600'])
  })

  test.each([
    ['a missing key', (at: string) => rmSync(join(at, 'ca-key.pem')), 'one of the two files is missing'],
    ['a damaged certificate', (at: string) => writeFileSync(join(at, 'ca.pem'), 'oops'), 'they are damaged'],
    [
      'the key of another',
      (at: string) => writeFileSync(join(at, 'ca-key.pem'), stranger.keyPem),
      'they do not belong together',
    ],
  ])('a data folder with %s is reported, never replaced', async (title, spoil, why) => {
    const at = join(scratch, title.replaceAll(' ', '-'))
    await new CertificateFolder({ at, name: 'Spoilt' }).authority()
    spoil(at)
    const before = readdirSync(at).map((file) => readFileSync(join(at, file), 'utf8'))

    const asked = new CertificateFolder({ at, name: 'Spoilt' }).authority()

    await expect(asked).rejects.toThrow(`${why}. Restore them from a copy, or delete both`)
    expect(readdirSync(at).map((file) => readFileSync(join(at, file), 'utf8'))).toEqual(before)
  })
})

describe('judging what a certificate is made of', () => {
  const strength = { keyType: 'rsa', bits: 2048, hashes: ['SHA-256', 'SHA-384', 'SHA-512'] }
  const judge = (pem: string, revoked: string[] = []) =>
    judgeCertificate(pem, {
      now: '2026-06-01T00:00:00Z',
      trusted: [authority.certificatePem],
      revoked,
      strength,
    })

  test.each([
    [{ key: 'rsa-2048' }, 'good'],
    [{ key: 'rsa-1024' }, 'weakKey'],
    [{ key: 'ec-p256' }, 'otherKeyType'],
    [{ key: 'rsa-2048', hash: 'SHA-1' }, 'weakSignature'],
  ] as const)('tells that one of %j is %s', async (made, verdict) => {
    const { certificatePem } = await mintClientCertificate(authority, { commonName: 'acme', ...made })

    expect(judge(certificatePem)).toMatchObject({ verdict })
  })

  test('tells one that was taken back by its serial number', async () => {
    const { certificatePem } = await mintClientCertificate(authority, { commonName: 'acme', key: 'rsa-2048' })
    const { serialNumber } = new X509Certificate(certificatePem)

    expect(judge(certificatePem, ['01', serialNumber])).toMatchObject({ verdict: 'revoked' })
    expect(judge(certificatePem, ['01'])).toMatchObject({ verdict: 'good' })
  })

  test('tells a client’s certificate that signed itself', async () => {
    const { certificatePem } = await mintSelfSignedCertificate({ commonName: 'acme', key: 'rsa-2048' })

    expect(judge(certificatePem)).toMatchObject({
      verdict: 'selfSigned',
      certificate: { signature: { hash: 'SHA-256', algorithm: 'sha256WithRSAEncryption' } },
    })
  })

  test.each([
    ['rsa:2048', ['-sha1'], 'SHA-1', 'sha1WithRSAEncryption'],
    ['rsa:2048', ['-sha512'], 'SHA-512', 'sha512WithRSAEncryption'],
    ['rsa:2048', ['-sha384', '-sigopt', 'rsa_padding_mode:pss'], 'SHA-384', 'rsassaPss'],
    ['ed25519', [], 'SHA-512', 'Ed25519'],
  ])('reads the signature of a certificate that OpenSSL made: %s %j', (key, options, hash, algorithm) => {
    const made = ['req', '-x509', '-newkey', key, '-nodes', '-keyout', '/dev/null', '-subj', '/CN=acme', ...options]
    const pem = execFileSync('openssl', made, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })

    expect(judge(pem)).toMatchObject({ certificate: { signature: { hash, algorithm } } })
  })
})

describe('issuing to clients', () => {
  const order = { commonName: 'acme', key: 'rsa-2048', signedBy: 'sandbox' } as const
  const judge = (pem: string, clients: ClientCertificates) =>
    judgeCertificate(pem, { now: '2026-06-01T00:00:00Z', ...clients.trust }).verdict

  test('puts certificate and key where the client reads them, and gives the same again', async () => {
    const at = join(scratch, 'issuing')
    const clients = new ClientCertificates(new CertificateFolder({ at, name: 'Issuing' }))

    const [one, other] = await Promise.all([clients.issue('world/one', order), clients.issue('world/one', order)])
    const later = await new ClientCertificates(new CertificateFolder({ at, name: 'Issuing' })).issue('world/one', order)

    expect(other).toBe(one)
    expect(later).toEqual(one)
    expect(one.certificateFile).toBe(join(at, 'clients', 'world', 'one.pem'))
    expect(readFileSync(one.keyFile, 'utf8')).toBe(one.keyPem)
    expect((statSync(one.keyFile).mode & 0o777).toString(8)).toBe('600')
    expect(judge(one.certificatePem, clients)).toBe('good')
  })

  test('gives the same to all who order alike, and one of its own to whoever orders one to be revoked', async () => {
    const clients = new ClientCertificates(new CertificateFolder({ at: join(scratch, 'alike'), name: 'Alike' }))

    const [one, other] = [await clients.issue('one/good', order), await clients.issue('other/good', { ...order })]
    const revoked = await clients.issue('other/revoked', { ...order, isRevoked: true })

    expect(other.certificatePem).toBe(one.certificatePem)
    expect(other.certificateFile).not.toBe(one.certificateFile)
    expect(revoked.certificatePem).not.toBe(one.certificatePem)
    expect(judge(one.certificatePem, clients)).toBe('good')
  })

  test('makes the flaws that are ordered', async () => {
    const clients = new ClientCertificates(new CertificateFolder({ at: join(scratch, 'flaws'), name: 'Flaws' }))

    const stranger = await clients.issue('stranger', { ...order, signedBy: 'stranger' })
    const own = await clients.issue('own', { ...order, signedBy: 'itself' })
    const wrongKey = await clients.issue('wrong-key', { ...order, hasWrongKey: true })

    expect(judge(stranger.certificatePem, clients)).toBe('unknownAuthority')
    expect(judge(own.certificatePem, clients)).toBe('selfSigned')
    const leaf = new X509Certificate(wrongKey.certificatePem)
    expect(leaf.checkPrivateKey(createPrivateKey(wrongKey.keyPem))).toBe(false)
  })

  test('remembers what was taken back, after a restart too', async () => {
    const at = join(scratch, 'revoking')
    const folder = () => new CertificateFolder({ at, name: 'Revoking' })
    const { certificatePem } = await new ClientCertificates(folder()).issue('revoked', { ...order, isRevoked: true })

    const again = folder()
    await again.authority()

    expect(judge(certificatePem, new ClientCertificates(again))).toBe('revoked')
  })
})
