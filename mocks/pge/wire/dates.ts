import { isDay } from '../../../src/toolbox/calendar.ts'
import type { PgeSettings } from '../dialect/index.ts'
import { refuse } from '../errors/index.ts'
import type { AskedDates } from '../views.ts'

type Query = Readonly<Record<string, string>>

const known = new Set(['published-min', 'published-max', 'updated-min', 'updated-max', 'correlationID', ...paging()])

function paging(): string[] {
  return ['max-results', 'start-index', 'depth']
}

/**
 * The dates of a request, or null where it names none. Both pairs at once are refused. Source: PAGE, query parameters;
 * HARN, FB_37: malformed values.
 */
export function decodeDates(query: Query, dialect: PgeSettings): AskedDates | null {
  checkParameters(query, dialect)
  const asked = (['published', 'updated'] as const).filter((by) => `${by}-min` in query || `${by}-max` in query)
  const [by, another] = asked
  if (by === undefined) return null
  if (another !== undefined) throw refuse.badRequest()
  const bound = (name: string) => (name in query ? instantIn(query[name] as string, dialect) : null)
  return { by, min: bound(`${by}-min`), max: bound(`${by}-max`) }
}

/** Many resources ignore parameters they do not know; the certification tests want 400 for nonsense (A9). */
function checkParameters(query: Query, { queryParams }: PgeSettings): void {
  if (queryParams === 'ignored') return
  const isNonsense = Object.entries(query).some(
    ([name, value]) => !known.has(name) || (paging().includes(name) && !/^\d{1,9}$/.test(value)),
  )
  if (isNonsense) throw refuse.badRequest()
}

/** Zulu, or, where they are taken, seconds since 1970 (C7). */
function instantIn(text: string, { dateFormat }: PgeSettings): string {
  const isEpoch = dateFormat === 'lenient' && /^\d{9,10}$/.test(text)
  const isZulu = isDay(text.slice(0, 10)) && /^T\d\d:\d\d:\d\d(\.\d+)?Z$/.test(text.slice(10))
  const ms = isEpoch ? Number(text) * 1000 : isZulu ? Date.parse(text) : Number.NaN
  if (Number.isNaN(ms)) throw refuse.badRequest()
  return new Date(ms).toISOString()
}
