import { dayNamed } from '../../../../src/toolbox/calendar.ts'
import { Impossible } from '../../errors/index.ts'
import type { R171Quantity, R171Series } from '../../views/flows.ts'
import { isHome } from '../collection.ts'
import type { Days } from '../daily.ts'
import { indexesOf } from '../indexes.ts'
import type { MeteredPoint } from '../metered.ts'
import { readingBefore } from './period.ts'
import { countedSinceReading, distributorCalendar, type ClassCount } from './since-reading.ts'

const series = { direction: 'consumption', stage: 'BRUT' } as const

/**
 * What the dials of C2 to C4 showed as each of these days began: energies since the meter was installed, the others
 * since its last reading for a bill. Source: FLOWGUIDE, R171.
 */
export function r171Series(metered: MeteredPoint, days: Days): R171Series[] {
  if (isHome(metered.point)) throw new Impossible(`R171 has no indexes of C5, as ${metered.point.id} is: use R151.`)
  const known = { from: days.from, until: Math.min(days.until, metered.publishedUntil + 1) }
  return [...energies(metered, known), ...sinceReading(metered, known)]
}

const counted = { EA: 'active', ERI: 'inductive', ERC: 'capacitive' } as const

function energies(metered: MeteredPoint, days: Days): R171Series[] {
  const told: R171Series[] = []
  for (const quantity of ['EA', 'ERI', 'ERC'] as const) {
    const view = indexesOf(metered, series, { ...days, counting: counted[quantity] })
    for (const { id, label, values } of view.calendars.filter(isDistributors).flatMap(({ classes }) => classes)) {
      const shown = values.map(({ day, wh }) => ({ day, value: wh }))
      told.push({ ...about(metered), quantity, timeClass: { id, label }, values: shown })
    }
  }
  return told
}

const isDistributors = ({ id }: { id: string }) => id.startsWith('DI')
const about = ({ point }: MeteredPoint) => ({ usagePoint: point.id, direction: series.direction })

/** Overrun is told in time on low voltage, in power on high voltage. Source: INF, of the grid tariff (TURPE). */
function sinceReading(metered: MeteredPoint, days: Days): R171Series[] {
  const overrun = metered.point.supply.domain === 'HTA' ? 'DQ' : 'DD'
  const told = new Map<string, R171Series>()
  for (let number = days.from; number < days.until; number++) {
    const calendar = distributorCalendar(metered, number - 1)
    if (calendar === undefined) continue
    const counts = countedSinceReading(metered, calendar, { from: readingBefore(number), until: number })
    for (const quantity of ['PMA', overrun, 'TF'] as const) {
      for (const count of counts) {
        const label = calendar.classes.find(({ id }) => id === count.id)?.label ?? count.id
        const of = { ...about(metered), quantity, timeClass: { id: count.id, label } }
        const one = told.get(`${quantity} ${count.id}`) ?? { ...of, values: [] }
        one.values.push({ day: dayNamed(number), value: valueOf[quantity](count) })
        told.set(`${quantity} ${count.id}`, one)
      }
    }
  }
  return [...told.values()]
}

const valueOf = {
  PMA: ({ peakVa }) => peakVa,
  DD: ({ overrunSeconds }) => overrunSeconds,
  DQ: ({ overrunSquares }) => Math.round(Math.sqrt(overrunSquares)),
  TF: ({ seconds }) => seconds,
} as const satisfies Partial<Record<R171Quantity, (count: ClassCount) => number>>
