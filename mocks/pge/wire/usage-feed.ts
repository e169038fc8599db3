import type { ReadingTypeView, UsagePointView } from '../views.ts'
import { feedHead, feedTail, type Sheet } from './envelope.ts'
import { localTimeEntry, programIdEntry } from './fixed-entries.ts'
import { intervalBlocks } from './interval-block.ts'
import { readingTypeEntry } from './reading-type.ts'
import { meterReadingEntry, usagePointEntry } from './usage-point.ts'
import { usageSummaries } from './usage-summary.ts'

/**
 * A usage feed, piece by piece, in PG&E's order: what was measured comes after what says how to read it. Where bills
 * stand in a feed that has readings too is inferred. Source: WIRE, usage feeds.
 */
export function* usageFeed(self: string, points: readonly UsagePointView[], sheet: Sheet): Generator<string> {
  yield feedHead(self, sheet) + localTimeEntry(sheet)
  for (const type of typesOf(points)) yield readingTypeEntry(type, sheet)
  for (const point of points) yield* usagePoint(point, sheet)
  yield programIdEntry(sheet) + feedTail
}

function* usagePoint(point: UsagePointView, sheet: Sheet): Generator<string> {
  yield usagePointEntry(point, sheet)
  for (const reading of point.readings) {
    yield meterReadingEntry(point, reading, sheet)
    yield* intervalBlocks(point, reading, sheet, { blockPerReading: 'off' })
  }
  yield* usageSummaries(point, sheet)
}

/** Each reading type once, however many usage points have it. */
export function typesOf(points: readonly UsagePointView[]): ReadingTypeView[] {
  const types = points.flatMap(({ readings, summaryType, summaries }) => [
    ...readings.map(({ type }) => type),
    ...(summaryType && hasAny(summaries) ? [summaryType] : []),
  ])
  return [...new Map(types.map((type) => [`${type.id} ${type.commodity} ${type.defaultQuality}`, type])).values()]
}

function hasAny(items: Iterable<unknown>): boolean {
  for (const _ of items) return true
  return false
}
