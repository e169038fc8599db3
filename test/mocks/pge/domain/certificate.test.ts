import { describe, expect, test } from 'vitest'
import { isRegistered, isRegisteredToAny } from '../../../../mocks/pge/domain/certificate.ts'
import { refusedBy, shareMyData, town, type Smd } from '../../../support/pge.ts'

const old = { commonName: 'wattproof-client' }
const next = { fingerprint: 'ab'.repeat(32) }
const shows = (smd: Smd, shown: { commonName?: string; fingerprint?: string }) =>
  isRegistered(smd.registration(), { commonName: null, fingerprint: '', ...shown })

describe('a certificate', () => {
  test('is the registered one, not any', () => {
    const smd = shareMyData()

    expect([shows(smd, old), shows(smd, { commonName: 'stranger' }), shows(smd, next)]).toEqual([true, false, false])
  })

  test('is missing where none was uploaded', () => {
    const smd = shareMyData({ ...town, you: { certificate: null } })

    expect(shows(smd, old)).toBe(false)
  })

  test('may be that of any registration while the client is not known', () => {
    const smd = shareMyData({ ...town, thirdParties: { rival: { certificate: next } } })
    const all = [smd.registration(), smd.registration('rival')]

    expect(isRegisteredToAny(all, { commonName: null, fingerprint: next.fingerprint })).toBe(true)
    expect(isRegisteredToAny(all, { commonName: 'stranger', fingerprint: '' })).toBe(false)
  })
})

describe('a new certificate', () => {
  test('is applied three days after its upload, and the old one works until then', () => {
    const smd = shareMyData()

    smd.act('uploadCertificate', { certificate: next })
    smd.pass('P2DT23H')
    expect([shows(smd, old), shows(smd, next), smd.mails()]).toEqual([true, false, []])
    smd.pass('PT1H')

    expect([shows(smd, old), shows(smd, next), smd.mails()]).toEqual([false, true, ['certificateApplied']])
  })

  test('can be applied earlier, and only once', () => {
    const smd = shareMyData()
    smd.act('uploadCertificate', { certificate: next })

    smd.operate('applyCertificate')
    smd.pass('P4D')

    expect([shows(smd, next), smd.mails()]).toEqual([true, ['certificateApplied']])
    expect(refusedBy(() => smd.operate('applyCertificate'))).toContain('no certificate that waits')
  })

  test('gives way to one uploaded later', () => {
    const smd = shareMyData()

    smd.act('uploadCertificate', { certificate: { commonName: 'first' } })
    smd.pass('P2D')
    smd.act('uploadCertificate', { certificate: { commonName: 'second' } })
    smd.pass('P2D')
    expect(shows(smd, { commonName: 'first' })).toBe(false)
    smd.pass('P1D')

    expect(shows(smd, { commonName: 'second' })).toBe(true)
    expect(smd.mails()).toHaveLength(1)
  })

  test('takes as long as the settings say', () => {
    const smd = shareMyData({ ...town, timings: { certificateDelay: 'P10D' } })

    smd.act('uploadCertificate', { certificate: next })
    smd.pass('P9D')

    expect(shows(smd, old)).toBe(true)
  })
})
