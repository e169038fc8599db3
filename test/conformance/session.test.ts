import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Court } from '../../conformance/court.ts'
import type { Evidence } from '../../conformance/evidence.ts'
import { profiles } from '../../conformance/profiles.ts'
import { judgeAll } from '../../conformance/run.ts'
import { evidenceOfSession } from '../../conformance/session.ts'
import { clientOf, storyOf } from '../support/wrong-clients/index.ts'

const court = new Court()
afterAll(() => court.close())

/** A story of each provider, a check that needs nothing but the journal, and one that needs the client's words. */
const stories: Readonly<Record<string, { story: string; passes: string; skips: string }>> = {
  'portfolio-manager': { story: 'access-cut-to-read', passes: 'access/heeds-cut', skips: 'access/knows-new-level' },
  pge: { story: 'cancelled', passes: 'life/cancelled', skips: 'known/ended' },
  'enedis-data-connect': { story: 'consent-revoked', passes: 'life/keeps-others', skips: 'life/knows-ended' },
}

describe.each(Object.keys(stories))('a plain session with %s', async (id) => {
  const profile = await profiles[id]!()
  const { story, passes, skips } = stories[id]!
  let played: Evidence
  beforeAll(async () => {
    played = await court.play(storyOf(profile, story), profile.provider, clientOf(id))
  })

  /** What the control API would tell of the same world. */
  const session = (): Evidence => {
    const { scenario, journal, present: state } = played
    const entries = JSON.parse(JSON.stringify(journal.entries())) as ReturnType<typeof journal.entries>
    return evidenceOfSession({ scenario, entries, evicted: 0, state, pace: played.pace }, profile.provider)
  }

  test('is judged as a story is, but for what the client did not say', () => {
    const verdicts = judgeAll(profile, [session()])

    const outcomes = new Map(verdicts.map(({ check, outcome }) => [check, outcome]))
    expect([...outcomes].filter(([, outcome]) => outcome !== 'pass' && outcome !== 'skip')).toEqual([])
    expect(outcomes.get(`${id}/${passes}`)).toBe('pass')
    expect(outcomes.get(`${id}/${skips}`)).toBe('skip')
  })

  test('has a run of the client wherever people or time left room for one', () => {
    const { turns } = session()

    expect(turns).toHaveLength(played.turns.length)
    expect(turns[0]?.until).toBeLessThan(played.turns[1]?.id ?? 0)
    expect(turns[1]?.until).toBeLessThanOrEqual(played.turns[1]?.until ?? 0)
  })

  test('without a call has no run, and nothing to judge', () => {
    const empty = evidenceOfSession(
      { scenario: played.scenario, entries: [], evicted: 0, state: played.present, pace: 1 },
      profile.provider,
    )

    expect(empty.turns).toEqual([])
    expect(new Set(judgeAll(profile, [empty]).map(({ outcome }) => outcome))).toEqual(new Set(['skip']))
  })
})
