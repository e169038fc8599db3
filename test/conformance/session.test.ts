import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { moduleClient } from '../../conformance/client/index.ts'
import { portfolioManagerClient } from '../../conformance/clients/portfolio-manager/index.ts'
import { Court } from '../../conformance/court.ts'
import type { Evidence } from '../../conformance/evidence.ts'
import { profiles } from '../../conformance/profiles.ts'
import { judgeAll } from '../../conformance/run.ts'
import { evidenceOfSession } from '../../conformance/session.ts'

const profile = await profiles['portfolio-manager']!()
const court = new Court()
let played: Evidence
beforeAll(async () => {
  const good = moduleClient('good', portfolioManagerClient())
  played = await court.play('portfolio-manager/access-cut-to-read', 'portfolioManager', good)
})
afterAll(() => court.close())

/** What the control API would tell of the same world. */
function session(): Evidence {
  const { scenario, journal, present: state } = played
  const entries = JSON.parse(JSON.stringify(journal.entries())) as ReturnType<typeof journal.entries>
  return evidenceOfSession({ scenario, entries, evicted: 0, state, pace: 1 }, 'portfolioManager')
}

describe('a plain session', () => {
  test('is judged as a story is, but for what the client did not say', () => {
    const verdicts = judgeAll(profile, [session()])

    const outcomes = new Map(verdicts.map(({ check, outcome }) => [check, outcome]))
    expect([...outcomes.values()].filter((outcome) => outcome !== 'pass' && outcome !== 'skip')).toEqual([])
    expect(outcomes.get('portfolio-manager/access/heeds-cut')).toBe('pass')
    expect(outcomes.get('portfolio-manager/access/knows-new-level')).toBe('skip')
  })

  test('has a run of the client wherever people or time left room for one', () => {
    const { turns } = session()

    expect(turns).toHaveLength(2)
    expect(turns[0]?.until).toBeLessThan(played.turns[1]?.id ?? 0)
    expect(turns[1]?.until).toBeLessThanOrEqual(played.turns[1]?.until ?? 0)
  })

  test('without a call has no run, and nothing to judge', () => {
    const empty = evidenceOfSession(
      { scenario: played.scenario, entries: [], evicted: 0, state: played.present, pace: 1 },
      'portfolioManager',
    )

    expect(empty.turns).toEqual([])
    expect(new Set(judgeAll(profile, [empty]).map(({ outcome }) => outcome))).toEqual(new Set(['skip']))
  })
})
