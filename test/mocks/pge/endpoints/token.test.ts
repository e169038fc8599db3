import { describe, expect, test } from 'vitest'
import {
  authorizeQuery,
  basic,
  clientId,
  heldFor,
  openDoors,
  redirectUri,
  registrationToken,
  testTokenPath,
  tokenPath,
} from '../../../support/pge-doors.ts'
import { town } from '../../../support/pge.ts'

const json = async (answer: Response) => (await answer.json()) as Record<string, unknown>
const withAlice = { customers: { ...town.customers, alice: { ...town.customers.alice, authorized: true } } }
const scope =
  'FB=1_3_8_13_14_18_19_31_32_35_37_38_39_40_4_5_10_15_16_46_47;AdditionalScope=Usage_Billing_Basic_Account_ProgramEnrollment;' +
  'IntervalDuration=900_3600;BlockDuration=Daily;HistoryLength=24;AccountCollection=2;BR=50914;dataCustodianId=PGE'

describe('the token endpoint', () => {
  test('gives a client token under its own name', async () => {
    const doors = await openDoors()

    const answer = await doors.token({ grant_type: 'client_credentials' })

    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/json'])
    expect(await json(answer)).toEqual({
      client_access_token: expect.stringMatching(/^[0-9a-f-]{36}$/),
      expires_in: 3600,
      scope: '3',
      token_type: 'Bearer',
    })
  })

  test('refreshes, with the fields of the refresh sample in their order', async () => {
    const doors = await openDoors(withAlice)

    const answer = await doors.token({ grant_type: 'refresh_token', refresh_token: heldFor('alice') })

    const body = await json(answer)
    const [id] = doors.state(({ authorizations }) => Object.keys(authorizations))
    const origin = 'http://localhost:4704/GreenButtonConnect/espi/1_1/resource'
    expect(Object.keys(body)).toEqual([
      ...['access_token', 'expires_in', 'refresh_token', 'scope', 'resourceURI', 'authorizationURI', 'token_type'],
    ])
    expect(body).toMatchObject({
      scope,
      resourceURI: `${origin}/Batch/Subscription/${id}`,
      authorizationURI: `${origin}/Authorization/${id}`,
    })
  })

  test('exchanges a code once, and tells where the customer’s data is', async () => {
    const doors = await openDoors(town)
    await doors.customer('authorize', { as: 'alice' })
    const sent = await doors.get(`/myAuthorization?${authorizeQuery()}`)
    const code = new URL(sent.headers.get('location') ?? '').searchParams.get('code') ?? ''
    const exchange = () => doors.token({ grant_type: 'authorization_code', code, redirect_uri: redirectUri })

    const [first, second] = [await exchange(), await exchange()]

    const body = await json(first)
    expect(body['customerResourceURI']).toMatch(/\/Batch\/RetailCustomer\/\d+$/)
    expect([second.status, await json(second)]).toEqual([400, expect.objectContaining({ error: 'invalid_grant' })])
  })

  test.each([
    ['in the query, without a body', { query: true }, {}],
    [
      'in the query, with JSON for a content type and nothing in it',
      { query: true },
      { 'content-type': 'application/json' },
    ],
    ['in a form that says it is plain text', { query: false }, { 'content-type': 'text/plain' }],
  ])('takes its parameters %s', async (_, { query }, headers) => {
    const doors = await openDoors()
    const path = query ? `${tokenPath}?grant_type=client_credentials` : tokenPath

    const answer = await doors.call('POST', path, query ? '' : 'grant_type=client_credentials', {
      headers: { authorization: basic(), ...headers },
    })

    expect(answer.status).toBe(200)
  })

  test.each([
    ['query', `${tokenPath}?grant_type=client_credentials`, '', [200, 400]],
    ['body', tokenPath, 'grant_type=client_credentials', [400, 200]],
  ])('told to be strict takes them where they belong only: %s', async (_, path, body, [inQuery, inBody]) => {
    const asked = async (tokenParams: string) => {
      const doors = await openDoors({}, { dialect: { tokenParams } })
      return (await doors.call('POST', path, body, { headers: { authorization: basic() } })).status
    }

    expect([await asked('query'), await asked('body')]).toEqual([inQuery, inBody])
  })

  test.each([
    [
      { tokenBody: 'xml' },
      /^<Response xmlns="http:\/\/localhost:4704\/datacustodian\/oauth\/v2\/token"><client_access_token>/,
    ],
    [{ expiresInString: 'on' }, /"expires_in":"3600"/],
    [{ tokenTypeCase: 'bearer' }, /"token_type":"bearer"/],
    [{ clientTokenTtl: '300' }, /"expires_in":300/],
    [{ clientRefreshToken: 'issued' }, /"refresh_token":"/],
  ])('spells its answer as %j says', async (dialect, looks) => {
    const doors = await openDoors({}, { dialect })

    const answer = await doors.token({ grant_type: 'client_credentials' })

    expect(await answer.text()).toMatch(looks)
  })

  test.each([
    [{ resourceUriForm: 'subscription' }, /resource\/Subscription\/\d+$/, /Authorization\/\d+$/],
    [{ swappedUris: 'on' }, /Authorization\/\d+$/, /Batch\/Subscription\/\d+$/],
  ])('gives the addresses as %j says', async (dialect, resourceURI, authorizationURI) => {
    const doors = await openDoors(withAlice, { dialect })

    const body = await json(await doors.token({ grant_type: 'refresh_token', refresh_token: heldFor('alice') }))

    expect(body['resourceURI']).toMatch(resourceURI)
    expect(body['authorizationURI']).toMatch(authorizationURI)
  })

  test('judges parameters before anything else, and GET before them', async () => {
    const doors = await openDoors()

    const get = await doors.get(`${tokenPath}?grant_type=client_credentials`, { certificate: null })
    const missing = await doors.call('POST', tokenPath, '', { certificate: null })

    expect([get.status, await json(get)]).toEqual([
      405,
      { error: 'invalid_request', error_description: 'GET not permitted' },
    ])
    expect([missing.status, await json(missing)]).toEqual([
      400,
      { error: 'invalid_request', error_description: 'Missing grant_type' },
    ])
  })

  test.each([
    [{}, { authorization: '' }, 401, 'invalid_client'],
    [{}, { authorization: basic(clientId, 'wrong') }, 401, 'invalid_client'],
    [{}, { authorization: basic('nobody') }, 401, 'invalid_client'],
    [{ client_id: clientId }, {}, 400, 'invalid_request'],
    [{ grant_type: 'password' }, {}, 400, 'unsupported_grant_type'],
    [{ scope: 'FB=1' }, {}, 400, 'invalid_scope'],
    [{ grant_type: 'refresh_token' }, {}, 400, 'invalid_request'],
    [{ grant_type: 'refresh_token', refresh_token: 'x' }, {}, 400, 'invalid_grant'],
    [{ grant_type: 'authorization_code', redirect_uri: redirectUri }, {}, 400, 'invalid_request'],
    [{ grant_type: 'authorization_code', code: 'x', redirect_uri: redirectUri }, {}, 400, 'invalid_grant'],
  ])('refuses %j with headers %j by %i %s', async (params, headers, status, error) => {
    const doors = await openDoors()

    const answer = await doors.token({ grant_type: 'client_credentials', ...params }, { headers: headers })

    expect([answer.status, (await json(answer))['error']]).toEqual([status, error])
  })

  test('keeps no secret in the journal, and lets tokens be compared all the same', async () => {
    const doors = await openDoors(withAlice)

    const body = await json(await doors.token({ grant_type: 'refresh_token', refresh_token: heldFor('alice') }))
    await doors.token({ grant_type: 'refresh_token', refresh_token: String(body['refresh_token']) })
    await doors.call(
      'POST',
      `${tokenPath}?grant_type=refresh_token&refresh_token=${String(body['refresh_token'])}`,
      '',
      {
        headers: { authorization: basic() },
      },
    )

    const journal = JSON.stringify(doors.world.journal.entries())
    for (const secret of [heldFor('alice'), body['access_token'], body['refresh_token']])
      expect(journal).not.toContain(secret)
    const [answered, , asked] = doors.world.journal.calls('token.create').list()
    const [, print] = /"refresh_token":"([^"]+)"/.exec(answered?.response?.body?.text ?? '') ?? []
    expect(asked?.request.url).toContain(`refresh_token=${print}`)
  })

  test('carries the headers of the gateway, and gives a transaction id back', async () => {
    const doors = await openDoors()

    const own = await doors.token({ grant_type: 'client_credentials' })
    const echoed = await doors.token({ grant_type: 'client_credentials' }, { headers: { 'x-transaction-id': 'mine' } })

    expect(own.headers.get('server')).toBe('Mulesoft-API-Gateway')
    expect(own.headers.get('x-transaction-id')).toMatch(/^[0-9a-f]{8}-[0-9a-f-]{27}$/)
    expect(echoed.headers.get('x-transaction-id')).toBe('mine')
  })
})

describe('the token endpoint of the tests', () => {
  test('gives tokens to an accepted registration, whose addresses end in /test', async () => {
    const doors = await openDoors({ you: { registration: 'accepted' } })
    const sent = await doors.get(`/datacustodian/test/oauth/v2/authorize?${authorizeQuery()}`)
    const code = new URL(sent.headers.get('location') ?? '').searchParams.get('code') ?? ''

    const production = await doors.token({ grant_type: 'client_credentials' })
    const client = await doors.token({ grant_type: 'client_credentials' }, { path: testTokenPath })
    const access = await doors.token(
      { grant_type: 'authorization_code', code, redirect_uri: redirectUri },
      { path: testTokenPath },
    )

    expect([production.status, client.status]).toEqual([400, 200])
    const body = await json(access)
    expect(body['resourceURI']).toMatch(/\/Batch\/Subscription\/test$/)
    expect(body).not.toHaveProperty('customerResourceURI')
    expect(doors.state(({ registrations, you }) => registrations[you]?.tests.oauth)).toBe('2026-03-02T18:00:00.000Z')
  })
})

test('a registration access token is not taken for a client', async () => {
  const doors = await openDoors()

  const answer = await doors.token(
    { grant_type: 'client_credentials' },
    { headers: { authorization: `Bearer ${registrationToken}` } },
  )

  expect(answer.status).toBe(401)
})
