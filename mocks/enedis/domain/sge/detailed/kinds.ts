import { refuse } from '../../../errors/index.ts'
import type { Direction } from '../../../model/index.ts'
import type { SeenUsagePoint } from '../../../views/index.ts'
import { isHome } from '../../collection.ts'
import { quantitiesMeant, type DetailedAsked, type Telling } from './asked.ts'

/** The directions of a point that are told of those asked for: one that is asked for alone must be there. */
export function directionsMeant({ flows }: SeenUsagePoint, asked: readonly Direction[]): Direction[] {
  if (asked.length === 0) throw refuse.sgeDirectionMissing()
  const there = asked.filter((direction) => flows[direction] !== null)
  if (there.length > 0) return there
  throw asked.includes('consumption') ? refuse.sgePointProduces() : refuse.sgeDirectionUnfit()
}

/** Refuses measures that meters of a kind do not make. Source: ANNEX, 579; SGEGUIDE, segments; INF, what is whose. */
export function mustBeMeasured({ asked, point, directions }: Telling): void {
  const { of, version } = asked
  // Energies of companies came with V3. Source: SGEGUIDE, ConsultationMesuresDetaillees.
  if (of === 'ENERGIE' && version === 'v2' && !isHome(point)) throw refuse.sgeNotForThisPoint()
  if (of === 'PMAX' && !directions.includes('consumption')) throw refuse.sgeNotForThisPoint()
  if (quantitiesOf(of, { asked, point, isBroken: false }).length === 0) throw refuse.sgeNotForThisPoint()
}

/**
 * Refuses what the platform of homologation was found unable to tell: capacitive and voltage curves, and anything that is produced.
 * Source: SGECLIENT, report of 2022; INF, that they fail as its other broken parts do.
 */
export function mustWork({ asked, point, directions, isBroken }: Telling): void {
  if (!isBroken) return
  const isNothingLeft = quantitiesOf(asked.of, { asked, point, isBroken }).length === 0
  if (isNothingLeft || directions.includes('production')) throw refuse.sgeTechnical()
}

/** The quantities that are told: homes have active energy alone, and a broken platform has less of a curve. */
export function quantitiesOf<Of extends DetailedAsked['of']>(
  of: Of,
  { asked, point, isBroken }: Pick<Telling, 'asked' | 'point' | 'isBroken'>,
): ReturnType<typeof quantitiesMeant<Of>> {
  const active: readonly string[] = ['PA', 'EA', 'PMA']
  const broken: readonly string[] = isBroken ? ['PRC', 'E'] : []
  const meant = quantitiesMeant(of, asked.quantity)
  return meant.filter((one) => (!isHome(point) || active.includes(one)) && !broken.includes(one))
}
