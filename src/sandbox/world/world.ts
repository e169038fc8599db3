import type { Finding, House } from '../../contract/effect.ts'
import type { LimitSetting } from '../../contract/limit.ts'
import { parseGiven } from '../../contract/provider.ts'
import type { Due } from '../../ground/agenda.ts'
import { Clock, machine } from '../../ground/clock.ts'
import { Ids } from '../../ground/ids.ts'
import { Journal } from '../../ground/journal/index.ts'
import { UnknownWord } from '../../ground/nearest.ts'
import { Store, type DeepReadonly, type Patch } from '../../ground/store/index.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import type { OpenRoom } from '../exchange.ts'
import { houseFor, type Effects } from '../house.ts'
import { Outbox, patchTold } from '../outbox/index.ts'
import { act, type Act, type Door, type Outcome } from './act.ts'
import { Dialects, type DialectChange } from './dialects.ts'
import { Faults } from './faults.ts'
import { Identity } from './identity.ts'
import { LimitMeter } from './limits.ts'
import type { WorldOptions } from './options.ts'
import { Rooms } from './rooms.ts'
import { Snapshots } from './snapshots.ts'
import { startOf, type WorldState } from './state.ts'
import { Timekeeper } from './timekeeper.ts'

/** One complete set of what a story needs: state, time, journal and seed. Worlds share nothing that changes. */
export class World {
  readonly name: string
  readonly scenario: Scenario
  readonly seed: string
  readonly pace: number
  readonly clientUrl: string | null
  readonly folders: Readonly<Record<string, string>>
  readonly clock: Clock
  readonly journal: Journal
  readonly store: Store<WorldState>
  readonly rooms: Rooms
  readonly dialects: Dialects
  readonly limits: LimitMeter
  readonly faults: Faults
  readonly outbox: Outbox
  readonly time: Timekeeper
  readonly snapshots: Snapshots
  readonly identity: Identity
  #requestsUnderWay = 0
  #requestsSeen = 0
  #date = { second: -1, spelled: '' }

  constructor({ name, cards, scenario, mode = 'frozen', seed = scenario.seed, pace = 1, ...options }: WorldOptions) {
    const { kept, journal, clients = null, clientUrl = null, folders = {}, ...reach } = options
    this.identity = new Identity(clients)
    this.name = name
    this.scenario = scenario
    this.seed = seed
    this.pace = pace
    this.clientUrl = clientUrl
    this.folders = folders
    this.store = kept?.store ?? new Store(startOf(scenario, seed))
    this.clock = new Clock({ start: this.store.read(({ now }) => now), mode })
    this.journal = new Journal(this.clock, journal)
    this.rooms = new Rooms(cards, (open) => this.#furnish(open))
    this.dialects = new Dialects(this.store)
    this.faults = new Faults(this)
    this.outbox = new Outbox(this, reach)
    this.time = new Timekeeper(this)
    this.snapshots = new Snapshots(this, kept?.folder)
    const times = { virtualMs: () => this.clock.ms, pace: () => pace }
    this.limits = new LimitMeter(times, (provider) => this.store.read(({ limits }) => limits[provider] ?? {}))
  }

  read<T>(provider: string, look: (state: DeepReadonly<object>) => T): T {
    return this.store.read(({ rooms }) => look(rooms[provider] as DeepReadonly<object>))
  }

  /** The scenario's part for a room, as this world's client finds it. */
  givenOf({ room, provider }: OpenRoom): unknown {
    const given: unknown = parseGiven(room, this.scenario.given[provider])
    return this.clientUrl === null ? given : (room.atClient?.(given, this.clientUrl) ?? given)
  }

  /** A rule's change to one room: whole or not at all, with the effects it asked for once it has landed, if it is to. */
  change<T>(
    provider: string,
    edit: (state: object, house: House) => T,
    { now = this.clock.now(), findings, lands = true }: { now?: string; findings?: Finding[]; lands?: boolean } = {},
  ): { result: T; patches: Patch[]; due: readonly Due[] } {
    const effects: Effects = { due: [], notices: [], findings: [] }
    const inRoom = (root: WorldState) => edit(root.rooms[provider] as object, this.#house(root, provider, now, effects))
    if (!lands) return { result: this.store.rehearse(inRoom), patches: [], due: [] }
    const landed = this.store.change(inRoom)
    this.#carryOut(effects, findings)
    return { ...landed, patches: landed.patches.map(patchTold), due: effects.due }
  }

  /** Plays a named action through one of the doors that people and the back office use. */
  async act(provider: string, door: Door, action: string, args: unknown, how: Partial<Act> = {}): Promise<Outcome> {
    return act(this, await this.rooms.open(provider), { door, action, args, by: 'person', ...how })
  }

  /** Moves time on and plays everything due on the way, each at its own time; answers when all has settled. */
  advance(by: string): Promise<string> {
    return this.time.advance(by)
  }

  note({ level = 'warning', ...finding }: Finding, about?: number): void {
    this.journal.append({ kind: 'finding', level, ...finding, ...(about === undefined ? {} : { about }) })
  }

  dialectOf(open: OpenRoom): Readonly<Record<string, string>> {
    return this.dialects.of(open)
  }

  async setDialect(provider: string, setting: DialectChange): Promise<void> {
    const open = await this.rooms.open(provider)
    const change = this.dialects.set(open, setting)
    this.journal.append({ kind: 'change', what: `dialect.${open.provider}`, change })
  }

  async setLimit(provider: string, name: string, setting: LimitSetting): Promise<void> {
    const { room, provider: key } = await this.rooms.open(provider)
    const known = Object.keys(room.access.limits)
    if (!known.includes(name)) throw new UnknownWord(`There is no limit "${name}".`, name, known)
    const { patches } = this.store.change(({ limits }) => {
      limits[key] = { ...limits[key], [name]: { ...limits[key]?.[name], ...setting } }
    })
    this.limits.clear()
    this.journal.append({ kind: 'change', what: `limits.${key}.${name}`, change: patches })
  }

  /** Follows a state that was replaced under everything that is derived from it. */
  stateReplaced(): void {
    this.limits.clear()
    this.dialects.forget()
    this.outbox.forget()
    this.time.refill()
    this.#requestsSeen = 0
    for (const open of this.rooms.list()) this.#furnish(open)
  }

  /** Keeps the time in the state of a world that outlives the process. */
  timeMoved(): void {
    if (!this.store.isKept) return
    this.store.change((root) => {
      root.now = this.clock.now()
    })
  }

  /** Whether the story's opening has been played, in this process or in one before it. */
  get hasOpened(): boolean {
    return this.store.read(({ opened }) => opened)
  }

  markOpened(): void {
    this.store.change((root) => {
      root.opened = true
    })
  }

  saved(): Promise<void> {
    return this.store.saved()
  }

  /** Answers the request's number: no other of this world has it. */
  requestBegins(): number {
    this.#requestsUnderWay++
    return ++this.#requestsSeen
  }

  requestEnds(): void {
    this.#requestsUnderWay--
    this.time.mayHaveSettled()
  }

  /** Whether nothing is under way: no request being answered, no notice being delivered. */
  get settled(): boolean {
    return this.#requestsUnderWay === 0 && this.outbox.idle
  }

  /** The `Date` header at the world's time. */
  httpDate(): string {
    const second = Math.floor(this.clock.ms / 1000)
    if (second !== this.#date.second) this.#date = { second, spelled: new Date(second * 1000).toUTCString() }
    return this.#date.spelled
  }

  requestId(number: number): string {
    return new Ids(this.seed, {}).hex(32, 'request', number)
  }

  /** Waits as long as a pause takes in this world. */
  sleep(ms: number): Promise<void> {
    return machine.sleep(ms / this.pace)
  }

  async close(): Promise<void> {
    this.time.stop()
    this.timeMoved()
    await this.store.close()
  }

  #house(root: WorldState, provider: string, now: string, effects: Effects): House {
    const open = this.rooms.get(provider)
    const dialect = open ? this.dialects.of(open) : {}
    return houseFor(root, { provider, now, seed: this.seed, zone: this.scenario.clock.zone, dialect }, effects)
  }

  #carryOut({ due, notices, findings }: Effects, collected?: Finding[]): void {
    for (const one of due) this.time.expect(one)
    for (const { id } of notices) this.outbox.send(id)
    for (const finding of findings) {
      if (collected) collected.push(finding)
      else this.note(finding)
    }
  }

  /** Gives a room its state from the scenario, unless it has one. */
  #furnish(open: OpenRoom): void {
    const { provider, room } = open
    if (this.store.read(({ rooms }) => provider in rooms)) return
    const effects: Effects = { due: [], notices: [], findings: [] }
    const given = this.givenOf(open)
    this.store.change((root) => {
      root.rooms[provider] = room.seed(given, this.#house(root, provider, this.clock.now(), effects)) as object
    })
    this.#carryOut(effects)
  }
}
