import { describe, expect, test } from 'vitest'
import { addressWith } from '../../../../mocks/pge/domain/redirect.ts'
import { refusedBy, shareMyData, thrownBy, town, type Smd } from '../../../support/pge.ts'

const locationOf = (smd: Smd, params: Record<string, string>) => {
  const refused = thrownBy(() => smd.request(params)) as Error & { headers: Record<string, string>; refusal: string }
  return { refusal: refused.refusal, to: refused.headers.location ?? null }
}

describe('an authorization request', () => {
  test('may be shown when all is well', () => {
    const smd = shareMyData()

    expect(smd.request({ state: 'a b', login: 'guest' })).toEqual({
      clientId: 'AcmeEnergy01',
      redirectUri: 'http://localhost:3000/callback',
      state: 'a b',
      asGuest: true,
      endsNotBefore: null,
      endsPreferably: null,
    })
  })

  test.each([
    [{ client_id: '' }, 'clientUnknown'],
    [{ client_id: 'Nobody01' }, 'clientUnknown'],
    [{ redirect_uri: '' }, 'redirectUriInvalid'],
    [{ redirect_uri: 'http://localhost:3000/callback/' }, 'redirectUriInvalid'],
    [{ client_id: 'Nobody01', response_type: 'token' }, 'clientUnknown'],
  ])('with %j redirects nobody', (params, refusal) => {
    expect(locationOf(shareMyData(), params)).toEqual({ refusal, to: null })
  })

  test('of an unknown client is 401 in the certification tests', () => {
    expect(thrownBy(() => shareMyData(town, { preset: 'gba' }).request({ client_id: 'x' })).status).toBe(401)
  })

  test.each([
    [{ response_type: 'token' }, 'responseTypeInvalid', 'invalid_request'],
    [{ response_type: '' }, 'responseTypeInvalid', 'invalid_request'],
    [{ scope: 'FB=1_99' }, 'scopeInvalid', 'invalid_scope'],
    [{ MinAuthEndDate: 'tomorrow' }, 'authorizationEndInvalid', 'invalid_request'],
    [{ PreferredAuthEndDate: '1400000000' }, 'authorizationEndInvalid', 'invalid_request'],
    [
      { MinAuthEndDate: '1800000000', PreferredAuthEndDate: '1790000000' },
      'authorizationEndInvalid',
      'invalid_request',
    ],
  ])('with %j tells the third party', (params, refusal, error) => {
    const told = locationOf(shareMyData(), { ...params, state: 'x&y' })
    const { searchParams, origin, pathname } = new URL(told.to ?? '')

    expect([told.refusal, origin + pathname]).toEqual([refusal, 'http://localhost:3000/callback'])
    expect([searchParams.get('error'), searchParams.get('state')]).toEqual([error, 'x&y'])
  })

  test('carries hints for the end date', () => {
    const { endsNotBefore, endsPreferably } = shareMyData().request({
      MinAuthEndDate: '1790000000',
      PreferredAuthEndDate: '1800000000',
    })

    expect([endsNotBefore, endsPreferably]).toEqual(['2026-09-21', '2027-01-15'])
  })

  test.each(['accepted', 'inReview', 'onHold'] as const)(
    'of a registration that is %s is not shown',
    (registration) => {
      const smd = shareMyData({ ...town, you: { registration } })

      expect(locationOf(smd, {})).toEqual({ refusal: 'notApproved', to: null })
    },
  )

  test('of a community is not shown', () => {
    const smd = shareMyData({ ...town, you: { userType: 'cca' } })

    expect(refusedBy(() => smd.request())).toBe('noOnlineAuthorization')
  })

  test('of the tests needs a client id, and acceptance only', () => {
    const smd = shareMyData({ ...town, you: { registration: 'accepted' } })

    expect(refusedBy(() => smd.request({ client_id: '' }, true))).toBe('testClientIdEmpty')
    expect(smd.request({}, true).clientId).toBe('AcmeEnergy01')
  })
})

describe('the redirect', () => {
  test.each([
    ['code', ['code', 'scope', 'state']],
    ['authorization_code', ['authorization_code', 'scope', 'state']],
    ['both', ['code', 'authorization_code', 'scope', 'state']],
  ] as const)('names the code as %s says', (codeParam, names) => {
    const smd = shareMyData(town, { dialect: { codeParam } })
    smd.act('authorize', { as: 'alice' })

    expect([...smd.browse({ state: 's' }).searchParams.keys()]).toEqual(names)
  })

  test('leaves out a state that was not given', () => {
    const smd = shareMyData()
    smd.act('authorize', { as: 'alice' })

    expect(smd.browse().searchParams.has('state')).toBe(false)
  })

  test.each([
    ['http://a/b', 'http://a/b?x=1%262'],
    ['http://a/b?c=d', 'http://a/b?c=d&x=1%262'],
    ['http://a/b#e', 'http://a/b?x=1%262#e'],
  ])('adds to what the address holds: %s', (address, whole) => {
    expect(addressWith(address, { x: '1&2', y: undefined })).toBe(whole)
  })
})

describe('a customer who begins on the site of PG&E', () => {
  test('is sent to the portal address, without parameters since 2018', () => {
    const smd = shareMyData()

    expect(smd.act('chooseThirdParty', { as: 'alice' })).toEqual({ sendsBrowserTo: 'http://localhost:3000/' })
    expect(smd.browse().searchParams.has('code')).toBe(true)
  })

  test('is sent with the data custodian before 2018', () => {
    const smd = shareMyData(town, { preset: 'pge-2015' })

    expect(smd.act('chooseThirdParty', { as: 'alice' })).toEqual({
      sendsBrowserTo: 'http://localhost:3000/?dataCustodianId=PGE',
    })
  })

  test('has an online account', () => {
    const smd = shareMyData({ customers: { alice: { online: false } } })

    expect(refusedBy(() => smd.act('chooseThirdParty', { as: 'alice' }))).toBe('guestsHaveNoList')
  })
})
