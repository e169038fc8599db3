import type { FaultSpec } from '../contract/fault.ts'
import type { LimitSetting } from '../contract/limit.ts'

/** A spot in a scenario file, counted from 1 as editors do. */
export type Place = { file: string; line: number; column: number }

/** Something wrong with a scenario, and where. */
export type Problem = { place?: Place | undefined; says: string }

/** The author's fault: a scenario that cannot be played as written. Commands print it and exit 2. */
export class ScenarioError extends Error {
  readonly problems: readonly Problem[]

  constructor(place: Place | undefined, says: string, more: readonly Problem[] = []) {
    const problems = [{ place, says }, ...more]
    super(problems.map(spelled).join('\n'))
    this.name = 'ScenarioError'
    this.problems = problems
  }
}

/** A problem on one line, in the spelling that editors and terminals make clickable: `file:line:column says`. */
export function spelled({ place, says }: Problem): string {
  return place === undefined ? says : `${place.file}:${place.line}:${place.column} ${says}`
}

/**
 * The journal event an `until` step waits for: a call the client made, a step that was played, a notice sent.
 * `call` may hold `*`; `done` means answered with 2xx, played, delivered.
 */
export type UntilSpec = { provider?: string; outcome: 'done' | 'refused' } & (
  { call: string } | { step: string } | { notice: string }
)

/** One line of the story. `provider` is the card's id in camelCase. */
export type Step = { place: Place } & (
  | { kind: 'customer' | 'utility'; provider: string; action: string; args: Record<string, unknown> }
  /** Asks the client under test to do something; `args` are its own words, handed on as they are. */
  | { kind: 'client'; ask: string; args?: Record<string, unknown> }
  /** A duration such as PT1H, or an instant. */
  | { kind: 'clock'; by: string }
  | { kind: 'fault'; fault: FaultSpec }
  /** `within` is real time: the client lives in it, and the world's own time may stand still. */
  | { kind: 'until'; event: UntilSpec; within: string }
)

/** How a provider answers where sources contradict each other: a preset, then single switches over it. */
export type DialectSetting = { preset?: string; switches: Record<string, string> }

/** A story, read and checked: what is given, and what happens then. Providers are named in camelCase. */
export type Scenario = {
  /** File name below `scenarios/`, without `.yaml`. */
  id: string
  title: string
  source: string
  /** `start` is an instant in UTC. In `zone` calendar durations (P1D, P1M) are counted and times are printed. */
  clock: { start: string; zone: string }
  seed: string
  /** As written; each room parses its own part. */
  given: Record<string, unknown>
  dialect: Record<string, DialectSetting>
  limits: Record<string, Record<string, LimitSetting>>
  /** Armed before the first step. */
  faults: FaultSpec[]
  steps: Step[]
  file?: string
}
