import { afterEach, expect, test } from 'vitest'
import { portfolioManagerClient } from '../../conformance/clients/portfolio-manager/index.ts'
import { moduleClient } from '../../conformance/client/index.ts'
import { profiles } from '../../conformance/profiles.ts'
import { runProfile } from '../../conformance/run.ts'
import type { Verdict } from '../../conformance/verdict.ts'

const profile = await profiles['portfolio-manager']!()
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
  verdicts.map(({ outcome, check, scenario, says }) => `${outcome} ${check} in ${scenario}: ${says}`)
const passedBy = (verdicts: readonly Verdict[]) =>
  new Set(verdicts.filter(({ outcome }) => outcome === 'pass').map(({ check }) => check))

test(
  'the good client passes every check, in less than 15 seconds and without a pause longer than 50 ms',
  { timeout: 15_000 },
  async () => {
    const waited = pauses()
    const good = moduleClient('good', portfolioManagerClient())
    const careful = moduleClient('careful', portfolioManagerClient({ verifiesOwners: true }), {
      traits: ['verifiesOwners'],
    })
    const forCareful = profile.traits['verifiesOwners']?.scenarios ?? []

    const usual = await runProfile(profile, good)
    const verified = await runProfile(profile, careful, { scenarios: forCareful })

    const verdicts = [...usual.verdicts, ...verified.verdicts]
    expect(told(verdicts.filter(({ outcome }) => outcome !== 'pass' && outcome !== 'skip'))).toEqual([])
    const passed = passedBy(verdicts)
    expect(profile.checks.map(({ id }) => id).filter((id) => !passed.has(id))).toEqual([])
    expect(waited.length).toBeGreaterThan(0)
    expect(Math.max(...waited)).toBeLessThanOrEqual(50)
  },
)

test('a client that verifies owners passes every story', async () => {
  const careful = moduleClient('careful', portfolioManagerClient({ verifiesOwners: true }), {
    traits: ['verifiesOwners'],
  })

  const { verdicts } = await runProfile(profile, careful)

  expect(told(verdicts.filter(({ outcome }) => outcome !== 'pass' && outcome !== 'skip'))).toEqual([])
})
