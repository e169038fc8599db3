import { describe, expect, test } from 'vitest'
import {
  deleteEntries,
  deleteEntry,
  listEntries,
  postEntries,
  replaceEntry,
} from '../../../../mocks/portfolio-manager/domain/consumption.ts'
import type { SeenEntry } from '../../../../mocks/portfolio-manager/views.ts'
import { portfolioManager, statusOf, thrownBy, type Pm } from '../../../support/portfolio-manager.ts'

const history = { from: '2024-01', to: '2026-03', annualUse: 120_000, annualCost: 18_000 }
const tower = (meters: object, more: object = {}) =>
  portfolioManager({
    accounts: { olive: { connected: true } },
    properties: { tower: { owner: 'olive', meters: meters as never, sharedWithYou: 'Read Write', ...more } },
  })
const power = (more: object = {}) => tower({ power: { type: 'Electric', history: { ...history, ...more } } })

const list = (pm: Pm, more: object = {}, meter = 'power') =>
  pm.read((state, house) => listEntries(state, { caller: pm.you, meter: pm.meter(meter), ...more }, house))
const entriesOf = (pm: Pm, more: object = {}, meter = 'power') => list(pm, more, meter).entries.items as SeenEntry[]
const usages = (pm: Pm, more: object = {}) =>
  entriesOf(pm, more).map((entry) => ('usage' in entry ? entry.usage : undefined))
const asCents = (amounts: readonly (string | undefined)[]) =>
  amounts.reduce((sum, amount) => sum + Math.round(Number(amount) * 100), 0)

describe('the history of a meter', () => {
  test('has a bill for each month that is over, and the next when its month is', () => {
    const pm = power()
    const starts = () => entriesOf(pm).map((entry) => ('startDate' in entry ? entry.startDate : ''))

    expect(starts()).toHaveLength(26)
    expect([starts()[0], starts().at(-1)]).toEqual(['2024-01-01', '2026-02-01'])
    pm.pass('P1M')

    expect(starts().at(-1)).toBe('2026-03-01')
  })

  test('sums to what the story says, in each whole year', () => {
    const pm = power()
    const year = { startDate: '2025-01-01', endDate: '2025-12-31' }

    expect(asCents(usages(pm, year))).toBe(120_000 * 100)
    expect(asCents(entriesOf(pm, year).map(({ cost }) => cost))).toBe(18_000 * 100)
  })

  test('is written by whoever made the meter, the day after each month', () => {
    const pm = power()

    expect(entriesOf(pm)[0]?.audit).toMatchObject({
      createdByAccountId: pm.account('olive'),
      createdDate: '2024-02-01T14:00:00.000Z',
    })
  })

  test('is stored nowhere', () => {
    const [short, long] = [power({ from: '2026-01' }), power({ from: '1990-01' })]

    expect(entriesOf(long).length + list(long, { page: 4 }).entries.items.length).toBeGreaterThan(120)
    expect(long.read((state) => JSON.stringify(state).length)).toBe(short.read((state) => JSON.stringify(state).length))
  })

  test('has ids that stay, resolve and are nobody else’s', () => {
    const pm = tower({
      power: { type: 'Electric', history },
      light: { type: 'Electric', history },
    })
    const ids = [...entriesOf(pm), ...entriesOf(pm, {}, 'light')].map(({ id }) => id)
    const posted = pm.change((state, house) =>
      postEntries(
        state,
        { caller: pm.you, meter: pm.meter('power'), kind: 'consumption', entries: [bill('2026-03-01', '2026-03-02')] },
        house,
      ),
    )

    pm.pass('P10D')
    expect([...entriesOf(pm), ...entriesOf(pm, {}, 'light')].map(({ id }) => id)).toEqual(expect.arrayContaining(ids))
    expect(new Set([...ids, ...posted]).size).toBe(ids.length + 1)
    for (const id of ids) expect(id).toMatch(/^[1-9]\d{0,17}$/)
  })

  test('is overlaid by what a client writes: the entry keeps its id and its maker', () => {
    const pm = power()
    const [first] = entriesOf(pm)

    pm.change((state, house) =>
      replaceEntry(
        state,
        { caller: pm.you, entry: first?.id as never, kind: 'consumption', with: bill('2024-01-01', '2024-01-31', '7') },
        house,
      ),
    )

    expect(entriesOf(pm)).toHaveLength(26)
    expect(entriesOf(pm)[0]).toMatchObject({
      id: first?.id,
      usage: '7',
      audit: { createdByAccountId: pm.account('olive'), lastUpdatedByAccountId: pm.you },
    })
  })

  test('loses an entry that is deleted, also one that was edited before', () => {
    const pm = power()
    const [first, second] = entriesOf(pm)
    const remove = (entry: SeenEntry | undefined) => () =>
      pm.change((state, house) => deleteEntry(state, { caller: pm.you, entry: entry?.id as never }, house))

    pm.act('correctBill', { as: 'olive', meter: 'power', startDate: '2024-02-01', usage: 5 })
    remove(first)()
    remove(second)()

    expect(entriesOf(pm)[0]).toMatchObject({ startDate: '2024-03-01' })
    expect([statusOf(remove(first)), statusOf(remove(second))]).toEqual([404, 404])
  })

  test('goes as a whole when a deletion names no day, and says so', () => {
    const pm = power()
    const remove = (more: object) =>
      pm.change((state, house) => deleteEntries(state, { caller: pm.you, meter: pm.meter('power'), ...more }, house))

    remove({ startDate: '2024-01-01', endDate: '2024-12-31', said: ['startDate', 'endDate'] })
    expect([entriesOf(pm).length, pm.found]).toEqual([14, []])
    remove({ startDate: '2026-02-01', said: ['startDate', 'enddate'] })
    expect([entriesOf(pm).length, pm.found]).toEqual([13, ['open-range-deleted']])
    remove({ said: ['start_date'] })

    expect([entriesOf(pm).length, pm.found]).toEqual([0, ['open-range-deleted', 'all-entries-deleted']])
  })

  test('counts as entries that must not be written twice where the switch says so', () => {
    const pm = portfolioManager(
      {
        accounts: { olive: {} },
        properties: {
          tower: { owner: 'olive', meters: { power: { type: 'Electric', history } }, sharedWithYou: 'Read Write' },
        },
      },
      { dialect: { rejectDuplicateEntries: 'on' } },
    )
    const post = () =>
      pm.change((state, house) =>
        postEntries(
          state,
          {
            caller: pm.you,
            meter: pm.meter('power'),
            kind: 'consumption',
            entries: [bill('2025-05-01', '2025-05-31')],
          },
          house,
        ),
      )

    expect(thrownBy(post).refusal).toBe('duplicateEntry')
  })

  test('is of deliveries where the meter records those, and of waste where it is a waste meter', () => {
    const waste = { type: 'Disposed - Trash', history: { ...history, annualUse: 52 } }
    const pm = tower({
      oil: { type: 'Fuel Oil No 2', metered: false, history },
      bins: waste,
      skip: { ...waste, dataEntryMethod: 'regular container' },
      bulk: { ...waste, dataEntryMethod: 'intermittent' },
    })
    const firstOf = (meter: string) => entriesOf(pm, meter === 'oil' ? {} : { service: 'wasteData' }, meter)[0]

    expect(firstOf('oil')).toMatchObject({ deliveryDate: '2024-01-15', quantity: expect.any(String) as string })
    expect(firstOf('bins')).toMatchObject({ startDate: '2024-01-01', endDate: '2024-01-31' })
    expect(firstOf('skip')).toMatchObject({ timesEmptied: expect.any(String) as string, averagePercentFull: 100 })
    expect(firstOf('bulk')).not.toHaveProperty('endDate')
  })
})

const bill = (startDate: string, endDate: string, usage = '1') => ({
  startDate,
  endDate,
  usage,
  estimatedValue: false,
})
