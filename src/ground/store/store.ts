import { guard } from './guard.ts'
import { cloneState, StateError, type DeepReadonly } from './json.ts'
import type { Patch } from './patches.ts'
import { Recording } from './recording.ts'

/** Where a state outlives the process. A store in memory has none, and so loads no lowdb: it has nothing to write. */
export type Keeper = { changed(state: object): void; saved(): Promise<void>; close(): Promise<void> }

/** `touched` counts the keys the edit looked at, copied or moved: what the change cost, whatever the world holds. */
export type Change<T> = { result: T; patches: Patch[]; touched: number }

/** `guardReads` (for tests) hands readers a view that throws when they write. */
export type StoreOptions = { guardReads?: boolean; keeper?: Keeper }

/** Remembers the state of one world: anyone may look, a change lands whole or not at all and says what it changed. */
export class Store<Root extends object> {
  #root: Root
  #version = 0
  #recording: Recording<Root> | undefined
  #isClosed = false
  readonly #keeper: Keeper | undefined
  readonly #guardReads: boolean

  /** Takes a copy of `root`, so that a seed can serve many worlds. */
  constructor(root: Root, { guardReads = false, keeper }: StoreOptions = {}) {
    this.#root = cloneRoot(root)
    this.#guardReads = guardReads
    this.#keeper = keeper
  }

  /** Whether the state outlives the process. */
  get isKept(): boolean {
    return this.#keeper !== undefined
  }

  /** How many changes, counting replacements, have left the state different from before. */
  get version(): number {
    return this.#version
  }

  /** Looks at the state as it is, without a copy; within a change, as the change has it so far. */
  read<T>(look: (root: DeepReadonly<Root>) => T): T {
    const root = this.#recording?.root ?? this.#root
    return look(this.#guardReads ? guard(root) : (root as DeepReadonly<Root>))
  }

  /**
   * Runs a synchronous edit on the live state; when it throws, nothing of it remains. What is assigned is copied, so
   * edit a record through the state once it is in there. Drafts end with the change: a result carries copies.
   */
  change<T>(edit: (root: Root) => T): Change<T> {
    return this.#record('change', edit, (recording, result) => {
      const patches = recording.land()
      this.#recording = undefined
      if (patches.length > 0) this.#hasChanged()
      return { result, patches, touched: recording.touched }
    })
  }

  /** Answers what an edit would have as its result, and takes back all that it did. */
  rehearse<T>(edit: (root: Root) => T): T {
    return this.#record('rehearse', edit, (recording, result) => {
      recording.rollBack()
      return result
    })
  }

  /** Puts a copy of another state in the place of this one: for restore and reset. */
  replace(root: Root): void {
    this.#mustBeFree('replace')
    this.#root = cloneRoot(root)
    this.#hasChanged()
  }

  /** Resolves when everything changed so far is safely in the file; in memory, at once. */
  async saved(): Promise<void> {
    await this.#keeper?.saved()
  }

  /** Waits for the file and takes no further change; what it holds can still be read. */
  async close(): Promise<void> {
    if (this.#isClosed) return
    this.#mustBeFree('close')
    this.#isClosed = true
    await this.#keeper?.close()
  }

  #record<T, Told>(what: string, edit: (root: Root) => T, end: (recording: Recording<Root>, result: T) => Told): Told {
    this.#mustBeFree(what)
    const recording = new Recording(this.#root)
    this.#recording = recording
    try {
      return end(recording, recording.release(mustBeSynchronous(edit(recording.root))))
    } catch (error) {
      const released = recording.release(error)
      recording.rollBack()
      throw released
    } finally {
      this.#recording = undefined
    }
  }

  #hasChanged(): void {
    this.#version++
    this.#keeper?.changed(this.#root)
  }

  #mustBeFree(what: string): void {
    if (this.#recording) throw new StateError(`Cannot ${what} within a change: a change is one step. Do it after.`)
    if (this.#isClosed)
      throw new StateError(`Cannot ${what} a closed store: its world has ended. Open the world again.`)
  }
}

function cloneRoot<Root extends object>(root: Root): Root {
  if (Array.isArray(root)) throw new StateError('Cannot keep a list as a state: a state is an object. Give it a key.')
  return cloneState(root)
}

/** An edit that waits would go on after its change has landed, so it is taken back, and what it does later is muted. */
function mustBeSynchronous<T>(result: T): T {
  const then = typeof result === 'object' && result !== null ? (result as { then?: unknown }).then : undefined
  if (typeof then !== 'function') return result
  Promise.resolve(result).catch(() => {})
  throw new StateError('Cannot change the state in an async edit: it would land half done. Await first, then change.')
}
