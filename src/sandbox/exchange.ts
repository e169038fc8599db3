import type { Endpoint } from '../contract/endpoint.ts'
import type { Card, Peer, Room, SurfaceCard, Surfaces } from '../contract/provider.ts'
import type { Refusal } from '../contract/refusal.ts'
import type { Finding } from '../contract/effect.ts'
import type { Due } from '../ground/agenda.ts'
import { machine } from '../ground/clock.ts'
import type { Patch } from '../ground/store/index.ts'
import type { StreamedBody } from '../toolbox/streamed-body.ts'
import type { Wire } from './listen/index.ts'
import type { World } from './world/index.ts'

/** A room that is open, and the names it goes by. */
export type OpenRoom = { card: Card; provider: string; room: Room }

/** What the layers learn about one request while it walks to its handler and back. */
export class ExchangeInProgress {
  readonly world: World
  readonly open: OpenRoom
  readonly peer: Peer
  /** Node's side of it; null when a test calls in process. */
  readonly wire: Wire | null
  /** Those that may be meant: the ones behind the same port, or all when a test calls in process. */
  readonly surfaces: Surfaces
  /** The one that was asked. */
  surface: SurfaceCard
  readonly startedMs = machine.monotonic()
  /** Counts the requests of the world. */
  number = 0
  endpoint: Endpoint | null = null
  caller: unknown
  callerName: string | null = null
  /** Whom the caller shares allowances with. */
  callerGroup: string | null = null
  decoded: unknown
  refusal: Refusal | undefined
  defect: Error | undefined
  fault: string | undefined
  /** The answer never leaves: a fault keeps it back. */
  unanswered = false
  /** The whole body of the answer, where it is a text that nothing replaced on its way. */
  whole: string | undefined
  readonly patches: Patch[] = []
  /** What its changes put on the agenda. */
  readonly due: Due[] = []
  readonly findings: Finding[] = []

  constructor(world: World, open: OpenRoom, peer: Peer, wire: Wire | null = null, surfaces = open.card.surfaces) {
    this.world = world
    this.open = open
    this.peer = peer
    this.wire = wire
    this.surfaces = surfaces
    this.surface = surfaces[0]
  }

  /** What the provider numbers its answers with, where it does. */
  get requestId(): string {
    return this.world.requestId(this.number)
  }
}

/** What Hono carries for us with each request: `sent` is the answer's body, for the journal. */
export type DoorEnv = {
  Bindings: { exchange: ExchangeInProgress }
  Variables: { surface: string; sent?: string | StreamedBody }
}
