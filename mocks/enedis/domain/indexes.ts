import { dayNamed, dayNumber } from '../../../src/toolbox/calendar.ts'
import type { IndexCalendar, IndexView, SeenContract, SeenUsagePoint } from '../views/index.ts'
import { calendarsOf, energyByClass, type ClassCalendar, type Measured } from './calendars.ts'
import { contractOn, termsOn } from './contracts.ts'
import type { Days } from './daily.ts'
import { energyInSlots, isDayMissing, parisLocalDay, type Series } from './energy.ts'
import { isLive, type MeteredPoint } from './metered.ts'

/** What a meter has counted since it was installed: in all, and under `calendar class`. */
type Dials = { total: number; counted: Map<string, number> }

/**
 * What the dials of the meter showed as each day began: by the supplier's classes of time, by the distributor's, and in
 * all. A meter begins at 0; what a day adds is what it measured. Source: SWAGGER, index_consommation.
 */
export function indexesOf(metered: MeteredPoint, series: Series, { from, until }: Days): IndexView {
  const dial = series.direction === 'consumption' ? 'EAST' : 'EAIT'
  const view: IndexView = { calendars: [], total: { dial, values: [] } }
  let dials: Dials = { total: 0, counted: new Map() }
  const last = Math.min(until - 1, metered.publishedUntil)
  for (let number = firstDay(metered.point, from); number <= last; number++) {
    const day = dayNamed(number)
    if (metered.point.meters.some(({ installedOn }) => installedOn === day)) dials = { total: 0, counted: new Map() }
    if (!isLive(metered, series.direction, number)) continue
    const terms = termsOn(contractOn(metered.point, series.direction, day) as SeenContract, day)
    if (number >= from && !isDayMissing(metered, series, number))
      show(view, { day, calendars: calendarsOf(terms), dials })
    count(dials, energyOn(metered, series, number), terms)
  }
  return view
}

/** Where to begin counting: at the installation of the meter that hung there first in the window. */
function firstDay({ meters, commissionedOn }: SeenUsagePoint, from: number): number {
  const installed = meters.map(({ installedOn }) => dayNumber(installedOn))
  const hanging = installed.findLast((day) => day <= from) ?? installed[0]
  return Math.max(dayNumber(commissionedOn), hanging ?? from)
}

function energyOn(metered: MeteredPoint, series: Series, number: number): Measured {
  const day = parisLocalDay(number)
  return { day, energy: energyInSlots(metered, series, day) }
}

function count(dials: Dials, measured: Measured, terms: SeenContract['terms'][number]): void {
  dials.total += measured.energy.reduce((sum, wh) => sum + wh, 0)
  for (const calendar of calendarsOf(terms)) {
    for (const [id, wh] of energyByClass(calendar, terms, measured)) {
      const dial = `${calendar.id} ${id}`
      dials.counted.set(dial, (dials.counted.get(dial) ?? 0) + wh)
    }
  }
}

type Showing = { day: string; calendars: readonly ClassCalendar[]; dials: Dials }

function show(view: IndexView, { day, calendars, dials }: Showing): void {
  view.total.values.push({ day, wh: dials.total })
  for (const calendar of calendars) {
    for (const { id, values } of calendarIn(view, calendar).classes) {
      values.push({ day, wh: dials.counted.get(`${calendar.id} ${id}`) ?? 0 })
    }
  }
}

function calendarIn({ calendars }: IndexView, { id, label, classes }: ClassCalendar): IndexCalendar {
  const known = calendars.find((one) => one.id === id)
  if (known) return known
  const calendar = { id, label, classes: classes.map((one) => ({ ...one, values: [] })) }
  calendars.push(calendar)
  return calendar
}
