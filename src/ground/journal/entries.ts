import type { Patch } from '../store/index.ts'

/** A body as the journal keeps it: whole when short, else its head with length and hash. */
export type Body = {
  type: string
  length: number
  text: string
  sha256?: string
  /** It ended before it was whole: its reader went away, or making it failed. Length and hash are those of what passed. */
  ended?: 'cut' | 'broken'
}

/** How sure we are of the behaviour an entry shows, and where it comes from. */
type Cited = { basis: 'observed' | 'documented' | 'inferred'; source: string }

/** A refusal that the client got, by the name it has in the room's catalogue. */
export type RefusalSeen = Cited & { refusal: string; says: string; code?: string }

/** One request of the client under test and its answer. */
export type Exchange = {
  kind: 'exchange'
  provider: string
  /** Name of the endpoint, or null where none matched. */
  endpoint: string | null
  cited: Cited | null
  caller: string | null
  request: { method: string; url: string; headers: [string, string][]; body: Body | null; decoded?: unknown }
  /** Null when a fault kept the answer back. */
  response: { status: number; headers: [string, string][]; body: Body | null } | null
  refusal?: RefusalSeen
  /** What a fault did to this exchange. */
  fault?: string
  /** Message of our own defect. */
  defect?: string
  change: Patch[]
}

/** Something a person or the back office did, or the client was asked to do. */
export type Step = {
  kind: 'step'
  door: 'customer' | 'utility' | 'client'
  /** `someUtility.shareProperty`, or the ask for a client step. */
  action: string
  args: unknown
  /** Who had it played: a scenario, a person, or the agenda at its time. */
  by: 'scenario' | 'person' | 'agenda'
  outcome: 'done' | 'refused' | 'impossible'
  says?: string
  result?: unknown
  change: Patch[]
}

/** Time that was moved on, turned back, or made to pass in another way. */
export type ClockMove = { kind: 'clock'; from: string; to: string; why: 'advance' | 'restore' | 'reset' | 'mode' }
/** A fault that begins or ceases to wait for its calls. */
export type FaultArmed = { kind: 'fault'; fault: unknown; what: 'armed' | 'spent' | 'disarmed' }
/** A file that was delivered, without its bytes: two of one hash are the same. */
export type FileSent = { name: string; size: number; sha256: string }

/** A delivery to the client under test, attempt by attempt. */
export type NoticeSent = {
  kind: 'notice'
  notice: string
  to: string | null
  content: unknown
  attempt: number
  /** `kept`: it stays in the outbox. `postponed` and `lost`: a fault kept it from going out, or from coming again. */
  outcome: 'delivered' | 'refused' | 'failed' | 'kept' | 'postponed' | 'lost'
  status?: number
  says?: string
  /** What went over the wire. */
  sent?: { method: string; headers: [string, string][]; body: Body }
  /** The file that went instead, as it left the provider: journals hold no bytes. */
  file?: FileSent
  /** What a fault did to this delivery. */
  fault?: string
}
/** A change of settings that is no step: dialect, limits. */
export type SettingChanged = { kind: 'change'; what: string; change: Patch[] }
/** Something worth a person's attention that is no error: a limit exceeded, a path not simulated, a story that ended early. */
export type FindingMade = {
  kind: 'finding'
  finding: string
  level: 'info' | 'warning'
  says: string
  source?: string
  /** Id of the entry it is about. */
  about?: number
}

/** What an entry tells. */
export type EntryBody = Exchange | Step | ClockMove | FaultArmed | NoticeSent | SettingChanged | FindingMade

/** What every entry carries: its number, the world's time, its epoch, and the machine's time set apart. */
export type Stamp = {
  id: number
  at: string
  /** Counts how often time was turned back (restore, reset). */
  epoch: number
  real: { at: string; ms?: number }
}
/** One line of the journal. */
export type Entry<B extends EntryBody = EntryBody> = Stamp & B
