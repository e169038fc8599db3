import { appendFileSync } from 'node:fs'
import { machine, isoInstant, type Clock } from '../clock.ts'
import type { Entry, EntryBody, Exchange, FindingMade, Step } from './entries.ts'
import { Query } from './query.ts'

export type JournalOptions = {
  /** How many entries stay in memory. */
  bound?: number
  /** A file that gets every entry as a JSON line. */
  file?: string
}

/** Everything that happened in a world, in order: appended, never rewritten. */
export class Journal {
  readonly #clock: Clock
  readonly #bound: number
  readonly #file: string | undefined
  readonly #listeners = new Set<(entry: Entry) => void>()
  #entries: Entry[] = []
  #lastId = 0
  #epoch = 0
  #evicted = 0

  constructor(clock: Clock, { bound = 20_000, file }: JournalOptions = {}) {
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

  since(id: number): Entry[] {
    return this.#entries.filter((entry) => entry.id > id)
  }

  /** Hears every entry as it is appended; the answer ends the hearing. */
  onEntry(listener: (entry: Entry) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Exchanges with an endpoint (`meterShare.answer`), or with all. */
  calls(endpoint?: string): Query<Exchange> {
    const exchanges = this.#kind('exchange')
    return endpoint === undefined ? exchanges : exchanges.where((call) => call.endpoint === endpoint)
  }

  /** Steps by door and action: `customer.shareProperty`, `customer.someUtility.shareProperty`, `client.sync`. */
  step(name?: string): Query<Step> {
    const steps = this.#kind('step')
    return name === undefined ? steps : steps.where((step) => stepNames(step).includes(name))
  }

  findings(name?: string): Query<FindingMade> {
    const findings = this.#kind('finding')
    return name === undefined ? findings : findings.where(({ finding }) => finding === name)
  }

  all(): Query<EntryBody> {
    return new Query(this.#entries)
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

  #kind<K extends EntryBody['kind']>(kind: K): Query<Extract<EntryBody, { kind: K }>> {
    type Wanted = Entry<Extract<EntryBody, { kind: K }>>
    return new Query(this.#entries.filter((entry): entry is Wanted => entry.kind === kind))
  }

  #evict(): void {
    const excess = this.#entries.length - this.#bound
    this.#entries = this.#entries.slice(excess)
    this.#evicted += excess
  }
}

function stepNames({ door, action }: Step): string[] {
  const verb = action.slice(action.indexOf('.') + 1)
  return [`${door}.${action}`, `${door}.${verb}`]
}
