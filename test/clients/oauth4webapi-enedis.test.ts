import { readFileSync } from 'node:fs'
import * as oauth from 'oauth4webapi'
import { Agent, fetch as undiciFetch, type RequestInit } from 'undici'
import { afterEach, expect, test } from 'vitest'
import { loadScenario, startSandbox } from '../../src/index.ts'
import { pageV1, pageV2 } from '../support/enedis-doors.ts'

const open: { close: () => unknown }[] = []
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close()
})

const redirectUri = 'http://localhost:3000/callback'

/** A client as its author would write it for Data Connect: the library, over TLS. */
async function clientOf(switches: Record<string, string> = {}) {
  const scenario = await loadScenario('enedis/data-connect/first-consent')
  const sandbox = await startSandbox({ scenario: { ...scenario, dialect: { enedis: { switches } } } })
  const env = await sandbox.env()
  const told = (name: string) => env[`WATTPROOF_${name}`] ?? ''
  const dispatcher = new Agent({ connect: { ca: readFileSync(told('CA_FILE')) } })
  open.push({ close: () => sandbox.stop() }, { close: () => dispatcher.close() })
  const issuer = told('ENEDIS_URL')
  const as = (path: string): oauth.AuthorizationServer => ({
    issuer,
    token_endpoint: `${issuer}${path}`,
    revocation_endpoint: `${issuer}/oauth2/v3/revoke`,
  })
  return {
    ...{ sandbox, issuer, dispatcher },
    today: as('/oauth2/v3/token'),
    former: as(`/v1/oauth2/token?redirect_uri=${encodeURIComponent(redirectUri)}`),
    client: { client_id: told('ENEDIS_CLIENT_ID') } satisfies oauth.Client,
    secret: told('ENEDIS_CLIENT_SECRET'),
    through: {
      [oauth.customFetch]: (url: string, options: object) =>
        undiciFetch(url, { ...(options as RequestInit), dispatcher }) as unknown as Promise<Response>,
    },
  }
}
type Client = Awaited<ReturnType<typeof clientOf>>

/** The customer's browser goes to a page and comes back with an answer. */
async function browse({ issuer, client, dispatcher }: Client, page: string, state: string): Promise<URL> {
  const asked = new URLSearchParams({ ...client, response_type: 'code', duration: 'P1Y', state })
  const { headers } = await undiciFetch(`${issuer}${page}?${asked.toString()}`, { redirect: 'manual', dispatcher })
  return new URL(headers.get('location') ?? '')
}

test.each([
  ['in a header', oauth.ClientSecretBasic, {}],
  ['in the body', oauth.ClientSecretPost, {}],
  ['in the body, where expires_in is a string', oauth.ClientSecretPost, { expiresInType: 'string' }],
])('oauth4webapi takes a token with its credentials %s, and gives it back', async (_, secretIn, switches) => {
  const { today, client, secret, through } = await clientOf(switches)
  const authenticate = secretIn(secret)

  const answer = await oauth.clientCredentialsGrantRequest(today, client, authenticate, {}, through)
  const token = await oauth.processClientCredentialsResponse(today, client, answer)
  const given = await oauth.revocationRequest(today, client, authenticate, token.access_token, through)
  const revoked = await oauth.processRevocationResponse(given)

  expect(token).toMatchObject({ token_type: 'bearer', expires_in: 12_600, scope: '' })
  expect(revoked).toBeUndefined()
})

test('oauth4webapi reads why a token was refused', async () => {
  const { today, client, through } = await clientOf()

  const answer = await oauth.clientCredentialsGrantRequest(today, client, oauth.ClientSecretPost('x'), {}, through)

  await expect(oauth.processClientCredentialsResponse(today, client, answer)).rejects.toMatchObject({
    error: 'invalid_client',
    status: 400,
  })
})

test('oauth4webapi takes a code of v4 and refreshes what it brings, once', async () => {
  const own = await clientOf({ generation: 'v4' })
  const { sandbox, former, client, through } = own
  const authenticate = oauth.ClientSecretPost(own.secret)
  await sandbox.customer('enedis', 'accept', { as: 'claire' })

  const params = oauth.validateAuthResponse(former, client, await browse(own, pageV1, 'mine'), 'mine')
  const answer = await oauth.authorizationCodeGrantRequest(
    ...([former, client, authenticate, params, redirectUri, oauth.nopkce, through] as const),
  )
  const tokens = await oauth.processAuthorizationCodeResponse(former, client, answer)
  const refresh = async () => {
    const again = oauth.refreshTokenGrantRequest(former, client, authenticate, tokens.refresh_token ?? '', through)
    return oauth.processRefreshTokenResponse(former, client, await again)
  }
  const refreshed = await refresh()

  expect(tokens['usage_points_id']).toMatch(/^\d{14}$/)
  expect(refreshed.refresh_token).not.toBe(tokens.refresh_token)
  await expect(refresh()).rejects.toMatchObject({ error: 'invalid_grant', status: 400 })
})

test('oauth4webapi finds no code in the redirect of 2026, though its state is right', async () => {
  const own = await clientOf()
  await own.sandbox.customer('enedis', 'accept', { as: 'claire' })

  const back = await browse(own, pageV2, 'mine')
  const params = oauth.validateAuthResponse(own.today, own.client, back, 'mine')

  expect([params.get('autorisation_id'), params.get('code')]).toEqual([expect.stringMatching(/^\d+$/), null])
  await expect(
    oauth.authorizationCodeGrantRequest(
      ...([own.today, own.client, oauth.ClientSecretPost(own.secret), params, redirectUri] as const),
      ...([oauth.nopkce, own.through] as const),
    ),
  ).rejects.toThrow('code')
})

test.each([
  [pageV1, 'access_denied', 'authorization_request_refused'],
  [pageV2, 'invalid_request', 'demande_non_aboutie'],
])('oauth4webapi is told of a refusal at %s: %s', async (page, error, error_description) => {
  const own = await clientOf()
  await own.sandbox.customer('enedis', 'refuse', { as: 'claire' })

  const back = await browse(own, page, 'mine')

  expect(() => oauth.validateAuthResponse(own.today, own.client, back, 'mine')).toThrow(
    expect.objectContaining({ error, error_description }) as Error,
  )
})
