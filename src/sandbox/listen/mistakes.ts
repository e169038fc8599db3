import type { Duplex } from 'node:stream'
import type { Refused } from './surface.ts'

/** Long enough for a client to read why it was refused. */
const lingerMs = 2000

/** Answers bytes that are no HTTP request for us, then ends the connection. */
export function answerLast(line: Duplex, { status, says }: Refused): void {
  if (!line.writable) {
    line.destroy()
    return
  }
  const body = `${says}\n`
  // Whatever else it sends is read and dropped: closing on unread bytes would reset the line and lose the answer.
  line.resume()
  line.end(
    `HTTP/1.1 ${status}\r\nContent-Type: text/plain; charset=utf-8\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  )
  const giveUp = setTimeout(() => line.destroy(), lingerMs).unref()
  line.once('close', () => clearTimeout(giveUp))
}

/** Puts the parser's complaint into words a developer can act on. */
export function sayMistake({ code, message }: Error & { code?: string }): Refused {
  if (code === 'HPE_HEADER_OVERFLOW')
    return badRequest('Request refused: its headers are larger than 16 KB. Send fewer or shorter ones.')
  return badRequest(`Request refused: it is not valid HTTP/1.1 (${message.replace(/^Parse Error: /, '')}).`)
}

/** A request that nobody could answer. */
export function badRequest(says: string): Refused {
  return { status: '400 Bad Request', says }
}
