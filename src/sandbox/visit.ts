import type { Context } from 'hono'
import type { Finding, House } from '../contract/effect.ts'
import type { CertificateTrust } from '../contract/certificate.ts'
import type { Visit } from '../contract/endpoint.ts'
import type { LimitUse } from '../contract/limit.ts'
import type { Glance, SurfaceCard } from '../contract/provider.ts'
import type { DeepReadonly } from '../ground/store/index.ts'
import type { DoorEnv, ExchangeInProgress, OpenRoom } from './exchange.ts'
import { spendAllowance } from './layers/limits.ts'
import { sharingWith, surfaceNamed } from './surfaces.ts'
import type { World } from './world/index.ts'

/** The house's side of a `Visit`: an endpoint sees its own room's state and nothing else of the world. */
export class RequestVisit implements Visit<object, unknown, Readonly<Record<string, string>>> {
  readonly #c: Context<DoorEnv>
  readonly #exchange: ExchangeInProgress
  readonly store: Visit<object, unknown, Readonly<Record<string, string>>>['store']

  constructor(c: Context<DoorEnv>) {
    const exchange = c.env.exchange
    const { world, open } = exchange
    this.#c = c
    this.#exchange = exchange
    this.store = {
      read: <T>(look: (state: DeepReadonly<object>) => T) => world.read(open.provider, look),
      change: <T>(edit: (state: object, house: House) => T) => {
        // Who asks for the head of an answer, as programs that check links do, does not ask for anything to happen.
        const how = { findings: exchange.findings, lands: c.req.method !== 'HEAD' }
        const { result, patches, due } = world.change(open.provider, edit, how)
        exchange.due.push(...due)
        for (const patch of patches) exchange.patches.push(patch)
        return result
      },
    }
  }

  get caller(): unknown {
    return this.#exchange.caller
  }

  readonly identify = (): unknown => {
    const { access } = this.#exchange.open.room
    const caller: unknown = access.identify(this.#c, this, this.#exchange.peer)
    this.#exchange.caller = caller
    this.#exchange.callerName = access.nameOf(caller)
    this.#exchange.callerGroup = access.groupOf?.(caller, this) ?? null
    if (this.#exchange.endpoint?.identify === 'later') spendAllowance(this.#exchange)
    return caller
  }

  get now(): string {
    return this.#exchange.world.clock.now()
  }

  get seed(): string {
    return this.#exchange.world.seed
  }

  get requestId(): string {
    return this.#exchange.requestId
  }

  get dialect(): Readonly<Record<string, string>> {
    return this.#exchange.world.dialectOf(this.#exchange.open)
  }

  get surface(): string {
    return this.#exchange.surface.id
  }

  get base(): string {
    const { open, surface } = this.#exchange
    const bases = sharingWith(surface, open.card.surfaces).flatMap((one) => one.bases)
    return baseOf(new URL(this.#c.req.url).pathname, bases) ?? ''
  }

  get origin(): string {
    return new URL(this.#c.req.url).origin
  }

  readonly originOf = (id: string): string => {
    const { world, open } = this.#exchange
    const url = new URL(this.#c.req.url)
    const wanted = surfaceNamed(open.card.surfaces, id)
    if (open.card.surfaces.some(({ hostNames }) => hostNames.includes(url.hostname))) {
      const isThere = wanted.hostNames.includes(url.hostname)
      if (!isThere) url.hostname = wanted.hostNames[0] ?? url.hostname
      return url.origin
    }
    if (world.identity.addresses === null) return url.origin
    const address = world.identity.addressOf(open, id, url.protocol === 'https:' ? 'https' : 'http')
    return new URL(address).port === url.port ? url.origin : address
  }

  readonly usage = (callerName: string, callerGroup: string | null): LimitUse[] => {
    const { world, open } = this.#exchange
    return world.limits.usage(open, { callerName, callerGroup })
  }

  readonly ownCertificate = async (): Promise<string | null> => {
    const { world, open } = this.#exchange
    return (await world.identity.own(open))?.certificatePem ?? null
  }

  get folders(): Readonly<Record<string, string>> {
    return this.#exchange.world.folders
  }

  get trust(): CertificateTrust {
    return this.#exchange.world.identity.trust
  }

  // Arrow functions: endpoints take their visit apart by name.
  readonly decoded = (body: unknown): void => {
    this.#exchange.decoded = body
  }

  readonly note = (finding: Finding): void => {
    this.#exchange.findings.push(finding)
  }
}

/** What a room may look at before there is a request. */
export function glance(
  world: World,
  open: OpenRoom,
  { id }: SurfaceCard,
): Glance<object, Readonly<Record<string, string>>> {
  return {
    store: { read: (look) => world.read(open.provider, look) },
    now: world.clock.now(),
    dialect: world.dialectOf(open),
    trust: world.identity.trust,
    surface: id,
  }
}

/** Which of a surface's base paths a path begins with; nothing when it lies outside all of them. */
export function baseOf(path: string, bases: readonly string[]): string | undefined {
  return bases.find(
    (base) => path.startsWith(base) && (path.length === base.length || base === '' || path[base.length] === '/'),
  )
}
