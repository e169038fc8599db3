import { expect, test } from 'vitest'
import { r151Days } from '../../../../../mocks/enedis/domain/flows/r151.ts'
import { dailyEnergy, indexes, maxPower } from '../../../../../mocks/enedis/domain/measures.ts'
import { loseReadings, wholeDay } from '../../../../../mocks/enedis/domain/reading-changes.ts'
import { look, measuresOf, oneMeter, question } from '../meter-state.ts'
import { byNight, days } from './night.ts'

const since = { commissionedOn: '2025-06-02' } as const

test('the dials and the peak of a home by night are those that v2 tells of the same days', () => {
  const meter = oneMeter(since)
  const asked = question(meter.point, '2026-10-24', '2026-10-27', { audience: 'v2' })
  const answer = indexes(meter.state, asked, look())
  const [peaks] = measuresOf(maxPower(meter.state, { ...asked, by: 'day', phases: false }, look()))

  const told = r151Days(byNight(meter), days('2026-10-24', '2026-10-27'))

  const calendars = answer.found === 'measures' ? answer.measures.calendars : []
  expect(told.map(({ day }) => day)).toEqual(['2026-10-24', '2026-10-25', '2026-10-26'])
  expect(told.map(({ peakVa }) => peakVa)).toEqual(peaks?.peaks.map(({ voltAmperes }) => voltAmperes))
  told.forEach(({ supplier, distributor }, at) => {
    const shown = [supplier, distributor].map((calendar) => calendar?.classes.map(({ id, wh }) => [id, wh]))
    expect(shown).toEqual(calendars.map(({ classes }) => classes.map(({ id, values }) => [id, values[at]?.wh])))
  })
})

test('the classes of each calendar grow by what the day measured', () => {
  const meter = oneMeter(since)
  const [whole] = measuresOf(dailyEnergy(meter.state, question(meter.point, '2026-10-25', '2026-10-26'), look()))

  const [before, after] = r151Days(byNight(meter), days('2026-10-25', '2026-10-27'))

  for (const calendar of ['supplier', 'distributor'] as const) {
    const all = [before, after].map((day) => day?.[calendar]?.classes.reduce((sum, { wh }) => sum + (wh ?? 0), 0) ?? 0)
    expect((all[1] ?? 0) - (all[0] ?? 0)).toBe(whole?.energyWh)
  }
  expect(before?.supplier?.classes.map(({ id, rank }) => [id, rank])).toEqual([
    ['HC', 1],
    ['HP', 2],
  ])
  expect(before?.distributor?.classes.map(({ rank }) => rank)).toEqual([1, 2, 3, 4])
})

test('of a day that has not come, the dials are there and nothing is known of them', () => {
  const { state, point, house } = oneMeter(since)
  const which = { usagePoint: point.id, direction: 'consumption' as const, ...wholeDay('2026-10-06') }
  loseReadings(state, { which, of: 'everything', filledAt: null }, house)

  const [lost, found] = r151Days(byNight({ state, point }), days('2026-10-06', '2026-10-08'))

  expect(lost).toMatchObject({ day: '2026-10-06', peakVa: null })
  expect(lost?.distributor?.classes.map(({ id, wh }) => [id, wh])).toEqual([
    ['HCB', null],
    ['HPB', null],
    ['HCH', null],
    ['HPH', null],
  ])
  expect(found?.peakVa).toBeGreaterThan(0)
  expect(found?.distributor?.classes.every(({ wh }) => wh !== null)).toBe(true)
})

test('there is nothing before the contract', () => {
  expect(r151Days(byNight(oneMeter(since)), days('2025-06-01', '2025-06-03')).map(({ day }) => day)).toEqual([
    '2025-06-02',
  ])
})
