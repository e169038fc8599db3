import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { fictitious, fictitiousId } from '../mocks/enedis/domain/fictitious.ts'
import { asStableLines } from '../src/ground/journal/index.ts'
import { loadScenario, play, startSandbox, type Doors, type HeldWorld, type Scenario } from '../src/index.ts'
import { DataConnectClient } from './support/enedis-client.ts'
import { NoticeBoard, withNoticesTo } from './support/notice-board.ts'
import { ShareMyDataClient } from './support/pge-client.ts'
import { sync } from './support/scripted-client.ts'

type Client = { ask: (ask: string) => Promise<void> }

/** The plainest client of each provider. */
const clients: Record<keyof Doors, (world: HeldWorld<Doors>, board: NoticeBoard) => Client> = {
  portfolioManager: (world) => ({ ask: () => sync(world) }),
  enedis: (world) => new DataConnectClient(world),
  pge: (world, board) => new ShareMyDataClient(world, board),
}

const ids = readdirSync('scenarios', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => name.replaceAll('\\', '/').replace(/\.yaml$/, ''))

const fictitiousIds = fictitious.flatMap<string>(({ usagePoints }, digit) => [fictitiousId(digit), ...usagePoints])

/** A limit of so many calls a second then counts minutes of the machine, and stories differ in nothing but speed. */
const slow = 0.001

/** The plainest client asks as fast as it can; only stories of too many calls refuse it for that. */
function unhurried(story: Scenario): Scenario {
  if (story.given.enedis === undefined || story.limits.enedis?.v2PerSecond !== undefined) return story
  const enedis = { v2PerSecond: { mode: 'off' }, v5PerSecond: { mode: 'off' }, ...story.limits.enedis } as const
  return { ...story, limits: { ...story.limits, enedis } }
}

/** Plays a scenario to its end with the plainest client, and tells how it went. */
async function told(id: string) {
  await using board = new NoticeBoard()
  const scenario = unhurried(withNoticesTo(await board.open(), await loadScenario(id)))
  const provider = Object.keys(scenario.given)[0] as keyof Doors
  await using world = await startSandbox({ scenario, ...(provider !== 'portfolioManager' && { pace: slow }) })
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
    await expect(asStableText(withoutStrangers(state))).toMatchFileSnapshot(`golden/scenarios/${id}.json`)
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

/** Leaves out the fictitious clients of Enedis's sandbox, who are the same in every story and act in few. */
function withoutStrangers(state: object): object {
  const { consentsBy = {} } = (state as { index?: { consentsBy?: object } }).index ?? {}
  if (fictitiousIds.some((id) => id in consentsBy)) return state
  const kept = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
    const own = Object.entries(value).filter(([key]) => !fictitiousIds.includes(key))
    return Object.fromEntries(own.map(([key, held]) => [key, kept(held)]))
  }
  return kept(state) as object
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
