import type { Look } from '../dialect/index.ts'
import { refuse, type Refusal } from '../errors/index.ts'
import type { CurvePoint, DailyView, IndexView, PeakOf, Seen } from '../views/index.ts'
import { isHome } from './collection.ts'
import { measuresAsked, type MeasuresAsked, type Reader } from './measures-told.ts'
import { dailyEnergy, indexes, loadCurve, maxPower, type Answer } from './measures.ts'
import type { Unanswerable } from './window.ts'

/** What a client of 2026 asks of a meter: from a day up to, not including, another. */
export type SynchronousQuestion = Omit<MeasuresAsked, 'data' | 'person'>

/** What a rule that reads measures for an application must know. */
export type ReadLook = Look & { seed: string }

/** The load curve, as its collection recorded it. */
export function curveAsked(state: Seen, asked: SynchronousQuestion, look: ReadLook): Answer<CurvePoint[]> {
  return measuresAsked(state, { ...asked, person: null, data: 'loadCurve', read: loadCurve }, look)
}

/** What each day measured, and how that is known. Source: SWAGGER, modeCalcul; which segment has which is inferred. */
export function daysAsked(state: Seen, asked: SynchronousQuestion, look: ReadLook): Answer<DailyView> {
  const answer = measuresAsked(state, { ...asked, person: null, data: 'dailyEnergy', read: dailyEnergy }, look)
  if (answer.found !== 'measures') return answer
  const point = state.usagePoints[asked.usagePoint]
  const fromIndexes = point !== undefined && isHome(point)
  return { found: 'measures', measures: { days: answer.measures, knownBy: fromIndexes ? 'indexes' : 'curve' } }
}

/** The highest power of each day or month. */
export function peaksAsked(
  state: Seen,
  { by, phases, ...asked }: SynchronousQuestion & { by: 'day' | 'month'; phases: boolean },
  look: ReadLook,
): Answer<PeakOf[]> {
  const read: Reader<PeakOf[]> = (seen, question, at) => maxPower(seen, { ...question, by, phases }, at)
  return measuresAsked(state, { ...asked, person: null, data: 'maxPower', read }, look)
}

/** What the dials showed as each day began. */
export function indexesAsked(state: Seen, asked: SynchronousQuestion, look: ReadLook): Answer<IndexView> {
  return measuresAsked(state, { ...asked, person: null, data: 'index', read: indexes }, look)
}

type Spelling = Pick<Look['dialect'], 'emptyPeriod' | 'outOfSpec'>

/** The measures of an answer, or the refusal of 2026 that tells there are none. */
export function measuresIn<View>(answer: Answer<View>, dialect: Spelling): View {
  if (answer.found === 'measures') return answer.measures
  throw answer.found === 'nothing' ? refuse.noData() : refusals[answer.because](dialect)
}

/** In which words the APIs of 2026 refuse what the meter's rules refuse. Source: SWAGGER, 2026; CAPTURE and ISSUES. */
const refusals: Readonly<Record<Unanswerable, (dialect: Spelling) => Refusal>> = {
  startIsEnd: ({ emptyPeriod }) => (emptyPeriod === '500' ? refuse.technicalError() : refuse.startNotBeforeEnd()),
  startAfterEnd: ({ outOfSpec }) => (outOfSpec === 'faithful' ? refuse.technicalError() : refuse.startNotBeforeEnd()),
  endInFuture: () => refuse.endNotPast(),
  endNotPublished: () => refuse.endNotPast(),
  windowTooLong: () => refuse.windowTooLong(),
  wrongDirection: () => refuse.wrongDirection(),
  notHolder: () => refuse.notHolder(),
  beyondHistory: () => refuse.beyondDepth(),
  beforeActivation: () => refuse.beforeActivation(),
  beforeConsent: () => refuse.beforeConsent(),
  curveOpposed: () => refuse.curveOpposed(),
}
