import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { connect, type Socket } from 'node:net'
import { connect as connectTls, type ConnectionOptions, type TLSSocket } from 'node:tls'
import { afterEach, beforeEach } from 'vitest'
import type { Card, Peer, Room, SurfaceCard } from '../../src/contract/provider.ts'
import type { Exchange } from '../../src/ground/journal/index.ts'
import type { OwnNames } from '../../src/sandbox/addresses.ts'
import { HeldWorld, type Doors } from '../../src/sandbox/held-world.ts'
import { Sandbox } from '../../src/sandbox/sandbox.ts'
import { people } from './control.ts'
import { card as toyCard } from './toy/index.ts'
import { room } from './toy/room.ts'
import { story } from './worlds.ts'

const [api] = toyCard.surfaces as [SurfaceCard]
const strict: SurfaceCard = { ...api, id: 'strict', http: 7, https: 17, hostNames: ['strict.example'] }

/** The toy with a second address, which asks for client certificates, and word of everybody who asks it something. */
function cardTelling(tell: (peer: Peer) => void): Card {
  const identify: Room['access']['identify'] = (c, visit, peer) => {
    tell(peer)
    return room.access.identify(c, visit, peer)
  }
  return {
    ...toyCard,
    surfaces: [api, { ...strict, clientCertificate: 'requested' }],
    open: async () => ({ room: { ...room, access: { ...room.access, identify } } }),
  }
}

/** A sandbox of the toy with a proxy, and connections of every kind to it; all end with the test. */
export function useProxiedToy(ownNames: OwnNames = { proxy: true }) {
  const open: Socket[] = []
  const peers: Peer[] = []
  let held: HeldWorld<Doors> | undefined
  let ca = ''
  let at = { hostname: '', port: 0 }

  beforeEach(async () => {
    peers.length = 0
    const cards = [cardTelling((peer) => peers.push(peer))]
    const sandbox = await Sandbox.start({ cards, portBase: 0, ownNames })
    held = new HeldWorld<Doors>(sandbox, await sandbox.create('default', { scenario: story({ toyGrid: people }) }))
    const { hostname, port } = new URL((await sandbox.proxy()) ?? 'http://localhost:1')
    at = { hostname, port: Number(port) }
    ca = await readFile(await sandbox.caFile(), 'utf8')
  })
  afterEach(async () => {
    for (const socket of open.splice(0)) socket.destroy()
    await held?.stop()
  })

  const line = async (): Promise<Socket> => {
    const socket = connect({ port: at.port, host: at.hostname, allowHalfOpen: true }).on('error', () => undefined)
    open.push(socket)
    await once(socket, 'connect')
    return socket
  }
  return {
    world: () => held as HeldWorld<Doors>,
    ca: () => ca,
    peers: () => peers,
    address: () => `http://${at.hostname}:${at.port}`,
    /** A connection to the proxy, with nothing said. */
    line,
    /** A tunnel through the proxy, open. */
    tunnel: async (to: string): Promise<Socket> => {
      const socket = await line()
      socket.write(`CONNECT ${to} HTTP/1.1\r\nHost: ${to}\r\n\r\n`)
      const [answer] = (await once(socket, 'data')) as [Buffer]
      if (!answer.toString().startsWith('HTTP/1.1 200 ')) throw new Error(answer.toString())
      return socket
    },
    /** TLS in a name over a connection that is there. */
    secure: async (socket: Socket, servername: string, more: ConnectionOptions = {}): Promise<TLSSocket> => {
      const secured = connectTls({ socket, servername, host: servername, ca, ...more }).on('error', () => undefined)
      await once(secured, 'secureConnect')
      return secured
    },
    exchanges: (): Exchange[] => (held as HeldWorld<Doors>).journal.entries().filter((one) => one.kind === 'exchange'),
  }
}

/** The toy's count, asked for as ann; `target` is a path or a whole address. */
export function askingFor(target: string, host: string, more = 'Connection: close\r\n'): string {
  return `GET ${target} HTTP/1.1\r\nHost: ${host}\r\nAuthorization: Bearer token-ann\r\n${more}\r\n`
}

/** All that comes until the other side ends. */
export async function allOf(socket: Socket): Promise<string> {
  let seen = ''
  socket.on('data', (chunk: Buffer) => (seen += chunk.toString('latin1')))
  await once(socket, 'end')
  return seen
}
