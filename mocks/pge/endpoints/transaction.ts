import type { Call } from '../../../src/contract/endpoint.ts'
import type { PgeSettings } from '../dialect/index.ts'

/**
 * The headers of the gateway, which stands before the API and not before the pages. A transaction id that the client
 * sends comes back; otherwise it is the gateway's own. Source: PROBE, response headers; PAGE, release note of 2023.
 */
export function gatewayHeaders(
  c: Call,
  { requestId, dialect }: { requestId: string; dialect: PgeSettings },
): Record<string, string> {
  if (isPage(c.req.path)) return {}
  const name = dialect.transactionHeader
  const transactionId = c.req.header(name) ?? asUuid(requestId)
  c.set('transactionId', transactionId)
  return { server: 'Mulesoft-API-Gateway', [name]: transactionId, 'x-tracking-id': asUuid(reversed(requestId)) }
}

/** The transaction id of a request: an asynchronous one's comes back with its notice and its package. */
export function transactionIdOf(c: Call): string {
  return c.get('transactionId') as string
}

function isPage(path: string): boolean {
  return /^\/(myAuthorization|portal)(\/|$)/.test(path) || path === '/'
}

function asUuid(hex: string): string {
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-')
}

function reversed(hex: string): string {
  return [...hex].reverse().join('')
}
