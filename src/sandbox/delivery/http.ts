import { request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http'
import { request as httpsRequest } from 'node:https'
import type { HttpDelivery } from '../../contract/notice.ts'
import { failed, noAnswer, patienceMs, reasonOf, type Attempted, type Sending } from './sending.ts'

/** Sends a request and reads the answer to its end. Receivers on a developer's machine sign for themselves. */
export function sendByHttp({ to, delivery, certificate, isWary }: Sending<HttpDelivery>): Promise<Attempted> {
  const url = new URL(to)
  const options: RequestOptions = {
    method: delivery.method,
    headers: wholeHead(url, delivery),
    agent: false,
    signal: AbortSignal.timeout(patienceMs),
  }
  const secure = {
    ...(certificate && { cert: certificate.certificatePem, key: certificate.keyPem }),
    ...(isWary ? { ca: [], rejectUnauthorized: true } : { rejectUnauthorized: false }),
  }
  return new Promise((done) => {
    const fail = (error: Error) => done(failed(sayFailure(error)))
    const answered = (answer: IncomingMessage) => {
      const status = answer.statusCode ?? 0
      answer.on('error', fail)
      answer.on('end', () => done({ outcome: status >= 200 && status < 300 ? 'delivered' : 'refused', status }))
      answer.resume()
    }
    const asked =
      url.protocol === 'https:'
        ? httpsRequest(url, { ...options, ...secure }, answered)
        : httpRequest(url, options, answered)
    asked.on('error', fail)
    asked.end(delivery.body)
  })
}

/** Name, value, name, value: so Node keeps spelling and order, and adds nothing of its own. */
function wholeHead({ host }: URL, { headers, body }: HttpDelivery): string[] {
  const told = new Set(headers.map(([name]) => name.toLowerCase()))
  const length = String(Buffer.byteLength(body))
  const ours = [['Host', host] as const, ['Content-Length', length] as const, ['Connection', 'close'] as const]
  const [first, ...others] = ours.filter(([name]) => !told.has(name.toLowerCase()))
  return [...(first ? [first] : []), ...headers, ...others].flat()
}

function sayFailure(error: Error): string {
  return error.name === 'AbortError' || error.name === 'TimeoutError' ? noAnswer : reasonOf(error)
}
