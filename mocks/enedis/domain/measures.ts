import type { MeasureSettings } from '../dialect/measures.ts'
import type { UsagePointId } from '../model/ids.ts'
import type { Stage } from '../model/reading.ts'
import type { CurveStep } from '../model/usage-point.ts'
import type { CurvePoint, DayEnergy, IndexView, PeakOf, SeenMetering } from '../views/index.ts'
import { curvePoints } from './curve.ts'
import { dayEnergies, type Days } from './daily.ts'
import { indexesOf } from './indexes.ts'
import { meteredPoint, type MeteredPoint } from './metered.ts'
import { dailyPeaks, monthlyPeaks } from './peaks.ts'
import type { Counting } from './reactive.ts'
import { windowOf, type Asked, type Unanswerable } from './window.ts'

/** What a rule that reads measures may know besides the state. */
export type MeasureLook = { now: string; seed: string; dialect: MeasureSettings }

/** What is asked of which usage point. */
export type Question = Omit<Asked, 'kind'> & { usagePoint: UsagePointId; stage: Stage }

/** Why there are no data in a window that may be read. */
export type Missing = 'notCommunicating' | 'curveNotActivated' | 'noData'

/** Measures, or that there are none, or that they may not be asked for: each API has its own words for these. */
export type Answer<View> =
  | { found: 'measures'; measures: View }
  | { found: 'nothing'; because: Missing }
  | { found: 'refused'; because: Unanswerable }

/** The load curve, in the step in which it was collected, or in another that SGE tells; active power unless told otherwise. */
export function loadCurve(
  state: SeenMetering,
  asked: Question & { step?: CurveStep | null; counting?: Counting },
  look: MeasureLook,
): Answer<CurvePoint[]> {
  const memory = look.dialect.preActivationCurve
  const isShown = memory === 'everywhere' || (memory === 'sge' && asked.audience === 'sge')
  return answered(state, { ...asked, kind: 'curve' }, look, (metered, days) =>
    curvePoints(metered, { ...asked, ...days, step: asked.step ?? null, memory: isShown }, look.dialect),
  )
}

/** What each day measured. */
export function dailyEnergy(state: SeenMetering, asked: Question, look: MeasureLook): Answer<DayEnergy[]> {
  return answered(state, { ...asked, kind: 'daily' }, look, (metered, days) => dayEnergies(metered, asked, days))
}

/** The highest power by day or by month, and of each phase if that is asked. */
export function maxPower(
  state: SeenMetering,
  asked: Question & { by: 'day' | 'month'; phases: boolean },
  look: MeasureLook,
): Answer<PeakOf[]> {
  const peaks = asked.by === 'day' ? dailyPeaks : monthlyPeaks
  return answered(state, { ...asked, kind: 'maxPower' }, look, (metered, days) => {
    const told = peaks(metered, days, asked)
    return told[0]?.peaks.length ? told : []
  })
}

/** What the dials of the meter showed, day by day: those of active energy unless told otherwise. */
export function indexes(
  state: SeenMetering,
  asked: Question & { counting?: Counting },
  look: MeasureLook,
): Answer<IndexView> {
  const { counting = 'active' } = asked
  const answer = answered(state, { ...asked, kind: 'index' }, look, (metered, days) => {
    const view = indexesOf(metered, asked, { ...days, counting })
    return view.total.values.length > 0 ? [view] : []
  })
  return answer.found === 'measures' ? { ...answer, measures: answer.measures[0] as IndexView } : answer
}

type Asking = Question & Asked

function answered<One>(
  state: SeenMetering,
  asked: Asking,
  look: MeasureLook,
  read: (metered: MeteredPoint, days: Days) => One[],
): Answer<One[]> {
  const metered = meteredPoint(state, asked.usagePoint, look)
  const window = windowOf(metered.point, asked, { ...look, publishAt: state.settings.publishAt })
  if (window.may === 'not') return { found: 'refused', because: window.because }
  const measures = read(metered, window)
  return measures.length > 0 ? { found: 'measures', measures } : { found: 'nothing', because: missing(metered, asked) }
}

function missing({ point }: MeteredPoint, { kind, direction }: Asking): Missing {
  if (point.servicesLevel === '0') return 'notCommunicating'
  return kind === 'curve' && point.flows[direction]?.curve.length === 0 ? 'curveNotActivated' : 'noData'
}
