import { afterAll, describe, expect, test } from 'vitest'
import { Court } from '../../conformance/court.ts'
import type { Evidence } from '../../conformance/evidence.ts'
import { profiles } from '../../conformance/profiles.ts'
import { judgeAll } from '../../conformance/run.ts'
import type { Verdict, VerdictOutcome } from '../../conformance/verdict.ts'
import { clientOf, storyOf, wrongClients, type WrongClient } from '../support/wrong-clients/index.ts'

const court = new Court()
/** A busy machine makes a client that hurries look patient, where the pause it leaves out is a few milliseconds. */
const slowCourt = new Court({ pace: 20 })
/** Enedis allows five calls a second, and others one. */
const slowestCourt = new Court({ pace: 4 })
afterAll(() => Promise.all([court, slowCourt, slowestCourt].map((one) => one.close())))

const isBroken = (outcome: VerdictOutcome | undefined) =>
  outcome === 'fail' || outcome === 'warn' || outcome === 'error'

/** Stories on which clients that hurry are tried. */
const isAboutPauses = (story: string) => /^(rate-limited|calls-too-fast|three-phases)/.test(story)
const courtOf = (story: string) => {
  if (story === 'three-phases') return slowestCourt
  return isAboutPauses(story) ? slowCourt : court
}
const isHeldToTime = ({ on }: WrongClient) => on.some((story) => isAboutPauses(story) || story === 'allowance-spent')

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
  const judged = async (story: string, made: Pick<WrongClient, 'differs' | 'traits'>) => {
    const evidence = await courtOf(story).play(storyOf(profile, story), profile.provider, clientOf(id, made))
    return byCheck(reached(evidence, judgeAll(profile, [evidence])))
  }

  /** The good client's verdicts on a story, played once for each set of traits. */
  const goodVerdicts = new Map<string, ReturnType<typeof judged>>()
  const good = (story: string, { traits = [] }: WrongClient) => {
    const key = `${story} ${traits.join()}`
    const known = goodVerdicts.get(key) ?? judged(story, { differs: {}, traits })
    goodVerdicts.set(key, known)
    return known
  }

  const failsWhatItShould = async (_name: string, _does: string, wrong: WrongClient) => {
    const changed = new Map<string, VerdictOutcome>()
    for (const story of wrong.on) {
      const [before, after] = [await good(story, wrong), await judged(story, wrong)]
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
