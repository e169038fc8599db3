import type { FaultSpec } from '../../contract/fault.ts'
import type { LimitSetting } from '../../contract/limit.ts'
import type { Due } from '../../ground/agenda.ts'
import { instantMs, isoInstant } from '../../ground/clock.ts'
import type { Counters } from '../../ground/ids.ts'
import type { FileSent } from '../../ground/journal/index.ts'
import type { Scenario } from '../../scenario/scenario.ts'

/** A fault waiting for its calls. */
export type ArmedFault = FaultSpec & { id: string; seen: number; fired: number }

/** A notice to the client under test, with every attempt to deliver it. */
export type Notice = {
  id: string
  provider: string
  kind: string
  /** Address to deliver to; null keeps it here for the console and the journal. */
  to: string | null
  content: object
  /** What the file is, where the notice is one: its bytes are in the content. */
  file?: FileSent
  at: string
  attempts: NoticeAttempt[]
}
/** One attempt to deliver a notice. */
export type NoticeAttempt = {
  at: string
  /** Where it went, when a fault misaddressed it. */
  to?: string
  outcome: 'delivered' | 'refused' | 'failed' | 'lost'
  status?: number
  says?: string
  fault?: string
}

/** Everything a world remembers, as one JSON tree: what a snapshot holds and a change undone takes back. */
export type WorldState = {
  scenario: string
  /** Decides ids, chance and computed readings for as long as the world lives. */
  seed: string
  /** Whether the story's opening has been played. */
  opened: boolean
  /** Where the clock starts, for a world that outlives the process. */
  now: string
  ids: Counters
  agenda: Record<string, Due>
  outbox: Record<string, Notice>
  faults: Record<string, ArmedFault>
  /** Switches that differ from the preset, and the preset, by provider. */
  dialect: Record<string, { preset?: string; switches: Record<string, string> }>
  limits: Record<string, Record<string, LimitSetting>>
  /** Each room's own state, once the room is open. */
  rooms: Record<string, object>
}

/** The state a world of this scenario starts from, before any room is furnished. */
export function startOf({ id, dialect, limits, clock }: Scenario, seed: string): WorldState {
  return {
    scenario: id,
    seed,
    opened: false,
    now: isoInstant(instantMs(clock.start)),
    dialect: structuredClone(dialect),
    limits: structuredClone(limits),
    ids: {},
    agenda: {},
    outbox: {},
    faults: {},
    rooms: {},
  }
}
