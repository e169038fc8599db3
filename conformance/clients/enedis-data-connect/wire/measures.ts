import { NoAnswer } from '../trouble.ts'
import { isRecord, jsonIn } from './refusals.ts'

/** A value as it was told, with its stamp; `minutes` is the step of a point in a curve. */
export type ReadingTold = { stamp: string; value: number; minutes: number }

/** The readings of an answer of measures v2. Values are text, and each point of a curve tells its own step. */
export function measuresIn(body: string): ReadingTold[] {
  const told = jsonIn(body)
  const [quantity] = isRecord(told) && Array.isArray(told['grandeur']) ? (told['grandeur'] as unknown[]) : []
  if (!isRecord(told) || !isRecord(quantity)) throw new NoAnswer(`The answer has no measures: ${body.slice(0, 80)}`)
  const points = Array.isArray(quantity['points']) ? (quantity['points'] as unknown[]) : []
  return points.filter(isRecord).flatMap(({ d, v, p = told['pas'] }) => readingOf(d, v, p))
}

/** The readings of an answer of v5, whose words are others. */
export function meteringIn(body: string): ReadingTold[] {
  const told = jsonIn(body)
  const reading = isRecord(told) ? told['meter_reading'] : undefined
  if (!isRecord(reading)) throw new NoAnswer(`The answer has no readings: ${body.slice(0, 80)}`)
  const type = isRecord(reading['reading_type']) ? reading['reading_type'] : {}
  const intervals = Array.isArray(reading['interval_reading']) ? (reading['interval_reading'] as unknown[]) : []
  return intervals
    .filter(isRecord)
    .flatMap(({ date, value, interval_length: length = type['measuring_period'] }) => readingOf(date, value, length))
}

/** A point without a number is one that is missing. */
function readingOf(stamp: unknown, told: unknown, step: unknown): ReadingTold[] {
  const isTold = (typeof told === 'string' && told !== '') || typeof told === 'number'
  const value = Number(told)
  if (typeof stamp !== 'string' || !isTold || !Number.isFinite(value)) return []
  return [{ stamp, value, minutes: minutesIn(step) }]
}

/** `PT30M` is thirty minutes; a day's is not told in minutes. */
function minutesIn(step: unknown): number {
  const [, hours, minutes] = /^PT(?:(\d+)H)?(?:(\d+)M)?$/.exec(String(step)) ?? []
  return Number(hours ?? 0) * 60 + Number(minutes ?? 0)
}
