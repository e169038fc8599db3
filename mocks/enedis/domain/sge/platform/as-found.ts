import type { EnedisHouse } from '../../../dialect/index.ts'
import { refuse } from '../../../errors/index.ts'
import type { Day } from '../../../model/index.ts'
import type { Orderer, SeenUsagePoint } from '../../../views/index.ts'
import { isHome } from '../../collection.ts'
import { contractOn } from '../../contracts.ts'

type At = { by: Pick<Orderer, 'environment'>; dialect: Pick<EnedisHouse['dialect'], 'platform'> }

/**
 * The platform of homologation as integrators found it: orders of services, searches for them and stops fail
 * on C2 to C4, and histories are ordered all the same. Source: CATALOGUE.
 */
export function mustWorkHere(point: SeenUsagePoint | undefined, at: At, today: Day): void {
  if (!isAsFound(at) || point === undefined || isHome(point)) return
  const segment = contractOn(point, 'consumption', today)?.segment
  if (segment !== undefined && segment !== 'C1') throw refuse.sgeTechnical()
}

/** Data within the day are not served at all by that platform. Source: CATALOGUE, F375A-NR1. */
export function mustServeWithinTheDay(at: At): void {
  if (isAsFound(at)) throw refuse.sgeTechnical()
}

/** Whether a request comes to that platform, and a story wants it as it was found (R41). */
export const isAsFound = ({ by, dialect }: At) => by.environment === 'homologation' && dialect.platform === 'faithful'
