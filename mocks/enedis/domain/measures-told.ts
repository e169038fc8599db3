import type { Look } from '../dialect/index.ts'
import { refuse, type Refusal } from '../errors/index.ts'
import type { CustomerId, DataKind, Day, Direction, UsagePointId } from '../model/index.ts'
import type { Bearer, Seen } from '../views/index.ts'
import { mayRead } from './data-access.ts'
import type { Answer, MeasureLook, Question } from './measures.ts'
import type { Unanswerable } from './window.ts'

/** What an application asks of the measures of a usage point. */
export type MeasuresAsked = {
  bearer: Bearer
  usagePoint: UsagePointId
  data: DataKind
  direction: Direction
  /** Whom the client takes for the holder; null: it does not say. */
  person: CustomerId | null
  from: Day
  /** The first day that is not asked for. */
  until: Day
}

/** How measures of one kind are read of a meter. */
export type Reader<View> = (state: Seen, question: Question, look: MeasureLook) => Answer<View>

type Told = Look & Pick<MeasureLook, 'seed'>

/** What the meter answers to an application, whose right to ask is judged first. */
export function measuresAsked<View>(
  state: Seen,
  { read, ...asked }: MeasuresAsked & { read: Reader<View> },
  look: Told,
): Answer<View> {
  const { bearer, usagePoint, direction, person, from, until } = asked
  const { customer, dataFrom } = mayRead(state, asked, look)
  // Whose the point is was judged; a client that names somebody else knows the wrong person.
  if (person !== null && person !== customer) throw refuse.unknownUser()
  const audience = bearer.generation ?? 'v5'
  const question = { audience, usagePoint, direction, customer, from, until, dataFrom, stage: 'BRUT' } as const
  return read(state, question, look)
}

/** The measures of an answer, or the refusal of v4 and v5 that says why there are none. */
export function measuresTold<View>(answer: Answer<View>, about: Pick<MeasuresAsked, 'data'>): View {
  if (answer.found === 'measures') return answer.measures
  throw answer.found === 'nothing' ? refuse.noData() : refusalOf(answer.because, about)
}

/** In which words v4 and v5 refuse what the meter's rules refuse. Source: SWAGGER, errors of v4 and v5. */
const refusals = {
  startIsEnd: 'startNotBeforeEnd',
  startAfterEnd: 'startNotBeforeEnd',
  endInFuture: 'endNotPast',
  endNotPublished: 'endNotPast',
  windowTooLong: 'windowTooLong',
  wrongDirection: 'wrongDirection',
  notHolder: 'notHolder',
  beyondHistory: 'beyondDepth',
  beforeActivation: 'beforeActivation',
  beforeConsent: 'beforeConsent',
  curveOpposed: 'curveOpposed',
} as const satisfies Record<Unanswerable, keyof typeof refuse>

function refusalOf(because: Unanswerable, { data }: Pick<MeasuresAsked, 'data'>): Refusal {
  const isYear = because === 'windowTooLong' && data !== 'loadCurve'
  return isYear ? refuse.windowOverAYear() : refuse[refusals[because]]()
}
