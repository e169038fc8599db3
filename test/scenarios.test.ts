import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { asStableLines } from '../src/ground/journal/index.ts'
import { loadScenario, play, startSandbox, type Doors, type HeldWorld } from '../src/index.ts'
import { NoticeBoard, withNoticesTo } from './support/notice-board.ts'
import { ShareMyDataClient } from './support/pge-client.ts'
import { sync } from './support/scripted-client.ts'

type Client = { ask: (ask: string) => Promise<void> }

/** The plainest client of each provider. */
const clients: Record<keyof Doors, (world: HeldWorld<Doors>, board: NoticeBoard) => Client> = {
  portfolioManager: (world) => ({ ask: () => sync(world) }),
  pge: (world, board) => new ShareMyDataClient(world, board),
}

const ids = readdirSync('scenarios', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => name.replaceAll('\\', '/').replace(/\.yaml$/, ''))

/** A limit of so many calls a second then counts minutes of the machine, and stories differ in nothing but speed. */
const slow = 0.001

/** Plays a scenario to its end with the plainest client, and tells how it went. */
async function told(id: string) {
  await using board = new NoticeBoard()
  const scenario = withNoticesTo(await board.open(), await loadScenario(id))
  const provider = Object.keys(scenario.given)[0] as keyof Doors
  await using world = await startSandbox({ scenario, ...(provider === 'pge' && { pace: slow }) })
  const client = clients[provider](world, board)
  const { outbox } = world.world
  const { steps } = scenario
  const from = steps.findIndex(({ kind }) => kind === 'client')
  const played = await play(world.world, world.world.scenario, {
    upTo: 'end',
    from,
    askClient: async (ask) => {
      // What is on its way arrives first, so that one thing happens after the other.
      await outbox.settled
      // In a story of trouble on the line even the plainest client gives up for the day.
      await client.ask(ask).catch(() => undefined)
    },
  })
  await outbox.settled
  return { played, state: await world.state(provider), journal: asStableLines(world.journal.entries()) }
}

describe.each(ids)('%s', (id) => {
  test('loads, plays to its end, and leaves the state it says', async () => {
    const { played, state } = await told(id)

    expect(played.stopped).toBe('at the end')
    await expect(asStableText(state)).toMatchFileSnapshot(`golden/scenarios/${id}.json`)
  })

  test('gives the same bytes twice', async () => {
    const [first, second] = [await told(id), await told(id)]

    expect(second.journal).toBe(first.journal)
  })
})

test('a scenario without a client step would never hand over to the client, so each has one', async () => {
  for (const scenario of ids) {
    const { steps } = await loadScenario(scenario)
    expect([scenario, steps.some(({ kind }) => kind === 'client')]).toEqual([scenario, true])
  }
})

/** A state as its golden file holds it: notices come to whatever port is free. */
function asStableText(state: object): string {
  return `${JSON.stringify(withoutEmpty(state), null, 1)}\n`.replace(/localhost:\d+\/notify/g, 'localhost:PORT/notify')
}

/** Leaves out what holds nothing, so that a new kind of thing does not touch stories in which there is none. */
function withoutEmpty(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(withoutEmpty)
  const kept = Object.entries(value).map(([key, held]) => [key, withoutEmpty(held)] as const)
  return Object.fromEntries(
    kept.filter(([, held]) => typeof held !== 'object' || held === null || Object.keys(held).length > 0),
  )
}
