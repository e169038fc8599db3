import { createServer } from 'node:net'
import type { AddressInfo, Server, Socket } from 'node:net'
import { loopback } from './loopback.ts'
import { openReception, type Reception } from './reception.ts'
import type { Surface } from './surface.ts'

/** A port that answers, on every address that was found for it. */
export type Listening = {
  port: number
  addresses: string[]
  /** Ends at once: nobody is waited for, open connections are cut. */
  close: () => Promise<void>
}

/** What to listen on. `port: 0` finds a free one; `hosts` other than loopback is the caller's explicit choice. */
export type ListenOptions = {
  port: number
  /** Who takes connections in: one surface, or somebody who sorts them. */
  surface: Surface | Reception
  hosts?: readonly string[]
  /** Whose port it is, for the message when it is taken: `Some Utility, https`. */
  purpose?: string
  /** How the developer chooses another. */
  portHint?: string
}

/** The port cannot be had: one sentence that says which, for what, and how to choose another. */
export class PortTakenError extends Error {
  override name = 'PortTakenError'
  readonly port: number

  constructor(
    { port, purpose = 'the sandbox', portHint = 'choose another with --port-base' }: ListenOptions,
    cause: Error,
  ) {
    const why = reasons[codeOf(cause) ?? ''] ?? 'is already taken by another program'
    super(`Port ${port} (${purpose}) ${why}: ${portHint}.`, { cause })
    this.port = port
  }
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'may not be used by this account',
  EADDRNOTAVAIL: 'cannot be had on an address that this machine does not have',
}

/** Opens a port and gives each connection to the surface; the same number serves IPv4 and, where present, IPv6. */
export async function listen(options: ListenOptions): Promise<Listening> {
  const front = new Front(options.surface)
  try {
    const port = await front.open(options)
    return { port, addresses: front.addresses, close: () => front.close() }
  } catch (error) {
    if (isOneOf(error, 'EADDRINUSE', ...Object.keys(reasons))) throw new PortTakenError(options, error)
    throw error
  }
}

/** How often a number that is free on the first address may turn out taken on the next. */
const attempts = 20

/** The net servers of one port: they hold every raw socket, so that faults can reset it and the end can cut it. */
class Front {
  readonly addresses: string[] = []
  readonly #servers: Server[] = []
  readonly #sockets = new Set<Socket>()
  readonly #accept: (raw: Socket) => void

  constructor(surface: Surface | Reception) {
    const { accept } = 'accept' in surface ? surface : openReception(surface)
    this.#accept = accept
  }

  async open({ port, hosts = loopback }: ListenOptions): Promise<number> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#openOn(port, hosts)
      } catch (error) {
        await this.close()
        if (port !== 0 || attempt === attempts || !isOneOf(error, 'EADDRINUSE')) throw error
      }
    }
  }

  async close(): Promise<void> {
    const ended = this.#servers.splice(0).map((server) => new Promise((done) => server.close(done)))
    this.addresses.length = 0
    for (const socket of this.#sockets) socket.destroy()
    await Promise.all(ended)
  }

  async #openOn(asked: number, hosts: readonly string[]): Promise<number> {
    let port = asked
    for (const host of hosts) {
      try {
        port = await this.#openOne(port, host)
      } catch (error) {
        const isAbsent = hosts === loopback && host === '::1' && isOneOf(error, 'EADDRNOTAVAIL', 'EAFNOSUPPORT')
        if (!isAbsent) throw error
      }
    }
    return port
  }

  async #openOne(port: number, host: string): Promise<number> {
    // As node:http sets them on its own ports: without noDelay small answers wait for an acknowledgement.
    const server = createServer({ allowHalfOpen: true, noDelay: true }, (raw) => {
      this.#sockets.add(raw)
      raw.once('close', () => this.#sockets.delete(raw))
      this.#accept(raw)
    })
    await new Promise<void>((done, fail) => {
      server.once('error', fail)
      server.listen({ port, host, ipv6Only: host.includes(':'), exclusive: true }, done)
    })
    // Too many open files, and the like: the client's connection fails, the sandbox goes on.
    server.on('error', () => undefined)
    this.#servers.push(server)
    this.addresses.push(host)
    return (server.address() as AddressInfo).port
  }
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code
}

function isOneOf(error: unknown, ...codes: string[]): error is NodeJS.ErrnoException {
  return codes.includes(codeOf(error) ?? '')
}
