import { describe, expect, test } from 'vitest'
import { packageCoverage, packageOf, requestPackage } from '../../../../mocks/pge/domain/package.ts'
import { mustBeOwnBulk } from '../../../../mocks/pge/domain/registration-lookup.ts'
import type { PackageKind, Window } from '../../../../mocks/pge/model/index.ts'
import { authorizedTown, refusedBy, shareMyData, town, type Smd, type Told } from '../../../support/pge.ts'

const window: Window = { by: 'published', from: '2026-03-01T08:00:00.000Z', to: '2026-03-02T08:00:00.000Z' }
const ask = (smd: Smd, kind: PackageKind, { of = null as string | null, origin = 'https://localhost:4714' } = {}) =>
  smd.change((state, house) =>
    requestPackage(
      state,
      {
        ...{ kind, clientId: state.you, authorization: of as never, origin, transactionId: 'tx-1' },
        ...{ window: kind === 'bulkCustomers' ? null : window, daily: false, askedAt: house.now },
      },
      house,
    ),
  )
const fetch = (smd: Smd, correlationId: string, kind: PackageKind, of: string | null = null) =>
  smd.read((state, house) =>
    packageOf(state, { correlationId, kind, clientId: state.you, authorization: of as never }, house),
  )
const idsIn = (smd: Smd, at = 0) =>
  (smd.notices()[at]?.resources ?? []).map((one) => (one.kind === 'authorization' ? '' : one.correlationId))
const agreementsIn = (smd: Smd, id: string, kind: PackageKind) =>
  smd.read((state, { now }) => packageCoverage(state, fetch(smd, id, kind), now).map(({ agreement }) => agreement))

describe('an asynchronous request', () => {
  test('is announced after a while, with a package for each commodity', () => {
    const smd = shareMyData(authorizedTown)

    ask(smd, 'bulk')
    expect(smd.notices()).toEqual([])
    smd.pass('PT29S')
    expect(smd.notices()).toEqual([])
    smd.pass('PT1S')

    const [notice] = smd.notices()
    expect(notice).toMatchObject({ kind: 'packageReady', origin: 'https://localhost:4714', transactionId: 'tx-1' })
    expect(notice?.resources.map(({ kind, id }) => [kind, id])).toEqual([
      ['bulk', smd.registration().bulkId],
      ['bulk', smd.registration().bulkId],
    ])
    const [electric = '', gas = ''] = idsIn(smd)
    expect(fetch(smd, electric, 'bulk')).toMatchObject({ commodity: 'electric', window, transactionId: 'tx-1' })
    expect(agreementsIn(smd, gas, 'bulk')).toEqual([smd.agreement('alice.gas')])
  })

  test('of one subscription is fetched as that', () => {
    const smd = shareMyData({ customers: { bob: { ...town.customers.bob, authorized: true } } })
    const id = smd.authorizations()[0]?.authorization.id ?? ''

    ask(smd, 'subscription', { of: id })
    smd.pass('PT1M')

    const [correlationId = ''] = idsIn(smd)
    expect(smd.notices()[0]?.resources).toEqual([{ kind: 'subscription', id, correlationId }])
    expect(fetch(smd, correlationId, 'subscription', id).authorization).toBe(id)
    expect(refusedBy(() => fetch(smd, correlationId, 'subscription', '1'))).toBe('notYours')
    expect(refusedBy(() => fetch(smd, correlationId, 'bulk'))).toBe('correlationUnknown')
  })

  test('of customers is one package of both commodities', () => {
    const smd = shareMyData(authorizedTown)

    ask(smd, 'bulkCustomers')
    smd.pass('PT1M')

    expect(idsIn(smd)).toHaveLength(1)
    expect(fetch(smd, idsIn(smd)[0] ?? '', 'bulkCustomers')).toMatchObject({ commodity: null, window: null })
  })

  test('comes to nothing when access ends before it is ready', () => {
    const smd = shareMyData(authorizedTown)

    ask(smd, 'bulk')
    smd.act('move', { as: 'alice' })
    smd.pass('PT1M')

    expect(smd.notices().map(({ kind }) => kind)).toEqual(['authorization'])
  })

  test('takes as long as the settings say', () => {
    const smd = shareMyData({ ...authorizedTown, timings: { packagingDelay: 'PT5M' } })

    ask(smd, 'bulk')
    smd.operate('setTimings', { packagingDelay: 'PT0S' })
    ask(smd, 'bulk')
    smd.pass('PT0S')
    expect(smd.notices()).toHaveLength(1)
    smd.pass('PT5M')

    expect(smd.notices()).toHaveLength(2)
  })
})

describe('a prepared package', () => {
  test('can be fetched again for a week', () => {
    const smd = shareMyData(authorizedTown)
    ask(smd, 'bulk')
    smd.pass('PT30S')
    const [id = ''] = idsIn(smd)

    smd.pass('P6D')
    expect(fetch(smd, id, 'bulk').correlationId).toBe(id)
    smd.pass('P1D')

    expect(refusedBy(() => fetch(smd, id, 'bulk'))).toBe('packageGone')
  })

  test('is known by no id that a client made up', () => {
    const smd = shareMyData(authorizedTown)

    expect(refusedBy(() => fetch(smd, '3cbced2d-f8bf-44d0-9bde-978a7b66eafe', 'bulk'))).toBe('correlationUnknown')
    expect(refusedBy(() => fetch(smd, 'toString', 'bulk'))).toBe('correlationUnknown')
  })

  test('is its own client’s alone', () => {
    const smd = shareMyData({ ...authorizedTown, thirdParties: { rival: { clientId: 'Rival01' } } })
    ask(smd, 'bulk')
    smd.pass('PT30S')
    const [correlationId = ''] = idsIn(smd)
    const asked = { correlationId, kind: 'bulk', clientId: 'Rival01' as never, authorization: null } as const

    expect(refusedBy(() => smd.read((state, house) => packageOf(state, asked, house)))).toBe('notYours')
  })
})

describe('a bulk id', () => {
  test.each([
    ['its own', 'on', '50914', true],
    ['the client id', 'on', 'AcmeEnergy01', true],
    ['the client id without alias', 'off', 'AcmeEnergy01', false],
    ['another’s', 'on', '50915', false],
    ['nobody’s', 'on', 'constructor', false],
  ] as const)('that is %s, alias %s', (_what, bulkIdAlias, bulkId, isOpen) => {
    const smd = shareMyData({ ...town, thirdParties: { rival: {} } }, { dialect: { bulkIdAlias } })
    const ask = () => smd.read((state, house) => mustBeOwnBulk(state, { clientId: state.you, bulkId }, house))

    if (isOpen) expect(ask()).toBeUndefined()
    else expect(refusedBy(ask)).toBe('clientMismatch')
  })
})

describe('the evening', () => {
  const notified: Told = { ...authorizedTown, you: { notifyMe: true } }

  test('brings usage and customers, a notice each, at nine Pacific time', () => {
    const smd = shareMyData(notified)

    smd.pass('P1D')

    expect(smd.notices().map(({ kind, at, resources }) => [kind, at, resources.map((one) => one.kind)])).toEqual([
      ['daily', '2026-03-03T05:00:00.000Z', ['bulk', 'bulk']],
      ['daily', '2026-03-03T05:00:00.000Z', ['bulkCustomers']],
    ])
    expect(fetch(smd, idsIn(smd)[0] ?? '', 'bulk')).toMatchObject({
      daily: true,
      window: { by: 'updated', from: '2026-03-02T05:00:00.000Z', to: '2026-03-03T05:00:00.000Z' },
    })
  })

  test('comes every day, an hour earlier by UTC in summer', () => {
    const smd = shareMyData(
      { ...notified, you: { notifyMe: true, dataGroups: ['Usage'] } },
      { now: '2026-03-06T18:00:00.000Z' },
    )

    smd.pass('P3D')

    expect(smd.notices().map(({ at }) => at)).toEqual([
      '2026-03-07T05:00:00.000Z',
      '2026-03-08T05:00:00.000Z',
      '2026-03-09T04:00:00.000Z',
    ])
  })

  test('brings nothing unless wished for', () => {
    const smd = shareMyData(authorizedTown)

    smd.pass('P2D')
    expect(smd.notices()).toEqual([])
    smd.act('editRegistration', { notifyMe: true })
    smd.pass('P1D')
    expect(smd.notices()).toHaveLength(2)
    smd.act('editRegistration', { notifyMe: false })
    smd.pass('P3D')

    expect([smd.notices().length, [...smd.due.values()]]).toEqual([2, []])
  })

  test('brings nothing to those whom nobody has authorized', () => {
    const smd = shareMyData({ ...town, you: { notifyMe: true } })

    smd.pass('P2D')

    expect(smd.notices()).toEqual([])
  })

  test('brings corrections for three years after an authorization ended, and no customers', () => {
    const smd = shareMyData(notified)
    smd.act('cancel', { as: 'alice' })
    smd.pass('P2D')
    const before = smd.notices().length

    smd.operate('packageDaily')

    const latest = smd.notices().slice(before)
    expect(latest.map(({ resources }) => resources.map((one) => one.kind))).toEqual([['bulk', 'bulk']])
    const [id = ''] = idsIn(smd, before)
    const covered = smd.read((state, { now }) => packageCoverage(state, fetch(smd, id, 'bulk'), now))
    expect(covered.map(({ correctionsOnly, until }) => [correctionsOnly, until])).toEqual([
      [true, '2026-03-03T08:00:00.000Z'],
    ])
  })

  test('is over for good three years after the last access', () => {
    const smd = shareMyData(authorizedTown)
    smd.act('cancel', { as: 'alice' })
    smd.pass('P3Y1M')
    smd.act('editRegistration', { notifyMe: true })

    smd.pass('P1D')

    expect(smd.notices().map(({ kind }) => kind)).toEqual(['authorization'])
  })
})

describe('a community', () => {
  test('has its whole territory without anyone’s authorization', () => {
    const customers = {
      alice: { address: { city: 'Oakland' } },
      bob: { address: { city: 'Fresno' } },
    }
    const smd = shareMyData({ customers, you: { userType: 'cca', territory: ['Oakland'] } })

    ask(smd, 'bulk')
    smd.pass('PT30S')

    const [id = ''] = idsIn(smd)
    expect(agreementsIn(smd, id, 'bulk')).toEqual([smd.agreement('alice.power')])
  })
})

describe('self-access', () => {
  test('authorizes itself for its own agreements', () => {
    const smd = shareMyData({ ...town, you: { userType: 'selfAccess', ownCustomer: 'alice' } })

    expect(
      smd.authorizations().map(({ authorization }) => [authorization.how, authorization.agreements.length]),
    ).toEqual([['self', 2]])
    expect(smd.read((state) => Object.keys(state.tokens))).toEqual([])
  })

  test('does so once it is approved', () => {
    const you = { userType: 'selfAccess', ownCustomer: 'alice', registration: 'inReview' } as const
    const smd = shareMyData({ ...town, you })

    expect(smd.authorizations()).toEqual([])
    smd.operate('approve')

    expect(smd.authorizations()).toHaveLength(1)
  })
})
