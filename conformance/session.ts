import { SentChronicle, type Entry } from '../src/index.ts'
import type { Provider } from './court.ts'
import type { Evidence, Turn } from './evidence.ts'

/** What a running sandbox tells of one of its worlds. */
export type Session = {
  scenario: Evidence['scenario']
  entries: readonly Entry[]
  evicted: number
  state: Readonly<Record<string, unknown>>
}

/** A developer's plain session as evidence: one turn from its first entry to its last, in which the client said nothing. */
export function evidenceOfSession({ scenario, entries, evicted, state }: Session, provider: Provider): Evidence {
  const journal = new SentChronicle(entries, { evicted })
  const [first, last] = [entries[0], entries.at(-1)]
  const bounds = { id: (first?.id ?? 1) - 1, until: last?.id ?? 0, at: first?.at ?? '' }
  const turn: Turn = { ask: 'session', ...bounds, exit: 0, hung: false, output: '' }
  const unsaid = { said: [], speaks: false, clock: 'unknown', pace: 1, traits: [] } as const
  return { scenario, provider, journal, present: state, turns: [turn], ...unsaid }
}
