import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { fictitious, fictitiousId } from '../mocks/enedis/domain/fictitious.ts'
import { cataloguePoints } from '../mocks/enedis/domain/sge/catalogue/points.ts'
import { asStableLines } from '../src/ground/journal/index.ts'
import { loadScenario, play, startSandbox, type Doors, type HeldWorld, type Scenario } from '../src/index.ts'
import { DataConnectClient } from './support/enedis-client.ts'
import { NoticeBoard, withNoticesTo } from './support/notice-board.ts'
import { ShareMyDataClient } from './support/pge-client.ts'
import { sync } from './support/scripted-client.ts'
import { SgeClient } from './support/sge-client.ts'

type Words = Readonly<Record<string, unknown>>
type Client = { ask: (ask: string, told: Words) => Promise<void> }

/** The plainest client of each provider, or of the part of a provider that a folder of stories is about. */
const clients: Record<string, (world: HeldWorld<Doors>, board: NoticeBoard) => Client> = {
  'portfolio-manager': (world) => ({ ask: () => sync(world) }),
  'enedis/data-connect': (world) => new DataConnectClient(world),
  'enedis/sge': (world) => new SgeClient(world),
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
  const off = { mode: 'off' } as const
  const enedis = { v2PerSecond: off, v5PerSecond: off, sgePerSecond: off, ...story.limits.enedis }
  return { ...story, limits: { ...story.limits, enedis } }
}

function clientFor(id: string) {
  const [, client] = Object.entries(clients).find(([folder]) => id.startsWith(`${folder}/`)) ?? []
  if (client === undefined) throw new Error(`No client rehearses ${id}.`)
  return client
}

/** Plays a scenario to its end with the plainest client, and tells how it went. */
async function told(id: string) {
  await using board = new NoticeBoard()
  const scenario = unhurried(withNoticesTo(await board.open(), await loadScenario(id)))
  const provider = Object.keys(scenario.given)[0] as keyof Doors
  await using world = await startSandbox({ scenario, ...(provider !== 'portfolioManager' && { pace: slow }) })
  const client = clientFor(id)(world, board)
  const { outbox } = world.world
  const { steps } = scenario
  const from = steps.findIndex(({ kind }) => kind === 'client')
  const played = await play(world.world, world.world.scenario, {
    upTo: 'end',
    from,
    askClient: async (ask, args) => {
      // What is on its way arrives first, so that one thing happens after the other.
      await outbox.settled
      // In a story of trouble on the line even the plainest client gives up for the day.
      await client.ask(ask, args).catch(() => undefined)
    },
  })
  await outbox.settled
  const state = withoutUnused(await world.state(provider), scenario.given)
  return { played, state, journal: asStableLines(world.journal.entries()) }
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

/** Leaves out what a story says nothing of: the web services of SGE, as every story of Data Connect finds them. */
function withoutUnused(state: object, { enedis }: Scenario['given']): object {
  if (enedis === undefined || 'sge' in (enedis as object)) return state
  return Object.fromEntries(Object.entries(state).filter(([part]) => part !== 'sge'))
}

/** A state as its golden file holds it: notices come to whatever port is free. */
function asStableText(state: object): string {
  return `${JSON.stringify(withoutEmpty(state), null, 1)}\n`.replace(/localhost:\d+\/notify/g, 'localhost:PORT/notify')
}

/** Leaves out people who are the same in every story that has them, and act in few. */
function withoutStrangers(state: object): object {
  const strangers = new Set([...fictitiousIn(state), ...passersByIn(state)])
  const kept = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
    const own = Object.entries(value).filter(([key]) => !strangers.has(key))
    return Object.fromEntries(own.map(([key, held]) => [key, kept(held)]))
  }
  return kept(state) as object
}

/** The fictitious clients of Enedis's sandbox, where none has consented. */
function fictitiousIn(state: object): string[] {
  const { consentsBy = {} } = (state as { index?: { consentsBy?: object } }).index ?? {}
  return fictitiousIds.some((id) => id in consentsBy) ? [] : fictitiousIds
}

type WithCatalogue = { sge?: { catalogue?: string }; customers?: object; usagePoints?: object }

/** The streets of the catalogue of homologation, in which points are looked for, and whoever holds its points. */
function passersByIn(state: object): string[] {
  const { sge, customers = {}, usagePoints = {} } = state as WithCatalogue
  if (typeof sge?.catalogue !== 'string') return []
  return [...Object.keys(customers), ...Object.keys(usagePoints).filter((id) => !(id in cataloguePoints))]
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
