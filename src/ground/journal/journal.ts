import { appendFileSync } from 'node:fs'
import { machine, isoInstant, type Clock } from '../clock.ts'
import type { BodyKeeping } from './bodies.ts'
import { Chronicle } from './chronicle.ts'
import type { Entry, EntryBody } from './entries.ts'

/** How much of a journal is kept, and where. */
export type JournalOptions = {
  /** How many entries stay in memory. */
  bound?: number
  /** A file that gets every entry as a JSON line. */
  file?: string
  /** What is kept of the bodies of requests and answers. */
  bodies?: BodyKeeping
}

/** Everything that happened in a world, in order: appended, never rewritten. */
export class Journal extends Chronicle {
  readonly bodies: BodyKeeping
  readonly #clock: Clock
  readonly #bound: number
  readonly #file: string | undefined
  readonly #listeners = new Set<(entry: Entry) => void>()
  #entries: Entry[] = []
  #lastId = 0
  #epoch = 0
  #evicted = 0

  constructor(clock: Clock, { bound = 20_000, file, bodies = {} }: JournalOptions = {}) {
    super()
    this.bodies = bodies
    this.#clock = clock
    this.#bound = bound
    this.#file = file
  }

  /** How many of the oldest entries are no longer in memory. */
  get evicted(): number {
    return this.#evicted
  }

  get epoch(): number {
    return this.#epoch
  }

  /** Id of the newest entry: what `since` and `waitFor` count from. */
  get lastId(): number {
    return this.#lastId
  }

  /** Marks that time was turned back. */
  beginEpoch(): void {
    this.#epoch++
  }

  append<B extends EntryBody>(
    body: B,
    { at = this.#clock.now(), tookMs }: { at?: string; tookMs?: number } = {},
  ): Entry<B> {
    const real = { at: isoInstant(machine.now()), ...(tookMs === undefined ? {} : { ms: tookMs }) }
    const entry: Entry<B> = { id: ++this.#lastId, at, epoch: this.#epoch, real, ...body }
    this.#entries.push(entry)
    if (this.#entries.length > this.#bound * 1.25) this.#evict()
    if (this.#file !== undefined) appendFileSync(this.#file, `${JSON.stringify(entry)}\n`)
    for (const listener of this.#listeners) listener(entry)
    return entry
  }

  entries(): readonly Entry[] {
    return this.#entries
  }

  /** Hears every entry as it is appended; the answer ends the hearing. */
  onEntry(listener: (entry: Entry) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** The next entry that fits, or the first since an entry; rejects when none came within the real time given. */
  waitFor(
    fits: (entry: Entry) => boolean,
    { since, withinMs = 5_000 }: { since?: number; withinMs?: number } = {},
  ): Promise<Entry> {
    const already = since === undefined ? undefined : this.since(since).find(fits)
    if (already) return Promise.resolve(already)
    return new Promise((found, missed) => {
      const stop = this.onEntry((entry) => {
        if (!fits(entry)) return
        end()
        found(entry)
      })
      const timer = setTimeout(() => {
        end()
        missed(
          new Error(`Waited ${withinMs} ms for a journal entry: none came. Ask for a longer bound or see the journal.`),
        )
      }, withinMs)
      const end = () => {
        clearTimeout(timer)
        stop()
      }
    })
  }

  #evict(): void {
    const excess = this.#entries.length - this.#bound
    this.#entries = this.#entries.slice(excess)
    this.#evicted += excess
  }
}
