import { request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http'
import { request as httpsRequest } from 'node:https'
import type { HttpDelivery } from '../contract/notice.ts'
import type { Credentials } from '../toolbox/certificates/index.ts'

/** How one attempt went. `refused`: answered, and not with 2xx. `failed`: no answer came. */
export type Attempted = { outcome: 'delivered' | 'refused' | 'failed'; status?: number; says?: string }

/** What one attempt sends, and where to. */
export type Sending = {
  to: string
  delivery: HttpDelivery
  /** What the provider shows of itself over https. */
  certificate: Credentials | null
  /** Trusts nobody's certificate, as a provider does whose list of authorities lacks the receiver's. */
  isWary: boolean
}

/** Real time that a receiver has to answer in. */
const patienceMs = 5_000

/** Sends a delivery and reads the answer to its end. Receivers on a developer's machine sign for themselves. */
export function deliver({ to, delivery, certificate, isWary }: Sending): Promise<Attempted> {
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
    const fail = (error: Error) => done({ outcome: 'failed', says: sayFailure(error) })
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

function sayFailure(error: Error & { code?: string }): string {
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return 'No answer within five seconds.'
  return error.message || (error.code ?? error.name)
}
