import type { EnedisSettings } from '../../../dialect/index.ts'
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
  const { of, quantity, version } = asked
  // Energies of companies came with V3. Source: SGEGUIDE, ConsultationMesuresDetaillees.
  if (of === 'ENERGIE' && version === 'v2' && !isHome(point)) throw refuse.sgeNotForThisPoint()
  if (of === 'PMAX' && !directions.includes('consumption')) throw refuse.sgeNotForThisPoint()
  if (quantity !== 'TOUT' && quantitiesOf(point, asked).length === 0) throw refuse.sgeNotForThisPoint()
}

/**
 * Refuses what the platform of homologation was found unable to tell, while it is not repaired: capacitive and voltage
 * curves, and anything that is produced. Source: SGECLIENT, report of 2022; INF, that P1 to P4 fail as the others do.
 */
export function mustWork(
  { asked: { environment, of, quantity }, directions }: Telling,
  { platform }: Pick<EnedisSettings, 'platform'>,
): void {
  if (platform === 'repaired' || environment === 'production') return
  const isBroken = directions.includes('production') || (of === 'COURBE' && ['PRC', 'E'].includes(quantity))
  if (isBroken) throw refuse.sgeTechnical()
}

/** The quantities that are told: homes have active energy alone. */
export function quantitiesOf<Of extends DetailedAsked['of']>(
  point: SeenUsagePoint,
  { of, quantity }: { of: Of; quantity: string },
): ReturnType<typeof quantitiesMeant<Of>> {
  const active: readonly string[] = ['PA', 'EA', 'PMA']
  return quantitiesMeant(of, quantity).filter((one) => !isHome(point) || active.includes(one))
}
