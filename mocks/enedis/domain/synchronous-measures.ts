import type { Look } from '../dialect/index.ts'
import { refuse } from '../errors/index.ts'
import type { DataKind, Day, Direction, UsagePointId } from '../model/index.ts'
import type { Bearer, CurvePoint, DailyView, IndexView, PeakOf, Seen } from '../views/index.ts'
import { isHome } from './collection.ts'
import { mayRead } from './data-access.ts'
import { dailyEnergy, indexes, loadCurve, maxPower, type Answer, type Question } from './measures.ts'
import type { Unanswerable } from './window.ts'

/** What a client of 2026 asks of a meter: from a day up to, not including, another. */
export type SynchronousQuestion = {
  bearer: Bearer
  usagePoint: UsagePointId
  direction: Direction
  from: Day
  until: Day
}

/** What a rule that reads measures for an application must know. */
export type ReadLook = Look & { seed: string }

/** The load curve, as its collection recorded it. */
export function curveAsked(state: Seen, asked: SynchronousQuestion, look: ReadLook): Answer<CurvePoint[]> {
  return loadCurve(state, questionOf(state, { ...asked, data: 'loadCurve' }, look), look)
}

/** What each day measured, and how that is known. Source: SWAGGER, modeCalcul; which segment has which is inferred. */
export function daysAsked(state: Seen, asked: SynchronousQuestion, look: ReadLook): Answer<DailyView> {
  const answer = dailyEnergy(state, questionOf(state, { ...asked, data: 'dailyEnergy' }, look), look)
  if (answer.found !== 'measures') return answer
  const point = state.usagePoints[asked.usagePoint]
  const fromIndexes = point !== undefined && isHome(point)
  return { found: 'measures', measures: { days: answer.measures, knownBy: fromIndexes ? 'indexes' : 'curve' } }
}

/** The highest power of each day or month. */
export function peaksAsked(
  state: Seen,
  asked: SynchronousQuestion & { by: 'day' | 'month'; phases: boolean },
  look: ReadLook,
): Answer<PeakOf[]> {
  const { by, phases } = asked
  return maxPower(state, { ...questionOf(state, { ...asked, data: 'maxPower' }, look), by, phases }, look)
}

/** What the dials showed as each day began. */
export function indexesAsked(state: Seen, asked: SynchronousQuestion, look: ReadLook): Answer<IndexView> {
  return indexes(state, questionOf(state, { ...asked, data: 'index' }, look), look)
}

/** The question as the meter understands it, once the application's right to ask it has been judged. */
function questionOf(
  state: Seen,
  { bearer, data, usagePoint, direction, from, until }: SynchronousQuestion & { data: DataKind },
  look: ReadLook,
): Question {
  const { customer, dataFrom } = mayRead(state, { bearer, usagePoint, data }, look)
  return { audience: 'v2', stage: 'BRUT', usagePoint, direction, customer, dataFrom, from, until }
}

type Refusal = ReturnType<typeof refuse.noData>
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
