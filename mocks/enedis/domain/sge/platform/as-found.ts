import type { EnedisHouse } from '../../../dialect/index.ts'
import { refuse } from '../../../errors/index.ts'
import type { Day } from '../../../model/index.ts'
import type { Orderer, SeenUsagePoint } from '../../../views/index.ts'
import { isHome } from '../../collection.ts'
import { contractOn } from '../../contracts.ts'

type At = { by: Pick<Orderer, 'environment'>; dialect: EnedisHouse['dialect'] }

/**
 * The platform of homologation as integrators found it: orders of services, searches for them and stops fail
 * on C2 to C4, and histories are ordered all the same. Source: CATALOGUE.
 */
export function mustWorkHere(point: SeenUsagePoint | undefined, at: At, today: Day): void {
  if (!isBroken(at) || point === undefined || isHome(point)) return
  const segment = contractOn(point, 'consumption', today)?.segment
  if (segment !== undefined && segment !== 'C1') throw refuse.sgeTechnical()
}

/** Data within the day are not served at all by that platform. Source: CATALOGUE, F375A-NR1. */
export function mustServeWithinTheDay(at: At): void {
  if (isBroken(at)) throw refuse.sgeTechnical()
}

const isBroken = ({ by, dialect }: At) => by.environment === 'homologation' && dialect.platform === 'faithful'
