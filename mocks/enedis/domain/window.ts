import { dayNumber, localDay } from '../../../src/toolbox/calendar.ts'
import type { MeasureSettings } from '../dialect/measures.ts'
import type { Generation } from '../model/api.ts'
import type { Direction } from '../model/contract.ts'
import type { CustomerId, Day } from '../model/ids.ts'
import type { SeenUsagePoint } from '../views/index.ts'
import { activatedOn, heldSince } from './contracts.ts'
import { dayAfter, daysLater, paris, parisDay, parisInstant } from './paris.ts'

/** Who asks: an API of Data Connect by its generation, or a web service of SGE. */
export type Audience = Generation | 'sge'
export type MeasureKind = 'curve' | 'daily' | 'maxPower' | 'index'

/** What is asked of which direction, for whom and of when. */
export type Asked = {
  audience: Audience
  kind: MeasureKind
  direction: Direction
  /** Whose consent opens it; null: nobody's, as for SGE's own services. */
  customer: CustomerId | null
  from: Day
  /** The first day that is not asked for. */
  until: Day
  /** Data before this day is not part of the consent; null: all of it is. */
  dataFrom: Day | null
}

/** Why Enedis does not even look for data. */
export type Unanswerable =
  | 'startIsEnd'
  | 'startAfterEnd'
  | 'endInFuture'
  | 'endNotPublished'
  | 'windowTooLong'
  | 'wrongDirection'
  | 'notHolder'
  | 'beyondHistory'
  | 'beforeActivation'
  | 'beforeConsent'
  | 'curveOpposed'

/** The days that may be read, in day numbers, or why none may. */
export type Window = { may: 'read'; from: number; until: number } | { may: 'not'; because: Unanswerable }

/** What a rule about windows must know of the world. */
export type WindowLook = {
  now: string
  publishAt: string
  dialect: Pick<MeasureSettings, 'curveWindow' | 'historyDepth' | 'endToday'>
}

/** Days of one call, where they are limited, and months of history. Source: SWAGGER, limits; SGEGUIDE, limits of V3. */
const fine = { days: 7, months: 24 } as const
const yearly = { days: 365, months: 36 } as const
const whole = { days: null, months: 36 } as const
const limits = {
  v4: { curve: fine, daily: yearly, maxPower: yearly, index: yearly },
  v5: { curve: fine, daily: yearly, maxPower: yearly, index: yearly },
  v2: { curve: fine, daily: whole, maxPower: whole, index: whole },
  sge: { curve: fine, daily: whole, maxPower: whole, index: whole },
} as const satisfies Record<Audience, Record<MeasureKind, { days: number | null; months: number }>>

/** Which days of a point a call may read. Of several reasons against it, the first that stands here is told. */
export function windowOf(point: SeenUsagePoint, asked: Asked, look: WindowLook): Window {
  const because = datesRefused(asked, look) ?? pointRefused(point, asked, look)
  if (because !== undefined) return { may: 'not', because }
  return { may: 'read', from: dayNumber(asked.from), until: dayNumber(asked.until) }
}

function datesRefused(asked: Asked, look: WindowLook): Unanswerable | undefined {
  const { from, until } = asked
  const today = parisDay(look.now)
  if (from === until) return 'startIsEnd'
  if (from > until) return 'startAfterEnd'
  if (until > today) return 'endInFuture'
  if (until === today && isNight(asked, look)) return 'endNotPublished'
  if (isTooLong(asked, look)) return 'windowTooLong'
  return undefined
}

function isNight({ audience }: Asked, { now, publishAt, dialect }: WindowLook): boolean {
  if (audience === 'sge' || dialect.endToday === 'accepted') return false
  return now < parisInstant(parisDay(now), publishAt)
}

function isTooLong({ audience, kind, from, until }: Asked, { dialect }: WindowLook): boolean {
  const { days: most } = limits[audience][kind]
  if (most === null) return false
  const days = dayNumber(until) - dayNumber(from)
  if (kind !== 'curve' || audience === 'sge' || dialect.curveWindow === 'sevenDays') return days > most
  if (dialect.curveWindow === 'lessThanSeven') return days >= most
  return startsAt(until) - startsAt(from) > most * 86_400
}

const startsAt = (day: Day) => localDay(dayNumber(day), paris).startsAt

function pointRefused(point: SeenUsagePoint, asked: Asked, look: WindowLook): Unanswerable | undefined {
  const { direction, customer, from, dataFrom, kind } = asked
  const today = parisDay(look.now)
  if (point.flows[direction] === null) return 'wrongDirection'
  if (customer !== null && heldSince(point, customer, today) === undefined) return 'notHolder'
  if (from < historyFrom(asked, look)) return 'beyondHistory'
  if (from < activatedOn(point, direction, today)) return 'beforeActivation'
  if (dataFrom !== null && from < dataFrom) return 'beforeConsent'
  if (kind === 'curve' && point.opposesCurve) return 'curveOpposed'
  return undefined
}

/** The oldest day an API tells of. Source: SWAGGER, 24 or 36 months and 15 days; SGEGUIDE: 24 or 36 months. */
function historyFrom(
  { audience, kind }: Pick<Asked, 'audience' | 'kind'>,
  { now, dialect }: Pick<WindowLook, 'now' | 'dialect'>,
): Day {
  const depth = dayAfter(parisDay(now), `-P${limits[audience][kind].months}M`)
  return audience === 'sge' ? depth : daysLater(depth, -daysBeyond[dialect.historyDepth])
}

const daysBeyond = { '15days': 15, '16days': 16, monthsOnly: 0 } as const
