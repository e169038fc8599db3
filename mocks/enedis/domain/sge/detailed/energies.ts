import { dayNamed, dayNumber, lastDayOf } from '../../../../../src/toolbox/calendar.ts'
import type { Day } from '../../../model/index.ts'
import type { DayEnergy, EnergyValue } from '../../../views/index.ts'

type Asked = { from: Day; until: Day; by: 'day' | 'month' }

/** What days measured, or what months did: a month of which a day is not known has no value. Source: INF, for months. */
export function energiesTold(days: readonly DayEnergy[], { from, until, by }: Asked): EnergyValue[] {
  if (by === 'day') return [...days]
  const months = new Map<string, DayEnergy[]>()
  for (const one of days) {
    const month = one.day.slice(0, 7)
    months.set(month, [...(months.get(month) ?? []), one])
  }
  return [...months].map(([month, known]) => {
    const first = `${month}-01`
    const asked = dayNumber(earlier(until, dayNamed(dayNumber(lastDayOf(month)) + 1))) - dayNumber(later(from, first))
    const sum = known.reduce((wh, { energyWh }) => wh + energyWh, 0)
    return { day: first, energyWh: known.length === asked ? sum : null }
  })
}

const earlier = (one: Day, other: Day) => (one < other ? one : other)
const later = (one: Day, other: Day) => (one > other ? one : other)
