import { readFileSync } from 'node:fs'
import * as oauth from 'oauth4webapi'
import { Agent, fetch as undiciFetch, type RequestInit } from 'undici'
import { afterEach, expect, test } from 'vitest'
import { openPge } from '../support/pge-sandbox.ts'

const open: { close: () => unknown }[] = []
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close()
})

const redirectUri = 'http://localhost:3000/callback'

/** A client as its author would write it for PG&E: the library, and undici for the certificate. */
async function clientOf(dialect: Record<string, string> = {}) {
  const pge = await openPge({ customers: { alice: { agreements: { power: 'electric' } } } }, dialect)
  const dispatcher = new Agent({
    connect: {
      ca: readFileSync(pge.told('WATTPROOF_CA_FILE')),
      cert: readFileSync(pge.told('WATTPROOF_PGE_CERT_FILE')),
      key: readFileSync(pge.told('WATTPROOF_PGE_KEY_FILE')),
    },
  })
  open.push({ close: () => pge.stop() }, { close: () => dispatcher.close() })
  const as: oauth.AuthorizationServer = {
    issuer: pge.https,
    authorization_endpoint: `${pge.https}/myAuthorization`,
    token_endpoint: `${pge.https}/datacustodian/oauth/v2/token`,
  }
  const client: oauth.Client = { client_id: pge.told('WATTPROOF_PGE_CLIENT_ID') }
  const authenticate = oauth.ClientSecretBasic(pge.told('WATTPROOF_PGE_CLIENT_SECRET'))
  const through = {
    [oauth.customFetch]: (url: string, options: object) =>
      undiciFetch(url, { ...(options as RequestInit), dispatcher }) as unknown as Promise<Response>,
  }
  return { pge, as, client, authenticate, through, dispatcher }
}
type Client = Awaited<ReturnType<typeof clientOf>>

/** The customer's browser goes to the page and comes back with an answer. */
async function browse({ pge, as, client, dispatcher }: Client, state: string): Promise<URL> {
  await pge.held.customer('pge', 'authorize', { as: 'alice' })
  const address = new URL(as.authorization_endpoint ?? '')
  const asked = { client_id: client.client_id, redirect_uri: redirectUri, response_type: 'code', state }
  for (const [name, value] of Object.entries(asked)) address.searchParams.set(name, value)
  const { headers } = await undiciFetch(address, { redirect: 'manual', dispatcher })
  return new URL(headers.get('location') ?? '')
}

async function authorized(own: Client): Promise<oauth.TokenEndpointResponse> {
  const { as, client, authenticate, through } = own
  const state = oauth.generateRandomState()
  const params = oauth.validateAuthResponse(as, client, await browse(own, state), state)
  const answer = await oauth.authorizationCodeGrantRequest(
    ...([as, client, authenticate, params, redirectUri, oauth.nopkce, through] as const),
  )
  return oauth.processAuthorizationCodeResponse(as, client, answer)
}

test('oauth4webapi takes a code, tokens and a refresh from Share My Data', async () => {
  const own = await clientOf()
  const { as, client, authenticate, through } = own

  const tokens = await authorized(own)
  const again = await oauth.refreshTokenGrantRequest(as, client, authenticate, tokens.refresh_token ?? '', through)
  const refreshed = await oauth.processRefreshTokenResponse(as, client, again)

  expect(tokens).toMatchObject({ token_type: 'bearer', expires_in: 3600 })
  expect(tokens['customerResourceURI']).toMatch(/\/Batch\/RetailCustomer\/\d+$/)
  expect(refreshed.refresh_token).not.toBe(tokens.refresh_token)
  const opened = await oauth.protectedResourceRequest(
    ...([refreshed.access_token, 'GET', new URL(String(tokens['customerResourceURI']))] as const),
    ...([undefined, undefined, through] as const),
  )
  expect([opened.status, await opened.text()]).toEqual([200, expect.stringContaining('Green Button Customer Feed')])
})

test('oauth4webapi reads the refusal of a refresh token that was used before', async () => {
  const own = await clientOf()
  const { as, client, authenticate, through } = own
  const { refresh_token: first = '' } = await authorized(own)
  const refresh = () => oauth.refreshTokenGrantRequest(as, client, authenticate, first, through)
  await oauth.processRefreshTokenResponse(as, client, await refresh())

  const again = oauth.processRefreshTokenResponse(as, client, await refresh())

  await expect(again).rejects.toMatchObject({ error: 'invalid_grant', status: 400 })
})

test('oauth4webapi refuses PG&E’s client token, which goes by a name of its own', async () => {
  const { as, client, authenticate, through } = await clientOf()

  const answer = await oauth.clientCredentialsGrantRequest(as, client, authenticate, {}, through)
  const { client_access_token } = (await answer.clone().json()) as { client_access_token?: string }

  expect(client_access_token).toMatch(/^[0-9a-f-]{36}$/)
  await expect(oauth.processClientCredentialsResponse(as, client, answer)).rejects.toThrow('access_token')
})

test('oauth4webapi is told when the customer cancels, and when the state is not its own', async () => {
  const own = await clientOf()
  const { as, client } = own
  const back = await browse(own, 'mine')
  await own.pge.held.customer('pge', 'refuse', { as: 'alice' })
  const page = new URL(as.authorization_endpoint ?? '')
  page.search = new URLSearchParams({
    ...{ client_id: client.client_id, redirect_uri: redirectUri, response_type: 'code', state: 'mine' },
  }).toString()
  const { headers } = await undiciFetch(page, { redirect: 'manual', dispatcher: own.dispatcher })

  expect(() => oauth.validateAuthResponse(as, client, back, 'another')).toThrow('state')
  expect(() => oauth.validateAuthResponse(as, client, new URL(headers.get('location') ?? ''), 'mine')).toThrow(
    expect.objectContaining({ error: 'access_denied' }) as Error,
  )
})
