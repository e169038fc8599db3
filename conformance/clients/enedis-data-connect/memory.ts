import { openKeeper, type Keeper as KeeperOf } from '../keeper.ts'

export const directions = ['consumption', 'production'] as const
export type Direction = (typeof directions)[number]
/** What is read of a usage point: the energy of each day, its load curve, the highest power of each day. */
export type Kind = 'daily' | 'curve' | 'peaks'
/** Data Connect by its APIs: until September 2023, until October 2026, and since. */
export const generations = ['v4', 'v5', 'v2'] as const
export type Generation = (typeof generations)[number]
/** A day in Paris, `YYYY-MM-DD`. */
export type Day = string

/** `expiresAt` is null where nobody has told. */
export type Token = { value: string; expiresAt: string | null }
/** The tokens of v4, which open the usage points of one consent. The refresh token is good once; null: it is dead. */
export type Grant = { usagePoints: string[]; token: Token; refreshToken: string | null }
/** A browser came back with an authorisation of which Enedis has not told the usage point yet. */
export type Waiting = { autorisation: string; since: string }
/** What a customer allowed, by usage point. */
export type Consent = {
  status: 'active' | 'ended'
  because?: string
  autorisation: string | null
  /** When it was given to this client; null where that was before it began. */
  sharedAt: string | null
  /** The last day on which it holds, where that is known. */
  lastDay: Day | null
  /** The codes of what it opens; null while nobody has told. */
  services: string[] | null
  /** What was refused while the rest was answered. */
  closed: (Kind | 'contract')[]
  hasWorked: boolean
  syncedAt: string | null
  /** When its services were last listed, and its contracts last read. */
  listedOn: Day | null
  contractReadOn: Day | null
}
/** What came of one day: watt-hours, or volt-amperes of a peak, from so many points over so many minutes. */
export type Kept = { amount: number; points: number; minutes: number }
/** All that came of one kind. `askedUntil` is the first day never asked for, `readOn` the day of the last reading. */
export type Series = { askedUntil: Day | null; readOn: Day | null; days: Record<Day, Kept> }
/** One direction of a usage point. */
export type Flow = {
  /** Whether there is anything to measure; null while nobody knows. */
  measured: boolean | null
  /** The first day that may be asked for, once it was found. */
  from: Day | null
  /** Which end of its interval a stamp names, once an answer has shown it. */
  stamped: 'start' | 'end' | null
  series: Record<Kind, Series>
}
export type Contract = { segment: string | null; powerKva: number | null }
export type Point = { flows: Record<Direction, Flow>; contracts: Contract[] }
/** Something a person at the integrator's should know. */
export type Decision = { decision: string; because: string; usagePoint?: string }

/** What the client remembers from one run to the next. */
export type Memory = {
  token: Token | null
  grants: Grant[]
  /** Names of what was had before and is taken over. */
  takenOver: string[]
  /** Browsers that were sent to the consent page and are not back, by their state. */
  sentOut: Record<string, { sentAt: string }>
  /** How many were ever sent. */
  sent: number
  waiting: Waiting[]
  consents: Record<string, Consent>
  points: Record<string, Point>
  /** The generation that took the place of the one we were told to use. */
  generation: Generation | null
  /** How many days a window may have, where less than usual was found to be allowed. */
  mostDays: Partial<Record<Kind, number>>
  /** The quota is spent until then. */
  notBefore: string | null
  /** Kept until a run has come to its end, so that a run cut short does not swallow them. */
  decisions: Decision[]
}

/** Where this client keeps its memory. */
export type Keeper = KeeperOf<Memory>

export function openMemory(stateDir: string | undefined): Keeper {
  return openKeeper(stateDir, { name: 'enedis', empty: emptyMemory })
}

function emptyMemory(): Memory {
  return {
    token: null,
    grants: [],
    takenOver: [],
    sentOut: {},
    sent: 0,
    waiting: [],
    consents: {},
    points: {},
    generation: null,
    mostDays: {},
    notBefore: null,
    decisions: [],
  }
}
