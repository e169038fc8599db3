import type { Entry, EntryBody } from './entries.ts'

/** A moment to count from: an entry, or an instant. */
export type Moment = Entry | { id: number } | string

/** Entries of one kind, narrowed word by word: `journal.calls('meter.read').after(revoked).none()`. */
export class Query<B extends EntryBody> {
  readonly #entries: readonly Entry<B>[]

  constructor(entries: readonly Entry<B>[]) {
    this.#entries = entries
  }

  where(fits: (entry: Entry<B>) => boolean): Query<B> {
    return new Query(this.#entries.filter(fits))
  }

  after(moment: Moment): Query<B> {
    return this.where((entry) => (typeof moment === 'string' ? entry.at > moment : entry.id > moment.id))
  }

  before(moment: Moment): Query<B> {
    return this.where((entry) => (typeof moment === 'string' ? entry.at < moment : entry.id < moment.id))
  }

  by(caller: string): Query<B> {
    return this.where((entry) => entry.kind === 'exchange' && entry.caller === caller)
  }

  /** Exchanges answered with 2xx; steps that were done. */
  succeeded(): Query<B> {
    return this.where((entry) => succeeded(entry))
  }

  /** Exchanges and steps that were refused, by the refusal's name when one is given. */
  refused(name?: string): Query<B> {
    return this.where((entry) => {
      if (entry.kind === 'exchange')
        return entry.refusal !== undefined && (name === undefined || entry.refusal.refusal === name)
      return entry.kind === 'step' && entry.outcome === 'refused'
    })
  }

  count(): number {
    return this.#entries.length
  }

  none(): boolean {
    return this.#entries.length === 0
  }

  some(): boolean {
    return this.#entries.length > 0
  }

  first(): Entry<B> | undefined {
    return this.#entries[0]
  }

  last(): Entry<B> | undefined {
    return this.#entries.at(-1)
  }

  list(): readonly Entry<B>[] {
    return this.#entries
  }

  [Symbol.iterator](): Iterator<Entry<B>> {
    return this.#entries[Symbol.iterator]()
  }
}

function succeeded(entry: Entry): boolean {
  if (entry.kind === 'exchange') return entry.response !== null && entry.response.status < 300
  return entry.kind === 'step' && entry.outcome === 'done'
}
