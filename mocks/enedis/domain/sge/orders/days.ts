import { refuse } from '../../../errors/index.ts'
import type { Day } from '../../../model/index.ts'
import { dayAfter } from '../../paris.ts'

/** Refuses days that are not over, that end before they begin, or that are further back than history reaches. Source: ANNEX, 4K1, 4K4 and 4L8. */
export function mustBePast({ from, until, months }: { from: Day; until: Day; months: number }, today: Day): void {
  if (from >= until) throw refuse.sgeStartAfterEnd()
  if (until > today) throw refuse.sgeEndAfterToday()
  if (from < dayAfter(today, `-P${months}M`)) throw refuse.sgeDurationIncompatible()
}
