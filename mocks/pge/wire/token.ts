import type { PgeSettings } from '../dialect/index.ts'
import type { TokenGrant } from '../views.ts'

type Where = { origin: string; tokenAddress: string }

/**
 * A token response: JSON by default, because every client parses that (C4). Source: PAGE, samples of the token
 * endpoint; the refresh sample and the test's have no customerResourceURI, and the test's addresses end in /test.
 */
export function encodeToken(grant: TokenGrant, where: Where, dialect: PgeSettings): { body: string; type: string } {
  const fields = fieldsOf(grant, where, dialect)
  if (dialect.tokenBody === 'json') return { body: JSON.stringify(fields), type: 'application/json' }
  const inner = Object.entries(fields).map(([name, value]) => `<${name}>${escaped(String(value))}</${name}>`)
  const body = `<Response xmlns="${escaped(where.tokenAddress)}">${inner.join('')}</Response>`
  return { body, type: 'application/xml' }
}

function fieldsOf(grant: TokenGrant, { origin }: Where, dialect: PgeSettings): Record<string, string | number> {
  const { token, expiresInSeconds, refreshToken, scope } = grant
  const told = {
    expires_in: dialect.expiresInString === 'on' ? String(expiresInSeconds) : expiresInSeconds,
    ...(refreshToken === null ? {} : { refresh_token: refreshToken }),
    scope,
  }
  const token_type = dialect.tokenTypeCase
  if (grant.class === 'client') return { client_access_token: token, ...told, token_type }
  return { access_token: token, ...told, ...addressesOf(grant, origin, dialect), token_type }
}

function addressesOf({ authorization, grant }: TokenGrant, origin: string, dialect: PgeSettings) {
  const resource = `${origin}/GreenButtonConnect/espi/1_1/resource`
  const id = authorization ?? 'test'
  const subscription = `${resource}/${dialect.resourceUriForm === 'batch' ? 'Batch/' : ''}Subscription/${id}`
  const own = `${resource}/Authorization/${id}`
  const [resourceURI, authorizationURI] = dialect.swappedUris === 'on' ? [own, subscription] : [subscription, own]
  if (authorization === null || grant === 'refresh_token') return { resourceURI, authorizationURI }
  return { resourceURI, authorizationURI, customerResourceURI: `${resource}/Batch/RetailCustomer/${id}` }
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
