import type { Socket } from 'node:net'
import { isTls, serverNameOf } from './client-hello.ts'

/** What the first bytes of a connection tell: whether TLS is spoken, and to which name. */
export type Greeting = { tls: boolean; serverName: string | null }

/** Reads as much of a connection as tells how it greets, and puts it back; null when it ended before that. */
export function greetingOf(raw: Socket): Promise<Greeting | null> {
  return new Promise((resolve) => {
    let seen: Buffer = Buffer.alloc(0)
    const end = (greeting: Greeting | null) => {
      raw.off('readable', look).off('close', leave).off('end', leave)
      resolve(greeting)
    }
    const leave = () => end(null)
    const look = () => {
      const chunk = raw.read() as Buffer | null
      if (chunk === null) return
      seen = Buffer.concat([seen, chunk])
      const greeting = readGreeting(seen)
      if (greeting === undefined) return
      // At once: bytes can be put back only until the stream has said that it ended.
      raw.unshift(seen)
      end(greeting)
    }
    raw.on('readable', look).once('close', leave).once('end', leave)
  })
}

/** Nothing while more bytes are needed. */
function readGreeting(seen: Buffer): Greeting | undefined {
  if (!isTls(seen)) return { tls: false, serverName: null }
  const serverName = serverNameOf(seen)
  return serverName === undefined ? undefined : { tls: true, serverName }
}
