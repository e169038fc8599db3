import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { TLSSocket } from 'node:tls'
import { getRequestListener, RequestError } from '@hono/node-server'
import type { HttpBindings } from '@hono/node-server'
import { answerLast, badRequest, sayMistake } from './mistakes.ts'
import { Securing } from './secure.ts'
import { unlessSent } from './sent.ts'
import type { Peer, Surface, SurfaceTls } from './surface.ts'

/** Takes in raw sockets for one surface, wherever they come from: a port, or a tunnel through a proxy. */
export type Reception = { accept: (raw: Socket) => void }

/** What is known of a connection while it lasts. */
type Connection = { raw: Socket; peer: Peer; answering: ServerResponse | null }

/** Five seconds, Node's own, is just when pooled clients ask again and meet a connection that is closing. */
const keepAliveTimeout = 60_000

/** Opens a surface's own http server, which listens nowhere: sockets are handed to it. */
export function openReception(surface: Surface): Reception {
  const connections = new WeakMap<object, Connection>()
  const server = serverOf(surface, connections)
  const securing = surface.tls && new Securing(surface.tls)

  const attend = (line: Duplex, raw: Socket): void => {
    connections.set(line, { raw, peer: peerOf(line, raw), answering: null })
    server.emit('connection', line)
  }
  return {
    accept(raw) {
      raw.on('error', () => raw.destroy())
      if (!securing) return attend(raw, raw)
      admitted(securing, raw, surface.tls).then(
        (secure) => secure && attend(secure, raw),
        (error: unknown) => {
          surface.onDefect?.(error)
          raw.destroy()
        },
      )
    },
  }
}

/** The secure line of a peer that may stay; one that may not is reset, as a server does that checks certificates. */
async function admitted(securing: Securing, raw: Socket, tls: SurfaceTls | undefined): Promise<TLSSocket | null> {
  const secure = await securing.secure(raw)
  if (!secure || !tls?.admits || (await tls.admits(peerOf(secure, raw)))) return secure
  raw.resetAndDestroy()
  return null
}

/** The world's time may have gone on since a connection was admitted, and its certificate may have expired meanwhile. */
async function unlessAdmittedNoMore(
  { peer, raw }: Connection,
  { tls, onDefect }: Surface,
  answer: () => Promise<unknown>,
): Promise<void> {
  try {
    if (!tls?.admits || (await tls.admits(peer))) return void (await answer())
    raw.resetAndDestroy()
  } catch (error) {
    onDefect?.(error)
    raw.destroy()
  }
}

function serverOf(surface: Surface, connections: WeakMap<object, Connection>): Server {
  const answer = getRequestListener(
    async (request, env) => {
      const { incoming, outgoing } = env as HttpBindings
      const { peer, raw } = connections.get(incoming.socket)!
      return unlessSent(await surface.serve(request, { ...peer, incoming, outgoing, socket: raw }))
    },
    // A sandbox inside somebody's test process changes no global of theirs.
    { overrideGlobalObjects: false, errorHandler: (error) => answerError(error, surface) },
  )
  const attend = (incoming: IncomingMessage, outgoing: ServerResponse): void => {
    // The Date header is the world's to give, never the machine's.
    outgoing.sendDate = false
    const connection = connections.get(incoming.socket)
    const isKept = connection !== undefined && connection.answering !== null
    if (connection) connection.answering = outgoing
    const answered = () => answer(incoming, outgoing).catch(() => outgoing.destroy())
    if (isKept && surface.tls?.admits) void unlessAdmittedNoMore(connection, surface, answered)
    else void answered()
  }
  // What Node would answer by itself, with the machine's Date, is left to us: no Host, and expectations it does not know.
  const server = createServer({ keepAliveTimeout, requireHostHeader: false }, attend)
  server.on('checkExpectation', attend)
  server.on('clientError', (mistake: Error, line) => {
    const answering = connections.get(line)?.answering
    if (answering?.headersSent && !answering.writableFinished) line.destroy()
    else if (!line.writableEnded) answerLast(line, sayMistake(mistake))
  })
  server.on('connect', ({ url: to = '' }, line: Duplex, head: Buffer) => {
    const raw = connections.get(line)?.raw
    const noProxy = badRequest(`Request refused: this address is no proxy, so it opens no tunnel to ${to}.`)
    if (surface.tunnel === undefined || raw === undefined) return answerLast(line, noProxy)
    // Said before anybody was asked: it is part of what the tunnel carries.
    if (head.length > 0) raw.unshift(head)
    const refused = surface.tunnel(to, raw)
    if (refused !== 'taken') answerLast(line, refused)
  })
  return server
}

function peerOf(line: Duplex, raw: Socket): Peer {
  const remote = raw.remoteAddress ?? ''
  if (!(line instanceof TLSSocket)) return { remote, tls: false, certificate: null, hostName: null }
  // Typed as always there; false when the client sent no name.
  const hostName = (line as { servername?: string | false }).servername || null
  return { remote, tls: true, certificate: line.getPeerX509Certificate()?.raw ?? null, hostName }
}

/** What nobody caught: the client's, if the request makes no URL; else ours. */
function answerError(error: unknown, { onDefect }: Surface): Response {
  if (error instanceof RequestError) return new Response(`Request refused: ${error.message}.\n`, { status: 400 })
  onDefect?.(error)
  const says = error instanceof Error ? error.message : String(error)
  return new Response(null, { status: 500, headers: { 'x-wattproof-defect': says.replace(/[^ -~]/g, '?') } })
}
