import * as oauth from 'oauth4webapi'
import type { Service } from './service.ts'
import type { Setting } from './setting.ts'
import { NotRegistered } from './trouble.ts'

/** What the token endpoint answers to a code or a refresh token. */
export type Granted = {
  accessToken: string
  expiresIn: number
  refreshToken: string | undefined
  scope: string
  /** Names the authorization, in one of two ways. */
  addresses: string[]
}

/** A grant that the token endpoint does not take: a code or token that is dead, or never was. */
export class GrantRefused extends Error {
  readonly code: string

  constructor(code: string, description: string) {
    super(`${code}: ${description}`)
    this.code = code
  }
}

/** What a token request needs to know besides what it asks with. */
export type Asking = { setting: Setting; service: Service; endpoint: string }

export async function grantByCode(
  asking: Asking,
  { params, redirectUri }: { params: URLSearchParams; redirectUri: string },
): Promise<Granted> {
  const { server, client, options } = around(asking)
  return granted(async () => {
    const basic = basicOf(asking.setting)
    const sent = oauth.authorizationCodeGrantRequest(
      ...([server, client, basic, params, redirectUri, oauth.nopkce, options] as const),
    )
    return oauth.processAuthorizationCodeResponse(server, client, await sent)
  })
}

export async function grantByRefresh(asking: Asking, refreshToken: string, scope?: string): Promise<Granted> {
  const { server, client, options } = around(asking)
  const additionalParameters: Record<string, string> = scope === undefined ? {} : { scope }
  return granted(async () => {
    const sent = oauth.refreshTokenGrantRequest(server, client, basicOf(asking.setting), refreshToken, {
      ...options,
      additionalParameters,
    })
    return oauth.processRefreshTokenResponse(server, client, await sent)
  })
}

/** By hand: the answer has `client_access_token`, where the library insists on `access_token`. */
export async function grantByCredentials({
  setting,
  service,
  endpoint,
}: Asking): Promise<{ token: string; expiresIn: number }> {
  const headers = new Headers({ authorization: basicHeader(setting), 'content-type': formType })
  const body = new URLSearchParams({ grant_type: 'client_credentials' }).toString()
  const answer = await service.send({ method: 'POST', url: endpoint, headers, body })
  const told = JSON.parse(answer.body || '{}') as Record<string, unknown>
  if (answer.status !== 200) throw refusal(told, answer.status)
  return { token: String(told['client_access_token'] ?? ''), expiresIn: Number(told['expires_in']) }
}

/** The parameters of a browser's way back, once it is sure that it is ours and brings a code. */
export function wayBack({ setting, endpoint }: Omit<Asking, 'service'>, url: URL, state: string): URLSearchParams {
  return oauth.validateAuthResponse({ issuer: setting.url, token_endpoint: endpoint }, clientOf(setting), url, state)
}

/** A state that nobody can guess. */
export function newState(): string {
  return oauth.generateRandomState()
}

/** Whether it was the customer who said no. */
export function isDenied(error: unknown): boolean {
  return error instanceof oauth.AuthorizationResponseError && error.error === 'access_denied'
}

const formType = 'application/x-www-form-urlencoded'
const clientOf = ({ clientId }: Setting): oauth.Client => ({ client_id: clientId })

function around({ setting, service, endpoint }: Asking) {
  const server: oauth.AuthorizationServer = { issuer: setting.url, token_endpoint: endpoint }
  const options = {
    [oauth.allowInsecureRequests]: endpoint.startsWith('http:'),
    [oauth.customFetch]: async (url: string, { method, headers, body }: oauth.CustomFetchOptions<string, unknown>) => {
      const call = { method, url, headers: new Headers(headers), body: String(body) }
      const answer = await service.send(call)
      return new Response(answer.body, { status: answer.status, headers: answer.headers })
    },
  }
  return { server, client: clientOf(setting), options }
}

/** Id and secret as they are: the library would spell them as a form does, and the provider takes them literally. */
function basicOf(setting: Setting): oauth.ClientAuth {
  return (_server, _client, _body, headers) => headers.set('authorization', basicHeader(setting))
}

function basicHeader({ clientId, clientSecret }: Setting): string {
  return `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`
}

async function granted(ask: () => Promise<oauth.TokenEndpointResponse>): Promise<Granted> {
  try {
    const told = await ask()
    const addresses = [told['resourceURI'], told['authorizationURI']].filter((one) => typeof one === 'string')
    const { access_token: accessToken, refresh_token: refreshToken, expires_in: expiresIn = 3600, scope = '' } = told
    return { accessToken, refreshToken, expiresIn, scope, addresses }
  } catch (error) {
    if (error instanceof oauth.ResponseBodyError) throw refusal(error.cause, error.status)
    if (error instanceof oauth.WWWAuthenticateChallengeError) throw refusal({ error: 'invalid_client' }, error.status)
    throw error
  }
}

function refusal({ error, error_description: says }: Record<string, unknown>, status: number): Error {
  const [code, description] = [String(error ?? status), String(says ?? '')]
  return code === 'invalid_client'
    ? new NotRegistered(description || 'PG&E does not take our client id and secret.')
    : new GrantRefused(code, description)
}
