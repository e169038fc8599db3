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
  judgeCertificate,
  mintAuthority,
  mintClientCertificate,
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
