import type { Call } from '../../../src/contract/endpoint.ts'
import type { Refusal } from '../../../src/contract/refusal.ts'
import { xml } from '../../../src/toolbox/xml/index.ts'
import type { PmSettings } from '../dialect.ts'
import { encodeError } from '../wire/envelope.ts'

const application = '-200'

/** A refusal in the provider's envelope; X18 says what the body of a 401 or 403 is. Source: XSD26, responseType; ERR. */
export function speak(refusal: Refusal, c: Call, { errorBodyFormat }: PmSettings): Response {
  const { status, code = application, message, headers } = refusal
  const isDenial = status === 401 || status === 403
  if (isDenial && errorBodyFormat === 'empty') return send(c, refusal, '')
  if (isDenial && errorBodyFormat === 'html') return send(c, refusal, page(status, message), 'text/html;charset=utf-8')
  return xml(c, encodeError({ number: code, description: message }), status, headers)
}

function send(c: Call, { status, headers }: Refusal, text: string, type?: string): Response {
  c.set('sent', text)
  const sent = { ...headers, ...(type === undefined ? {} : { 'Content-Type': type }) }
  return text === '' ? c.body(null, status as 403, sent) : c.body(text, status as 403, sent)
}

const page = (status: number, message: string) =>
  `<html><head><title>Error ${status}</title></head><body><h1>HTTP Status ${status}</h1><p>${message}</p></body></html>`
