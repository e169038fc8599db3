import { surfaceOf, type Call } from '../../../src/contract/endpoint.ts'
import type { Refusal } from '../../../src/contract/refusal.ts'
import { sendPage } from '../../../src/toolbox/html-page.tsx'
import { soapFault } from '../../../src/toolbox/soap/index.ts'
import type { EnedisSettings } from '../dialect/index.ts'
import { apiAt } from '../domain/api.ts'
import { entryOf, refuse } from '../errors/index.ts'
import { NoticePage } from '../pages/notice.tsx'
import { asTold, encodeRefusal } from '../wire/refusal.ts'
import { encodeRefusalOfSge, serviceAt } from '../wire/sge/fault.ts'
import { heldReply } from './sge/official.ts'

/** Whether the web services of SGE were asked, which speak another language than all else at Enedis. */
export const isOfSge = (c: Call) => surfaceOf(c) === 'sge'

/** Spells a refusal in whichever of Enedis's voices it belongs to, as the generation that was asked would. */
export function speak(refusal: Refusal, c: Call, dialect: EnedisSettings): Response {
  const told = asTold(refusal, dialect)
  const { status, headers } = told
  switch (entryOf(told).shape) {
    case 'page':
      return isForPeople(c) ? sendPage(c, noticeOf(told), { status, headers }) : sendHtml(c, told)
    case 'redirect':
      return c.redirect(headers['location'] ?? '/', 302)
    case 'bare':
      return c.body(null, status as 403, { ...headers })
    case 'sge':
      return soapFault(c, heldReply(c, encodeRefusalOfSge(told, serviceAt(c.req.path), dialect)))
    default: {
      if (isOfSge(c)) return speak(refuse.sgeTechnical(), c, dialect)
      const generation = apiAt(c.req.path)?.generation ?? 'v5'
      const body = encodeRefusal(told, { generation, requestId: requestIdOf(c) }, dialect)
      c.set('sent', body)
      return c.body(body, status as 400, { 'content-type': 'application/json', ...headers })
    }
  }
}

function noticeOf({ status, message }: Refusal) {
  return NoticePage({ title: status === 404 ? 'Page introuvable' : 'Service indisponible', says: message })
}

/** An error page where JSON was expected. Source: ISSUES. */
function sendHtml(c: Call, { status, message, headers }: Refusal): Response {
  const html = `<html><head><title>${status} ${message}</title></head><body><h1>${message}</h1></body></html>`
  c.set('sent', html)
  return c.body(html, status as 500, { 'content-type': 'text/html', ...headers })
}

function isForPeople({ req }: Call): boolean {
  return /^\/(dataconnect|group)\//.test(req.path)
}

const requestIdOf = (c: Call) => (c.get('requestId') as string | undefined) ?? ''

/** The gateway numbers what it is asked; the number stands in some of its refusals. */
export function rememberRequestId(c: Call, { requestId }: { requestId: string }): Record<string, string> {
  c.set('requestId', requestId)
  return {}
}
