import { readdirSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { card } from '../../../mocks/pge/index.ts'
import { dialect, type PgeSettings } from '../../../mocks/pge/dialect/index.ts'
import { usagePoint } from '../../../mocks/pge/domain/usage-point.ts'
import { dataGroups, type State } from '../../../mocks/pge/model/index.ts'
import type { SeenAgreement, UsagePointView } from '../../../mocks/pge/views.ts'
import { settingsOf } from '../../../src/contract/dialect.ts'
import { World } from '../../../src/sandbox/world/index.ts'
import { loadScenario } from '../../../src/index.ts'
import { play } from '../../../src/scenario/play.ts'
import { later } from '../../../src/toolbox/calendar.ts'

const ids = readdirSync('scenarios/pge').map((name) => `pge/${name.replace(/\.yaml$/, '')}`)
const years = 4

/** What a story leaves when its client does nothing, at its end and a month of bills later. */
async function left(id: string, seed: string) {
  const scenario = await loadScenario(id)
  const world = new World({ name: 'test', cards: [card], scenario, seed })
  await world.rooms.open('pge')
  await play(world, scenario, { upTo: 'end', askClient: () => Promise.resolve() })
  const state = world.read('pge', (root) => structuredClone(root) as State)
  const end = world.clock.now()
  return [end, later(end, 'P40D')].map((now) => ({ state, now, seed }))
}

type Left = Awaited<ReturnType<typeof left>>[number]

function everythingOf({ id }: SeenAgreement, { state, now, seed }: Left): UsagePointView {
  const from = later(now, `-P${years}Y`)
  const until = { groups: dataGroups, from, until: null, correctionsOnly: false, authorization: null }
  const window = { by: 'published', from, to: now } as const
  const settings = settingsOf(dialect) as PgeSettings
  return usagePoint(state, { coverage: { agreement: id, ...until }, window }, { now, seed, dialect: settings })
}

/** Bills, each with what the readings come to that begin in its period: delivered less received, or net. */
function billsOf({ readings, summaries }: UsagePointView): { billed: number; read: number; startsAt: number }[] {
  const [begins, sums]: [number[], number[]] = [[], [0]]
  const all = readings.flatMap(({ type, blocks }) =>
    [...blocks].flatMap(({ start, seconds, values }) =>
      [...values].flatMap((value, at) =>
        Number.isNaN(value) ? [] : [[start + at * seconds, type.flow === 19 ? -value : value] as const],
      ),
    ),
  )
  for (const [begin, value] of all.sort(([one], [other]) => one - other)) {
    begins.push(begin)
    sums.push((sums.at(-1) as number) + value)
  }
  const before = (second: number) => sums[countBefore(begins, second)] as number
  return [...summaries].map(({ period: { start, duration }, overall }) => ({
    startsAt: start,
    billed: overall.value,
    read: before(start + duration) - before(start),
  }))
}

function countBefore(sorted: readonly number[], second: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] as number) < second) low = middle + 1
    else high = middle
  }
  return low
}

/** What the story's interval-billed agreements show: how many bills, and which differ from their readings. */
function judge(found: Left): { bills: number; wrong: unknown[] } {
  const oldest = Date.parse(later(found.now, `-P${years}Y`)) / 1000 + 40 * 86_400
  const agreements = Object.values(found.state.agreements).filter(({ billedOnIntervals }) => billedOnIntervals)
  const bills = agreements.flatMap((agreement) =>
    billsOf(everythingOf(agreement, found)).map((bill) => ({ agreement: agreement.id, ...bill })),
  )
  // The window cuts through the oldest bill, which is told whole.
  const whole = bills.filter(({ startsAt }) => startsAt > oldest)
  return { bills: whole.length, wrong: whole.filter(({ billed, read }) => billed !== read) }
}

describe('once billed, the readings of a story sum to its bills', () => {
  test.each(ids)('%s', async (id) => {
    const told = (await left(id, 'seed')).map(judge)

    expect(told.flatMap(({ wrong }) => wrong)).toEqual([])
  })

  test('whatever the seed', async () => {
    let bills = 0
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...ids), fc.string(), async (id, seed) => {
        for (const told of (await left(id, seed)).map(judge)) {
          expect(told.wrong).toEqual([])
          bills += told.bills
        }
      }),
      { numRuns: 25 },
    )
    expect(bills).toBeGreaterThan(500)
  })
})
