import { dayNamed } from '../../../../src/toolbox/calendar.ts'
import { calendarsOf, classOf, offPeakOf, type ClassCalendar } from '../calendars.ts'
import { contractOn, termsOn } from '../contracts.ts'
import type { Days } from '../daily.ts'
import { energyInSlots, isDayMissing, parisLocalDay, slot } from '../energy.ts'
import { isLive, type MeteredPoint } from '../metered.ts'
import { dailyPeaks } from '../peaks.ts'

/** What a class of time has counted since the meter was last read for a bill. */
export type ClassCount = { id: string; peakVa: number; overrunSeconds: number; overrunSquares: number; seconds: number }

const series = { direction: 'consumption', stage: 'BRUT' } as const

/**
 * What dials that begin anew at each reading for a bill show after some days: highest power, time above the subscribed
 * power, its squares, and time passed, by the distributor's classes. Source: FAQ, overrun of C4: the meter adds each
 * minute above the subscribed power and begins again at the cyclic reading.
 */
export function countedSinceReading(metered: MeteredPoint, calendar: ClassCalendar, days: Days): ClassCount[] {
  const counts = new Map(calendar.classes.map(({ id }) => [id, noCount(id)]))
  for (let number = days.from; number < days.until; number++) {
    if (isLive(metered, series.direction, number)) countDay(metered, counts, { calendar, number })
  }
  return [...counts.values()]
}

const noCount = (id: string): ClassCount => ({ id, peakVa: 0, overrunSeconds: 0, overrunSquares: 0, seconds: 0 })

function countDay(
  metered: MeteredPoint,
  counts: Map<string, ClassCount>,
  { calendar, number }: { calendar: ClassCalendar; number: number },
): void {
  const [date, day] = [dayNamed(number), parisLocalDay(number)]
  const { subscribedVa, offPeakPart } = termsOf(metered, date)
  const energy = energyInSlots(metered, series, day)
  const perWatt = peakPerWatt(metered, number, energy)
  const ahead = (86_400 - day.lasts) / slot
  energy.forEach((wh, at) => {
    const shown = at * slot < day.changesAt ? at : at + ahead
    const count = counts.get(classOf(calendar, date, { shown, offPeakPart }))
    if (count === undefined) return
    const va = wh * (3600 / slot)
    count.seconds += slot
    count.peakVa = Math.max(count.peakVa, Math.round(va * perWatt))
    if (va <= subscribedVa) return
    count.overrunSeconds += slot
    count.overrunSquares += (va - subscribedVa) ** 2
  })
}

function termsOf({ point }: MeteredPoint, date: string): { subscribedVa: number; offPeakPart: Uint8Array } {
  const contract = contractOn(point, series.direction, date)
  if (contract === undefined) return { subscribedVa: Infinity, offPeakPart: new Uint8Array(288) }
  const terms = termsOn(contract, date)
  return { subscribedVa: (terms.subscribedPowerKva ?? Infinity) * 1000, offPeakPart: offPeakOf(terms) }
}

/** So much above its five minutes lies the highest power of a day, which every other view of the meter tells as well. */
function peakPerWatt(metered: MeteredPoint, number: number, energy: Float64Array): number {
  const [told] = dailyPeaks(metered, { from: number, until: number + 1 }, { phases: false })
  const watts = Math.max(...energy) * (3600 / slot)
  return watts === 0 || isDayMissing(metered, series, number) ? 1 : (told?.peaks[0]?.voltAmperes ?? watts) / watts
}

/** The distributor's calendar of a day, by which these dials and those of energy are told. */
export function distributorCalendar({ point }: MeteredPoint, number: number): ClassCalendar | undefined {
  const contract = contractOn(point, series.direction, dayNamed(number))
  return contract && calendarsOf(series, termsOn(contract, dayNamed(number)))[1]
}
