import { STATUS_CODES } from 'node:http'
import { sentAs, type Wire } from './listen/index.ts'

/** How slowly an answer drips. */
export type Pace = { bytesPerSecond: number } | { bytes: number; everyMs: number }

/** Where an answer is cut off. */
export type Cut = { bytes: number } | { fraction: number }

/** Resets the connection (RST), also under TLS; in process, fails as a fetch would. */
export function reset(wire: Wire | null): Response {
  if (!wire) throw fetchFailed('ECONNRESET', 'read ECONNRESET')
  wire.socket.resetAndDestroy()
  return sentAs(200)
}

/** Ends the connection in good order, without an answer; in process, fails as a fetch would. */
export function drop(wire: Wire | null): Response {
  if (!wire) throw fetchFailed('UND_ERR_SOCKET', 'other side closed')
  hangUp(wire)
  return sentAs(200)
}

/** Promises the whole body, sends only its beginning (always less than all of it), and ends the connection. */
export async function truncate(response: Response, wire: Wire | null, cut: Cut): Promise<Response> {
  const whole = await bytesOf(response)
  const asked = 'bytes' in cut ? cut.bytes : Math.floor(whole.length * cut.fraction)
  const part = whole.subarray(0, Math.max(0, Math.min(asked, whole.length - 1)))
  const headers = wholeHeaders(response, whole.length)
  if (!wire) return new Response(bodyFor(response, breakingOff(part)), { status: response.status, headers })
  wire.outgoing.writeHead(response.status, [...headers].flat())
  wire.outgoing.flushHeaders()
  wire.outgoing.write(part, () => hangUp(wire))
  return sentAs(response.status)
}

/** Writes the complete answer twice on the same connection, which stays open; a fetch in process sees it once. */
export async function duplicate(response: Response, wire: Wire | null): Promise<Response> {
  const whole = await bytesOf(response)
  const headers = wholeHeaders(response, whole.length)
  if (!wire) return new Response(bodyFor(response, whole), { status: response.status, headers })
  const { incoming, outgoing } = wire
  // Said here so that Node adds nothing, and the second answer is the first to the byte.
  headers.set('connection', outgoing.shouldKeepAlive ? 'keep-alive' : 'close')
  outgoing.writeHead(response.status, [...headers].flat())
  outgoing.end(whole)
  const head = [...headers].map(([name, value]) => `${name}: ${value}\r\n`).join('')
  const statusLine = `HTTP/1.1 ${response.status} ${STATUS_CODES[response.status] ?? 'unknown'}\r\n`
  const body = incoming.method === 'HEAD' ? new Uint8Array() : whole
  // In the same tick, before Node closes a connection that was to serve one answer only.
  outgoing.socket?.write(Buffer.concat([Buffer.from(`${statusLine}${head}\r\n`, 'latin1'), body]))
  return sentAs(response.status)
}

/** Spoils about one byte in sixty-four, at least one; `random` (0 to 1) decides which, so a seed gives the same bytes. */
export async function garble(response: Response, random: () => number): Promise<Response> {
  const bytes = await bytesOf(response)
  const spoilt = Math.ceil(bytes.length / 64)
  for (let n = 0; n < spoilt; n++) {
    const at = Math.floor(((n + random()) * bytes.length) / spoilt)
    bytes[at]! ^= 1 + Math.floor(random() * 255)
  }
  return new Response(bodyFor(response, bytes), { status: response.status, headers: response.headers })
}

/** Sends the answer a few bytes at a time; the pauses are the caller's sleep. */
export async function drip(response: Response, pace: Pace, sleep: (ms: number) => Promise<void>): Promise<Response> {
  const whole = await bytesOf(response)
  const { bytes, everyMs } = 'bytes' in pace ? pace : stepOf(pace.bytesPerSecond)
  if (!(bytes > 0 && everyMs < Infinity)) throw new RangeError('An answer that drips needs a pace above zero.')
  let sent = 0
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(stream) {
        if (sent > 0) await sleep(everyMs)
        if (sent < whole.length) stream.enqueue(whole.subarray(sent, sent + bytes))
        sent += bytes
        if (sent >= whole.length) stream.close()
      },
    },
    { highWaterMark: 0 },
  )
  const headers = wholeHeaders(response, whole.length)
  return new Response(bodyFor(response, body), { status: response.status, headers })
}

/** Keeps status and headers, and says nothing. */
export function emptyBody(response: Response): Response {
  return new Response(null, { status: response.status, headers: wholeHeaders(response, 0) })
}

/** The page that a gateway in front of the provider shows when the provider itself did not answer. */
export function gatewayPage(status: number): Response {
  const title = `${status} ${STATUS_CODES[status] ?? 'Error'}`
  const page =
    `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n` +
    `<hr><center>gateway</center>\r\n</body>\r\n</html>\r\n`
  return new Response(page, { status, headers: { 'content-type': 'text/html' } })
}

/** Closing on unread bytes would reset the line, so what the client still sends is read and dropped. */
function hangUp({ incoming }: Wire): void {
  incoming.resume()
  incoming.socket.end()
}

function fetchFailed(code: string, says: string): TypeError {
  return new TypeError('fetch failed', { cause: Object.assign(new Error(says), { code }) })
}

async function bytesOf(response: Response): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await response.arrayBuffer())
}

function wholeHeaders(response: Response, length: number): Headers {
  const headers = new Headers(response.headers)
  headers.delete('transfer-encoding')
  headers.set('content-length', String(length))
  return headers
}

/** Some statuses may have no body, not even an empty one. */
function bodyFor<Body>(response: Response, body: Body): Body | null {
  return [101, 204, 205, 304].includes(response.status) ? null : body
}

function breakingOff(part: Uint8Array): ReadableStream<Uint8Array> {
  const cause = Object.assign(new Error('other side closed'), { code: 'UND_ERR_SOCKET' })
  let isSent = part.length === 0
  return new ReadableStream({
    pull(stream) {
      if (isSent) return stream.error(new TypeError('terminated', { cause }))
      stream.enqueue(part)
      isSent = true
    },
  })
}

/** Ten steps a second, or single bytes where that would be less than one. */
function stepOf(bytesPerSecond: number): { bytes: number; everyMs: number } {
  if (bytesPerSecond >= 10) return { bytes: Math.round(bytesPerSecond / 10), everyMs: 100 }
  return { bytes: 1, everyMs: 1000 / bytesPerSecond }
}
