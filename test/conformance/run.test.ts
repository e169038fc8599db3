import { describe, expect, test } from 'vitest'
import { moduleClient, type ClientUnderTest } from '../../conformance/client/index.ts'
import { profiles } from '../../conformance/profiles.ts'
import { runProfile } from '../../conformance/run.ts'

const profile = await profiles['portfolio-manager']!()
const scenarios = ['direct-share', 'new-meter', 'pending-shares'].map((story) => `portfolio-manager/${story}`)

/** A client that tells who else has a turn while it has its own, and waits for another's where it is told to. */
function watched(title: string, busy: Set<string>, seen: string[][]): ClientUnderTest {
  const sync = async () => {
    busy.add(title)
    await new Promise((wake) => setTimeout(wake, 20))
    seen.push([...busy].sort())
    busy.delete(title)
  }
  return moduleClient(title, { asks: { sync } })
}

describe('the run of a profile', () => {
  test('gives one client all the stories, one after the other', async () => {
    const [busy, seen] = [new Set<string>(), [] as string[][]]

    const { stories, client } = await runProfile(profile, watched('mine', busy, seen), { scenarios })

    expect(stories.map(({ scenario }) => scenario.id)).toEqual(scenarios)
    expect(client).toBe('mine')
    expect(new Set(seen.map(String))).toEqual(new Set(['mine']))
  })

  test('lets several clients of one make share the stories, and tells of them in their order', async () => {
    const [busy, seen] = [new Set<string>(), [] as string[][]]

    const { stories, verdicts } = await runProfile(profile, [watched('one', busy, seen), watched('two', busy, seen)], {
      scenarios,
    })

    expect(stories.map(({ scenario }) => scenario.id)).toEqual(scenarios)
    expect(seen.map(String)).toContain('one,two')
    expect(verdicts).toHaveLength(profile.checks.length * scenarios.length)
  })

  test('ends with what went wrong in one of them, when the others have ended', async () => {
    const broken: ClientUnderTest = { title: 'broken', ask: () => Promise.reject(new Error('no client')) }
    const [busy, seen] = [new Set<string>(), [] as string[][]]

    const run = runProfile(profile, [broken, watched('two', busy, seen)], { scenarios })

    await expect(run).rejects.toThrow('no client')
    expect(busy.size).toBe(0)
  })
})
