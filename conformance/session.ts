import { SentChronicle, type Entry } from '../src/index.ts'
import type { Provider } from './court.ts'
import type { Evidence, Turn } from './evidence.ts'

/** What a running sandbox tells of one of its worlds. */
export type Session = {
  scenario: Evidence['scenario']
  entries: readonly Entry[]
  evicted: number
  state: Readonly<Record<string, unknown>>
  /** How many times shorter than said the world's pauses are. */
  pace: number
}

/** A developer's plain session as evidence, in which the client said nothing. */
export function evidenceOfSession(session: Session, provider: Provider): Evidence {
  const { scenario, entries, evicted, state, pace } = session
  const journal = new SentChronicle(entries, { evicted })
  const unsaid = { said: [], speaks: false, clock: 'unknown', traits: [] } as const
  return { scenario, provider, journal, present: state, turns: turnsIn(entries), pace, ...unsaid }
}

/**
 * Nobody says when a client's runs begin in a plain session. What it called between two acts of people, or between two
 * moves of time, counts as one run.
 */
function turnsIn(entries: readonly Entry[]): Turn[] {
  const turns: Turn[] = []
  let isOpen = false
  for (const { id, kind, at } of entries) {
    if (kind === 'step' || kind === 'clock') isOpen = false
    if (kind !== 'exchange') continue
    if (!isOpen) turns.push({ ask: 'session', id: id - 1, until: id, at, exit: null, hung: false, output: '' })
    isOpen = true
    Object.assign(turns.at(-1) as Turn, { until: id })
  }
  return turns
}
