import type { Call } from './calls.ts'
import { daysLater, pacificDay, pacificMidnight } from './pacific.ts'

/** What a request said of time; bounds it left out are missing. Days are those it selects, both included. */
export type Asked = { by: 'published' | 'updated' | 'nothing'; from?: string; to?: string; first: string; last: string }

const dayMs = 86_400_000

/** The window a request asks for: as long as dates can be read, in the way the provider does. */
export function askedIn({ query, at }: Call): Asked | undefined {
  const by = query.has('updated-min') || query.has('updated-max') ? 'updated' : 'published'
  const [min, max] = [query.get(`${by}-min`), query.get(`${by}-max`)]
  if (min === null && max === null) {
    const yesterday = daysLater(pacificDay(at), -1)
    return { by: 'nothing', first: yesterday, last: yesterday }
  }
  const to = max === null ? at : instantOf(max)
  const from = min === null && to !== undefined ? minus(to, dayMs) : instantOf(min ?? '')
  if (from === undefined || to === undefined) return undefined
  return { by, from, to, ...daysOf(from, to) }
}

/** The instant a bound means, spelled in Zulu or in epoch seconds. */
export function instantOf(bound: string): string | undefined {
  const ms = /^\d{1,11}$/.test(bound) ? Number(bound) * 1000 : Date.parse(bound)
  return Number.isNaN(ms) ? undefined : new Date(ms).toISOString()
}

/** How many days are selected. */
export function daysAsked({ first, last }: Asked): number {
  return Math.max(0, (Date.parse(last) - Date.parse(first)) / dayMs + 1)
}

/**
 * Whole Pacific days that do not begin before the start, up to the date of the end in UTC. Source: WIRE, a request up to
 * 23 hours after midnight selects two days; CLIENT, a start one minute past midnight skips the day.
 */
function daysOf(from: string, to: string): { first: string; last: string } {
  const begun = pacificDay(from)
  const first = pacificMidnight(begun) >= from ? begun : daysLater(begun, 1)
  return { first, last: to.slice(0, 10) }
}

function minus(instant: string, ms: number): string {
  return new Date(Date.parse(instant) - ms).toISOString()
}
