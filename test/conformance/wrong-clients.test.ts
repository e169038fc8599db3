import { afterAll, describe, expect, test } from 'vitest'
import { portfolioManagerClient } from '../../conformance/clients/portfolio-manager/index.ts'
import type { Differences } from '../../conformance/clients/portfolio-manager/index.ts'
import { moduleClient } from '../../conformance/client/index.ts'
import { Court } from '../../conformance/court.ts'
import { profiles } from '../../conformance/profiles.ts'
import { judgeAll } from '../../conformance/run.ts'
import type { Verdict, VerdictOutcome } from '../../conformance/verdict.ts'
import { wrongClients, type WrongClient } from '../support/wrong-clients/index.ts'

const profile = await profiles['portfolio-manager']!()
const clients = await wrongClients()
const court = new Court()
afterAll(() => court.close())

/** What each check says of one story played by one client. */
async function judged(story: string, differs: Differences, traits: readonly string[] = []): Promise<Verdict[]> {
  const client = moduleClient('client', portfolioManagerClient(differs), { traits })
  return judgeAll(profile, [await court.play(`portfolio-manager/${story}`, 'portfolioManager', client)])
}

const goodVerdicts = new Map<string, Promise<Map<string, VerdictOutcome>>>()

/** The good client's verdicts on a story, played once for each set of traits. */
function good(story: string, { traits = [] }: WrongClient): Promise<Map<string, VerdictOutcome>> {
  const key = `${story} ${traits.join()}`
  const known =
    goodVerdicts.get(key) ?? judged(story, { verifiesOwners: traits.includes('verifiesOwners') }, traits).then(byCheck)
  goodVerdicts.set(key, known)
  return known
}

function byCheck(verdicts: readonly Verdict[]): Map<string, VerdictOutcome> {
  return new Map(verdicts.map(({ check, outcome }) => [check.replace('portfolio-manager/', ''), outcome]))
}

const isBroken = (outcome: VerdictOutcome | undefined) =>
  outcome === 'fail' || outcome === 'warn' || outcome === 'error'

describe.each(clients)('%s', (_, wrong) => {
  test(`a client that ${wrong.does} fails exactly what it should`, async () => {
    const changed = new Map<string, VerdictOutcome>()
    for (const story of wrong.on) {
      const [before, verdicts] = [await good(story, wrong), await judged(story, wrong.differs, wrong.traits)]
      for (const [check, outcome] of byCheck(verdicts))
        if (outcome !== before.get(check) && !isBroken(changed.get(check))) changed.set(check, outcome)
    }

    const broken = [...changed.keys()].filter((check) => isBroken(changed.get(check)))
    expect(broken.sort()).toEqual([...wrong.fails].sort())
    const others = [...changed.keys()].filter((check) => !isBroken(changed.get(check)))
    expect(others.sort()).toEqual(
      Object.values(wrong.also ?? {})
        .flat()
        .sort(),
    )
  })
})

test('every check is failed by at least one wrong client', () => {
  const failed = new Set(clients.flatMap(([, { fails }]) => fails))

  expect(profile.checks.map(({ id }) => id.replace('portfolio-manager/', '')).filter((id) => !failed.has(id))).toEqual(
    [],
  )
})
