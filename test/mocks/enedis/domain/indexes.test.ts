import { describe, expect, test } from 'vitest'
import { dailyEnergy, indexes, loadCurve } from '../../../../mocks/enedis/domain/measures.ts'
import { replaceMeter } from '../../../../mocks/enedis/domain/point-changes.ts'
import { correctReadings, wholeDay } from '../../../../mocks/enedis/domain/reading-changes.ts'
import { look, maker, measuresOf, oneMeter, question } from './meter-state.ts'

type Meter = ReturnType<typeof oneMeter>
const since = { commissionedOn: '2025-06-02' } as const

function dials(
  { state, point }: Meter,
  from: string,
  until: string,
  direction: 'consumption' | 'production' = 'consumption',
) {
  const answer = indexes(state, question(point, from, until, { direction, audience: 'v2' }), look())
  if (answer.found !== 'measures') throw new Error(`no indexes: ${answer.because}`)
  return answer.measures
}

const classesOf = ({ calendars }: ReturnType<typeof dials>) =>
  calendars.map(({ classes }) => classes.map(({ id }) => id).join(' '))

describe('the dials of a meter', () => {
  test('begin at 0 and never turn back', () => {
    const { calendars, total } = dials(oneMeter(since), '2025-06-02', '2026-06-02')
    const values = [total, ...calendars.flatMap(({ classes }) => classes)].map((one) => one.values.map(({ wh }) => wh))

    expect(values.every(([first]) => first === 0)).toBe(true)
    expect(values.every((all) => all.every((wh, at) => wh >= (all[at - 1] ?? 0)))).toBe(true)
    expect(total.values).toHaveLength(365)
  })

  test('count every watt-hour in one class of each calendar', () => {
    const { calendars, total } = dials(oneMeter(since), '2026-03-02', '2026-04-15')

    for (const { classes } of calendars) {
      const sums = total.values.map((_, at) => classes.reduce((sum, { values }) => sum + (values[at]?.wh ?? 0), 0))
      expect(sums).toEqual(total.values.map(({ wh }) => wh))
    }
  })

  test('differ from day to day by what the day measured', () => {
    const meter = oneMeter(since)
    const { total } = dials(meter, '2026-03-02', '2026-03-10')
    const days = measuresOf(dailyEnergy(meter.state, question(meter.point, '2026-03-02', '2026-03-09'), look()))

    expect(days.map(({ energyWh }) => energyWh)).toEqual(
      total.values.slice(1).map(({ wh }, at) => wh - (total.values[at]?.wh ?? 0)),
    )
  })

  test('count by the classes that tariff and supplier have', () => {
    const told = (more: Parameters<typeof oneMeter>[0]) =>
      classesOf(dials(oneMeter({ ...since, ...more }), '2026-03-02', '2026-03-03'))

    expect(told({})).toEqual(['HC HP', 'HCB HPB HCH HPH'])
    expect(told({ calendar: 'BASE' })).toEqual(['BASE', 'BASE'])
    expect(told({ tariff: 'BTINFMUDT' })).toEqual(['HC HP', 'HC HP'])
    expect(told({ segment: 'C2' })).toEqual(['HC HP', 'HCB HPB HCH HPH P'])
  })

  test('count the seasons of the grid tariff, and peak hours in winter alone', () => {
    const turned = (from: string, until: string) => {
      const [, distributor] = dials(oneMeter({ ...since, segment: 'C2' }), from, until).calendars
      const moved = distributor?.classes.filter(({ values }) => values[0]?.wh !== values.at(-1)?.wh)
      return moved?.map(({ id }) => id)
    }

    expect(turned('2026-07-06', '2026-07-08')).toEqual(['HCB', 'HPB'])
    expect(turned('2026-03-02', '2026-03-04')).toEqual(['HCH', 'HPH'])
    expect(turned('2026-01-12', '2026-01-14')).toEqual(['HCH', 'HPH', 'P'])
    expect(turned('2026-01-11', '2026-01-12')).toEqual([])
  })

  test('count off-peak what the curve shows in off-peak hours', () => {
    const meter = oneMeter({ ...since, offPeak: 'HC (22H00-6H00)' })
    const [supplier] = dials(meter, '2026-03-02', '2026-03-04').calendars
    const night = measuresOf(loadCurve(meter.state, question(meter.point, '2026-03-02', '2026-03-03'), look()))
      .filter(({ stamp }) => stamp.slice(11) <= '06:00:00' || stamp.slice(11) > '22:00:00')
      .reduce((sum, { energyWh }) => sum + energyWh, 0)

    const [first, second] = supplier?.classes.find(({ id }) => id === 'HC')?.values ?? []
    expect((second?.wh ?? 0) - (first?.wh ?? 0)).toBe(night)
  })

  test('are those of production on a dial of its own', () => {
    const meter = oneMeter({ ...since, production: {} })

    expect(dials(meter, '2026-03-02', '2026-03-03').total.dial).toBe('EAST')
    expect(dials(meter, '2026-03-02', '2026-03-03', 'production').total.dial).toBe('EAIT')
    expect(dials(meter, '2026-03-02', '2026-03-03', 'production').total.values[0]?.wh).toBeGreaterThan(0)
    expect(dials(meter, '2026-03-02', '2026-03-03', 'production').calendars).toEqual([])
  })

  test('count a month anew once it is corrected', () => {
    const { state, point } = oneMeter(since)
    const shown = (day: string) => dials({ state, point } as Meter, day, '2026-07-01').total.values[0]?.wh ?? 0
    const before = shown('2026-06-01')
    const [day] = measuresOf(dailyEnergy(state, question(point, '2025-08-14', '2025-08-15'), look()))
    const which = { usagePoint: point.id, direction: 'consumption' as const, ...wholeDay('2025-08-14') }

    const energy = { totalWh: (day?.energyWh ?? 0) + 500 }
    correctReadings(state, { which, energy, reaches: 'bothStages' }, maker())

    expect(shown('2026-06-01') - before).toBe(500)
  })

  test('begin again with another meter', () => {
    const meter = oneMeter(since)
    replaceMeter(meter.state, { usagePoint: meter.point.id, on: '2026-03-04' }, maker())

    const { total } = dials(meter, '2026-03-02', '2026-03-06')

    expect(total.values.map(({ wh }) => wh === 0)).toEqual([false, false, true, false])
    expect(meter.point.meters.map(({ serialNumber }) => serialNumber)).toHaveLength(2)
  })

  test('are known of a morning once the day before is published', () => {
    const last = (now: string, told = {}) => {
      const { state, point } = oneMeter({ ...since, ...told })
      const answer = indexes(state, question(point, '2026-11-12', '2026-11-16', { audience: 'v2' }), look({}, { now }))
      return answer.found === 'measures' ? answer.measures.total.values.at(-1)?.day : undefined
    }

    expect(last('2026-11-16T07:00:00.000Z')).toBe('2026-11-15')
    expect(last('2026-11-16T07:00:00.000Z', { publishedAfterDays: 2 })).toBe('2026-11-15')
    expect(last('2026-11-16T06:00:00.000Z', { publishedAfterDays: 2 })).toBe('2026-11-14')
  })
})
