import { cloneState, type DataFolder } from '../../ground/store/index.ts'
import { UnknownWord } from '../../ground/nearest.ts'
import type { WorldState } from './state.ts'
import type { World } from './world.ts'

/** A world at one moment, as readable JSON. */
export type Snapshot = { format: 1; world: string; scenario: string; seed: string; now: string; state: WorldState }

/** The moment a reset goes back to; no name for a person's own snapshot. */
const opening = 'opening'

/** Takes whole worlds and puts them back, by name. Only this turns time back. */
export class Snapshots {
  readonly #world: World
  readonly #folder: DataFolder | undefined
  readonly #named = new Map<string, Snapshot>()
  #opening: Snapshot | undefined

  constructor(world: World, folder: DataFolder | undefined) {
    this.#world = world
    this.#folder = folder
  }

  take(): Snapshot {
    const { name, scenario, seed, clock, store } = this.#world
    const state = store.read((root) => cloneState(root as WorldState))
    return { format: 1, world: name, scenario: scenario.id, seed, now: clock.now(), state }
  }

  /** Keeps this moment under a name, in the data folder where there is one. */
  async save(name: string): Promise<void> {
    if (!/^[a-z0-9][a-z0-9._-]*$/i.test(name) || name === opening) {
      throw new RangeError(
        `"${name}" is no name for a snapshot: use letters, digits, ".", "_" and "-" ("${opening}" is taken).`,
      )
    }
    await this.#keep(name, this.take())
  }

  async restore(name: string): Promise<void> {
    const snapshot = await this.#find(name)
    if (snapshot === undefined) throw new UnknownWord(`There is no snapshot "${name}".`, name, await this.names())
    this.putBack(snapshot, 'restore')
  }

  async names(): Promise<string[]> {
    const kept = this.#folder ? await this.#folder.texts(this.#world.name) : [...this.#named.keys()]
    return kept.filter((name) => name !== opening)
  }

  /** Remembers this moment as the one a reset goes back to. */
  async markOpening(): Promise<void> {
    this.#opening = this.take()
    if (this.#folder) await this.#keep(opening, this.#opening)
  }

  /** Finds the opening of a world that outlived its process. */
  async recallOpening(): Promise<void> {
    this.#opening = await this.#find(opening)
  }

  /** Back to how the story opened. */
  reset(): void {
    if (this.#opening === undefined)
      throw new RangeError('The world has no opening to go back to: its story has not begun.')
    this.putBack(this.#opening, 'reset')
  }

  putBack({ now, state, scenario }: Snapshot, why: 'restore' | 'reset'): void {
    const world = this.#world
    if (scenario !== world.scenario.id) {
      throw new RangeError(
        `The snapshot is of ${scenario}, the world plays ${world.scenario.id}: start a world with that scenario.`,
      )
    }
    const from = world.clock.now()
    world.store.replace(state)
    world.clock.moveTo(now)
    world.journal.beginEpoch()
    world.stateReplaced()
    world.journal.append({ kind: 'clock', from, to: now, why })
  }

  async #keep(name: string, snapshot: Snapshot): Promise<void> {
    if (this.#folder === undefined) this.#named.set(name, snapshot)
    else await (await this.#folder.text(this.#world.name, name)).write(snapshot)
  }

  async #find(name: string): Promise<Snapshot | undefined> {
    if (this.#folder === undefined) return this.#named.get(name)
    return (await (await this.#folder.text(this.#world.name, name)).read()) as Snapshot | undefined
  }
}
