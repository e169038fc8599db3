import type { Check } from './check.ts'
import type { ClientUnderTest } from './client/index.ts'
import { Court, type CourtOptions, type Provider } from './court.ts'
import type { Evidence } from './evidence.ts'
import { readinessOf, type Readiness, type Rehearsal } from './readiness.ts'
import type { Requirement } from './requirements.ts'
import { judge, type Verdict } from './verdict.ts'

/** What a client is tried on: stories to play, and checks to judge each of them by. */
export type Profile = {
  id: string
  title: string
  provider: Provider
  scenarios: readonly string[]
  /** What clients are asked in these stories, and what they are to do then. */
  asks: Readonly<Record<string, string>>
  checks: readonly Check[]
  requirements: ReadonlyMap<string, Requirement>
  /** What makers may say of their client: some checks are for such clients only, and show in these stories. */
  traits: Readonly<Record<string, { says: string; scenarios: readonly string[] }>>
  /** Lists of cases that the provider has its clients pass; each is one of the stories. */
  rehearsals?: readonly Rehearsal[]
}

/** Everything a profile's run came to. */
export type Result = {
  profile: string
  client: string
  verdicts: Verdict[]
  stories: Evidence[]
  /** How far the client is with each list that was played. */
  readiness?: Readiness[]
}

/** Which stories to play, all of them when left out, and in which court, or how its own is to be. */
export type RunOptions = { scenarios?: readonly string[]; court?: Court } & Pick<CourtOptions, 'proxy' | 'folders'>

/**
 * Plays each story once with the client, then judges every check over what is left of it. Several clients of one make
 * share the stories and play side by side, as most of a story is waiting; a client of somebody's own plays alone.
 */
export async function runProfile(
  profile: Profile,
  clients: ClientUnderTest | readonly [ClientUnderTest, ...ClientUnderTest[]],
  { scenarios = profile.scenarios, court, ...own }: RunOptions = {},
): Promise<Result> {
  const held = court ?? new Court(own)
  try {
    const lanes = 'ask' in clients ? ([clients] as const) : clients
    const stories = await playAll(scenarios, lanes, (scenario, client) => held.play(scenario, profile.provider, client))
    return resultOf(profile, { client: lanes[0].title, stories, verdicts: judgeAll(profile, stories) })
  } finally {
    if (court === undefined) await held.close()
  }
}

/** Each client takes the next story whenever it is free; what they leave is in the order of the stories. */
async function playAll(
  scenarios: readonly string[],
  clients: readonly ClientUnderTest[],
  play: (scenario: string, client: ClientUnderTest) => Promise<Evidence>,
): Promise<Evidence[]> {
  const [stories, waiting] = [new Map<string, Evidence>(), [...scenarios]]
  const lanes = clients.map(async (client) => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
      stories.set(next, await play(next, client))
  })
  const ended = await Promise.allSettled(lanes)
  for (const lane of ended) if (lane.status === 'rejected') throw lane.reason
  return scenarios.flatMap((scenario) => stories.get(scenario) ?? [])
}

/** What a run came to, with readiness where lists were rehearsed. */
export function resultOf({ id, rehearsals = [] }: Profile, run: Omit<Result, 'profile' | 'readiness'>): Result {
  const readiness = readinessOf(rehearsals, run)
  return { profile: id, ...run, ...(readiness.length > 0 && { readiness }) }
}

/** Every check over every story. */
export function judgeAll({ checks, requirements }: Profile, stories: readonly Evidence[]): Verdict[] {
  return checks.flatMap((check) => {
    const requirement = requirements.get(check.requirement)
    if (requirement === undefined) throw new Error(`Check ${check.id} names no requirement: ${check.requirement}.`)
    return stories.map((evidence) => judge(check, requirement, evidence))
  })
}
