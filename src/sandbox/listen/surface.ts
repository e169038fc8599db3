import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { Peer, TlsVersions } from '../../contract/provider.ts'
import type { Credentials } from '../../toolbox/certificates/index.ts'

export type { Peer }

/** Node's side of an exchange, for the faults that no Response can express. */
export type Wire = {
  incoming: IncomingMessage
  outgoing: ServerResponse
  /** The TCP socket itself, also where TLS is spoken over it. */
  socket: Socket
}

/** Who asks, and over what: what `sandbox.fetch` passes by hand and a socket tells by itself. */
export type Line = Peer & Wire

/** Answers one request of one surface. */
export type Serve = (request: Request, line: Line) => Response | Promise<Response>

/** How a surface shows itself over TLS; nothing is minted before the first client asks. */
export type SurfaceTls = {
  server: () => Promise<Credentials>
  /** Other certificates by the name the client asks for (SNI); null falls back to `server`. */
  byName?: (hostName: string) => Promise<Credentials | null>
  /** Requested ones are judged by the room, at the world's now; only `required` and missing ends the handshake. */
  clientCertificate: 'none' | 'requested' | 'required'
  /** Asked before each handshake; whatever both sides know when left out. */
  versions?: () => Promise<TlsVersions | undefined>
  /** Asked after each handshake; a peer that may not stay is cut off before it can ask for anything. */
  admits?: (peer: Peer) => Promise<boolean>
}

/** Why a tunnel is not opened: three words for the status line, which is all that many clients show, and a sentence. */
export type Refused = { status: string; says: string }

/** One address of a provider (or the control API): what it answers and whether it speaks TLS. */
export type Surface = {
  serve: Serve
  tls?: SurfaceTls
  /** Asked for a tunnel (CONNECT): takes the connection over, or tells why not. No surface of a provider's opens any. */
  tunnel?: (to: string, raw: Socket) => Refused | 'taken'
  /** Told what went wrong on our side: a certificate that could not be made, an answer that threw. */
  onDefect?: (error: unknown) => void
}
