import type { Call } from '../../../src/contract/endpoint.ts'
import type { Refusal } from '../../../src/contract/refusal.ts'
import { sendPage } from '../../../src/toolbox/html-page.tsx'
import { shapeOf } from '../errors/index.ts'
import { RefusedPage } from '../pages/refused.tsx'

/** Spells a refusal in whichever of PG&E's voices it belongs to. Source: PAGE, PROBE and CLIENT, by shape. */
export function speak(refusal: Refusal, c: Call): Response {
  const { status, code, message, headers } = refusal
  switch (shapeOf(refusal)) {
    case 'oauth':
      return send(c, refusal, JSON.stringify({ error: code, error_description: message }), 'application/json')
    case 'gateway':
      return send(c, refusal, JSON.stringify(message), 'application/json')
    case 'json':
      return send(c, refusal, JSON.stringify({ success: false, error: message }), 'application/json')
    case 'text':
      return send(c, refusal, message, 'text/plain')
    case 'page':
      return sendPage(c, RefusedPage({ says: message }), { status, headers })
    case 'redirect':
      return c.redirect(headers['location'] ?? '/', 302)
    case 'bare':
      return c.body(null, status as 403, { ...headers })
  }
}

function send(c: Call, { status, headers }: Refusal, body: string, type: string): Response {
  c.set('sent', body)
  return c.body(body, status as 400, { 'content-type': type, ...headers })
}
