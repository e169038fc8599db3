import type { Call } from '../../../src/contract/endpoint.ts'

/** Sends what an encoder spelled, and leaves it where the journal looks. */
export function sendJson(c: Call, body: string, type = 'application/json'): Response {
  c.set('sent', body)
  return c.body(body, 200, { 'content-type': type })
}
