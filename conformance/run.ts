import type { Check } from './check.ts'
import type { ClientUnderTest } from './client/index.ts'
import { Court, type Provider } from './court.ts'
import type { Evidence } from './evidence.ts'
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
}

/** Everything a profile's run came to. */
export type Result = { profile: string; client: string; verdicts: Verdict[]; stories: Evidence[] }

/** Plays each story once with the client, then judges every check over what is left of it. */
export async function runProfile(
  profile: Profile,
  client: ClientUnderTest,
  { scenarios = profile.scenarios, court }: { scenarios?: readonly string[]; court?: Court } = {},
): Promise<Result> {
  const own = court ?? new Court()
  try {
    const stories: Evidence[] = []
    for (const scenario of scenarios) stories.push(await own.play(scenario, profile.provider, client))
    return { profile: profile.id, client: client.title, stories, verdicts: judgeAll(profile, stories) }
  } finally {
    if (court === undefined) await own.close()
  }
}

/** Every check over every story. */
export function judgeAll({ checks, requirements }: Profile, stories: readonly Evidence[]): Verdict[] {
  return checks.flatMap((check) => {
    const requirement = requirements.get(check.requirement)
    if (requirement === undefined) throw new Error(`Check ${check.id} names no requirement: ${check.requirement}.`)
    return stories.map((evidence) => judge(check, requirement, evidence))
  })
}
