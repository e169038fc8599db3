import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { asStableLines } from '../src/ground/journal/index.ts'
import { play, startSandbox } from '../src/index.ts'
import { sync } from './support/scripted-client.ts'

/** In a story of trouble on the line even the plainest client gives up for the day. */
const syncOrGiveUp = (world: Parameters<typeof sync>[0]) => sync(world).catch(() => undefined)

const ids = readdirSync('scenarios', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => name.replaceAll('\\', '/').replace(/\.yaml$/, ''))

/** Plays a scenario to its end with the plainest client, and tells how it went. */
async function told(scenario: string, seed?: string) {
  await using world = await startSandbox({ scenario, ...(seed !== undefined && { seed }) })
  const { steps } = world.world.scenario
  const from = steps.findIndex(({ kind }) => kind === 'client')
  const played = await play(world.world, world.world.scenario, {
    upTo: 'end',
    from,
    askClient: () => syncOrGiveUp(world),
  })
  return { played, state: await world.state('portfolioManager'), journal: asStableLines(world.journal.entries()) }
}

describe.each(ids)('%s', (id) => {
  test('loads, plays to its end, and leaves the state it says', async () => {
    const { played, state } = await told(id)

    expect(played.stopped).toBe('at the end')
    await expect(`${JSON.stringify(withoutEmpty(state), null, 1)}\n`).toMatchFileSnapshot(`golden/scenarios/${id}.json`)
  })

  test('gives the same bytes twice', async () => {
    const [first, second] = [await told(id), await told(id)]

    expect(second.journal).toBe(first.journal)
  })
})

test('a scenario without a client step would never hand over to the client, so each has one', async () => {
  for (const scenario of ids) {
    await using world = await startSandbox({ scenario })
    expect([scenario, world.world.scenario.steps.some(({ kind }) => kind === 'client')]).toEqual([scenario, true])
  }
})

/** Leaves out what holds nothing, so that a new kind of thing does not touch stories in which there is none. */
function withoutEmpty(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(withoutEmpty)
  const kept = Object.entries(value).map(([key, held]) => [key, withoutEmpty(held)] as const)
  return Object.fromEntries(
    kept.filter(([, held]) => typeof held !== 'object' || held === null || Object.keys(held).length > 0),
  )
}
