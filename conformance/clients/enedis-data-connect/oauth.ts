import * as oauth from 'oauth4webapi'
import type { Service } from './service.ts'
import type { Setting } from './setting.ts'
import { NotKnown } from './trouble.ts'

/** What a request for a token needs to know. */
export type Asking = { setting: Setting; service: Service; endpoint: string }
export type Granted = { value: string; expiresIn: number; refreshToken: string | null; usagePoints: string }

/** A grant that the token endpoint does not take: a code or a refresh token that is dead, or never was. */
export class GrantRefused extends Error {}

/** A token for the application itself, by its credentials. Whose data it opens is decided at each call. */
export function grantByCredentials(asking: Asking): Promise<Granted> {
  const { server, client, secret, options } = around(asking)
  return granted(async () => {
    const sent = oauth.clientCredentialsGrantRequest(server, client, secret, new URLSearchParams(), options)
    return oauth.processClientCredentialsResponse(server, client, await sent)
  })
}

/** The tokens of v4 for the code that a browser has brought: it lives three minutes. */
export function grantByCode(
  asking: Asking,
  { params, redirectUri }: { params: URLSearchParams; redirectUri: string },
): Promise<Granted> {
  const { server, client, secret, options } = around(asking)
  return granted(async () => {
    const sent = oauth.authorizationCodeGrantRequest(
      ...([server, client, secret, params, redirectUri, oauth.nopkce, options] as const),
    )
    return oauth.processAuthorizationCodeResponse(server, client, await sent)
  })
}

export function grantByRefresh(asking: Asking, refreshToken: string): Promise<Granted> {
  const { server, client, secret, options } = around(asking)
  return granted(async () => {
    const sent = oauth.refreshTokenGrantRequest(server, client, secret, refreshToken, options)
    return oauth.processRefreshTokenResponse(server, client, await sent)
  })
}

/** What a browser brings back, once it is sure that it is ours and that nothing went wrong on the way. */
export function wayBack(setting: Setting, told: URLSearchParams, state: string): URLSearchParams {
  return oauth.validateAuthResponse({ issuer: setting.url }, clientOf(setting), told, state)
}

/** A state that nobody can guess. */
export function newState(): string {
  return oauth.generateRandomState()
}

/** The error that a browser brought back instead of a consent. */
export function errorIn(error: unknown): { code: string; says: string } | undefined {
  if (!(error instanceof oauth.AuthorizationResponseError)) return undefined
  return { code: error.error, says: error.error_description ?? '' }
}

const clientOf = ({ clientId }: Setting): oauth.Client => ({ client_id: clientId })

function around({ setting, service, endpoint }: Asking) {
  const server: oauth.AuthorizationServer = { issuer: setting.url, token_endpoint: endpoint }
  const options = {
    [oauth.allowInsecureRequests]: endpoint.startsWith('http:'),
    [oauth.customFetch]: async (url: string, { method, headers, body }: oauth.CustomFetchOptions<string, unknown>) => {
      const answer = await service.send({ method, url, headers: new Headers(headers), body: String(body) })
      return new Response(answer.body, { status: answer.status, headers: answer.headers })
    },
  }
  // In the body, where nobody spells it anew: the library would escape a hyphen in a header.
  return { server, client: clientOf(setting), secret: oauth.ClientSecretPost(setting.clientSecret), options }
}

async function granted(ask: () => Promise<oauth.TokenEndpointResponse>): Promise<Granted> {
  try {
    const told = await ask()
    const { access_token: value, expires_in: expiresIn = 0, refresh_token: refreshToken = null } = told
    return { value, expiresIn, refreshToken, usagePoints: String(told['usage_points_id'] ?? '') }
  } catch (error) {
    if (error instanceof oauth.WWWAuthenticateChallengeError) throw new NotKnown('Our credentials are not taken.')
    if (!(error instanceof oauth.ResponseBodyError)) throw error
    const says = `${error.error}: ${error.error_description ?? ''}`
    throw error.error === 'invalid_grant' ? new GrantRefused(says) : new NotKnown(says)
  }
}
