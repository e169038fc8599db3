import type { EnedisHouse } from '../../../dialect/index.ts'
import { refuse } from '../../../errors/index.ts'
import type { Day } from '../../../model/index.ts'
import { dayAfter } from '../../paris.ts'

type Of = { isHome: boolean; family: 'collecte' | 'acces'; dialect: Pick<EnedisHouse['dialect'], 'collectDuration'> }

/**
 * Refuses days on which a service may not be ordered: on a home it begins today, and it lasts a year, one of access
 * three. Source: ANNEX, 4H1, 4H4, 565, 568 and 569; SGEGUIDE, 26.x: up to 36 months of access, C5 from today.
 */
export function mustLast({ from, until }: { from: Day; until: Day | null }, of: Of, today: Day): void {
  if (of.isHome && from !== today) throw refuse.sgeStartNotToday()
  if (from < today) throw refuse.sgeStartPast()
  const isYearly = longestOf(of) === 'P1Y'
  if (until === null) {
    if (isYearly) throw refuse.sgeEndOverOneYear()
    return
  }
  if (until <= from) throw refuse.sgeEndBeforeStart()
  if (until <= dayAfter(from, longestOf(of))) return
  throw isYearly ? refuse.sgeEndOverOneYear() : refuse.sgeEndTooLate()
}

/** The last day a service may have (R38). */
export const latestEnd = (from: Day, of: Of) => dayAfter(from, longestOf(of))

function longestOf({ family, dialect: { collectDuration } }: Of): 'P1Y' | 'P3Y' {
  if (collectDuration !== 'perFamily') return collectDuration
  return family === 'collecte' ? 'P1Y' : 'P3Y'
}
