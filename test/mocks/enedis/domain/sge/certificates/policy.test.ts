import { describe, expect, test } from 'vitest'
import { certificatePolicies } from '../../../../../../mocks/enedis/domain/sge/certificates/policy.ts'
import type { CertificateContent } from '../../../../../../src/contract/certificate.ts'

const { 'sge-production': production, 'sge-homologation': homologation } = certificatePolicies
const now = '2026-11-22T09:00:00.000Z'
const by = (commonName: string | null, organization: string | null = null) => ({ commonName, organization })

const good: CertificateContent = {
  subject: by('client.acme.example', 'Acme'),
  issuers: [by('GlobalSign RSA OV SSL CA 2018', 'GlobalSign nv-sa')],
  isSelfSigned: false,
  isAuthority: false,
  hostNames: ['client.acme.example'],
  purposes: null,
  serialNumber: '01',
  fingerprint: '0'.repeat(64),
  validFrom: '2026-06-01T00:00:00.000Z',
  validTo: '2027-06-01T12:00:00.000Z',
  key: { type: 'rsa', bits: 2048, curve: null },
  hash: 'SHA-256',
}

/** What is said of one, without the note on its renewal. */
function saidOf(changed: Partial<CertificateContent>, policy = production, at = now): string[] {
  return policy
    .judge({ ...good, ...changed }, { now: at })
    .map(({ rule }) => rule)
    .filter((rule) => rule !== 'renewal')
}

describe('the authority', () => {
  test.each([
    ['VeriSign Class 3 International Server CA - G3', 'VeriSign, Inc.'],
    ['thawte SSL CA - G2', 'thawte, Inc.'],
    ['COMODO RSA Organization Validation Secure Server CA', 'COMODO CA Limited'],
    ['AddTrust External CA Root', 'AddTrust AB'],
    ['GlobalSign GCC R3 DV TLS CA 2020', 'GlobalSign nv-sa'],
    ['GeoTrust TLS RSA CA G1', 'DigiCert Inc'],
    ['Certinomis - Web CA', 'Certinomis'],
    ['Gandi RSA Domain Validation Secure Server CA 3', 'Gandi SAS'],
  ])('%s is one that Enedis lists', (commonName, organization) => {
    expect(saidOf({ issuers: [by(commonName, organization)] })).toEqual([])
  })

  test('may stand behind the one that signed', () => {
    const issuers = [by('Acme Office CA', 'Acme'), by('COMODO RSA Certification Authority', 'COMODO CA Limited')]

    expect(saidOf({ issuers })).toEqual([])
  })

  test.each([
    ['Acme Office CA', 'Acme'],
    ['Gandiva CA', 'Propagandist'],
    [null, null],
  ])('%s is refused', (commonName, organization) => {
    expect(saidOf({ issuers: [by(commonName, organization)] })).toEqual(['authority'])
  })

  test.each([
    ['Sectigo RSA Organization Validation Secure Server CA', 'Sectigo Limited', /Sectigo came after Comodo/],
    ['DigiCert TLS RSA SHA256 2020 CA1', 'DigiCert Inc', /DigiCert came after Verisign, Thawte and GeoTrust/],
    ['USERTrust RSA Certification Authority', 'The USERTRUST Network', /USERTrust came after AddTrust/],
  ])('%s is warned of, because it came after one that is listed', (commonName, organization, says) => {
    const [told] = production.judge({ ...good, issuers: [by(commonName, organization)] }, { now })

    expect(told?.rule).toBe('successor')
    expect(told?.says).toMatch(says)
    expect(production.rules.successor).toMatchObject({ level: 'warning', basis: 'inferred' })
  })

  test.each(["Let's Encrypt", 'Let’s Encrypt'])('%s counts for homologation only', (organization) => {
    const issuers = [by('R10', organization), by('ISRG Root X1', 'Internet Security Research Group')]

    expect([saidOf({ issuers }), saidOf({ issuers }, homologation)]).toEqual([['letsEncrypt'], []])
  })

  test('is missing where a certificate signed itself, whatever name it bears', () => {
    const itself = { isSelfSigned: true, isAuthority: true, issuers: [by('GlobalSign')] }

    expect(saidOf(itself)).toEqual(['selfSigned'])
    expect(saidOf({ isAuthority: true })).toEqual(['ofAnAuthority'])
  })
})

describe('the names', () => {
  test.each([
    [['client.acme.example', 'www.client.acme.example'], []],
    [['*.acme.example'], ['wildcard']],
    [['acme.example', '*.acme.example'], ['wildcard']],
    [['acme.example', 'api.acme.example'], ['severalNames']],
    [['acme.example', 'acme.test'], ['multiDomain']],
    [['a.acme.example', 'b.acme.example'], ['multiDomain']],
    [
      ['*.acme.example', 'acme.example', 'acme.test'],
      ['wildcard', 'multiDomain'],
    ],
    [['Acme.example', 'acme.EXAMPLE'], []],
  ])('%j bring %j', (hostNames, said) => {
    expect(saidOf({ hostNames })).toEqual(said)
  })

  test('stand in the subject of old certificates', () => {
    expect(saidOf({ hostNames: [], subject: by('*.acme.example') })).toEqual(['wildcard'])
    expect(saidOf({ hostNames: [], subject: by('Acme SAS', 'Acme SAS') })).toEqual([])
  })
})

test.each([
  [['1.3.6.1.5.5.7.3.1', '1.3.6.1.5.5.7.3.2'], []],
  [['2.5.29.37.0'], []],
  [['1.3.6.1.5.5.7.3.1'], ['purpose']],
])('a certificate for %j is told %j', (purposes, said) => {
  expect(saidOf({ purposes })).toEqual(said)
})

describe('the dates', () => {
  // Between the two lie Whit Monday and three weekends.
  const askBy = '2027-05-10'
  const told = (at: string) =>
    production.judge(good, { now: at }).find(({ rule }) => /renewal|expired|Valid/.test(rule)) ?? { rule: '', says: '' }

  test('say until when renewal is asked for: fifteen working days before the end', () => {
    expect(told(now)).toEqual({
      rule: 'renewal',
      says: `It expires on 2027-06-01; its renewal is asked for by a SPICE ticket 15 working days ahead, on ${askBy} at the latest.`,
    })
  })

  test.each([
    [`${askBy}T21:59:59.000Z`, 'renewal'],
    [`${askBy}T22:00:00.000Z`, 'renewalDue'],
    ['2027-06-01T12:00:00.000Z', 'renewalDue'],
    ['2027-06-01T12:00:01.000Z', 'expired'],
    ['2026-05-31T23:59:59.000Z', 'notYetValid'],
  ])('at %s bring %s', (at, rule) => {
    expect(told(at).rule).toBe(rule)
  })
})
