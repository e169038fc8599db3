import * as oauth from 'oauth4webapi'
import type { Service } from './service.ts'
import type { Setting } from './setting.ts'
import { NotKnown } from './trouble.ts'

/** What a request for a token needs to know. */
export type Asking = { setting: Setting; service: Service; endpoint: string }
export type Granted = { value: string; expiresIn: number }

/** A token for the application itself, by its credentials. Whose data it opens is decided at each call. */
export async function grantByCredentials(asking: Asking): Promise<Granted> {
  const { server, client, options } = around(asking)
  // In the body, where nobody spells them anew: the library would escape a hyphen in a header.
  const secret = oauth.ClientSecretPost(asking.setting.clientSecret)
  try {
    const sent = oauth.clientCredentialsGrantRequest(server, client, secret, new URLSearchParams(), options)
    const { access_token: value, expires_in: expiresIn = 0 } = await oauth.processClientCredentialsResponse(
      server,
      client,
      await sent,
    )
    return { value, expiresIn }
  } catch (error) {
    if (error instanceof oauth.ResponseBodyError) throw new NotKnown(`${error.error}: ${error.error_description ?? ''}`)
    if (error instanceof oauth.WWWAuthenticateChallengeError) throw new NotKnown('Our credentials are not taken.')
    throw error
  }
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
  return { server, client: clientOf(setting), options }
}
