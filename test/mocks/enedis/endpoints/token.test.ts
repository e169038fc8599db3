import { decodeJwt, decodeProtectedHeader } from 'jose'
import { describe, expect, test } from 'vitest'
import { clientSecretOf } from '../../../../mocks/enedis/domain/secrets.ts'
import {
  basic,
  clientId,
  consentedStreet,
  dailyPath,
  openDoors,
  sandboxId,
  secret,
  tokenPath,
} from '../../../support/enedis-doors.ts'

const json = async (answer: Response) => (await answer.json()) as Record<string, unknown>
const grant = { grant_type: 'client_credentials' }
const inForm = { ...grant, client_id: clientId, client_secret: secret }

describe('the token endpoint', () => {
  test('gives a token that lives 12,600 seconds, in the fields of the Swagger', async () => {
    const doors = await openDoors()

    const answer = await doors.submit(tokenPath, inForm)

    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/json'])
    expect(await answer.text()).toMatch(
      /^\{"access_token":"eyJ[\w-]+\.[\w-]+\.[\w-]+","token_type":"Bearer","expires_in":12600,"scope":""\}$/,
    )
  })

  test('signs it on the clock of the world', async () => {
    const doors = await openDoors({}, { start: '2026-03-02T14:00:00.000Z' })

    const token = await doors.tokenOf()

    const issued = Date.parse('2026-03-02T14:00:00Z') / 1000
    expect(decodeProtectedHeader(token)).toEqual({ typ: 'JWT', alg: 'RS256' })
    expect(decodeJwt(token)).toMatchObject({ consumerKey: clientId, iat: issued, exp: issued + 12_600 })
    expect(decodeJwt(token)).toMatchObject({ keytype: 'PRODUCTION' })
  })

  test('never gives the same token twice, even at one moment', async () => {
    const doors = await openDoors()

    expect(await doors.tokenOf()).not.toBe(await doors.tokenOf())
  })

  test.each([
    ['HTTP Basic', (d: Doors) => d.submit(tokenPath, grant, { headers: { authorization: basic() } })],
    ['the form', (d: Doors) => d.submit(tokenPath, inForm)],
    [
      'the query, with an empty body',
      (d: Doors) => d.call('POST', `${tokenPath}?${new URLSearchParams(inForm).toString()}`),
    ],
    [
      'the query, with an empty body that says it is JSON',
      (d: Doors) =>
        d.call('POST', `${tokenPath}?${new URLSearchParams(inForm).toString()}`, '', {
          headers: { 'content-type': 'application/json' },
        }),
    ],
    ['Basic and form alike', (d: Doors) => d.submit(tokenPath, inForm, { headers: { authorization: basic() } })],
  ])('takes credentials in %s', async (_, ask) => {
    const doors = await openDoors()

    expect((await ask(doors)).status).toBe(200)
  })

  test('writes down where credentials came', async () => {
    const doors = await openDoors()

    await doors.submit(tokenPath, grant, { headers: { authorization: basic() } })

    const says = doors.world.journal
      .findings('credentials-place')
      .list()
      .map((one) => one.says)
    expect(says).toEqual(['Credentials of the application came in the Authorization header.'])
  })

  test.each([
    ['basic', [200, 401, 401]],
    ['form', [401, 200, 401]],
    ['query', [401, 401, 200]],
  ])('told to be strict takes them in one place only: %s', async (credentialsPlace, statuses) => {
    const doors = await openDoors({}, { dialect: { credentialsPlace } })

    const asked = [
      await doors.submit(tokenPath, grant, { headers: { authorization: basic() } }),
      await doors.submit(tokenPath, inForm),
      await doors.call('POST', `${tokenPath}?${new URLSearchParams(inForm).toString()}`),
    ]

    expect(asked.map(({ status }) => status)).toEqual(statuses)
  })

  test.each([
    [{ expiresInType: 'string' }, '"expires_in":"12600"'],
    [{ expiresInValue: '12599' }, '"expires_in":12599'],
  ])('spells its answer as %j says', async (dialect, looks) => {
    const doors = await openDoors({}, { dialect })

    expect(await (await doors.submit(tokenPath, inForm)).text()).toContain(looks)
  })

  test.each([
    [{ ...inForm, grant_type: '' }, {}, 400, 'invalid_request'],
    [{ ...inForm, grant_type: 'password' }, {}, 400, 'unsupported_grant_type'],
    [{ ...inForm, grant_type: 'authorization_code' }, {}, 400, 'unauthorized_client'],
    [{ ...inForm, scope: 'a "quoted" scope' }, {}, 400, 'invalid_scope'],
    [{ ...inForm, client_secret: 'guessed' }, {}, 400, 'invalid_client'],
    [{ ...inForm, client_id: 'nobody' }, {}, 400, 'invalid_client'],
    [inForm, { authorization: basic(clientId, 'another') }, 400, 'invalid_request'],
    [grant, {}, 401, 'invalid_client'],
    [inForm, { 'content-type': 'application/json' }, 415, 'invalid_request'],
  ])('refuses %j with %j: %i %s', async (fields, headers, status, error) => {
    const doors = await openDoors()

    const answer = await doors.submit(tokenPath, fields, { headers })

    const body = await json(answer)
    expect([answer.status, body['error'], typeof body['error_description']]).toEqual([status, error, 'string'])
  })

  test('says in the words of the Swagger that credentials are missing', async () => {
    const doors = await openDoors()

    const answer = await doors.submit(tokenPath, grant)

    expect(await json(answer)).toEqual({
      error: 'invalid_client',
      error_description: 'Valid authentication credentials are mandatory to access the resource',
    })
  })

  test('takes credentials of the other environment for nobody’s', async () => {
    const doors = await openDoors()
    const [production, sandbox] = ['http://gw.ext.prod.api.enedis.fr', 'http://gw.ext.prod-sandbox.api.enedis.fr']
    const ask = (id: string, host: string) =>
      doors.submit(tokenPath, { ...grant, client_id: id, client_secret: clientSecretOf(id) }, { host })

    const right = [await ask(clientId, production), await ask(sandboxId, sandbox)]
    const wrong = [await ask(clientId, sandbox), await ask(sandboxId, production)]

    expect(right.map(({ status }) => status)).toEqual([200, 200])
    expect(await Promise.all(wrong.map(json))).toEqual([
      expect.objectContaining({ error: 'invalid_client' }),
      expect.objectContaining({ error: 'invalid_client' }),
    ])
  })

  test('fails as the platform does when it is told to', async () => {
    const doors = await openDoors()
    await doors.utility('fail', { api: 'token', refusal: 'tokenEndpointUnavailable', lasts: 'PT1H' })

    const during = await doors.submit(tokenPath, inForm)
    await doors.world.advance('PT1H')
    const after = await doors.submit(tokenPath, inForm)

    expect([during.status, after.status]).toEqual([503, 200])
    expect(await json(during)).toMatchObject({ error: 'temporarily_unavailable' })
  })

  test('keeps tokens and secrets out of the journal', async () => {
    const doors = await openDoors()

    const token = await doors.tokenOf()
    await doors.call('POST', `${tokenPath}?${new URLSearchParams(inForm).toString()}`)

    const kept = JSON.stringify([doors.world.journal.entries(), doors.world.snapshots.take()])
    expect([kept.includes(secret), kept.includes(token)]).toEqual([false, false])
  })
})

describe('a secret where none is looked for', () => {
  test.each([
    ['application/json', JSON.stringify({ ...inForm })],
    ['text/xml', `<token><client_secret>${secret}</client_secret></token>`],
    [
      'multipart/form-data; boundary=x',
      `--x\r\nContent-Disposition: form-data; name="client_secret"\r\n\r\n${secret}\r\n--x--`,
    ],
    ['application/x-www-form-urlencoded', `client%5Fsecret=${secret}`],
  ])('is kept out of the journal, too: %s', async (type, body) => {
    const doors = await openDoors()

    await doors.call('POST', tokenPath, body, { headers: { 'content-type': type } })

    const kept = JSON.stringify(doors.world.journal.entries())
    expect([kept.includes(tokenPath), kept.includes(secret)]).toEqual([true, false])
  })
})

describe('a token', () => {
  const unauthorized = async (answer: Response) => [answer.status, await answer.text()]
  const invalid =
    '{"fault":{"code":900901,"message":"Invalid Credentials","description":"Invalid Credentials. Make sure you have provided the correct security credentials"}}'

  test('opens the data until it expires, and then answers 900901', async () => {
    const doors = await openDoors(consentedStreet)
    const token = await doors.tokenOf()
    const path = dailyPath(doors.prm('claire.flat'))

    await doors.world.advance('PT12599S')
    const before = await doors.read(path, token)
    await doors.world.advance('PT1S')
    const after = await doors.read(path, token)

    expect(before.status).toBe(200)
    expect(await unauthorized(after)).toEqual([401, invalid])
  })

  test('that expired answered an empty JSON in the first weeks of v5', async () => {
    const doors = await openDoors(consentedStreet, { dialect: { expiredToken: 'emptyJson' } })
    const token = await doors.tokenOf()
    await doors.world.advance('PT4H')

    expect(await unauthorized(await doors.read(dailyPath(doors.prm('claire.flat')), token))).toEqual([401, '{}'])
  })

  test('is refused when it is missing, made up, or was changed', async () => {
    const doors = await openDoors(consentedStreet)
    const [header, claims, signature] = (await doors.tokenOf()).split('.')
    const path = dailyPath(doors.prm('claire.flat'))

    const missing = await doors.get(path)
    const others = [
      await doors.read(path, 'made-up'),
      await doors.read(path, `${header}.${claims}.${signature?.slice(0, -4)}AAAA`),
    ]

    expect([missing.status, await json(missing)]).toMatchObject([401, { fault: { code: 900902 } }])
    expect(await Promise.all(others.map(unauthorized))).toEqual([
      [401, invalid],
      [401, invalid],
    ])
  })

  test('is dead once it is revoked, and nobody learns whether it ever lived', async () => {
    const doors = await openDoors(consentedStreet)
    const token = await doors.tokenOf()
    const revoke = (fields: object) => doors.submit('/oauth2/v3/revoke', { ...inForm, ...fields })

    const [known, unknown] = [await revoke({ token }), await revoke({ token: 'made-up' })]

    expect([known.status, await known.text(), unknown.status]).toEqual([200, '', 200])
    expect((await doors.read(dailyPath(doors.prm('claire.flat')), token)).status).toBe(401)
  })

  test('of another application is not the caller’s to revoke', async () => {
    const doors = await openDoors(consentedStreet)
    const token = await doors.tokenOf()

    const answer = await doors.submit('/oauth2/v3/revoke', { token }, { headers: { authorization: basic(sandboxId) } })

    expect(answer.status).toBe(200)
    expect((await doors.read(dailyPath(doors.prm('claire.flat')), token)).status).toBe(200)
  })

  test.each([
    [{}, 400, 'invalid_request'],
    [{ token: 'one', token_type_hint: 'refresh_token' }, 400, 'unsupported_token_type'],
    [{ token: 'one', client_secret: 'guessed' }, 400, 'invalid_client'],
  ])('is not revoked with %j: %i %s', async (fields, status, error) => {
    const doors = await openDoors()

    const answer = await doors.submit('/oauth2/v3/revoke', { ...inForm, ...fields })

    expect([answer.status, await json(answer)]).toMatchObject([status, { error }])
  })

  test('may expire before its time', async () => {
    const doors = await openDoors(consentedStreet)
    const token = await doors.tokenOf()

    await doors.utility('expireTokens')

    expect((await doors.read(dailyPath(doors.prm('claire.flat')), token)).status).toBe(401)
    expect((await doors.read(dailyPath(doors.prm('claire.flat')), await doors.tokenOf())).status).toBe(200)
  })

  test('that the client has had for three hours is good for half an hour more', async () => {
    const doors = await openDoors({ ...consentedStreet, you: { tokenSince: 'PT3H' } })
    const { tokenGivenTo } = await import('../../../../mocks/enedis/domain/secrets.ts')
    const read = () => doors.read(dailyPath(doors.prm('claire.flat')), tokenGivenTo(clientId))

    const first = await read()
    await doors.world.advance('PT30M')

    expect([first.status, (await read()).status]).toEqual([200, 401])
  })
})

type Doors = Awaited<ReturnType<typeof openDoors>>
