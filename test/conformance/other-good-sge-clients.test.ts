import { afterAll, describe, expect, test } from 'vitest'
import { goodHabits } from '../../conformance/clients/enedis-sge/habits/index.ts'
import { sgeClient, type Differences } from '../../conformance/clients/enedis-sge/index.ts'
import { moduleClient } from '../../conformance/client/index.ts'
import { Court } from '../../conformance/court.ts'
import { profiles } from '../../conformance/profiles.ts'
import { runProfile } from '../../conformance/run.ts'

const profile = await profiles['enedis-sge']!()
const court = new Court()
afterAll(() => court.close())

type Other = { differs: Differences; on: readonly string[] }

/** Clients that do things in another way, and no less well. */
const others: Readonly<Record<string, Other>> = {
  'reads files and asks for no measures': {
    differs: { habits: { readMeasures: async () => {} } },
    on: ['agreed', 'company-agreed', 'autumn-clock-change', 'holes-filled-later', 'file-late', 'key-rotated'],
  },
  'asks for measures and reads no files': {
    differs: {
      habits: { readFiles: () => {}, missFiles: () => {}, conclude: (run) => wordless(goodHabits.conclude(run)) },
    },
    on: ['agreed', 'company-agreed', 'ten-days-away', 'technical-errors', 'file-truncated', 'history-of-nothing'],
  },
  'asks for one day at a time': {
    differs: { habits: { mostDays: () => 1 } },
    on: ['agreed', 'spring-clock-change', 'ten-days-away', 'one-point-refused'],
  },
  'asks for the past week again and again': {
    differs: { habits: { isWhole: () => false } },
    on: ['agreed', 'holes-filled-later', 'zeros-and-gaps', 'agreement-ended'],
  },
  'looks its services up in each run': {
    differs: { habits: { isUnsettled: () => true } },
    on: ['agreed', 'already-active', 'answer-lost', 'agreement-withdrawn'],
  },
  'waits longer between calls than it must': {
    differs: { manners: { pauseBetweenCalls: ({ environment }) => (environment === 'homologation' ? 3 : 1) } },
    on: ['calls-too-fast', 'homologation-at-noon', 'agreed'],
  },
  'leaves what failed to its next run': {
    differs: { manners: { pauseAfterTrouble: () => undefined } },
    on: ['technical-errors', 'order-fails-technically', 'answer-lost'],
  },
  'keeps no single points': {
    differs: { habits: { pointsHeld: () => [] } },
    on: ['agreed', 'autumn-clock-change', 'producer-agreed'],
  },
}

/** Nothing is said of files by who does not read them. */
function wordless({ files: _, ...words }: Record<string, unknown>): Record<string, unknown> {
  return words
}

const broken = async (differs: Differences, on: readonly string[]) => {
  const client = moduleClient('other', sgeClient(differs))
  const scenarios = on.map((one) => `enedis/sge/${one}`)
  const { verdicts } = await runProfile(profile, client, { scenarios, court })
  return verdicts
    .filter(({ outcome }) => outcome !== 'pass' && outcome !== 'skip')
    .map(({ outcome, check, scenario, says }) => `${outcome} ${check} in ${scenario}: ${says}`)
}

describe.each(Object.entries(others))('a client of SGE that %s', (_, { differs, on }) => {
  test('passes', async () => {
    expect(await broken(differs, on)).toEqual([])
  })
})

test('a client of SGE that says nothing is judged on what it does', async () => {
  const { asks, stop } = sgeClient()
  const silent = Object.entries(asks).map(
    ([ask, turn]) => [ask, ({ env }: { env: Record<string, string> }) => turn({ env, say: () => {} })] as const,
  )
  const client = moduleClient('silent', { asks: Object.fromEntries(silent), ...(stop && { stop }) })

  const { verdicts } = await runProfile(profile, client, {
    scenarios: ['enedis/sge/agreement-withdrawn', 'enedis/sge/history-of-nothing'],
    court,
  })

  expect(new Set(verdicts.map(({ outcome }) => outcome))).toEqual(new Set(['pass', 'skip']))
  const wordless = profile.checks.filter(({ needs }) => needs === 'words').map(({ id }) => id)
  expect(verdicts.filter(({ check }) => wordless.includes(check)).every(({ outcome }) => outcome === 'skip')).toBe(true)
})
