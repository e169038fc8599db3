import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { commandClient, servedClient } from '../../conformance/client/index.ts'
import { profiles } from '../../conformance/profiles.ts'
import { runProfile } from '../../conformance/run.ts'
import { built, project } from '../support/cli.ts'
import { storyOf } from '../support/wrong-clients/index.ts'

const program = (name: string) => `"${process.execPath}" "${join(project, `dist/${name}-client.js`)}"`

/** Stories that show what the form of a client changes: whether it remembers, and whether anybody is at home. */
const asCommand: Readonly<Record<string, readonly string[]>> = {
  'portfolio-manager': ['direct-share', 'meters-given-back'],
  pge: ['first-authorization', 'started-at-pge'],
  'enedis-data-connect': ['first-consent', 'consent-refused'],
}

describe.each(Object.keys(asCommand))('the good client of %s', (id) => {
  test('runs as a command as well, and says what it concluded', { timeout: 60_000 }, async () => {
    await built
    const profile = await profiles[id]!()
    const scenarios = asCommand[id]!.map((story) => storyOf(profile, story))

    const { verdicts, stories } = await runProfile(profile, commandClient(program(id)), { scenarios })

    expect(verdicts.filter(({ outcome }) => outcome !== 'pass' && outcome !== 'skip')).toEqual([])
    expect(stories.map(({ speaks, clock }) => [speaks, clock])).toEqual(scenarios.map(() => [true, 'shifted']))
  })

  test('asked as a command what it does not know, says what it knows', async () => {
    await built

    const answered = await commandClient(program(id)).ask({ ask: 'dance', env: {} })

    expect(answered).toMatchObject({ exit: 2 })
    expect(answered.output).toMatch(/^This client does not know the ask "dance"\. It knows sync, /)
  })
})

test(
  'the good client of pge keeps running when it is told to, for browsers and notices',
  { timeout: 60_000 },
  async () => {
    await built
    const profile = await profiles['pge']!()
    const scenarios = ['pge/batch-announced', 'pge/first-authorization', 'pge/started-at-pge']

    const { verdicts, stories } = await runProfile(profile, servedClient(`${program('pge')} --serve`), { scenarios })

    expect(verdicts.filter(({ outcome }) => outcome !== 'pass' && outcome !== 'skip')).toEqual([])
    const passed = new Set(verdicts.filter(({ outcome }) => outcome === 'pass').map(({ check }) => check))
    expect(passed).toContain('pge/packages/asks-once')
    expect(stories.flatMap(({ turns }) => turns.map(({ exit }) => exit)).every((exit) => exit === 0)).toBe(true)
    const [announced] = stories
    expect(
      announced?.journal
        .all()
        .where(({ kind }) => kind === 'notice')
        .list(),
    ).toContainEqual(expect.objectContaining({ outcome: 'delivered' }))
  },
)
