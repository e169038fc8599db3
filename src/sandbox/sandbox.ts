import { camelCase, type Card, type Credential } from '../contract/provider.ts'
import type { ClockMode } from '../ground/clock.ts'
import { UnknownWord } from '../ground/nearest.ts'
import { DataFolder } from '../ground/store/index.ts'
import { playOpening, type Played } from '../scenario/play.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { CertificateFolder, ClientCertificates, writeTrustFiles } from '../toolbox/certificates/index.ts'
import { namedAddresses, openPorts, type OpenPorts, type OwnNames, type WorldAddresses } from './addresses.ts'
import { visit, type Visit } from './browser.ts'
import { handedOut } from './client-certificates.ts'
import { proxyVariables, type ListedVariable } from './client-variables.ts'
import { depositsFor, wholePaths, type Folders } from './folders.ts'
import { keptWorld, stoppedBefore } from './kept.ts'
import { World, type WorldOptions } from './world/index.ts'

/** What a process's sandbox is made of, and where it listens. */
export type SandboxOptions = {
  cards: readonly Card[]
  /** First of the sandbox's ports; 0 takes whatever is free. */
  portBase?: number
  /** Folder for worlds that outlive the process; in memory when left out. */
  data?: string
  /** Where to listen; loopback only, unless somebody decides otherwise. */
  hosts?: readonly string[]
  /** Hosts beyond this machine that notices may be delivered to, by name; none when left out. */
  deliverTo?: readonly string[]
  /** File with the private key that opens SFTP servers of clients where an address has no password. */
  sftpKey?: string | undefined
  /** Folders of the operator's that rooms may read, by the name that a room looks for. */
  folders?: Folders | undefined
  /** Whether providers are reached under their own host names too; the ports 443 and 80 are the first world's. */
  ownNames?: OwnNames | undefined
}

/** The story of a world to be made, and how its time passes. */
export type NewWorld = { scenario: Scenario; mode?: ClockMode } & Pick<
  WorldOptions,
  'seed' | 'pace' | 'journal' | 'clientUrl' | 'deposits'
>

/** Ports of one world lie together; the next world's begin this much higher. */
const portsPerWorld = 20

/** A world, its first port, where its story stopped, and its ports once somebody asked for them. */
type Held = { world: World; base: number; ownNames: OwnNames; played: Played; ports?: Promise<OpenPorts> }

/** A process's worlds and the ports they answer on. */
export class Sandbox {
  readonly cards: readonly Card[]
  readonly portBase: number
  readonly hosts: readonly string[] | undefined
  readonly #reach: Pick<WorldOptions, 'deliverTo' | 'sftpKey'>
  readonly #folders: Folders
  readonly #ownNames: OwnNames
  readonly #folder: DataFolder | undefined
  readonly #tls: CertificateFolder
  readonly #clients: ClientCertificates
  readonly #worlds = new Map<string, Held>()
  readonly #coming = new Set<string>()
  #made = 0

  private constructor(options: SandboxOptions, folder: DataFolder | undefined) {
    const { cards, portBase = 4700, hosts, deliverTo, sftpKey, folders = {}, ownNames = {} } = options
    this.cards = cards
    this.portBase = portBase
    this.hosts = hosts
    this.#reach = { deliverTo, sftpKey }
    this.#folders = folders
    this.#ownNames = ownNames
    this.#folder = folder
    this.#tls = new CertificateFolder({ name: 'Wattproof sandbox', ...(folder && { at: `${folder.path}/tls` }) })
    this.#clients = new ClientCertificates(this.#tls)
  }

  static async start(options: SandboxOptions): Promise<Sandbox> {
    const all = { ...options, folders: wholePaths(options.folders ?? {}) }
    return new Sandbox(all, options.data === undefined ? undefined : await DataFolder.open(options.data))
  }

  /** Makes a world from a scenario and plays its opening, up to the first thing the client is asked to do. */
  async create(name: string, { scenario, mode = 'frozen', ...options }: NewWorld): Promise<World> {
    this.#checkNew(name)
    this.#coming.add(name)
    try {
      const kept = await keptWorld(this.#folder, { name, scenario, seed: options.seed })
      const deposits = await depositsFor(options.deposits, this.cards, scenario)
      const shared = { cards: this.cards, clients: this.#clients, folders: this.#folders, ...this.#reach }
      const all = { name, scenario, ...shared, ...options, deposits }
      const world = new World({ ...all, ...(kept && { kept }) })
      const played = await this.#open(world).catch((error: unknown) => world.close().then(() => Promise.reject(error)))
      // Only now: an opening played while time flows would not be the same twice.
      if (mode !== 'frozen') world.time.setMode(mode)
      const place = this.#made++
      const base = this.portBase === 0 ? 0 : this.portBase + portsPerWorld * place
      const { proxy, namesAt } = this.#ownNames
      this.#worlds.set(name, { world, base, played, ownNames: { proxy, ...(place === 0 && { namesAt }) } })
      return world
    } finally {
      this.#coming.delete(name)
    }
  }

  /** Ends one world: its ports close, and a kept one stays in its file. */
  async remove(name: string): Promise<void> {
    const held = this.#named(name)
    this.#worlds.delete(name)
    await end(held)
  }

  world(name = 'default'): World {
    return this.#named(name).world
  }

  /** Where a world's story stopped to wait for the client. */
  played(name = 'default'): Played {
    return this.#named(name).played
  }

  worlds(): readonly World[] {
    return [...this.#worlds.values()].map(({ world }) => world)
  }

  /** Where a world answers; its ports open when this is first asked. */
  async addresses(name = 'default'): Promise<WorldAddresses> {
    const { addresses } = await this.#ports(name)
    this.#named(name).world.identity.addresses = addresses
    return addresses
  }

  /** Where a world's proxy answers; null without one. */
  async proxy(name = 'default'): Promise<string | null> {
    return (await this.#ports(name)).proxy
  }

  /** What sends a client through a world's proxy; nothing without one. */
  async proxyVariables(name = 'default'): Promise<ListedVariable[]> {
    const proxy = await this.proxy(name)
    if (proxy === null) return []
    return proxyVariables(proxy, await writeTrustFiles(this.#tls))
  }

  /** Sends a customer's browser to an address: it follows redirects as far as the world and its client. */
  async visit(address: string, name = 'default'): Promise<Visit> {
    const { world } = this.#named(name)
    const addresses = await this.addresses(name)
    const surfaces = Object.values(addresses).flatMap((one) => Object.values(one))
    const origins = surfaces.flatMap(({ http, https }) => [http, https])
    const reach = { world: origins, names: namedAddresses(this.cards, addresses), clientUrl: world.clientUrl }
    const visited = await visit(address, reach)
    if (visited.ended === 'out of reach') world.note({ finding: 'browser.stopped', says: sayStopped(visited) })
    return visited
  }

  /** What the client under test must know of a world: addresses, logins, and the authority to trust. */
  async credentials(name = 'default'): Promise<Credential[]> {
    const { world } = this.#named(name)
    const addresses = await this.addresses(name)
    const ca: Credential = {
      variable: 'WATTPROOF_CA_FILE',
      value: await this.caFile(),
      says: 'authority to trust for https',
    }
    // Those that play a part: others answer too, and nobody's client was told of them.
    const playing = this.cards.map(({ id }) => camelCase(id)).filter((provider) => provider in world.scenario.given)
    const rooms = await Promise.all(playing.map((provider) => world.rooms.open(provider)))
    const own = rooms.map(async (open) =>
      open.room.credentials(world.givenOf(open), addresses[open.provider] ?? {}, await handedOut(world, open)),
    )
    return [...(await Promise.all(own)).flat(), ca, ...listeningAt(world), ...filesIn(world)]
  }

  /** The file with the certificate of the authority that signed this sandbox's servers. */
  async caFile(): Promise<string> {
    await this.#tls.authority()
    return this.#tls.caFile
  }

  /** Ends at once: cuts open connections, saves kept worlds, takes temporary files away. */
  async stop(): Promise<void> {
    const worlds = [...this.#worlds.values()]
    this.#worlds.clear()
    await Promise.all(worlds.map(end))
    await this.#folder?.close()
    await this.#tls.close()
  }

  async #open(world: World): Promise<Played> {
    for (const provider of Object.keys(world.scenario.given)) await world.rooms.open(provider)
    if (world.hasOpened) {
      await world.snapshots.recallOpening()
      return stoppedBefore(world.scenario)
    }
    const played = await playOpening(world, world.scenario)
    world.markOpened()
    await world.snapshots.markOpening()
    return played
  }

  #ports(name: string): Promise<OpenPorts> {
    const named = this.#named(name)
    const { world, base, ownNames } = named
    named.ports ??= openPorts(world, { tls: this.#tls, base, hosts: this.hosts, ownNames })
    return named.ports
  }

  #named(name: string): Held {
    const named = this.#worlds.get(name)
    if (named) return named
    throw new UnknownWord(`There is no world "${name}".`, name, this.#worlds.keys())
  }

  #checkNew(name: string): void {
    if (!/^[a-z0-9][a-z0-9-]*$/i.test(name)) {
      throw new RangeError(`"${name}" is no name for a world: use letters, digits and "-".`)
    }
    if (this.#worlds.has(name) || this.#coming.has(name))
      throw new RangeError(`There is already a world "${name}": reset it, or choose another name.`)
  }
}

function sayStopped({ address, says }: Extract<Visit, { ended: 'out of reach' }>): string {
  const place = URL.canParse(address) ? `${new URL(address).origin}${new URL(address).pathname}` : address
  return `The customer's browser did not go to ${place}: ${says} It visits this story's provider and its client only.`
}

function listeningAt({ clientUrl }: World): Credential[] {
  if (clientUrl === null) return []
  return [{ variable: 'WATTPROOF_CLIENT_URL', value: clientUrl, says: 'where your client may listen' }]
}

function filesIn({ outbox }: World): Credential[] {
  const { deposits } = outbox.reach
  if (deposits === undefined) return []
  return [{ variable: 'WATTPROOF_DEPOSITS', value: deposits, says: 'where files for your client arrive' }]
}

/** Ports that could not be opened have nothing to close. */
async function end({ world, ports }: Held): Promise<void> {
  const open = await ports?.catch(() => undefined)
  await open?.close()
  await world.close()
}
