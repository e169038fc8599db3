import type { Entry, EntryBody, Exchange, FindingMade, Step } from './entries.ts'
import { Query } from './query.ts'

/** What happened in a world as a reader asks for it: from the journal itself, or from entries that were sent. */
export abstract class Chronicle {
  /** All that is remembered, oldest first. */
  abstract entries(): readonly Entry[]

  /** How many of the oldest entries are no longer there. */
  abstract get evicted(): number

  since(id: number): Entry[] {
    return this.entries().filter((entry) => entry.id > id)
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
    return new Query(this.entries())
  }

  #kind<K extends EntryBody['kind']>(kind: K): Query<Extract<EntryBody, { kind: K }>> {
    type Wanted = Entry<Extract<EntryBody, { kind: K }>>
    return new Query(this.entries().filter((entry): entry is Wanted => entry.kind === kind))
  }
}

/** A chronicle of entries that came from elsewhere, such as another process's journal. */
export class SentChronicle extends Chronicle {
  readonly #entries: readonly Entry[]
  readonly #evicted: number

  constructor(entries: readonly Entry[], { evicted = 0 } = {}) {
    super()
    this.#entries = entries
    this.#evicted = evicted
  }

  get evicted(): number {
    return this.#evicted
  }

  entries(): readonly Entry[] {
    return this.#entries
  }
}

function stepNames({ door, action }: Step): string[] {
  const verb = action.slice(action.indexOf('.') + 1)
  return [`${door}.${action}`, `${door}.${verb}`]
}
