import { dayNamed } from '../../../../src/toolbox/calendar.ts'
import type { OrderedMeasures } from '../../views/flows.ts'
import { isHome } from '../collection.ts'
import { curvePoints, type Stamping } from '../curve.ts'
import { dayEnergies, type Days } from '../daily.ts'
import type { Series } from '../energy.ts'
import { indexesOf } from '../indexes.ts'
import type { MeteredPoint } from '../metered.ts'
import { dailyPeaks } from '../peaks.ts'
import type { MeasureSettings } from '../../dialect/measures.ts'

/** What an order of fine measures names: curves, indexes, daily energies or daily peaks of one direction. */
export type Ordered = Series & Days & { of: OrderedMeasures['of'] }

/** What R63, R64, R65 and R66 carry of a point: what the web services of SGE tell of it. Source: FLOWGUIDE, M023. */
export function orderedMeasures(
  metered: MeteredPoint,
  ordered: Ordered,
  dialect: Stamping & Pick<MeasureSettings, 'preActivationCurve'>,
): OrderedMeasures {
  const { of, direction, stage, from, until } = ordered
  const about = { usagePoint: metered.point.id, direction, stage, from: dayNamed(from), until: dayNamed(until) }
  if (of === 'COURBES') return { ...about, of, curves: curvesOf(metered, ordered, dialect) }
  if (of === 'ENERGIE') return { ...about, of, days: dayEnergies(metered, ordered, ordered) }
  if (of === 'PMAX') return { ...about, of, peaks: dailyPeaks(metered, ordered, { phases: false }) }
  return { ...about, of, indexes: indexesOf(metered, ordered, ordered) }
}

type Curves = Extract<OrderedMeasures, { of: 'COURBES' }>['curves']
const countings = { PA: 'active', PRI: 'inductive', PRC: 'capacitive' } as const

/** Active power, and of C1 to C4 reactive power as well. */
function curvesOf(
  metered: MeteredPoint,
  { of: _, ...days }: Ordered,
  dialect: Stamping & Pick<MeasureSettings, 'preActivationCurve'>,
): Curves {
  const part = { ...days, step: null, memory: dialect.preActivationCurve !== 'none' }
  const quantities = isHome(metered.point) ? (['PA'] as const) : (['PA', 'PRI', 'PRC'] as const)
  return quantities.map((quantity) => {
    return { quantity, points: curvePoints(metered, { ...part, counting: countings[quantity] }, dialect) }
  })
}
