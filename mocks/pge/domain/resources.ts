import { localDay, localDayNumber } from '../../../src/toolbox/calendar.ts'
import { refuse } from '../errors/index.ts'
import type { AuthorizationId, DataGroup, UsagePointId, Window } from '../model/index.ts'
import type {
  Coverage,
  DayBlock,
  MeterReadingView,
  ReadingTypeView,
  Seen,
  SeenPackage,
  SummaryView,
  UsagePointView,
} from '../views.ts'
import { mayShow, subscriptionCoverage } from './coverage.ts'
import { packageCoverage } from './package.ts'
import { pacific } from './pacific.ts'
import type { DataLook } from './site.ts'
import { usagePoint } from './usage-point.ts'

/** Which usage points of an authorization are asked for, and for when; by default all, and no readings. */
export type Asked = { authorization: AuthorizationId; usagePoint?: string; window?: Window }

/** Usage points of an authorization; one that it does not open is not found. */
export function usagePointsOf(
  state: Seen,
  { authorization, usagePoint: id, window }: Asked,
  look: DataLook,
): UsagePointView[] {
  const all = subscriptionCoverage(state, authorization, look.now)
  const covered = id === undefined ? all : all.filter(({ agreement }) => agreement === (id as UsagePointId))
  if (id !== undefined && covered.length === 0) throw refuse.notFound()
  return covered.map((coverage) => usagePoint(state, { coverage, window: window ?? null }, look))
}

/** One of them. */
export function usagePointOf(state: Seen, asked: Asked & { usagePoint: string }, look: DataLook): UsagePointView {
  const [point] = usagePointsOf(state, asked, look)
  if (point === undefined) throw refuse.notFound()
  return point
}

/** The readings of one type on a usage point. */
export function meterReadingOf(
  state: Seen,
  { meterReading, ...asked }: Asked & { usagePoint: string; meterReading: string },
  look: DataLook,
): { point: UsagePointView; reading: MeterReadingView } {
  const point = usagePointOf(state, asked, look)
  const reading = point.readings.find(({ id }) => id === meterReading)
  if (reading === undefined) throw refuse.notFound()
  return { point, reading }
}

/** One day's block by the second at which it starts. */
export function blockAt({ blocks }: MeterReadingView, start: string): DayBlock {
  for (const block of blocks) if (String(block.start) === start) return block
  throw refuse.notFound()
}

/** The day that a block's id names, as a window of its own. */
export function dayOfBlock(start: string): Window {
  if (!/^\d{1,10}$/.test(start)) throw refuse.notFound()
  const day = localDayNumber(new Date(Number(start) * 1000).toISOString(), pacific)
  const midnight = new Date(localDay(day, pacific).startsAt * 1000).toISOString()
  return { by: 'published', from: midnight, to: midnight }
}

/** One bill by its id, with or without commas. */
export function summaryAt({ summaries }: UsagePointView, id: string): SummaryView {
  const wanted = Number(id.replaceAll(',', ''))
  for (const summary of summaries) if (summary.id === wanted) return summary
  throw refuse.notFound()
}

/** Everything that ever was, for resources that have an id of their own. */
export const anyTime = { by: 'published', from: '1970-01-02T00:00:00.000Z', to: '2999-12-31T00:00:00.000Z' } as const

/** A prepared package's usage points: those of its commodity, in its window. */
export function packagedPoints(
  state: Seen,
  one: SeenPackage,
  { bulkId }: { bulkId: string },
  look: DataLook,
): UsagePointView[] {
  return packageCoverage(state, one, look.now).map((coverage) =>
    usagePoint(state, { coverage, window: one.window, subscription: bulkId }, look),
  )
}

/** Reading types that an authorization's data refers to. */
export function readingTypesOf(points: readonly UsagePointView[]): ReadingTypeView[] {
  const types = points.flatMap(({ readings, summaryType }) => [
    ...readings.map(({ type }) => type),
    ...(summaryType ? [summaryType] : []),
  ])
  return [...new Map(types.map((type) => [type.id, type])).values()]
}

/** A request outside of what was granted. Source: APIS, function blocks: 403. */
export function mustBeGranted(covered: readonly Coverage[], ...groups: DataGroup[]): void {
  if (!covered.some((coverage) => mayShow(coverage, ...groups))) throw refuse.beyondScope()
}
