import { describe, expect, test } from 'vitest'
import { deleteEntry, listEntries, postEntries } from '../../../../mocks/portfolio-manager/domain/consumption.ts'
import type { NewConsumption } from '../../../../mocks/portfolio-manager/views.ts'
import {
  connectedTown,
  portfolioManager,
  statusOf,
  thrownBy,
  town,
  type Pm,
} from '../../../support/portfolio-manager.ts'

const held = (level: 'Read' | 'Read Write' = 'Read Write', settings = {}) => {
  const tower = { ...town.properties.tower, sharedWithYou: { access: 'Read', meters: level } as const }
  return portfolioManager({ ...connectedTown, properties: { tower } }, settings)
}
const bill = (startDate: string, endDate: string, usage = '100'): NewConsumption => ({
  startDate,
  endDate,
  usage,
  estimatedValue: false,
})
const january = bill('2026-01-01', '2026-01-31')
const february = bill('2026-02-01', '2026-02-28')
const post = (pm: Pm, entries: NewConsumption[]) =>
  pm.change((state, house) =>
    postEntries(state, { caller: pm.you, meter: pm.meter('power'), kind: 'consumption', entries }, house),
  )
const list = (pm: Pm, more: { page?: number; startDate?: string; endDate?: string } = {}) =>
  pm.read((state, house) => listEntries(state, { caller: pm.you, meter: pm.meter('power'), ...more }, house))

describe('entries of a meter', () => {
  test('are kept as written and listed in order of time', () => {
    const pm = held()

    const ids = post(pm, [february, { ...january, cost: '12.50', usage: '0100.0' }])

    const { kind, entries } = list(pm)
    expect([kind, entries.items.map(({ id }) => id)]).toEqual(['consumption', ids.toReversed()])
    expect(entries.items[0]).toMatchObject({ usage: '0100.0', cost: '12.50', audit: { createdByAccountId: pm.you } })
  })

  test('need Read Write to be written and Read to be seen', () => {
    const pm = held('Read')

    expect([statusOf(() => post(pm, [january])), statusOf(() => list(pm))]).toEqual([403, 200])
  })

  test('may overlap, leave gaps and last long', () => {
    const pm = held()

    post(pm, [january, bill('2026-01-15', '2026-02-15'), bill('2026-06-01', '2026-12-31')])

    expect(list(pm).entries.items).toHaveLength(3)
  })

  test('cannot end before they start, and are written all or none', () => {
    const pm = held()

    expect(thrownBy(() => post(pm, [january, bill('2026-02-28', '2026-02-01')]))).toMatchObject({
      status: 400,
      code: '-200',
    })
    expect(list(pm).entries.items).toEqual([])
  })

  test.each([
    ['off', 200],
    ['on', 400],
  ] as const)('of the same days under rejectDuplicateEntries=%s: %i', (rejectDuplicateEntries, status) => {
    const [later, atOnce] = [
      held('Read Write', { dialect: { rejectDuplicateEntries } }),
      held('Read Write', { dialect: { rejectDuplicateEntries } }),
    ]
    post(later, [january])

    expect(statusOf(() => post(later, [january]))).toBe(status)
    expect(statusOf(() => post(atOnce, [january, february, january]))).toBe(status)
  })

  test('come 120 to a page', () => {
    const pm = held()
    const day = (at: number) => new Date(Date.UTC(2020, 0, 1 + at)).toISOString().slice(0, 10)
    const days = Array.from({ length: 121 }, (_, at) => bill(day(at), day(at)))
    post(pm, days.slice(0, 120))
    post(pm, days.slice(120))

    const [first, second] = [list(pm).entries, list(pm, { page: 2 }).entries]

    expect([first.items.length, first.next, first.previous]).toEqual([120, 2, undefined])
    expect([second.items.length, second.next, second.previous]).toEqual([1, undefined, 1])
    expect(second.items[0]).toMatchObject({ startDate: day(120) })
  })

  test('are picked by days that touch them', () => {
    const pm = held()
    post(pm, [january, february])
    const startsOf = (more: object) =>
      list(pm, more).entries.items.map((entry) => 'startDate' in entry && entry.startDate)

    expect(startsOf({ startDate: '2026-01-31', endDate: '2026-01-31' })).toEqual(['2026-01-01'])
    expect(startsOf({ startDate: '2026-02-01' })).toEqual(['2026-02-01'])
    expect(startsOf({ endDate: '2025-12-31' })).toEqual([])
  })

  test('are deleted one by one, by whoever may write', () => {
    const pm = held()
    const [entry] = post(pm, [january, february])
    const remove = () =>
      pm.change((state, house) => deleteEntry(state, { caller: pm.you, entry: entry as never }, house))

    pm.act('editAccess', { as: 'olive', meter: 'power', access: 'Read' })
    expect(statusOf(remove)).toBe(403)
    pm.act('editAccess', { as: 'olive', meter: 'power', access: 'Read Write' })
    remove()

    expect(list(pm).entries.items).toHaveLength(1)
    expect(statusOf(remove)).toBe(404)
  })

  test('are deliveries where the meter records those, and nothing else', () => {
    const meters = { oil: { type: 'Fuel Oil No 2' as const, metered: false } }
    const pm = portfolioManager({
      accounts: { olive: {} },
      properties: { tower: { owner: 'olive', meters, sharedWithYou: 'Read Write' } },
    })
    const meter = pm.meter('oil')
    const delivery = (deliveryDate: string) => ({ deliveryDate, quantity: '500', estimatedValue: false })

    pm.change((state, house) => {
      const entries = [delivery('2026-02-01'), delivery('2026-01-01')]
      postEntries(state, { caller: pm.you, meter, kind: 'delivery', entries }, house)
    })

    const data = pm.read((state, house) => listEntries(state, { caller: pm.you, meter, endDate: '2026-01-15' }, house))
    expect(data).toMatchObject({
      kind: 'delivery',
      entries: { items: [{ deliveryDate: '2026-01-01', quantity: '500' }] },
    })
    const wrong = thrownBy(() =>
      pm.change((state, house) =>
        postEntries(state, { caller: pm.you, meter, kind: 'consumption', entries: [january] }, house),
      ),
    )
    expect(wrong.refusal).toBe('wrongKindOfEntry')
  })
})
