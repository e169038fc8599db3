import { describe, expect, test } from 'vitest'
import { currentAuthorization } from '../../../../mocks/pge/domain/authorization.ts'
import { viewOf } from '../../../../mocks/pge/domain/authorization-view.ts'
import { deleteAuthorization } from '../../../../mocks/pge/domain/delete.ts'
import { offerTo } from '../../../../mocks/pge/domain/grant.ts'
import { authorizedTown, refusedBy, shareMyData, town, type Smd } from '../../../support/pge.ts'

const remove = (smd: Smd, id: string) =>
  smd.change((state, house) => deleteAuthorization(state, { bearer: { clientId: state.you }, id }, house))
const whys = (smd: Smd) => smd.notices().map(({ why }) => why)
const idOf = (smd: Smd, at = 0) => smd.authorizations()[at]?.authorization.id ?? ''
const stateOf = (smd: Smd) => smd.authorizations().map(({ status }) => status)

describe('a customer who authorizes on the page', () => {
  test('gives everything that is offered, without end, unless they choose', () => {
    const smd = shareMyData()

    smd.authorize('alice')

    expect(smd.authorizations()[0]?.authorization).toMatchObject({
      agreements: [smd.agreement('alice.power'), smd.agreement('alice.gas')],
      dataGroups: ['Usage', 'Billing', 'Basic', 'Account', 'ProgramEnrollment'],
      historyMonths: 24,
      endsOn: null,
      how: 'online',
    })
  })

  test('gives what is both chosen and registered', () => {
    const smd = shareMyData({ ...town, you: { dataGroups: ['Billing', 'Usage'], historyMonths: 36 } })

    smd.authorize('alice', { agreements: ['gas'], dataGroups: ['Usage', 'Basic'], endsOn: '2026-12-31' })

    const authorization = smd.authorizations()[0]?.authorization
    expect(authorization).toMatchObject({ dataGroups: ['Usage'], historyMonths: 36, endsOn: '2026-12-31' })
    expect(authorization?.agreements).toEqual([smd.agreement('alice.gas')])
  })

  test('is offered active service that PG&E reads, and registered data groups', () => {
    const agreements = { power: 'electric', cooperative: { readByUtility: false } } as const
    const smd = shareMyData({ customers: { alice: { agreements } }, you: { dataGroups: ['Usage'] } })
    const offer = smd.read((state) =>
      offerTo(state, { clientId: state.you, customer: state.names.customer.alice as never }),
    )

    expect(offer.agreements.map(({ id }) => id)).toEqual([smd.agreement('power')])
    expect(offer.dataGroups).toEqual(['Usage'])
    expect(refusedBy(() => smd.authorize('alice', { agreements: ['cooperative'] }))).toBe('notEligible')
  })

  test.each([
    [{ dataGroups: ['Basic'] }, 'chooseDataGroup'],
    [{ agreements: ['bob.power'] }, 'notYourAgreement'],
    [{ endsOn: '2026-03-01' }, 'endDatePast'],
  ])('is told what is wrong with %j', (choices, alert) => {
    const smd = shareMyData({ ...town, you: { dataGroups: ['Usage'] } })

    expect(refusedBy(() => smd.authorize('alice', choices))).toBe(alert)
  })

  test('may press Cancel instead', () => {
    const smd = shareMyData()

    smd.act('refuse', { as: 'alice' })
    const { searchParams } = smd.browse({ state: 'xyz' })

    expect([searchParams.get('error'), searchParams.get('state')]).toEqual(['access_denied', 'xyz'])
    expect(smd.authorizations()).toEqual([])
  })

  test('is announced by a notice only where the dialect says so', () => {
    const quiet = shareMyData()
    const loud = shareMyData(town, { dialect: { createdNotice: 'on' } })

    quiet.authorize('alice')
    loud.authorize('alice')

    expect(whys(quiet)).toEqual([])
    expect(whys(loud)).toEqual(['the customer gave it'])
  })

  test('follows the end the third party prefers, unless they chose another', () => {
    const smd = shareMyData()
    const preferred = String(Date.parse('2026-09-30T12:00:00Z') / 1000)

    smd.act('authorize', { as: 'alice' })
    smd.browse({ PreferredAuthEndDate: preferred })
    smd.act('authorize', { as: 'alice', endsOn: '2027-01-31' })
    smd.browse({ PreferredAuthEndDate: preferred })

    expect(smd.authorizations().map(({ authorization }) => authorization.endsOn)).toEqual(['2026-09-30', '2027-01-31'])
  })
})

describe('a customer who cancels', () => {
  test('leaves access open until the next Pacific midnight, and the client learns of it at once', () => {
    const smd = shareMyData()
    const { token, refreshToken } = smd.authorize('alice')

    smd.act('cancel', { as: 'alice' })
    expect(smd.notices()).toMatchObject([
      { why: 'the customer cancelled it', to: 'http://localhost:3000/notify', origin: null },
    ])
    expect(smd.notices()[0]?.resources).toEqual([{ kind: 'authorization', id: idOf(smd) }])
    expect([smd.open(token, 'subscription').class, stateOf(smd)]).toEqual(['access', [1]])

    smd.pass('PT13H59M')
    expect(stateOf(smd)).toEqual([1])
    const later = smd.refresh(refreshToken ?? '')
    smd.pass('PT1M')

    expect(stateOf(smd)).toEqual([0])
    expect(refusedBy(() => smd.open(later.token, 'subscription'))).toBe('authorizationEnded')
    expect(refusedBy(() => smd.refresh(later.refreshToken ?? ''))).toBe('authorizationOver')
    expect(smd.notices()).toHaveLength(1)
  })

  test('cannot cancel twice, and is known to have cancelled', () => {
    const smd = shareMyData()
    smd.authorize('alice')

    smd.act('cancel', { as: 'alice' })

    expect(refusedBy(() => smd.act('cancel', { as: 'alice' }))).toBe('nothingAuthorized')
    expect(smd.authorizations()[0]?.authorizedPeriod.duration).toBe(14 * 3600)
  })

  test('has nothing to cancel where the client never led them to the page', () => {
    const smd = shareMyData()

    expect(refusedBy(() => smd.act('cancel', { as: 'alice' }))).toContain('the client has not been authorized')
  })

  test('needs an online account', () => {
    const alice = { online: false, authorized: true }
    const smd = shareMyData({ customers: { alice } })

    expect(refusedBy(() => smd.act('cancel', { as: 'alice' }))).toBe('guestsHaveNoList')
  })
})

describe('an end date', () => {
  test('ends access after its day, and is announced then', () => {
    const smd = shareMyData()
    const { refreshToken } = smd.authorize('alice', { endsOn: '2026-03-31' })

    smd.pass('P29DT12H')
    expect([stateOf(smd), whys(smd)]).toEqual([[1], []])
    smd.pass('P1D')

    expect([stateOf(smd), whys(smd)]).toEqual([[0], ['its end date was reached']])
    expect(smd.notices()[0]?.at).toBe('2026-04-01T07:00:00.000Z')
    expect(refusedBy(() => smd.refresh(refreshToken ?? ''))).toBe('authorizationOver')
  })

  test('moves to a later day or away, and the earlier one no longer counts', () => {
    const smd = shareMyData()
    smd.authorize('alice', { endsOn: 'P30D' })
    const before = smd.authorizations()[0]?.authorizedPeriod.duration ?? 0

    smd.act('extend', { as: 'alice', endsOn: 'P90D' })
    expect(smd.authorizations()[0]?.authorizedPeriod.duration).toBe(before + 60 * 86_400)
    smd.pass('P40D')
    expect([stateOf(smd), whys(smd)]).toEqual([[1], ['the customer extended it']])
    smd.act('extend', { as: 'alice' })
    smd.pass('P100D')

    expect([stateOf(smd), smd.authorizations()[0]?.authorizedPeriod.duration]).toEqual([[1], 0])
    expect([...smd.due.values()]).toEqual([])
  })

  test.each([['P10D'], ['P30D']])('does not move to %s', (endsOn) => {
    const smd = shareMyData()
    smd.authorize('alice', { endsOn: 'P30D' })

    expect(refusedBy(() => smd.act('extend', { as: 'alice', endsOn }))).toBe('endDateNotLater')
  })
})

describe('a service agreement that is removed', () => {
  test('leaves the rest authorized with one account less', () => {
    const smd = shareMyData()
    smd.authorize('alice')

    smd.act('removeAgreement', { as: 'alice', agreement: 'gas' })

    expect(smd.authorizations()[0]?.authorization.agreements).toEqual([smd.agreement('alice.power')])
    expect(smd.authorizations()[0]?.scope).toContain('AccountCollection=1;')
    expect(whys(smd)).toEqual(['the customer removed a service agreement'])
  })

  test('is not the last one', () => {
    const smd = shareMyData()
    smd.authorize('bob')

    expect(refusedBy(() => smd.act('removeAgreement', { as: 'bob', agreement: 'power' }))).toBe('lastAgreement')
  })
})

describe('authorizing again', () => {
  test('gives a new subscription with new tokens, and cancels the old one, announced by its own address', () => {
    const smd = shareMyData()
    const first = smd.authorize('alice')
    const old = idOf(smd)

    const second = smd.authorize('alice')

    expect(idOf(smd, 1)).not.toBe(old)
    expect(stateOf(smd)).toEqual([0, 1])
    expect(smd.notices().map(({ resources }) => resources)).toEqual([[{ kind: 'authorization', id: old }]])
    expect(refusedBy(() => smd.open(first.token, 'subscription'))).toBe('authorizationEnded')
    expect(refusedBy(() => smd.refresh(first.refreshToken ?? ''))).toBe('authorizationOver')
    expect(smd.open(second.token, 'subscription').authorization).toBe(idOf(smd, 1))
  })

  test('leaves those of other third parties alone', () => {
    const alice = { ...town.customers.alice, authorized: { thirdParty: 'rival' } }
    const smd = shareMyData({ customers: { alice }, thirdParties: { rival: {} } })

    smd.authorize('alice')

    const rival = smd.read((state) => state.names.thirdParty.rival)
    const theirs = smd.read((state, { now }) =>
      currentAuthorization(state, { clientId: rival as never, customer: state.names.customer.alice as never }, now),
    )
    expect(theirs?.ended).toBeNull()
    expect(smd.notices()).toEqual([])
  })
})

describe('a third party that deletes an authorization', () => {
  test('ends it at once and for good, and the customer is told', () => {
    const smd = shareMyData()
    const { token } = smd.authorize('alice')

    remove(smd, idOf(smd))

    expect([stateOf(smd), smd.mails()]).toEqual([[0], ['thirdPartyCancelled']])
    expect(refusedBy(() => smd.open(token, 'subscription'))).toBe('authorizationEnded')
    expect(refusedBy(() => remove(smd, idOf(smd)))).toBe('notFound')
    expect(whys(smd)).toEqual(['the third party deleted it'])
  })

  test('deletes only its own', () => {
    const alice = { authorized: { thirdParty: 'rival' } }
    const smd = shareMyData({ customers: { alice }, thirdParties: { rival: {} } })
    const theirs = smd.read((state) => Object.keys(state.authorizations)[0] ?? '')

    expect(refusedBy(() => remove(smd, theirs))).toBe('notYours')
    expect(refusedBy(() => remove(smd, '999999'))).toBe('notFound')
  })

  test('may do so in the portal', () => {
    const smd = shareMyData(authorizedTown)

    smd.act('cancelAuthorization', { of: 'alice' })

    expect(stateOf(smd)).toEqual([0])
  })
})

describe('a paper form', () => {
  test('authorizes without code or tokens, and is announced', () => {
    const smd = shareMyData(town, { dialect: { fb40: 'paperOnly' } })

    smd.act('authorizeOnPaper', { as: 'bob' })

    expect(smd.authorizations()[0]).toMatchObject({ status: 1, authorization: { how: 'paper' } })
    expect(smd.authorizations()[0]?.scope).toContain('_39_40_')
    expect(smd.read((state) => [Object.keys(state.codes), Object.keys(state.tokens)])).toEqual([[], []])
    expect(whys(smd)).toEqual(['the customer gave it'])
  })

  test('revokes like a cancellation', () => {
    const smd = shareMyData()
    smd.act('authorizeOnPaper', { as: 'bob' })

    smd.act('revokeOnPaper', { as: 'bob' })
    expect(stateOf(smd)).toEqual([1])
    smd.pass('P1D')

    expect([stateOf(smd), whys(smd)]).toEqual([[0], ['the customer gave it', 'a paper form revoked it']])
  })
})

describe('what happens at the premises', () => {
  test.each([
    ['move', 'the customer moved'],
    ['unlink', 'the account was unlinked from the online account'],
  ] as const)('ends access at once: %s', (act, why) => {
    const smd = shareMyData(authorizedTown)

    smd.act(act, { as: 'alice' })

    expect([stateOf(smd), whys(smd)]).toEqual([[0], [why]])
  })

  test('leaves what was given on paper when an account is unlinked', () => {
    const smd = shareMyData()
    smd.act('authorizeOnPaper', { as: 'bob' })

    smd.act('unlink', { as: 'bob' })

    expect(stateOf(smd)).toEqual([1])
    expect(smd.read((state) => state.customers[smd.customer('bob')]?.login)).toBeNull()
  })

  test('leaves what ended before as it ended', () => {
    const smd = shareMyData(authorizedTown)
    smd.act('cancel', { as: 'alice' })

    smd.act('move', { as: 'alice' })

    expect(smd.authorizations()[0]?.authorization.ended?.by).toBe('customer')
  })

  test('moves the authorization to the new SA id when a meter is swapped, and keeps the usage point', () => {
    const smd = shareMyData(authorizedTown)
    const point = smd.agreement('alice.power')
    const before = smd.read((state) => state.agreements[point]?.name)

    smd.operate('swapMeter', { agreement: 'alice.power', serialNumber: '1010101010' })

    const { name, meters } = smd.read((state) => state.agreements[point] ?? { name: '', meters: [] })
    expect(name).not.toBe(before)
    expect(smd.authorizations()[0]?.authorization.agreements).toContain(point)
    expect(smd.read((state) => meters.map((id) => state.meters[id]?.removedOn))).toEqual(['2026-03-02', null])
    expect(smd.read((state) => state.meters[state.names.meter['alice.power.main'] as never])).toMatchObject({
      serialNumber: '1010101010',
      installedOn: '2026-03-02',
    })
    expect(whys(smd)).toEqual(['the meter was changed'])
  })

  test('gives a new usage point id where the dialect says so', () => {
    const smd = shareMyData(authorizedTown, { dialect: { usagePointIdOnSwap: 'new' } })
    const point = smd.agreement('alice.power')

    smd.operate('changeRate', { agreement: 'alice.power', rate: 'HETOUD' })

    const now = smd.agreement('alice.power')
    expect(now).not.toBe(point)
    expect(smd.authorizations()[0]?.authorization.agreements).toEqual([now, smd.agreement('alice.gas')])
    expect(smd.read((state) => [state.agreements[point], state.customers[smd.customer('alice')]?.agreements])).toEqual([
      undefined,
      [now, smd.agreement('alice.gas')],
    ])
    expect(smd.read((state) => state.agreements[now]?.rates.map(({ tariff }) => tariff))).toEqual(['HETOUC', 'HETOUD'])
    expect(smd.read((state) => state.index.authorizationsOn[now])).toEqual({ [idOf(smd)]: true })
  })

  test('goes on over a shut-off, under a new SA id', () => {
    const smd = shareMyData(authorizedTown)

    smd.operate('shutOff', { agreement: 'alice.power' })
    expect(refusedBy(() => smd.operate('shutOff', { agreement: 'alice.power' }))).toBe('agreementIs')
    smd.operate('reconnect', { agreement: 'alice.power' })

    expect([stateOf(smd), whys(smd)]).toEqual([[1], ['service was shut off', 'service was taken up again']])
  })

  test('goes on without an agreement that ended, and ends with the last', () => {
    const smd = shareMyData(authorizedTown)

    smd.operate('endAgreement', { agreement: 'alice.gas' })
    expect(smd.authorizations()[0]?.authorization.agreements).toEqual([smd.agreement('alice.power')])
    smd.operate('endAgreement', { agreement: 'alice.power' })

    expect(stateOf(smd)).toEqual([0])
  })
})

describe('the two periods', () => {
  test('differ by the history, and begin with the grant', () => {
    const smd = shareMyData()
    smd.authorize('alice', { endsOn: '2027-03-01' })

    const { authorizedPeriod, publishedPeriod } = smd.authorizations()[0] ?? ({} as never)
    expect(authorizedPeriod.start).toBe(Date.parse('2026-03-02T18:00:00Z') / 1000)
    expect(authorizedPeriod.start - publishedPeriod.start).toBe(63_072_000)
    expect(publishedPeriod.duration - authorizedPeriod.duration).toBe(63_072_000)
    expect(authorizedPeriod.start + authorizedPeriod.duration).toBe(Date.parse('2027-03-02T08:00:00Z') / 1000)
  })

  test('reach into the far future in 2015, where there is no end', () => {
    const smd = shareMyData(town, { preset: 'pge-2015' })
    smd.authorize('alice')

    const { authorizedPeriod, publishedPeriod } = smd.authorizations()[0] ?? ({} as never)
    expect(authorizedPeriod.start + authorizedPeriod.duration).toBe(253_402_300_799)
    expect(publishedPeriod.duration - authorizedPeriod.duration).toBe(63_072_000)
  })

  test('keep the history that was registered on the day', () => {
    const smd = shareMyData()
    smd.authorize('alice')

    smd.act('editRegistration', { historyMonths: 48, dataGroups: ['Usage'] })
    smd.authorize('bob')

    const [alice, bob] = smd.authorizations()
    expect([alice?.authorization.historyMonths, bob?.authorization.historyMonths]).toEqual([24, 48])
    expect([alice?.authorization.dataGroups.length, bob?.authorization.dataGroups]).toEqual([5, ['Usage']])
  })

  test('tell when the access token expires', () => {
    const smd = shareMyData()
    smd.authorize('alice')

    expect(smd.authorizations()[0]?.expiresAt).toBe(Date.parse('2026-03-02T19:00:00Z') / 1000)
    const other = smd.read((state, look) => viewOf(state, state.authorizations[idOf(smd) as never] as never, look))
    expect(other.status).toBe(1)
  })
})
