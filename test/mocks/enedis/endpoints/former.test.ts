import { describe, expect, test } from 'vitest'
import {
  clientId,
  formerPath,
  formerTokenPath,
  openDoors,
  pageV1,
  redirectUri,
  search,
  secret,
  street,
  type Doors,
} from '../../../support/enedis-doors.ts'

const v4 = { preset: 'data-connect-v4' }
const json = async (answer: Response) => (await answer.json()) as Record<string, string>
const own = { client_id: clientId, client_secret: secret }
const path = `${formerTokenPath}?redirect_uri=${encodeURIComponent(redirectUri)}`

/** Claire has accepted for both her usage points. */
async function withCode(told: Parameters<typeof openDoors>[0] = street) {
  const doors = await openDoors(told, v4)
  await doors.customer('accept', { as: 'claire' })
  const { code = '' } = search(await doors.consentAt(pageV1))
  const exchange = (more: object = {}) =>
    doors.submit(path, { ...own, grant_type: 'authorization_code', code, ...more })
  const refresh = (refresh_token: string) => doors.submit(path, { ...own, grant_type: 'refresh_token', refresh_token })
  return { doors, code, exchange, refresh }
}

const refused = async (answer: Response) => [answer.status, (await json(answer))['error']]

describe('the token endpoint of v4', () => {
  test('exchanges a code for tokens, with times in milliseconds and the usage points', async () => {
    const { doors, exchange } = await withCode()

    const body = await json(await exchange())

    const now = String(Date.parse('2026-10-06T10:00:00Z'))
    expect(body).toEqual({
      access_token: expect.stringMatching(/^[0-9a-f]{42}$/) as string,
      token_type: 'Bearer',
      expires_in: 12600,
      refresh_token: expect.stringMatching(/^[0-9a-f]{42}$/) as string,
      scope: expect.stringMatching(/^\/v4\/metering_data\/daily_consumption\.GET /) as string,
      issued_at: now,
      refresh_token_issued_at: now,
      refresh_count: '0',
      usage_points_id: `${doors.prm('claire.flat')},${doors.prm('claire.house')}`,
    })
  })

  test('takes a code for 180 seconds', async () => {
    const [early, late] = [await withCode(), await withCode()]

    await early.doors.world.advance('PT179S')
    await late.doors.world.advance('PT180S')

    expect((await early.exchange()).status).toBe(200)
    expect(await refused(await late.exchange())).toEqual([400, 'invalid_grant'])
  })

  test('takes a code once, and a refresh token once', async () => {
    const { exchange, refresh } = await withCode()
    const { refresh_token: first = '' } = await json(await exchange())

    const codeAgain = await exchange()
    const second = await json(await refresh(first))
    const firstAgain = await refresh(first)

    expect(await refused(codeAgain)).toEqual([400, 'invalid_grant'])
    expect(second).toMatchObject({ refresh_count: '1' })
    expect(await refused(firstAgain)).toEqual([400, 'invalid_grant'])
    expect((await refresh(second['refresh_token'] ?? '')).status).toBe(200)
  })

  test.each([
    [{ grant_type: '' }, 'invalid_request'],
    [{ grant_type: 'password' }, 'unsupported_grant_type'],
    [{ grant_type: 'client_credentials' }, 'unauthorized_client'],
    [{ code: '' }, 'invalid_request'],
    [{ code: 'made-up' }, 'invalid_grant'],
    [{ client_secret: 'guessed' }, 'invalid_client'],
    [{ grant_type: 'refresh_token' }, 'invalid_request'],
    [{ grant_type: 'refresh_token', refresh_token: 'made-up' }, 'invalid_grant'],
  ])('refuses %j in JSON with a description: %s', async (more, error) => {
    const { exchange } = await withCode()

    const body = await json(await exchange(more))

    expect(body).toEqual({ error, error_description: expect.any(String) as string })
  })

  test('refuses a code that comes with another address', async () => {
    const { doors, code } = await withCode()
    const other = `${formerTokenPath}?redirect_uri=http://localhost:3000/elsewhere`

    const answer = await doors.submit(other, { ...own, grant_type: 'authorization_code', code })

    expect(await refused(answer)).toEqual([400, 'invalid_grant'])
  })

  test('is gone where v4 is off', async () => {
    const doors = await openDoors(street)

    expect((await doors.submit(path, { ...own, grant_type: 'authorization_code', code: 'one' })).status).toBe(404)
  })
})

describe('a token of v4', () => {
  const read = async (doors: Doors, name: string, token = '') =>
    (await doors.read(formerPath(doors.prm(name)), token)).status

  test('opens the usage points of its consent, and no others', async () => {
    const { doors, exchange } = await withCode({
      customers: { ...street.customers, paul: { ...street.customers.paul, consented: { page: 'v1' } } },
    })
    const { access_token: token } = await json(await exchange())

    const statuses = [await read(doors, 'claire.flat', token), await read(doors, 'paul.home', token)]

    expect(statuses).toEqual([200, 403])
  })

  test('expires, and its refresh token opens the data again', async () => {
    const { doors, exchange, refresh } = await withCode()
    const tokens = await json(await exchange())
    await doors.world.advance('PT3H30M')

    const expired = await read(doors, 'claire.flat', tokens['access_token'])
    const renewed = await json(await refresh(tokens['refresh_token'] ?? ''))

    expect([expired, await read(doors, 'claire.flat', renewed['access_token'])]).toEqual([401, 200])
  })

  test('is no refresh token, and the other way round', async () => {
    const { doors, exchange, refresh } = await withCode()
    const tokens = await json(await exchange())

    expect(await read(doors, 'claire.flat', tokens['refresh_token'])).toBe(401)
    expect(await refused(await refresh(tokens['access_token'] ?? ''))).toEqual([400, 'invalid_grant'])
  })

  test('is kept out of the journal, with its code', async () => {
    const { doors, code, exchange } = await withCode()
    const tokens = await json(await exchange())

    const kept = JSON.stringify([doors.world.journal.entries(), doors.world.snapshots.take()])

    const secrets = [code, tokens['access_token'], tokens['refresh_token'], secret]
    expect(secrets.map((one) => kept.includes(one ?? ''))).toEqual([false, false, false, false])
  })
})
