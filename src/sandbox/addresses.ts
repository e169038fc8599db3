import { camelCase, type Card, type SurfaceCard } from '../contract/provider.ts'
import type { CertificateFolder, Credentials } from '../toolbox/certificates/index.ts'
import { ExchangeInProgress } from './exchange.ts'
import { listen, type Listening, type Serve, type Surface, type SurfaceTls } from './listen/index.ts'
import { glance } from './visit.ts'
import { sendWhole } from './whole-answer.ts'
import type { World } from './world/index.ts'

/** Where a surface of one world answers. */
export type SurfaceAddresses = { http: string; https: string }
/** By provider in camelCase, then by surface. */
export type WorldAddresses = Readonly<Record<string, Readonly<Record<string, SurfaceAddresses>>>>

/** The ports of one world while they are open. */
export type OpenPorts = { addresses: WorldAddresses; close(): Promise<void> }

/** Opens every surface of every provider for one world; `base` 0 takes whatever ports are free. */
export async function openPorts(
  world: World,
  { tls, base, hosts }: { tls: CertificateFolder; base: number; hosts?: readonly string[] | undefined },
): Promise<OpenPorts> {
  const open: Listening[] = []
  try {
    const addresses: Record<string, Record<string, SurfaceAddresses>> = {}
    for (const card of world.rooms.cards) {
      for (const surfaces of byPorts(card)) {
        const opened = await openSurfaces({ world, card, surfaces, tls, base, hosts }, open)
        const own = (addresses[camelCase(card.id)] ??= {})
        for (const { id } of surfaces) own[id] = opened
      }
    }
    return { addresses, close: () => closeAll(open) }
  } catch (error) {
    await closeAll(open)
    throw error
  }
}

type Surfaces = readonly [SurfaceCard, ...SurfaceCard[]]
type Opening = {
  world: World
  card: Card
  surfaces: Surfaces
  tls: CertificateFolder
  base: number
  hosts: readonly string[] | undefined
}

/** Surfaces with the same ports stand behind the same listeners. */
function byPorts({ surfaces }: Card): Surfaces[] {
  const shared = new Map<string, [SurfaceCard, ...SurfaceCard[]]>()
  for (const surface of surfaces) {
    const ports = `${surface.http} ${surface.https}`
    const others = shared.get(ports)
    if (others) others.push(surface)
    else shared.set(ports, [surface])
  }
  return [...shared.values()]
}

async function openSurfaces({ world, card, surfaces, tls, base, hosts }: Opening, open: Listening[]) {
  const [{ http: httpOffset, https: httpsOffset }] = surfaces
  const serve = serveRoom(world, card)
  const onDefect = (error: unknown) => world.note({ finding: 'defect', says: `${card.title}: ${String(error)}` })
  const ports: [Surface, number, string][] = [
    [{ serve, onDefect }, httpOffset, 'http'],
    [{ serve, onDefect, tls: tlsOf(world, card, surfaces, tls) }, httpsOffset, 'https'],
  ]
  // Whoever fails, the other is waited for: a port that opens after the end would keep the process alive.
  const opened = await Promise.allSettled(
    ports.map(async ([face, offset, scheme]) => {
      const port = base === 0 ? 0 : base + offset
      const listening = await listen({
        port,
        surface: face,
        purpose: `${card.title}, ${scheme}`,
        ...(hosts && { hosts }),
      })
      open.push(listening)
      return listening
    }),
  )
  const [http, https] = opened.map((port) => {
    if (port.status === 'rejected') throw port.reason as Error
    return port.value
  })
  return { http: `http://localhost:${http?.port}`, https: `https://localhost:${https?.port}` }
}

/** How these surfaces speak TLS: what their cards ask for, and what the room says at each handshake. */
function tlsOf(world: World, card: Card, surfaces: Surfaces, tls: CertificateFolder): SurfaceTls {
  const asked = surfaces.map(({ clientCertificate }) => clientCertificate)
  const roomOpen = () => world.rooms.open(camelCase(card.id))
  return {
    server: serverCertificate(
      tls,
      surfaces.flatMap(({ hostNames }) => hostNames),
    ),
    clientCertificate: asked.includes('required') ? 'required' : asked.includes('requested') ? 'requested' : 'none',
    versions: async () => {
      const open = await roomOpen()
      return open.room.handshake?.versions(world.dialectOf(open))
    },
    admits: async (peer) => {
      const open = await roomOpen()
      return open.room.handshake?.admits(peer, glance(world, open)) ?? true
    },
  }
}

/** Hands a request to the provider's room in this world. */
function serveRoom(world: World, card: Card): Serve {
  const provider = camelCase(card.id)
  return async (request, line) => {
    const open = world.rooms.get(provider) ?? (await world.rooms.open(provider))
    const exchange = new ExchangeInProgress(world, open, line, line)
    const response = await open.mounted(request, exchange)
    return exchange.whole === undefined ? response : sendWhole(response, exchange.whole, line)
  }
}

/** Minted when the first client speaks TLS, so that nobody else waits for it. */
function serverCertificate(tls: CertificateFolder, hostNames: readonly string[]): () => Promise<Credentials> {
  let minted: Promise<Credentials> | undefined
  return () =>
    (minted ??= mint(tls, hostNames).catch((error: unknown) => {
      // The next client gets a new try.
      minted = undefined
      throw error
    }))
}

async function mint(tls: CertificateFolder, hostNames: readonly string[]): Promise<Credentials> {
  const { mintServerCertificate } = await import('../toolbox/certificates/index.ts')
  return mintServerCertificate(await tls.authority(), { hostNames })
}

async function closeAll(open: readonly Listening[]): Promise<void> {
  await Promise.all(open.map((listening) => listening.close()))
}
