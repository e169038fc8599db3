import { afterAll, describe, expect, test, vi } from 'vitest'
import { Court } from '../../conformance/court.ts'
import type { Evidence } from '../../conformance/evidence.ts'
import { profiles } from '../../conformance/profiles.ts'
import { judgeAll } from '../../conformance/run.ts'
import type { Verdict, VerdictOutcome } from '../../conformance/verdict.ts'
import { clientOf, storyOf, wrongClients, type WrongClient } from '../support/wrong-clients/index.ts'

/** Some play six stories, beside others, and a machine may have much else to do. */
vi.setConfig({ testTimeout: 60_000 })

const courts = {
  usual: new Court(),
  /** A busy machine makes a client that hurries look patient, where the pause it leaves out is a few milliseconds. */
  slow: new Court({ pace: 20 }),
  /** A client that hurries by little, or on a machine that leaves it no chance to, is told from a patient one. */
  slowest: new Court({ pace: 4 }),
}
afterAll(() => Promise.all(Object.values(courts).map((one) => one.close())))

const isBroken = (outcome: VerdictOutcome | undefined) =>
  outcome === 'fail' || outcome === 'warn' || outcome === 'error'

/** Stories on which clients that hurry are tried, and checks that such clients fail. */
const [storiesOfPauses, checksOfPauses] = [
  /^(rate-limited|calls-too-fast|three-phases)/,
  /^limits\/(backs-off|honours-retry-after|one-a-second|five-a-second)$/,
]
const isAboutPauses = ({ fails }: WrongClient, story: string) =>
  storiesOfPauses.test(story) || fails.some((check) => checksOfPauses.test(check))
const courtFor = (wrong: WrongClient, story: string): keyof typeof courts => {
  const isRefusedAtOnce = story === 'calls-too-fast' && wrong.fails.includes('limits/one-a-second')
  if (story === 'three-phases' || isRefusedAtOnce) return 'slowest'
  return isAboutPauses(wrong, story) ? 'slow' : 'usual'
}
const isHeldToTime = (wrong: WrongClient) => wrong.on.some((story) => isAboutPauses(wrong, story))

describe.each(Object.keys(profiles))('%s', async (id) => {
  const profile = await profiles[id]!()
  const clients = await wrongClients(id)
  const nameOf = (check: string) => check.replace(`${id}/`, '')
  const byCheck = (verdicts: readonly Verdict[]) =>
    new Map(verdicts.map(({ check, outcome }) => [nameOf(check), outcome]))
  /** Where a client made a story impossible, what would have come later is no verdict. */
  const reached = ({ endedEarly }: Evidence, verdicts: readonly Verdict[]) =>
    verdicts.filter(({ outcome, says }) => outcome !== 'skip' || says !== endedEarly)

  /** What each check says of one story played by one client. */
  const judged = async (story: string, where: keyof typeof courts, made: Pick<WrongClient, 'differs' | 'traits'>) => {
    const evidence = await courts[where].play(storyOf(profile, story), profile.provider, clientOf(id, made))
    return byCheck(reached(evidence, judgeAll(profile, [evidence])))
  }

  /** The good client's verdicts on a story, played once in a court for each set of traits. */
  const goodVerdicts = new Map<string, ReturnType<typeof judged>>()
  const good = (story: string, where: keyof typeof courts, { traits = [] }: WrongClient) => {
    const key = `${story} ${where} ${traits.join()}`
    const known = goodVerdicts.get(key) ?? judged(story, where, { differs: {}, traits })
    goodVerdicts.set(key, known)
    return known
  }

  const failsWhatItShould = async (_name: string, _does: string, wrong: WrongClient) => {
    const changed = new Map<string, VerdictOutcome>()
    for (const story of wrong.on) {
      const where = courtFor(wrong, story)
      const [before, after] = [await good(story, where, wrong), await judged(story, where, wrong)]
      for (const [check, outcome] of after)
        if (outcome !== before.get(check) && !isBroken(changed.get(check))) changed.set(check, outcome)
    }

    const broken = [...changed.keys()].filter((check) => isBroken(changed.get(check)))
    expect(broken.sort()).toEqual([...wrong.fails].sort())
    const others = [...changed.keys()].filter((check) => !isBroken(changed.get(check)))
    const expected = Object.values(wrong.also ?? {}).flat()
    expect(others.sort()).toEqual(expected.sort())
  }
  const title = '%s: a client that %s fails exactly what it should'
  const all = clients.map(([name, wrong]) => [name, wrong.does, wrong] as const)

  // Who is judged on pauses plays alone; most others spend their time in them.
  test.each(all.filter(([, , wrong]) => isHeldToTime(wrong)))(title, failsWhatItShould)
  test.concurrent.each(all.filter(([, , wrong]) => !isHeldToTime(wrong)))(title, failsWhatItShould)

  test('every check is failed by at least one wrong client', () => {
    const failed = new Set(clients.flatMap(([, { fails }]) => fails))

    expect(profile.checks.map((check) => nameOf(check.id)).filter((check) => !failed.has(check))).toEqual([])
  })
})
