import { camelCase, type Card, type SurfaceCard, type Surfaces } from '../contract/provider.ts'
import type { CertificateFolder, Credentials } from '../toolbox/certificates/index.ts'
import { ExchangeInProgress } from './exchange.ts'
import type { Serve, Surface, SurfaceTls } from './listen/index.ts'
import { surfaceAsked } from './surfaces.ts'
import { glance } from './visit.ts'
import { sendWhole } from './whole-answer.ts'
import type { World } from './world/index.ts'

/** Surfaces of one provider that share their ports, as clients of one world meet them: by http and by https. */
export type Face = { card: Card; surfaces: Surfaces; http: Surface; https: Surface }

/** Every face a world shows. Nothing listens yet, and nothing is minted before a client speaks TLS. */
export function facesOf(world: World, tls: CertificateFolder): Face[] {
  return world.rooms.cards.flatMap((card) => byPorts(card).map((surfaces) => faceOf(world, card, surfaces, tls)))
}

/** Mints what a server shows for these names. */
export async function mintServer(tls: CertificateFolder, hostNames: readonly string[]): Promise<Credentials> {
  const { mintServerCertificate } = await import('../toolbox/certificates/index.ts')
  return mintServerCertificate(await tls.authority(), { hostNames })
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

function faceOf(world: World, card: Card, surfaces: Surfaces, tls: CertificateFolder): Face {
  const serve = serveRoom(world, card, surfaces)
  const onDefect = (error: unknown) => world.note({ finding: 'defect', says: `${card.title}: ${String(error)}` })
  return {
    card,
    surfaces,
    http: { serve, onDefect },
    https: { serve, onDefect, tls: tlsOf(world, card, surfaces, tls) },
  }
}

/** How these surfaces speak TLS: what their cards ask for, and what the room says at each handshake. */
function tlsOf(world: World, card: Card, surfaces: Surfaces, tls: CertificateFolder): SurfaceTls {
  const wanted = surfaces.map(({ clientCertificate }) => clientCertificate)
  const roomOpen = () => world.rooms.open(camelCase(card.id))
  return {
    server: serverCertificate(
      tls,
      surfaces.flatMap(({ hostNames }) => hostNames),
    ),
    clientCertificate: wanted.includes('required') ? 'required' : wanted.includes('requested') ? 'requested' : 'none',
    versions: async () => {
      const open = await roomOpen()
      return open.room.handshake?.versions?.(world.dialectOf(open))
    },
    admits: async (peer) => {
      const surface = surfaceAsked(surfaces, peer.hostName)
      if (surface.clientCertificate === 'none') return true
      const open = await roomOpen()
      return open.room.handshake?.admits(peer, glance(world, open, surface)) ?? true
    },
  }
}

/** Hands a request to the provider's room in this world. */
function serveRoom(world: World, card: Card, surfaces: Surfaces): Serve {
  const provider = camelCase(card.id)
  return async (request, line) => {
    const open = world.rooms.get(provider) ?? (await world.rooms.open(provider))
    const exchange = new ExchangeInProgress(world, open, line, line, surfaces)
    const response = await open.mounted(request, exchange)
    return exchange.whole === undefined ? response : sendWhole(response, exchange.whole, line)
  }
}

/** Minted when the first client speaks TLS, so that nobody else waits for it. */
function serverCertificate(tls: CertificateFolder, hostNames: readonly string[]): () => Promise<Credentials> {
  let minted: Promise<Credentials> | undefined
  return () =>
    (minted ??= mintServer(tls, hostNames).catch((error: unknown) => {
      // The next client gets a new try.
      minted = undefined
      throw error
    }))
}
