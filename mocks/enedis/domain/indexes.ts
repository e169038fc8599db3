import { dayNamed, dayNumber } from '../../../src/toolbox/calendar.ts'
import type { Day } from '../model/ids.ts'
import type { IndexCalendar, IndexView, SeenUsagePoint } from '../views/index.ts'
import type { ClassCalendar } from './calendars.ts'
import { dialsOf, type Counted } from './counted.ts'
import type { Days } from './daily.ts'
import { isDayMissing, type Series } from './energy.ts'
import { isLive, type MeteredPoint } from './metered.ts'
import type { Counting } from './reactive.ts'

/**
 * What the dials of the meter showed as each day began: by the supplier's classes of time, by the distributor's, and in
 * all. A meter begins at 0; what a day adds is what it measured. Source: SWAGGER, index_consommation.
 */
export function indexesOf(
  metered: MeteredPoint,
  series: Series,
  { from, until, counting = 'active' }: Days & { counting?: Counting },
): IndexView {
  const dial = series.direction === 'consumption' ? 'EAST' : 'EAIT'
  const view: IndexView = { calendars: [], total: { dial, values: [] } }
  const dials = dialsOf(metered, series, counting)
  dials.pass({ from: firstDay(metered.point, from), until: from })
  const last = Math.min(until - 1, metered.publishedUntil)
  for (let number = from; number <= last; number++) {
    const day = dayNamed(number)
    if (metered.point.meters.some(({ installedOn }) => installedOn === day)) dials.reset()
    if (!isLive(metered, series.direction, number)) continue
    if (!isDayMissing(metered, series, number)) {
      show(view, { day, calendars: dials.calendarsOn(number), counted: dials.counted })
    }
    dials.pass({ from: number, until: number + 1 })
  }
  return view
}

/** Where to begin counting: at the installation of the meter that hung there first in the window. */
function firstDay({ meters, commissionedOn }: SeenUsagePoint, from: number): number {
  const installed = meters.map(({ installedOn }) => dayNumber(installedOn))
  const hanging = installed.findLast((day) => day <= from) ?? installed[0]
  return Math.max(dayNumber(commissionedOn), hanging ?? from)
}

type Showing = { day: Day; calendars: readonly ClassCalendar[]; counted: Counted }

function show(view: IndexView, { day, calendars, counted }: Showing): void {
  view.total.values.push({ day, wh: counted.total })
  for (const calendar of calendars) {
    for (const { id, values } of calendarIn(view, calendar).classes) {
      values.push({ day, wh: counted.byClass.get(`${calendar.id} ${id}`) ?? 0 })
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
