import { describe, expect, test } from 'vitest'
import { openedAs, tokenRules, mustOpenPackage, bearerOf } from '../../../../mocks/pge/domain/token-rules.ts'
import { registrationTokenOf } from '../../../../mocks/pge/domain/secrets.ts'
import type { Resource } from '../../../../mocks/pge/domain/token-rules.ts'
import { authorizedTown, refusedBy, shareMyData, thrownBy, town } from '../../../support/pge.ts'

const code = { grant_type: 'authorization_code', redirect_uri: 'http://localhost:3000/callback' }

describe('the token endpoint', () => {
  test.each<[string, Record<string, string>, string]>([
    ['no grant type', {}, 'grantTypeMissing'],
    ['an empty grant type', { grant_type: '' }, 'grantTypeMissing'],
    ['a grant type it does not know', { grant_type: 'password' }, 'grantTypeUnsupported'],
    ['a client id besides Basic', { grant_type: 'client_credentials', client_id: 'AcmeEnergy01' }, 'clientIdTwice'],
    ['a secret besides Basic', { grant_type: 'client_credentials', client_secret: 'x' }, 'clientIdTwice'],
    ['a scope that is not theirs', { grant_type: 'client_credentials', scope: 'FB=1_99' }, 'scopeMismatch'],
    ['no code', { grant_type: 'authorization_code', redirect_uri: 'x' }, 'parameterMissing'],
    ['no redirect_uri', { grant_type: 'authorization_code', code: 'x' }, 'parameterMissing'],
    ['a code nobody got', { ...code, code: 'x' }, 'codeInvalid'],
    ['no refresh token', { grant_type: 'refresh_token' }, 'parameterMissing'],
    ['a refresh token nobody got', { grant_type: 'refresh_token', refresh_token: 'x' }, 'refreshTokenInvalid'],
  ])('refuses %s', (_what, params, refusal) => {
    expect(refusedBy(() => shareMyData().token(params))).toBe(refusal)
  })

  test('asks for the grant type before it asks for the client', () => {
    const smd = shareMyData()
    const missing = { client: null }

    expect(refusedBy(() => smd.token({}, missing))).toBe('grantTypeMissing')
    expect(refusedBy(() => smd.token({ grant_type: 'client_credentials' }, missing))).toBe('authorizationHeaderMissing')
    expect(refusedBy(() => smd.token({ grant_type: 'refresh_token' }, missing))).toBe('authorizationHeaderMissing')
  })

  test.each([
    ['a wrong secret', 'AcmeEnergy01', 'guess'],
    ['an unknown client', 'Nobody01', 'guess'],
    ['a name of every object', 'constructor', 'guess'],
  ])('does not know %s', (_what, clientId, secret) => {
    const smd = shareMyData()
    const refusal = thrownBy(() => smd.token(...credentialsOf(smd.basic(clientId, secret))))

    expect([refusal.refusal, refusal.status, refusal.code]).toEqual(['clientInvalid', 401, 'invalid_client'])
  })

  test('says which parameter is missing', () => {
    expect(thrownBy(() => shareMyData().token({ grant_type: 'refresh_token' })).message).toBe('Missing refresh_token')
  })

  test('opens in production with approval, and for tests with acceptance', () => {
    const smd = shareMyData({ ...town, you: { registration: 'accepted' } })

    expect(smd.clientToken(true).test).toBe(true)
    expect(refusedBy(() => smd.clientToken())).toBe('grantNotForClient')
  })

  test.each(['selfAccess', 'cca'] as const)('gives %s a client token and nothing of customers', (userType) => {
    const smd = shareMyData({ ...town, you: { userType } })

    expect(smd.clientToken().class).toBe('client')
    expect(refusedBy(() => smd.token({ ...code, code: 'x' }))).toBe('grantNotForClient')
  })
})

describe('a client access token', () => {
  test('comes with the scope PG&E prints, and without a refresh token', () => {
    expect(shareMyData().clientToken()).toMatchObject({
      class: 'client',
      expiresInSeconds: 3600,
      refreshToken: null,
      scope: '3',
    })
  })

  test('lives five minutes, or renews itself, where the dialect says so', () => {
    const smd = shareMyData(town, { dialect: { clientTokenTtl: '300', clientRefreshToken: 'issued' } })
    const { token, refreshToken, expiresInSeconds } = smd.clientToken()

    expect(expiresInSeconds).toBe(300)
    smd.pass('PT5M')
    expect(refusedBy(() => smd.open(token, 'bulk'))).toBe('tokenExpired')
    const next = smd.refresh(refreshToken ?? '')

    expect(smd.open(next.token, 'bulk').class).toBe('client')
    expect(refusedBy(() => smd.refresh(refreshToken ?? ''))).toBe('refreshTokenInvalid')
  })

  test('takes the registered scope when asked for it', () => {
    const smd = shareMyData()

    expect(smd.token({ grant_type: 'client_credentials', scope: '3' }).scope).toBe('3')
  })

  test('does not end the one before it', () => {
    const smd = shareMyData()
    const first = smd.clientToken()

    smd.clientToken()

    expect(smd.open(first.token, 'bulk').class).toBe('client')
  })
})

describe('an authorization code', () => {
  test('gives an access and a refresh token for one subscription', () => {
    const smd = shareMyData()
    const grant = smd.authorize('alice')

    expect(grant).toMatchObject({ class: 'access', expiresInSeconds: 3600, test: false })
    expect(grant.authorization).toMatch(/^\d{5,7}$/)
    expect(grant.token).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(grant.refreshToken).not.toBe(grant.token)
  })

  test('works once', () => {
    const smd = shareMyData()
    const given = smd.codeFor('alice')

    smd.exchange(given)

    expect(refusedBy(() => smd.exchange(given))).toBe('codeInvalid')
  })

  test.each([
    ['pge-2023', 'PT9M59S', 'PT10M'],
    ['gba', 'PT5M59S', 'PT6M'],
  ] as const)('of %s works for %s, and not for %s', (preset, inTime, tooLate) => {
    const smd = shareMyData(town, { preset })

    const first = smd.codeFor('alice')
    smd.pass(inTime)
    expect(smd.exchange(first).class).toBe('access')
    const second = smd.codeFor('alice')
    smd.pass(tooLate)

    expect(refusedBy(() => smd.exchange(second))).toBe('codeInvalid')
  })

  test('needs the redirect_uri it was sent to, and survives the mistake', () => {
    const smd = shareMyData()
    const given = smd.codeFor('alice')

    expect(refusedBy(() => smd.exchange(given, { redirect_uri: 'http://localhost:3000/' }))).toBe('redirectUriMismatch')
    expect(smd.exchange(given).class).toBe('access')
  })

  test('is its own client’s alone', () => {
    const smd = shareMyData({ ...town, thirdParties: { rival: { clientId: 'Rival01' } } })
    const given = smd.codeFor('alice')

    expect(refusedBy(() => smd.exchange(given, {}, { client: smd.basic('Rival01') }))).toBe('codeInvalid')
  })

  test('of a replaced authorization is refused', () => {
    const smd = shareMyData()
    const first = smd.codeFor('alice')

    smd.codeFor('alice')

    expect(refusedBy(() => smd.exchange(first))).toBe('authorizationOver')
  })

  test('of a test is good at the test endpoint, opens no customer data, and counts as the OAuth test', () => {
    const smd = shareMyData({ ...town, you: { registration: 'accepted' } })
    const given = smd.testCode()

    const grant = smd.exchange(given, {}, { test: true })

    expect(grant).toMatchObject({ class: 'access', authorization: null, test: true })
    expect(refusedBy(() => smd.open(grant.token, 'subscription'))).toBe('tokenForTestsOnly')
    expect(smd.registration().tests.oauth).not.toBeNull()
    const next = smd.refresh(grant.refreshToken ?? '', {}, { test: true })
    expect(refusedBy(() => smd.open(grant.token, 'subscription'))).toBe('tokenReplaced')
    expect(next.test).toBe(true)
  })

  test('of a test is nothing in production', () => {
    const smd = shareMyData()
    const given = smd.testCode()

    expect(refusedBy(() => smd.exchange(given))).toBe('codeInvalid')
  })
})

describe('a refresh', () => {
  test('rotates: the refresh token used and the access token before it are dead', () => {
    const smd = shareMyData()
    const first = smd.authorize('alice')

    const second = smd.refresh(first.refreshToken ?? '')

    expect(smd.open(second.token, 'subscription').authorization).toBe(first.authorization)
    expect(refusedBy(() => smd.open(first.token, 'subscription'))).toBe('tokenReplaced')
    expect(refusedBy(() => smd.refresh(first.refreshToken ?? ''))).toBe('refreshTokenInvalid')
    expect(smd.refresh(second.refreshToken ?? '').class).toBe('access')
  })

  test('works for a year', () => {
    const smd = shareMyData()
    const { refreshToken } = smd.authorize('alice')

    smd.pass('P364DT23H')
    const next = smd.refresh(refreshToken ?? '')
    smd.pass('P366D')

    expect(refusedBy(() => smd.refresh(next.refreshToken ?? ''))).toBe('refreshTokenInvalid')
  })

  test('keeps its scope', () => {
    const smd = shareMyData()
    const first = smd.authorize('alice')
    const refreshToken = first.refreshToken ?? ''

    expect(refusedBy(() => smd.refresh(refreshToken, { scope: 'FB=4_5' }))).toBe('scopeMismatch')
    expect(smd.refresh(refreshToken, { scope: first.scope }).scope).toBe(first.scope)
  })

  test('begins with the token that a story gives', () => {
    const smd = shareMyData(authorizedTown)

    expect(smd.refresh(smd.held('alice'))).toMatchObject({ class: 'access', grant: 'refresh_token' })
  })

  test('of another client is refused', () => {
    const smd = shareMyData({ ...authorizedTown, thirdParties: { rival: { clientId: 'Rival01' } } })
    const params = { grant_type: 'refresh_token', refresh_token: smd.held('alice') }

    expect(refusedBy(() => smd.token(params, { client: smd.basic('Rival01') }))).toBe('refreshTokenInvalid')
  })
})

describe('a token at a resource', () => {
  test.each(Object.keys(tokenRules) as Resource[])('is of the class that %s asks for', (resource) => {
    const smd = shareMyData()
    const tokens = {
      client: smd.clientToken().token,
      access: smd.authorize('alice').token,
      registration: registrationTokenOf(smd.you()),
    }

    for (const [kind, token] of Object.entries(tokens)) {
      const isRight = tokenRules[resource].class === kind
      if (isRight) expect(smd.open(token, resource).class).toBe(kind)
      else expect(thrownBy(() => smd.open(token, resource))).toMatchObject({ refusal: 'tokenWrongClass', status: 403 })
    }
  })

  test.each([
    ['nothing', undefined, 'tokenMissing', 401],
    ['an empty one', '', 'tokenMissing', 401],
    ['one nobody got', 'guess', 'tokenUnknown', 401],
  ])('is refused when it is %s', (_what, value, refusal, status) => {
    expect(thrownBy(() => shareMyData().open(value, 'bulk'))).toMatchObject({ refusal, status })
  })

  test('is no refresh token', () => {
    const smd = shareMyData()
    const { refreshToken } = smd.authorize('alice')

    expect(refusedBy(() => smd.open(refreshToken ?? '', 'subscription'))).toBe('tokenWrongClass')
  })

  test.each([
    ['pge-2023', 403],
    ['gba', 401],
  ] as const)('of %s that has expired is answered %i', (preset, status) => {
    const smd = shareMyData(town, { preset })
    const { token } = smd.authorize('alice')

    smd.pass('PT59M59S')
    expect(smd.open(token, 'subscription').class).toBe('access')
    smd.pass('PT1S')

    expect(thrownBy(() => smd.open(token, 'subscription'))).toMatchObject({ status })
  })

  test('of the tests opens what the tests need, and no customer data', () => {
    const smd = shareMyData({ ...town, you: { registration: 'accepted' } })
    const { token } = smd.clientToken(true)

    for (const resource of ['serviceStatus', 'sampleData', 'authorization'] as const)
      expect(smd.open(token, resource).test).toBe(true)
    for (const resource of ['bulk', 'bulkCustomers', 'bulkPrograms'] as const)
      expect(refusedBy(() => smd.open(token, resource))).toBe('tokenForTestsOnly')
  })

  test('opens its own subscription and no other', () => {
    const smd = shareMyData({ customers: { ...authorizedTown.customers, bob: { authorized: true } } })
    const { token, authorization } = smd.refresh(smd.held('alice'))
    const [, bobs] = smd.authorizations().map(({ authorization: { id } }) => id)
    const as = (id: string) =>
      smd.read((state, house) => openedAs(state, { bearer: bearerOf(state, token, house), id }, house).id)

    expect(as(authorization ?? '')).toBe(authorization)
    expect(refusedBy(() => as(bobs ?? ''))).toBe('notYours')
    expect(refusedBy(() => as('31415'))).toBe('notFound')
  })

  test.each([
    ['off', 'tokenWrongClass'],
    ['on', undefined],
  ] as const)('fetches a bulk package with an access token: accessTokenOnBulk=%s', (accessTokenOnBulk, refusal) => {
    const smd = shareMyData(town, { dialect: { accessTokenOnBulk } })
    const { token } = smd.authorize('alice')
    const ask = () => smd.read((state, house) => mustOpenPackage(bearerOf(state, token, house), 'bulk', house))

    if (refusal) expect(refusedBy(ask)).toBe(refusal)
    else expect(ask()).toBeUndefined()
  })
})

describe('what the state keeps', () => {
  test('is no secret: no code, token or client secret that left', () => {
    const smd = shareMyData(authorizedTown)
    const given = smd.codeFor('bob')
    const { token, refreshToken } = smd.exchange(given)
    const kept = smd.read((state) => JSON.stringify(state))

    for (const secret of [given, token, refreshToken ?? '', smd.held('alice'), registrationTokenOf(smd.you())])
      expect(kept).not.toContain(secret)
  })

  test('is the same in two runs', () => {
    const run = () => {
      const smd = shareMyData(authorizedTown)
      smd.authorize('bob')
      return smd.read((state) => JSON.stringify(state))
    }

    expect(run()).toBe(run())
  })
})

function credentialsOf(client: { clientId: string; secret: string }) {
  return [{ grant_type: 'client_credentials' }, { client }] as const
}
