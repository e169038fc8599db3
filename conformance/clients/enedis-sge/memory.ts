import { openKeeper, type Keeper as KeeperOf } from '../keeper.ts'
import type { FileKey, Words } from './setting.ts'

/** A day in Paris, `YYYY-MM-DD`. */
export type Day = string
export const directions = ['consumption', 'production'] as const
export type Direction = (typeof directions)[number]
/** What is collected or opened of a point: its curve, its indexes, and of the newer services energies and peaks too. */
export type Collected = 'CDC' | 'IDX' | 'ENERGIE' | 'PMAX'
/** Where an amount of energy comes from. */
export const sources = ['curve', 'daily', 'R50', 'R4x', 'R151', 'R171', 'history', 'ordered'] as const
export type Source = (typeof sources)[number]

/** A customer who has signed: for which point and data, and until which day. */
export type Agreement = {
  status: 'active' | 'ended'
  /** As the law wants them named: `{ nom, prenom, civilite }` or `{ denominationSociale }`. */
  client: Words
  since: Day
  /** The last day; null: until they take it back. */
  until: Day | null
  /** What they agreed to have collected. */
  of: Collected[]
  direction: Direction
  /** By which services: the former ones, or those of access. */
  family: Family
  /** How often files are to come. */
  periodicity: string
  /** C1 to C5, P1 to P4; null while nobody has told. */
  segment: string | null
  /** What SGE refused to collect, with its code: until the customer agrees anew. */
  refused: Partial<Record<Collected, string>>
}

/** The services that order collection have been two families since 2026. */
export type Family = 'collecte' | 'acces'

/** A service that we ordered, or found under our contract. */
export type Service = {
  usagePoint: string
  of: string
  state: 'asked' | 'active' | 'ended'
  direction: Direction
  family: Family
  until: Day | null
  /** How often its files come, as we ordered it. */
  periodicity?: string
}

/** A file that we ordered. */
export type Order = {
  via: 'HDM' | 'M023'
  usagePoints: string[]
  of: string
  from: Day
  until: Day
  orderedAt: string
  state: 'awaited' | 'come'
  direction: Direction
}

/** A history somebody wants and that could not be ordered yet. */
export type Wish = {
  usagePoint: string
  from: Day
  until: Day
  of: Collected
  /** When it was ordered without an answer: it may have been taken. */
  sentAt?: string
}

/** What came of one day: watt-hours (or var-hours), and from how many points over how many minutes. */
export type Kept = { amount: number; points: number; minutes: number }
/** A point of a curve: average watts from an instant on; null: missing. */
export type CurvePoint = { at: string; minutes: number; w: number | null }
/** What is known of one direction of a point. */
export type Flow = {
  days: Partial<Record<Source, Record<Day, Kept>>>
  /** Reactive energy: var-hours, which are no watt-hours. */
  reactive: Partial<Record<Source, Record<Day, Kept>>>
  /** What dials showed as days began, by source and quantity, then by day and class. */
  indexes: Record<string, Record<Day, Record<string, number>>>
  /** The curve of the last day of which there is one. */
  last: { day: Day; points: CurvePoint[] } | null
}
/** Highest power of each day in volt-amperes. */
export type Point = { flows: Record<Direction, Flow>; peaks: Record<Day, number> }

export const fileStates = ['read', 'damaged', 'not decrypted', 'empty'] as const
/** A file that came. `mark` tells it from another one of the same name. */
export type FileKept = { state: (typeof fileStates)[number]; because?: string; mark: string }
/** Something a person at the integrator's should know. */
export type Decision = { decision: string; because: string; usagePoint?: string }
/** What a call of the homologation catalogue came to. */
export type Outcome = { case: string; code: string; text?: string }

/** What the client remembers from one run to the next. */
export type Memory = {
  agreements: Record<string, Agreement>
  services: Record<string, Service>
  orders: Record<string, Order>
  wishes: Wish[]
  /** Points on which whatever runs is still to be stopped. */
  toStop: string[]
  /** Orders that were sent, by all that makes them identical, and when. */
  sent: Record<string, string>
  points: Record<string, Point>
  files: Record<string, FileKept>
  keys: FileKey[]
  outcomes: Outcome[]
  /** Numbers of services that cases of the catalogue have shown, by their point. */
  listed: Record<string, { id: string; family: Service['family'] }[]>
  /** Kept until a run has come to its end, so that a run cut short does not swallow them. */
  decisions: Decision[]
}

/** Where this client keeps its memory. */
export type Keeper = KeeperOf<Memory>

export function openMemory(stateDir: string | undefined): Keeper {
  return openKeeper(stateDir, { name: 'enedis-sge', empty: emptyMemory })
}

export function emptyMemory(): Memory {
  return {
    agreements: {},
    services: {},
    orders: {},
    wishes: [],
    toStop: [],
    sent: {},
    points: {},
    files: {},
    keys: [],
    outcomes: [],
    listed: {},
    decisions: [],
  }
}
