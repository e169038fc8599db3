import type { EnedisHouse } from '../../../dialect/index.ts'
import { refuse } from '../../../errors/index.ts'
import type { ContratId, Direction, State, SubscribedMeasures, UsagePoint, UsagePointId } from '../../../model/index.ts'
import type { Agreement, Ordered, Orderer } from '../../../views/index.ts'
import { isHome } from '../../collection.ts'
import { parisDay } from '../../paris.ts'
import { mustBeAgreed } from '../authorisations/declared-client.ts'
import { nextAffaire } from '../numbers.ts'
import { mustBeInService, mustFlow } from './point.ts'
import { mustServeWithinTheDay } from '../platform/as-found.ts'
import { pointKnown } from '../point-known.ts'
import { prestationOf } from './prestations.ts'
import { isReachable, isReadByIp } from '../services/reach.ts'
import { mustNotRepeat, rememberOrder } from './recent.ts'
import { mustNotBeActive, subscribe } from '../services/subscribe.ts'

/** What an order of data within the day asks for; each direction has a customer who agreed, who may be the same. */
export type InfraJAsked = {
  by: Orderer
  usagePoint: UsagePointId
  contract: ContratId
  agreements: (Agreement & { directions: Direction[] })[]
  directions: Direction[]
  kinds: Extract<SubscribedMeasures, 'CDC' | 'IDX' | 'PTD'>[]
}

/**
 * Orders what a meter of C1 to C4 that is read by IP measures within the day. What PTD stands for is not public. The
 * order of the checks is inferred. Source: WSDL, CommandeTransmissionDonneesInfraJ; ANNEX, 4N8, 4O1 and 566.
 */
export function orderWithinTheDay(state: State, asked: InfraJAsked, house: EnedisHouse): Ordered {
  const { by, contract, directions, kinds } = asked
  const point = pointFor(state, asked, house)
  const service = 'commandeInfraJ'
  const like = { service, points: [point.id], contract, type: kinds, directions, dates: [] }
  mustNotRepeat(state, like, house)
  const from = parisDay(house.now)
  const wanted = kinds.flatMap((measures) =>
    directions.map((direction) => ({
      ...{ measures, direction, from, until: null, family: 'infraJ' as const, type: 'TRANSREC' as const },
      ...{ fiche: 'F375A' as const, option: null, corrected: false, periodicity: null, publications: [] },
      step: measures === 'CDC' ? ('PT10M' as const) : null,
    })),
  )
  for (const one of wanted) mustNotBeActive(state, { by, usagePoint: point.id, wanted: one }, house)
  const affaire = nextAffaire(house)
  rememberOrder(state, { like, affaire }, house)
  const services = wanted.map((one) => subscribe(state, { ...one, by, contract, usagePoint: point.id, affaire }, house))
  const [{ id, measures }] = services as [(typeof services)[number]]
  return { affaire, service: id, measures, prestations: [prestationOf({ fiche: 'F375A', option: null })] }
}

function pointFor(state: State, asked: InfraJAsked, house: EnedisHouse): UsagePoint {
  const { by, agreements, directions, kinds } = asked
  mustServeWithinTheDay({ by, dialect: house.dialect })
  const today = parisDay(house.now)
  const point = pointKnown(state, asked.usagePoint) as UsagePoint
  mustBeInService(point, today)
  for (const agreement of agreements) mustBeAgreed(state, agreement, { by, usagePoint: point.id, now: house.now })
  const agreed = new Set(agreements.flatMap((one) => one.directions))
  if (directions.some((direction) => !agreed.has(direction))) throw refuse.sgeAgreementNeeded()
  if (isHome(point)) throw refuse.sgeSegmentNotServed()
  if (!isReadByIp(point)) throw refuse.sgeMediumNotIp()
  mustFlow(point, directions, today)
  if (kinds.length === 0) throw refuse.sgeDataIncoherent()
  if (kinds.includes('CDC') && point.opposesCurve) throw refuse.sgeCustomerOpposed()
  if (!isReachable(state, point.id)) throw refuse.sgeMeterNotReachable()
  return point
}
