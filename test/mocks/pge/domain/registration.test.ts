import { describe, expect, test } from 'vitest'
import { applicationStatus, listedThirdParties, vendorOf } from '../../../../mocks/pge/domain/registration-lookup.ts'
import { passTest } from '../../../../mocks/pge/domain/registration.ts'
import { registrationTokenOf } from '../../../../mocks/pge/domain/secrets.ts'
import type { Milestone } from '../../../../mocks/pge/model/index.ts'
import { refusedBy, shareMyData, town, type Smd } from '../../../support/pge.ts'

const beginning = (registration: 'registered' | 'confirmed' | 'accepted' | 'inReview', more: object = {}) =>
  shareMyData({ ...town, you: { registration, ...more } })
const pass = (smd: Smd, test: Milestone) =>
  smd.change((state, house) => passTest(state, { clientId: state.you, test }, house))
const statusOf = (smd: Smd) =>
  smd.read((state, { now }) => applicationStatus(state.registrations[state.you] as never, now))

describe('a third party that registers', () => {
  test('confirms its e-mail, is accepted, passes three tests, is reviewed and approved', () => {
    const smd = beginning('registered')

    smd.act('confirmEmail')
    smd.operate('acceptRegistration')
    pass(smd, 'connectivity')
    pass(smd, 'oauth')
    expect([smd.standing(), statusOf(smd)]).toEqual(['accepted', 1])
    pass(smd, 'applicationInformation')
    expect(smd.standing()).toBe('inReview')
    smd.operate('approve')

    expect([smd.standing(), statusOf(smd)]).toEqual(['approved', 2])
    expect(smd.mails()).toEqual(['confirmationLink', 'accepted', 'testsCompleted', 'approved'])
  })

  test('keeps the first time a test was passed', () => {
    const smd = beginning('accepted')

    pass(smd, 'oauth')
    const first = smd.registration().tests.oauth
    smd.pass('P1D')
    pass(smd, 'oauth')

    expect(smd.registration().tests.oauth).toBe(first)
  })

  test('has no credentials before it is accepted', () => {
    const smd = beginning('confirmed')

    expect(refusedBy(() => smd.clientToken(true))).toBe('clientInvalid')
    smd.operate('acceptRegistration')
    expect(smd.clientToken(true).class).toBe('client')
  })

  test('needs no address of its own without customers', () => {
    const smd = shareMyData({ ...town, you: { userType: 'selfAccess', ownCustomer: 'bob' } })

    expect(smd.registration()).toMatchObject({ redirectUri: null, portalUri: null })
  })

  test('bears a name that no other has', () => {
    const rival = { displayName: 'acme energy' }

    expect(refusedBy(() => shareMyData({ ...town, thirdParties: { rival } }))).toBe('displayNameTaken')
  })

  test('shares its vendor with other registrations of its EIN', () => {
    const ein = '940742640'
    const smd = shareMyData({ ...town, you: { ein }, thirdParties: { second: { ein }, stranger: {} } })
    const vendor = (name: string) => smd.read((state) => vendorOf(state, state.names.thirdParty[name] as never))

    expect(vendor('second')).toBe(vendor('you'))
    expect(vendor('stranger')).not.toBe(vendor('you'))
  })
})

describe('a link that is not followed', () => {
  test('lapses after five days, and the form is sent again', () => {
    const smd = beginning('registered')

    smd.pass('P5D')
    expect(smd.standing()).toBe('linkLapsed')
    expect(refusedBy(() => smd.act('confirmEmail'))).toBe('linkLapsed')
    smd.act('register')
    smd.act('confirmEmail')

    expect(smd.standing()).toBe('confirmed')
    expect(smd.mails()).toEqual(['confirmationLink', 'confirmationLink'])
  })

  test('works on the fifth day', () => {
    const smd = beginning('registered')

    smd.pass('P4DT23H59M')
    smd.act('confirmEmail')

    expect(smd.standing()).toBe('confirmed')
  })
})

describe('a registration without tests', () => {
  test('expires after ninety days with its credentials, and registers anew under another client id', () => {
    const smd = beginning('accepted')
    const before = smd.you()
    const token = registrationTokenOf(before)
    expect(smd.open(token, 'applicationInformation').clientId).toBe(before)

    smd.pass('P90D')
    expect([smd.standing(), statusOf(smd)]).toEqual(['expired', 4])
    expect(refusedBy(() => smd.clientToken(true))).toBe('clientInvalid')
    expect(refusedBy(() => smd.open(token, 'applicationInformation'))).toBe('registrationClosed')
    smd.act('register')

    expect(smd.standing()).toBe('unconfirmed')
    expect(smd.you()).not.toBe(before)
  })

  test('is not in time to pass a test after ninety days', () => {
    const smd = beginning('accepted')

    smd.pass('P90D')
    pass(smd, 'connectivity')

    expect(smd.registration().tests.connectivity).toBeNull()
  })

  test('can be made to expire at once', () => {
    const smd = beginning('accepted')

    smd.operate('expireRegistration')

    expect(smd.standing()).toBe('expired')
  })

  test('does not expire once approved', () => {
    const smd = shareMyData()

    smd.pass('P3Y')

    expect(smd.standing()).toBe('approved')
  })
})

describe('a registration that PG&E acts on', () => {
  test('takes its milestones in order', () => {
    const smd = beginning('registered')

    expect(refusedBy(() => smd.operate('acceptRegistration'))).toBe('notAtThisMilestone')
    expect(refusedBy(() => smd.operate('approve'))).toBe('notAtThisMilestone')
  })

  test('cannot be approved while the client has tests to pass', () => {
    const smd = beginning('accepted')

    expect(refusedBy(() => smd.operate('approve'))).toContain('has not passed all tests')
  })

  test('dies at once by order of the CPUC, with every token and authorization', () => {
    const smd = shareMyData()
    const { token } = smd.authorize('alice')

    smd.operate('revokeRegistration')

    expect([smd.standing(), statusOf(smd)]).toEqual(['revoked', 4])
    expect(refusedBy(() => smd.open(token, 'subscription'))).toBe('registrationClosed')
    expect(refusedBy(() => smd.clientToken())).toBe('clientInvalid')
    expect(smd.authorizations().map(({ status }) => status)).toEqual([0])
    expect(smd.notices()).toEqual([])
    expect(smd.mails()).toEqual(['registrationRevoked'])
  })

  test('is closed within two business days when its third party asks', () => {
    const friday = '2026-03-06T18:00:00.000Z'
    const smd = shareMyData({ ...town, customers: { alice: { authorized: true } } }, { now: friday })

    expect(smd.act('askToClose')).toMatchObject({ closes: '2026-03-10', standing: 'approved' })
    smd.pass('P3D')
    expect(smd.standing()).toBe('approved')
    smd.pass('P2D')

    expect(smd.standing()).toBe('closed')
    expect(smd.authorizations()[0]?.authorization.ended?.by).toBe('registrationClosed')
  })

  test('closes once, and the evening of the agenda finds nothing to do', () => {
    const smd = shareMyData()

    smd.act('askToClose')
    smd.operate('closeRegistration')
    smd.pass('P7D')

    expect(smd.mails()).toEqual(['registrationClosed'])
    expect(refusedBy(() => smd.operate('closeRegistration'))).toContain('has ended already')
  })

  test('is hidden and closed to customers while on hold', () => {
    const smd = shareMyData()

    smd.operate('holdRegistration')
    expect(statusOf(smd)).toBe(3)
    expect(refusedBy(() => smd.request())).toBe('notApproved')
    expect(smd.clientToken().class).toBe('client')
    smd.operate('approve')

    expect(smd.request().clientId).toBe(smd.you())
  })
})

describe('customers on the site of PG&E', () => {
  test('see approved third parties that want to be seen', () => {
    const thirdParties = {
      hidden: { visible: false },
      testing: { registration: 'accepted' },
      community: { userType: 'cca' },
      open: {},
    } as const
    const smd = shareMyData({ ...town, thirdParties })
    const listed = smd.read((state, { now }) =>
      listedThirdParties(state, now).map(({ company }) => company.displayName),
    )

    expect(listed).toEqual(['Acme Energy', 'open'])
    expect(refusedBy(() => smd.act('chooseThirdParty', { as: 'alice', thirdParty: 'hidden' }))).toBe('notListed')
  })
})

describe('the portal', () => {
  test('changes addresses and wishes', () => {
    const smd = shareMyData()

    smd.act('editRegistration', { redirectUri: 'http://localhost:4000/cb', notifyUri: null, visible: false })

    expect(smd.registration()).toMatchObject({
      redirectUri: 'http://localhost:4000/cb',
      notifyUri: null,
      visible: false,
    })
  })

  test('edits nothing that is no longer in force', () => {
    const smd = beginning('accepted')

    smd.pass('P91D')

    expect(refusedBy(() => smd.act('editRegistration', { visible: false }))).toBe('registrationOver')
  })
})
