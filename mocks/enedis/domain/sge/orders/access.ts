import type { EnedisHouse } from '../../../dialect/index.ts'
import { refuse } from '../../../errors/index.ts'
import type {
  ContratId,
  Day,
  Direction,
  Periodicity,
  Publication,
  State,
  SubscribedMeasures,
  SubscribedService,
  UsagePoint,
  UsagePointId,
} from '../../../model/index.ts'
import type { Agreement, Ordered, Orderer } from '../../../views/index.ts'
import { isHome } from '../../collection.ts'
import { parisDay } from '../../paris.ts'
import { mustBeAgreed } from '../authorisations/declared-client.ts'
import { nextAffaire } from '../numbers.ts'
import { mustBeInService, mustFlow, segmentOf } from './point.ts'
import { latestEnd, mustLast } from './period.ts'
import { mustWorkHere } from '../platform/as-found.ts'
import { pointKnown } from '../point-known.ts'
import { ficheOf, prestationOf } from './prestations.ts'
import { isReachable } from '../services/reach.ts'
import { mustNotRepeat, rememberOrder, type Likeness } from './recent.ts'
import { mustNotBeActive, subscribe } from '../services/subscribe.ts'

/** Kinds of data that access is ordered to. Source: SGECLIENT; ITC as in the services of Data Connect, inferred. */
const accessibleData = ['CDC', 'IDX', 'PMAX', 'ENERGIE', 'ITC'] as const satisfies readonly SubscribedMeasures[]

/** How a party wants what it gets published. */
export type PublicationAsked = { corrected: boolean; periodicity: string }

/** What an order of access is about, and the kinds of data it names. */
export type AccessAsked = {
  by: Orderer
  /** Which of the two services it came by: what makes orders identical. */
  service: 'commandeAccesDonnees' | 'commandeServicesAcces'
  usagePoint: UsagePointId
  contract: ContratId
  from: Day
  /** Left out: as long as may be. */
  until: Day | null
  agreement: Agreement
  directions: Direction[]
  kinds: { data: string; publications: PublicationAsked[] }[]
}

/**
 * Orders access to kinds of a point's data: each is an affair and a service of its own, and either all are accepted or
 * none. The order of the checks is inferred. Source: WSDL, CommandeServicesAccesDonnees; SGEGUIDE, 26.x.
 */
export function orderAccess(state: State, asked: AccessAsked, house: EnedisHouse): Ordered[] {
  const point = pointFor(state, asked, house)
  const until = asked.until ?? latestEnd(asked.from, { isHome: isHome(point), family: 'acces', dialect: house.dialect })
  const { by, usagePoint, contract, directions, from } = asked
  const kinds = asked.kinds.map((kind) => wantedOf(point, kind, { from, until }))
  const like = likenessOf(asked)
  mustNotRepeat(state, like, house)
  for (const kind of kinds) {
    for (const direction of directions)
      mustNotBeActive(state, { by, usagePoint, wanted: { ...kind, direction, from, until } }, house)
  }
  return kinds.map((kind) => {
    const affaire = nextAffaire(house)
    rememberOrder(state, { like, affaire }, house)
    const shared = { ...kind, by, contract, usagePoint, affaire, from, until }
    return orderedOf(directions.map((direction) => subscribe(state, { ...shared, direction }, house)))
  })
}

function likenessOf({ service, usagePoint, contract, directions, kinds, from, until }: AccessAsked): Likeness {
  const type = kinds.flatMap(({ data, publications }) => [
    data,
    ...publications.flatMap(({ periodicity, corrected }) => [periodicity, corrected]),
  ])
  return { service, points: [usagePoint], contract, type, directions, dates: [from, until] }
}

/** What became of an order whose services are these, one for each direction. */
function orderedOf(services: readonly SubscribedService[]): Ordered {
  const [first] = services as [SubscribedService, ...SubscribedService[]]
  const { affaire, id: service, measures } = first
  return { affaire, service, measures, prestations: [prestationOf(first)] }
}

function pointFor(state: State, asked: AccessAsked, house: EnedisHouse): UsagePoint {
  const today = parisDay(house.now)
  const point = pointKnown(state, asked.usagePoint) as UsagePoint
  mustWorkHere(point, { by: asked.by, dialect: house.dialect }, today)
  mustBeInService(point, today)
  mustBeAgreed(state, asked.agreement, { by: asked.by, usagePoint: point.id, now: house.now })
  for (const { data } of asked.kinds) if (!isAccessible(data)) throw refuse.sgeMeasureTypeNotConform()
  if (segmentOf(point, today) === 'C1') throw refuse.sgeSegmentUnfit()
  const wantsMeasures = asked.kinds.some(({ data }) => data !== 'ITC')
  if (wantsMeasures && point.servicesLevel !== '2') throw refuse.sgeMeterNotLevel2()
  mustFlow(point, asked.directions, today)
  mustLast(asked, { isHome: isHome(point), family: 'acces', dialect: house.dialect }, today)
  const wantsCurve = asked.kinds.some(({ data }) => data === 'CDC')
  if (wantsCurve && point.opposesCurve) throw refuse.sgeCustomerOpposed()
  if (wantsCurve && !isReachable(state, point.id)) throw refuse.sgeMeterNotReachable()
  return point
}

const isAccessible = (data: string): data is (typeof accessibleData)[number] =>
  accessibleData.some((one) => one === data)

function wantedOf(
  point: UsagePoint,
  { data, publications }: AccessAsked['kinds'][number],
  { from, until }: { from: Day; until: Day },
) {
  const measures = data as (typeof accessibleData)[number]
  const step = isHome(point) ? ('PT30M' as const) : ('PT10M' as const)
  return {
    measures,
    fiche: ficheOf(measures, { isHome: isHome(point) }),
    option: null,
    family: 'acces' as const,
    type: 'ACCES' as const,
    step: measures === 'ITC' ? null : measures === 'CDC' ? step : ('P1D' as const),
    corrected: false,
    periodicity: null,
    publications: publications.map((one) => publicationOf(point, one, { from, until })),
  }
}

/** A way of publishing, if the point has it. Source: ANNEX, 4H2, 4H5 and 564; WSDL, OptionPublication. */
export function publicationOf(
  point: Pick<UsagePoint, 'supply'>,
  { corrected, periodicity }: PublicationAsked,
  { from, until }: { from: Day; until: Day | null },
): Publication {
  if (!['P1D', 'P7D', 'P1M'].includes(periodicity)) throw refuse.sgeFrequencyUnfit()
  if (corrected && isHome(point)) throw refuse.sgeNotCorrectedOnC5()
  if (corrected && periodicity === 'P1D') throw refuse.sgeCorrectedNotDaily()
  return { corrected, periodicity: periodicity as Periodicity, from, until }
}

/** What a service that lives on became: the affair of the change, and what it opens. */
export type Affair = Pick<Ordered, 'affaire' | 'service' | 'measures'>
