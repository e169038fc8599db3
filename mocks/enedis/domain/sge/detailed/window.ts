import { dayNumber } from '../../../../../src/toolbox/calendar.ts'
import type { EnedisSettings } from '../../../dialect/index.ts'
import { refuse, type Refusal } from '../../../errors/index.ts'
import type { Direction } from '../../../model/index.ts'
import type { SeenUsagePoint } from '../../../views/index.ts'
import { curveDays } from '../../collection.ts'
import { windowOf, type Unanswerable, type WindowLook } from '../../window.ts'
import type { DetailedAsked, Telling } from './asked.ts'

const kinds = { COURBE: 'curve', ENERGIE: 'daily', PMAX: 'maxPower', INDEX: 'index' } as const

type Settings = WindowLook['dialect'] & Pick<EnedisSettings, 'cmd3Window' | 'preActivationCurve'>
type Look = Omit<WindowLook, 'dialect'> & { dialect: Settings }

/** Refuses a period of which nothing may be told, in the words of SGE. */
export function mustBeTold({ asked, point, directions }: Telling, look: Look): void {
  for (const direction of directions) {
    const about = { audience: 'sge', kind: kinds[asked.of], direction, customer: null, dataFrom: null } as const
    const window = windowOf(point, { ...about, from: asked.from, until: asked.until }, look)
    if (window.may === 'not') throw refusalOf(window.because)
  }
  if (asked.of !== 'COURBE') return
  if (asked.version === 'v3' && isTooLongForCatalogue(asked, look)) throw refuse.sgeDurationIncompatible()
  if (!directions.some((direction) => wasCollected(point, { asked, direction }, look))) {
    throw refuse.sgeCurveNeverCollected()
  }
}

/** Source: CATALOGUE, CMD3-NR1 expects a window of six days to be refused; SGECLIENT: seven are answered (R40). */
const isTooLongForCatalogue = ({ from, until }: DetailedAsked, { dialect }: Look) =>
  dialect.cmd3Window === 'catalogue' && dayNumber(until) - dayNumber(from) >= 6

/** Whether anybody had the curve collected in a period, or the meter remembers it from before. Source: ANNEX, 4L9. */
function wasCollected(
  point: SeenUsagePoint,
  { asked, direction }: { asked: DetailedAsked; direction: Direction },
  { dialect }: Look,
): boolean {
  const memory = dialect.preActivationCurve !== 'none'
  return curveDays(point, direction, { memory }).some(
    ({ from, until }) => from < dayNumber(asked.until) && dayNumber(asked.from) < until,
  )
}

/** In which words SGE refuses what the meter's rules refuse. Source: ANNEX; INF, for depth, move-in and opposition. */
const refusals = {
  startIsEnd: 'sgeStartAfterEnd',
  startAfterEnd: 'sgeStartAfterEnd',
  endInFuture: 'sgeEndAfterToday',
  endNotPublished: 'sgeEndAfterToday',
  windowTooLong: 'sgeDurationIncompatible',
  beyondHistory: 'sgeDurationIncompatible',
  wrongDirection: 'sgeDirectionUnfit',
  notHolder: 'sgeNotHolderInPeriod',
  beforeActivation: 'sgePeriodNotEligible',
  beforeConsent: 'sgePeriodNotEligible',
  curveOpposed: 'sgeCustomerOpposed',
} as const satisfies Record<Unanswerable, keyof typeof refuse>

const refusalOf = (because: Unanswerable): Refusal => refuse[refusals[because]]()
