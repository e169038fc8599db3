import { X509Certificate } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import {
  contentOf,
  mintAuthority,
  mintClientCertificate,
  mintSelfSignedCertificate,
  UnreadableCertificate,
} from '../../../src/toolbox/certificates/index.ts'
import { certificateBy } from '../../support/certificates.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const pem = (what: string) => `-----BEGIN ${what}-----\nMIGH\n-----END ${what}-----\n`
const read = (pem: string) => contentOf(bytes(pem))

describe('a certificate in a file', () => {
  test('is told by its names, dates, key and signature', async () => {
    const authority = await mintAuthority({ name: 'An authority' })
    const dates = { notBefore: '2026-01-01T00:00:00Z', notAfter: '2027-01-01T00:00:00Z' }
    const { certificatePem } = await mintClientCertificate(authority, {
      ...{ commonName: 'client.acme.example', organization: 'Acme', key: 'rsa-2048', hash: 'SHA-1' },
      ...dates,
    })

    expect(read(certificatePem)).toEqual({
      subject: { commonName: 'client.acme.example', organization: 'Acme' },
      issuers: [
        { commonName: 'An authority', organization: 'Wattproof' },
        { commonName: 'An authority', organization: 'Wattproof' },
      ],
      isSelfSigned: false,
      isAuthority: false,
      hostNames: [],
      purposes: ['1.3.6.1.5.5.7.3.2'],
      serialNumber: new X509Certificate(certificatePem).serialNumber,
      fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      validFrom: '2026-01-01T00:00:00.000Z',
      validTo: '2027-01-01T00:00:00.000Z',
      key: { type: 'rsa', bits: 2048, curve: null },
      hash: 'SHA-1',
    })
  })

  test('is told by its host names, wildcards and odd ones included', async () => {
    const hostNames = ['acme.example', '*.acme.example', 'a, DNS:b.example']

    expect(read(await certificateBy({ hostNames })).hostNames).toEqual(hostNames)
  })

  test('is read from DER as from PEM', async () => {
    const pem = await certificateBy()

    const { issuers, ...told } = contentOf(new X509Certificate(pem).raw)

    expect({ ...told, issuers: [issuers[0], issuers[0]] }).toEqual(read(pem))
  })

  test('is found whatever else stands before it', async () => {
    const [own = '', chain = ''] = (await certificateBy()).split(/(?<=END CERTIFICATE-----\n)/)

    expect(read(`Bag Attributes\n  friendlyName: x\n${chain}${own}`)).toEqual(read(own + chain))
  })

  test('is told apart where it signed itself, and where it signs others', async () => {
    const own = await mintSelfSignedCertificate({ commonName: 'acme' })
    const authority = await mintAuthority({ name: 'An authority' })

    const told = [own, authority].map(({ certificatePem }) => read(certificatePem))

    expect(told.map(({ isSelfSigned, isAuthority }) => [isSelfSigned, isAuthority])).toEqual([
      [true, false],
      [true, true],
    ])
  })
})

test.each([
  ['a key', pem('PRIVATE KEY'), /a key and no certificate/],
  ['a request', pem('CERTIFICATE REQUEST'), /request/],
  ['PKCS#7', pem('PKCS7'), /openssl pkcs7 -print_certs/],
  ['PKCS#12', '\u0030\u0082\u0001\u0002\u0002\u0001\u0003\u0030', /openssl pkcs12 -nokeys/],
  ['a letter', 'Dear Sir,', /no certificate\. Name a file of PEM or DER/],
  ['nothing', '', /no certificate/],
  ['a damaged one', pem('CERTIFICATE'), /damaged/],
])('a file with %s is refused with what to do', (_, file, says) => {
  const reading = () => contentOf(Buffer.from(file, 'latin1'))

  expect(reading).toThrow(UnreadableCertificate)
  expect(reading).toThrow(says)
})
