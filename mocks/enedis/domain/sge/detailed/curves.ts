import { localDayNumber } from '../../../../../src/toolbox/calendar.ts'
import type { CurvePoint, CurveQuantity, CurveValue, SeenMetering, SeenUsagePoint } from '../../../views/index.ts'
import { isHome } from '../../collection.ts'
import { parisLocalDay, slot } from '../../energy.ts'
import { loadCurve, type Answer, type MeasureLook, type Question } from '../../measures.ts'
import { paris } from '../../paris.ts'
import { millivoltsIn } from '../../voltage.ts'
import type { Version } from './asked.ts'

const countings = { PA: 'active', PRI: 'inductive', PRC: 'capacitive', E: 'active' } as const

type Curve = { question: Question; point: SeenUsagePoint; quantity: CurveQuantity; version: Version }

/** A curve of power or of voltage, which has a value wherever there is one of power. */
export function curveTold(
  state: SeenMetering,
  { question, point, quantity, version }: Curve,
  look: MeasureLook,
): Answer<CurveValue[]> {
  const asked = { ...question, step: stepIn(version, point), counting: countings[quantity] }
  const answer = loadCurve(state, asked, look)
  if (answer.found !== 'measures') return answer
  const value = quantity === 'E' ? voltsOf(point, look) : ({ watts }: CurvePoint) => watts
  return { found: 'measures', measures: answer.measures.map((one) => ({ ...momentOf(one), value: value(one) })) }
}

/** V3 tells the curves of companies in five minutes, whatever flows tell. Source: SGEGUIDE, V3; CAPTURE, C4 with PT5M. */
const stepIn = (version: Version, point: SeenUsagePoint): 5 | null => (version === 'v3' && !isHome(point) ? 5 : null)

function momentOf({ stamp, startsAt, minutes, nature }: CurvePoint): Omit<CurveValue, 'value'> {
  return { stamp, startsAt, minutes, nature }
}

/** The average of what each five minutes had. */
function voltsOf(point: SeenUsagePoint, { seed }: MeasureLook): (one: CurvePoint) => number {
  return ({ startsAt, minutes }) => {
    const day = parisLocalDay(localDayNumber(new Date(startsAt * 1000).toISOString(), paris))
    const first = (startsAt - day.startsAt) / slot
    const parts = (minutes * 60) / slot
    const millivolts = Array.from({ length: parts }, (_, part) =>
      millivoltsIn({ point, seed }, { day: day.number, at: first + part }),
    )
    return Math.round(millivolts.reduce((sum, one) => sum + one, 0) / parts / 1000)
  }
}
