import { Court } from './court.ts'
import { referenceClients } from './reference-clients.ts'
import { runProfile, type Profile, type Result } from './run.ts'

/** Judges the reference client: once as it is, and once with each trait on the stories where that trait shows. */
export async function runReference(profile: Profile, scenarios?: readonly string[]): Promise<Result> {
  const made = referenceClients[profile.id]
  if (made === undefined) throw new Error(`The profile ${profile.id} has no reference client.`)
  const court = new Court()
  try {
    const results = [await runProfile(profile, await made({ traits: [] }), { court, ...(scenarios && { scenarios }) })]
    for (const [trait, { scenarios: shown }] of Object.entries(profile.traits)) {
      const asked = scenarios === undefined ? shown : shown.filter((one) => scenarios.includes(one))
      results.push(await runProfile(profile, await made({ traits: [trait] }), { court, scenarios: asked }))
    }
    const verdicts = results.flatMap((result) => result.verdicts)
    return {
      profile: profile.id,
      client: 'the reference client',
      verdicts,
      stories: results.flatMap(({ stories }) => stories),
    }
  } finally {
    await court.close()
  }
}
