import { afterEach, describe, expect, test } from 'vitest'
import { Court } from '../../conformance/court.ts'
import { profiles } from '../../conformance/profiles.ts'
import { referenceLanes, runReference } from '../../conformance/reference-run.ts'
import { runProfile } from '../../conformance/run.ts'
import type { Verdict } from '../../conformance/verdict.ts'

const setTimer = globalThis.setTimeout
afterEach(() => void (globalThis.setTimeout = setTimer))

/** Notes how long every pause of ours was that was waited for to its end. */
function pauses(): number[] {
  const ended: number[] = []
  const noted = (work: (...args: unknown[]) => void, ms = 0, ...args: unknown[]) => {
    const isOurs = /\/(conformance|src|mocks)\//.test(new Error().stack?.split('\n')[2] ?? '')
    return setTimer(() => {
      if (isOurs) ended.push(ms)
      work(...args)
    }, ms)
  }
  globalThis.setTimeout = noted as typeof setTimeout
  return ended
}

const told = (verdicts: readonly Verdict[]) =>
  verdicts
    .filter(({ outcome }) => outcome !== 'pass' && outcome !== 'skip')
    .map(({ outcome, check, scenario, says }) => `${outcome} ${check} in ${scenario}: ${says}`)
const passedBy = (verdicts: readonly Verdict[]) =>
  new Set(verdicts.filter(({ outcome }) => outcome === 'pass').map(({ check }) => check))

/** Seconds that a profile may take here, twice those that it takes alone: other tests run beside this one. */
const seconds = 60
/** Milliseconds of the longest pause of ours. */
const pauseMs = 50

describe.each(Object.keys(profiles))('the good client of %s', async (id) => {
  const profile = await profiles[id]!()

  test(
    `passes every check, in less than ${seconds} seconds and without a pause longer than ${pauseMs} ms`,
    { timeout: seconds * 1000 },
    async () => {
      const waited = pauses()

      const { verdicts } = await runReference(profile)

      expect(told(verdicts)).toEqual([])
      const passed = passedBy(verdicts)
      expect(profile.checks.map((check) => check.id).filter((check) => !passed.has(check))).toEqual([])
      expect(waited.length).toBeGreaterThan(0)
      expect(Math.max(...waited)).toBeLessThanOrEqual(pauseMs)
    },
  )

  test.each(Object.keys(profile.traits))('passes every story when it is one that %s', async (trait) => {
    const { verdicts } = await runProfile(profile, await referenceLanes(id, [trait]))

    expect(told(verdicts)).toEqual([])
  })
})

test('a profile without a good client says so', async () => {
  await expect(referenceLanes('nobody')).rejects.toThrow('The profile nobody has no reference client.')
})

test('the good client plays a story alike whoever plays beside it', async () => {
  const profile = await profiles['pge']!()
  const scenarios = ['pge/token-expired', 'pge/batch-announced', 'pge/solar', 'pge/cancelled']
  const court = new Court()
  try {
    const [first, ...others] = await referenceLanes('pge')
    const calls = async (clients: Parameters<typeof runProfile>[1]) => {
      const { stories } = await runProfile(profile, clients, { scenarios, court })
      return stories.map(({ journal }) =>
        journal
          .calls()
          .list()
          .map(({ endpoint }) => endpoint),
      )
    }

    expect(await calls([first, ...others])).toEqual(await calls(first))
  } finally {
    await court.close()
  }
})
