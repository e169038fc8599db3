import { later } from '../../../src/toolbox/calendar.ts'
import { refuse } from '../errors/index.ts'
import type { Instant } from '../model/index.ts'
import { paris } from './paris.ts'

/** Source: FAQ, a consent lasts three years at most. */
const longest = 'P3Y'

/** When a consent ends that begins now and lasts as long as was asked, or why none may. Source: SWAGGER, v1 authorize. */
export function endOfConsent(now: Instant, duration: string | undefined): Instant {
  if (duration === undefined || duration === '') throw refuse.durationMissing()
  if (!/^P(?=\d)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?$/.test(duration)) throw refuse.durationMalformed()
  const end = endAfter(now, duration)
  if (end === undefined || end > later(now, longest, paris)) throw refuse.durationTooLong()
  if (end === now) throw refuse.durationMalformed()
  return end
}

/** Centuries beyond any calendar are too long as well. */
function endAfter(now: Instant, duration: string): Instant | undefined {
  try {
    return later(now, duration, paris)
  } catch {
    return undefined
  }
}
