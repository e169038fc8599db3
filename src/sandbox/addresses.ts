import { camelCase, type Card } from '../contract/provider.ts'
import type { CertificateFolder } from '../toolbox/certificates/index.ts'
import { facesOf, type Face } from './faces.ts'
import { listen, type Listening, type ListenOptions } from './listen/index.ts'
import type { World } from './world/index.ts'

/** Where a surface of one world answers. */
export type SurfaceAddresses = { http: string; https: string }
/** By provider in camelCase, then by surface. */
export type WorldAddresses = Readonly<Record<string, Readonly<Record<string, SurfaceAddresses>>>>

/** Ways to reach providers under their own host names, for clients that have these written into them. */
export type OwnNames = {
  /** Opens a proxy beside the other ports. */
  proxy?: boolean | undefined
  /** Listens on ports 443 and 80 of this loopback address. */
  namesAt?: string | undefined
}

/** The ports of one world while they are open. */
export type OpenPorts = {
  addresses: WorldAddresses
  /** Where the proxy answers, if one was asked for. */
  proxy: string | null
  close(): Promise<void>
}

type Where = {
  tls: CertificateFolder
  /** First of the world's ports; 0 takes whatever is free. */
  base: number
  hosts?: readonly string[] | undefined
  ownNames?: OwnNames | undefined
}

/** Opens every surface of every provider for one world. */
export async function openPorts(world: World, { tls, base, hosts, ownNames = {} }: Where): Promise<OpenPorts> {
  const door = new Doorway(base, hosts)
  try {
    const faces = facesOf(world, tls)
    const addresses: Record<string, Record<string, SurfaceAddresses>> = {}
    for (const face of faces) {
      const opened = await openFace(face, door)
      const own = (addresses[camelCase(face.card.id)] ??= {})
      for (const { id } of face.surfaces) own[id] = opened
    }
    const proxy = await openOwnNames(ownNames, { world, faces, tls, door })
    return { addresses, proxy, close: () => door.close() }
  } catch (error) {
    await door.close()
    throw error
  }
}

/** Where a world answers for each of the providers' own host names. */
export function namedAddresses(cards: readonly Card[], addresses: WorldAddresses): Map<string, SurfaceAddresses> {
  const named = new Map<string, SurfaceAddresses>()
  for (const { id: card, surfaces } of cards) {
    for (const { id, hostNames } of surfaces) {
      const own = addresses[camelCase(card)]?.[id]
      if (own) for (const name of hostNames) named.set(name, own)
    }
  }
  return named
}

/** What a world listens with: opens ports counted from its first one, and closes them all. */
class Doorway {
  readonly #base: number
  readonly #hosts: readonly string[] | undefined
  readonly #open: Listening[] = []

  constructor(base: number, hosts: readonly string[] | undefined) {
    this.#base = base
    this.#hosts = hosts
  }

  /** Opens the port so far above the first; answers its number. */
  async openAbove(offset: number, { surface, purpose }: Pick<ListenOptions, 'surface' | 'purpose'>): Promise<number> {
    const port = this.#base === 0 ? 0 : this.#base + offset
    return this.open({ port, surface, ...(purpose && { purpose }), ...(this.#hosts && { hosts: this.#hosts }) })
  }

  async open(options: ListenOptions): Promise<number> {
    const listening = await listen(options)
    this.#open.push(listening)
    return listening.port
  }

  async close(): Promise<void> {
    await Promise.all(this.#open.map((listening) => listening.close()))
  }
}

async function openFace({ card, surfaces: [first], http, https }: Face, door: Doorway): Promise<SurfaceAddresses> {
  // Whoever fails, the other is waited for: a port that opens after the end would keep the process alive.
  const title = first.title ?? card.title
  const [plain, secure] = await Promise.allSettled([
    door.openAbove(first.http, { surface: http, purpose: `${title}, http` }),
    door.openAbove(first.https, { surface: https, purpose: `${title}, https` }),
  ])
  return { http: `http://localhost:${portOf(plain)}`, https: `https://localhost:${portOf(secure)}` }
}

function portOf(opened: PromiseSettledResult<number>): number {
  if (opened.status === 'rejected') throw opened.reason as Error
  return opened.value
}

type Parts = { world: World; faces: readonly Face[]; tls: CertificateFolder; door: Doorway }

const proxyOffset = 9

/** Opens what was asked for, and loads nothing for what was not. */
async function openOwnNames({ proxy, namesAt }: OwnNames, { door, ...parts }: Parts): Promise<string | null> {
  if (!proxy && namesAt === undefined) return null
  const { openDesk } = await import('./own-names/index.ts')
  const surface = openDesk(parts)
  if (namesAt !== undefined) {
    const portHint = 'run it with the right to use that port, or take --proxy, which needs none'
    for (const [port, scheme] of [
      [443, 'https'],
      [80, 'http'],
    ] as const)
      await door.open({ port, surface, hosts: [namesAt], purpose: `host names on ${namesAt}, ${scheme}`, portHint })
  }
  return proxy ? `http://127.0.0.1:${await door.openAbove(proxyOffset, { surface, purpose: 'proxy' })}` : null
}
