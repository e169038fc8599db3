import type { Chronicle, Entry, Scenario } from '../src/index.ts'
import type { Words } from './client/index.ts'

/** One turn of the client under test: what it was asked, when it began and ended, and how. */
export type Turn = {
  ask: string
  /** Journal id of the asking; everything of this turn has a higher one, up to `until`. */
  id: number
  until: number
  /** The world's time when it was asked. */
  at: string
  /** Null when it was stopped, or when nobody saw how it ended. */
  exit: number | null
  hung: boolean
  output: string
}

/** Something the client said it had concluded, and in which turn. */
export type Said = { turn: Turn; words: Words }

/** All that checks may look at: what happened, what is true, and what the client said. They never touch the network. */
export type Evidence = {
  scenario: Pick<Scenario, 'id' | 'title'>
  /** The provider's name in camelCase. */
  provider: string
  journal: Chronicle
  /** The provider's state at the end; what was true before follows from the journal. */
  present: Readonly<Record<string, unknown>>
  turns: readonly Turn[]
  said: readonly Said[]
  /** Whether the client printed any `wattproof:` line: without one, checks of its conclusions have nothing to judge. */
  speaks: boolean
  /** Whether the client's own clock followed the world's, as far as we know. */
  clock: 'shifted' | 'unknown'
  /** How many times shorter than said pauses were. */
  pace: number
  /** What the client's makers say of it. */
  traits: readonly string[]
  /** What the client was told in its environment, by variable; nobody kept that of a plain session. */
  told?: Readonly<Record<string, string>>
  /** Why the story ended early, when it did. */
  endedEarly?: string
}

/** Whether an entry belongs to a turn. */
export function isIn(turn: Turn, { id }: Pick<Entry, 'id'>): boolean {
  return id > turn.id && id <= turn.until
}

/** The turn in which something happened, unless it happened between two. */
export function turnOf({ turns }: Evidence, entry: Pick<Entry, 'id'>): Turn | undefined {
  return turns.find((turn) => isIn(turn, entry))
}

/** Turns in which the client was to do its usual work; a plain session counts as that. */
export function syncs({ turns }: Evidence): Turn[] {
  return turns.filter(({ ask }) => ask === 'sync' || ask === 'session')
}

/** The first turn of usual work that began after a moment. */
export function nextSync(evidence: Evidence, { id }: { id: number }): Turn | undefined {
  return syncs(evidence).find((turn) => turn.id > id)
}
