import { dayNamed } from '../../../../../src/toolbox/calendar.ts'
import { refuse } from '../../../errors/index.ts'
import type { UsagePointId } from '../../../model/index.ts'
import type { GridSeries, GridsView, ReadPeriod, Seen } from '../../../views/index.ts'
import type { ClassCalendar } from '../../calendars.ts'
import { isHome } from '../../collection.ts'
import { dialsOf } from '../../counted.ts'
import { isDayMissing } from '../../energy.ts'
import { isLive, meteredPoint, type MeteredPoint, type MeterLook } from '../../metered.ts'
import { parisDay } from '../../paris.ts'
import { pointKnown } from '../point-known.ts'
import { readingsOf, type Reading } from './read-periods.ts'

/** What a bill rests on: what Enedis has corrected. */
const series = { direction: 'consumption', stage: 'BEST' } as const

/**
 * What was measured between the readings of the last twelve months, by the hours of the grid's tariff and of the
 * supplier's. A home that is not open to services has the supplier's alone. Source: SGEGUIDE, ConsultationMesures.
 */
export function measuresByGrid(
  state: Seen,
  { usagePoint, isAuthorised }: { usagePoint: UsagePointId; isAuthorised: boolean },
  look: MeterLook,
): GridsView {
  const point = pointKnown(state, usagePoint)
  if (!isAuthorised) throw refuse.sgePointNotEligible()
  if (point.flows.consumption === null) throw refuse.sgePointProduces()
  const metered = meteredPoint(state, usagePoint, look)
  const periods = periodsOf(metered, readingsOf(metered, parisDay(look.now)))
  if (periods.length === 0) throw refuse.sgeNoMeasure()
  const hasTurpe = !isHome(point) || point.servicesLevel === '2'
  return { turpe: hasTurpe ? gridOf(periods, 'turpe') : null, supplier: gridOf(periods, 'supplier') }
}

/** A period with what the dials showed as it began and as it ended, in watt-hours by `calendar class`. */
type Counted = Omit<ReadPeriod, 'kwh'> & {
  calendars: { supplier: ClassCalendar | undefined; turpe: ClassCalendar | undefined }
  before: ReadonlyMap<string, number>
  after: ReadonlyMap<string, number>
}

/** Newest first. */
function periodsOf(metered: MeteredPoint, readings: readonly Reading[]): Counted[] {
  const dials = dialsOf(metered, series)
  const periods = readings.slice(1).flatMap((second, at) => {
    const from = (readings[at] as Reading).day
    if (!isLive(metered, series.direction, from)) return []
    const before = new Map(dials.counted.byClass)
    dials.pass({ from, until: second.day })
    const [supplier, turpe] = dials.calendarsOn(from)
    return [
      {
        ...about(metered, from, second),
        calendars: { supplier, turpe },
        before,
        after: new Map(dials.counted.byClass),
      },
    ]
  })
  return periods.reverse()
}

function about(metered: MeteredPoint, from: number, { day: until, trigger }: Reading): Omit<ReadPeriod, 'kwh'> {
  const changed = [...metered.changes[series.direction]]
    .filter(([day]) => from <= day && day < until)
    .flatMap(([, changes]) => changes)
  return {
    from: dayNamed(from),
    until: dayNamed(until),
    // A reading that did not come is estimated. Source: WSDL, natures of measures; INF.
    nature: isDayMissing(metered, series, until) ? 'ESTI' : 'REEL',
    trigger,
    status: changed.some(({ kind }) => kind === 'correction') ? 'RECTIFIEE' : 'INITIALE',
  }
}

function gridOf(periods: readonly Counted[], grid: keyof Counted['calendars']): GridSeries[] {
  const found = new Map<string, GridSeries>()
  for (const { calendars, before, after, ...period } of periods) {
    const calendar = calendars[grid]
    for (const { id, label } of calendar?.classes ?? []) {
      const key = `${calendar?.id} ${id}`
      const one = found.get(key) ?? {
        calendar: named(calendar as ClassCalendar),
        timeClass: { id, label },
        periods: [],
      }
      // Whole kilowatt-hours of what the dials show, so that what a period rounds off is in the next.
      one.periods.push({ ...period, kwh: kilo(after.get(key)) - kilo(before.get(key)) })
      found.set(key, one)
    }
  }
  return [...found.values()]
}

const named = ({ id, label }: ClassCalendar) => ({ id, label })
const kilo = (wh = 0) => Math.floor(wh / 1000)
