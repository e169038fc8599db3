import type { ClientUnderTest } from './client/index.ts'
import { Court, type CourtOptions } from './court.ts'
import { referenceClients } from './reference-clients.ts'
import { resultOf, runProfile, type Profile, type Result } from './run.ts'

/** So many of our own clients play side by side: each spends most of its time in pauses that good clients make. */
const sideBySide = 4

/** Judges the reference client: once as it is, and once with each trait on the stories where that trait shows. */
export async function runReference(
  profile: Profile,
  scenarios?: readonly string[],
  options: Pick<CourtOptions, 'folders'> = {},
): Promise<Result> {
  const court = new Court(options)
  const run = async (traits: readonly string[], asked: readonly string[] | undefined) =>
    runProfile(profile, await referenceLanes(profile.id, traits), { court, ...(asked && { scenarios: asked }) })
  try {
    const results = [await run([], scenarios)]
    for (const [trait, { scenarios: shown }] of Object.entries(profile.traits)) {
      const asked = scenarios === undefined ? shown : shown.filter((one) => scenarios.includes(one))
      results.push(await run([trait], asked))
    }
    return resultOf(profile, {
      client: 'the reference client',
      verdicts: results.flatMap(({ verdicts }) => verdicts),
      stories: results.flatMap(({ stories }) => stories),
    })
  } finally {
    await court.close()
  }
}

/** Reference clients of one make, to play side by side. */
export async function referenceLanes(
  profile: string,
  traits: readonly string[] = [],
): Promise<[ClientUnderTest, ...ClientUnderTest[]]> {
  const make = referenceClients[profile]
  if (make === undefined) throw new Error(`The profile ${profile} has no reference client.`)
  const others = Array.from({ length: sideBySide - 1 }, () => make({ traits }))
  return [await make({ traits }), ...(await Promise.all(others))]
}
