import { describe, expect, test } from 'vitest'
import {
  closeSession,
  customerAsGuest,
  customerByLogin,
  openSession,
  sessionOwner,
  thirdPartyByLogin,
} from '../../../../mocks/pge/domain/session.ts'
import { currentStatus, mustBeUp } from '../../../../mocks/pge/domain/service.ts'
import { defaultPassword } from '../../../../mocks/pge/seed/index.ts'
import { fingerprint } from '../../../../src/ground/fingerprint.ts'
import { refusedBy, shareMyData, type Smd } from '../../../support/pge.ts'

const password = fingerprint(defaultPassword)
const home = () => {
  const address = { zip: '94612' }
  return shareMyData({
    customers: {
      alice: { username: 'Alice@example.com', accountNumber: '1234567890-1', address },
      gus: { online: false, accountNumber: '2234567890-1', address },
    },
  })
}
const logIn = (smd: Smd, username: string, print = password) =>
  smd.read((state) => customerByLogin(state, { username, password: print }))
const asGuest = (smd: Smd, accountNumber: string, zip: string) =>
  smd.read((state) => customerAsGuest(state, { accountNumber, zip }))

describe('a customer', () => {
  test('logs in by username, in whatever case', () => {
    const smd = home()

    expect(logIn(smd, 'alice@EXAMPLE.com')).toBe(smd.customer('alice'))
  })

  test.each([
    ['alice@example.com', fingerprint('guess')],
    ['gus@example.com', password],
    ['constructor', password],
  ])('is not known as %s', (username, print) => {
    expect(refusedBy(() => logIn(home(), username, print))).toBe('loginFailed')
  })

  test('comes as a guest with account number and ZIP code, online account or none', () => {
    const smd = home()

    expect(asGuest(smd, '2234567890-1', '94612')).toBe(smd.customer('gus'))
    expect(asGuest(smd, '12345678901', ' 94612-1234')).toBe(smd.customer('alice'))
    expect(refusedBy(() => asGuest(smd, '2234567890-1', '94704'))).toBe('guestUnknown')
    expect(refusedBy(() => asGuest(smd, '999', '94612'))).toBe('guestUnknown')
  })
})

describe('a third party’s person', () => {
  test('logs in to the portal as the business contact', () => {
    const smd = home()
    const ask = (username: string, print = password) =>
      smd.read((state) => thirdPartyByLogin(state, { username, password: print }))

    expect(ask('office@acme-energy.example')).toBe(smd.you())
    expect(refusedBy(() => ask('office@acme-energy.example', fingerprint('guess')))).toBe('loginFailed')
  })
})

describe('a browser', () => {
  test('is remembered for an hour, or until it logs out', () => {
    const smd = home()
    const who = { kind: 'customer', customer: smd.customer('alice'), guest: false } as const
    const cookie = smd.change((state, house) => openSession(state, who, house))
    const owner = (value: string | undefined) => smd.read((state, { now }) => sessionOwner(state, value, now))

    expect([owner(cookie), owner('guess'), owner(undefined)]).toEqual([who, undefined, undefined])
    smd.pass('PT1H')
    expect(owner(cookie)).toBeUndefined()
    const again = smd.change((state, house) => openSession(state, who, house))
    smd.change((state) => closeSession(state, again))

    expect(owner(again)).toBeUndefined()
  })
})

describe('the service', () => {
  test('tells 0 and refuses everything else while it is down', () => {
    const smd = home()
    const status = () => smd.read((state) => currentStatus(state))

    expect(smd.read((state) => mustBeUp(state))).toBeUndefined()
    smd.operate('goDown')
    expect([status(), refusedBy(() => smd.read((state) => mustBeUp(state)))]).toEqual([0, 'internalError'])
    smd.operate('comeBack')

    expect(status()).toBe(1)
  })
})
