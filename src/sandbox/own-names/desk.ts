import type { Socket } from 'node:net'
import type { CertificateFolder } from '../../toolbox/certificates/index.ts'
import { mintServer, type Face } from '../faces.ts'
import { openReception, type Line, type Reception, type Refused, type Surface } from '../listen/index.ts'
import type { World } from '../world/index.ts'
import { greetingOf } from './greeting.ts'
import { refusalFor, refusalWithout } from './turned-away.ts'

type Parts = { world: World; faces: readonly Face[]; tls: CertificateFolder }

/**
 * Takes in connections under the providers' own host names at one port, and hands each to the face it is meant for:
 * tunnels of a proxy (CONNECT), requests with whole addresses, TLS by the name it asks for, plain http by its Host.
 * Nobody else is ever asked for anything: no name is looked up here, and no connection opened.
 */
export function openDesk(parts: Parts): Reception {
  const desk = new Desk(parts)
  return { accept: (raw) => desk.accept(raw) }
}

class Desk {
  readonly #world: World
  readonly #tls: CertificateFolder
  readonly #byName: ReadonlyMap<string, Face>
  readonly #receptions = new Map<Surface, Reception>()
  /** Reads requests that say themselves whom they are for. */
  readonly #reader: Surface

  constructor({ world, faces, tls }: Parts) {
    this.#world = world
    this.#tls = tls
    this.#byName = new Map(
      faces.flatMap((face) => face.surfaces.flatMap(({ hostNames }) => hostNames.map((name) => [name, face] as const))),
    )
    this.#reader = {
      serve: (request, line) => this.#serve(request, line),
      tunnel: (to, raw) => this.#openTunnel(to, raw),
      onDefect: (error) => this.#noteDefect(error),
    }
  }

  /** Takes a connection, or what a tunnel to a face carries. */
  accept(raw: Socket, tunnelTo?: Face): void {
    raw.on('error', () => raw.destroy())
    greetingOf(raw).then(
      (greeting) => {
        if (greeting === null) raw.destroy()
        else if (greeting.tls) this.#acceptSecure(raw, greeting.serverName, tunnelTo)
        else this.#receptionOf(tunnelTo?.http ?? this.#reader).accept(raw)
      },
      (error: unknown) => {
        this.#noteDefect(error)
        raw.destroy()
      },
    )
  }

  #acceptSecure(raw: Socket, serverName: string | null, tunnelTo: Face | undefined): void {
    const face = this.#faceOf(serverName ?? '') ?? tunnelTo
    if (face) this.#receptionOf(face.https).accept(raw)
    // Kept nowhere: names we do not serve are the client's invention, and must not pile up.
    else openReception(this.#turningAway(serverName)).accept(raw)
  }

  #openTunnel(to: string, raw: Socket): Refused | 'taken' {
    const host = to.replace(/:\d+$/, '')
    const face = this.#faceOf(host)
    if (face === undefined) return this.#refuse(host)
    // Whatever the reader of requests had set for a connection between two of them.
    raw.setTimeout(0)
    raw.write('HTTP/1.1 200 Connection established\r\n\r\n')
    this.accept(raw, face)
    return 'taken'
  }

  #serve(request: Request, line: Line): Response | Promise<Response> {
    const { hostname, protocol } = new URL(request.url)
    const face = this.#faceOf(hostname)
    if (face === undefined) return answer(this.#refuse(hostname))
    if (protocol !== 'https:') return face.http.serve(request, line)
    // Some clients hand the whole https address to the proxy instead of asking for a tunnel.
    if (face.https.tls?.clientCertificate === 'required') return answer(this.#noted(refusalWithout(hostname)))
    return face.https.serve(request, { ...line, tls: true, hostName: hostname })
  }

  #faceOf(name: string): Face | undefined {
    return this.#byName.get(name.toLowerCase().replace(/\.$/, ''))
  }

  #receptionOf(surface: Surface): Reception {
    const known = this.#receptions.get(surface) ?? openReception(surface)
    this.#receptions.set(surface, known)
    return known
  }

  /** TLS in any name, so that a client can read why it is refused. */
  #turningAway(name: string | null): Surface {
    const isName = name !== null && /^[a-z0-9_-]+(\.[a-z0-9_-]+)*$/i.test(name)
    return {
      serve: () => answer(this.#refuse(name ?? '')),
      tls: { server: () => mintServer(this.#tls, isName ? [name] : []), clientCertificate: 'none' },
      onDefect: (error) => this.#noteDefect(error),
    }
  }

  #refuse(host: string): Refused {
    return this.#noted(refusalFor(host, [...this.#byName.keys()]))
  }

  #noted(refused: Refused): Refused {
    this.#world.note({ finding: 'host.refused', says: refused.says })
    return refused
  }

  #noteDefect(error: unknown): void {
    this.#world.note({ finding: 'defect', says: `Own host names: ${String(error)}` })
  }
}

function answer({ says }: Refused): Response {
  return new Response(`${says}\n`, { status: 403, headers: { 'content-type': 'text/plain; charset=utf-8' } })
}
