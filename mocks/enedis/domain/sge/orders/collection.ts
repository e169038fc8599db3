import type { EnedisHouse } from '../../../dialect/index.ts'
import { refuse } from '../../../errors/index.ts'
import type {
  ContratId,
  Day,
  Direction,
  Periodicity,
  State,
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
import { mustLast } from './period.ts'
import { mustWorkHere } from '../platform/as-found.ts'
import { pointKnown } from '../point-known.ts'
import { ficheOf, optionCode, prestationOf } from './prestations.ts'
import { isReachable } from '../services/reach.ts'
import { mustNotRepeat, rememberOrder, type Likeness } from './recent.ts'
import { endWithItsTime, serviceLike, serviceNumbered, subscribe } from '../services/subscribe.ts'

/** What an order of collection and transmission asks for. Source: WSDL, CommandeCollectePublicationMesures v3.0. */
export type CollectionAsked = {
  by: Orderer
  object: string
  usagePoint: UsagePointId
  contract: ContratId
  from: Day
  until: Day | null
  agreement: Agreement
  measures: string
  directions: Direction[]
  step: string | null
  corrected: boolean
  recurrent: boolean
  periodicity: string | null
}

/**
 * Orders the collection of a curve, or the transmission of a curve or of indexes again and again; an active one of the
 * indexes of a home is renewed by one with a later end. The order of the checks is inferred. Source: WSDL and ANNEX;
 * FAQ, options 1 and 2.
 */
export function orderCollection(state: State, asked: CollectionAsked, house: EnedisHouse): Ordered {
  const point = pointFor(state, asked, house)
  const like = likenessOf(asked)
  const kind = kindOf(point, asked)
  mustNotRepeat(state, like, house)
  const running = asked.directions.flatMap((direction) => {
    const wanted = { ...kind, direction, from: asked.from, until: asked.until }
    return serviceLike(state, { by: asked.by, usagePoint: point.id, wanted }, house) ?? []
  })
  const renewed = running[0] && renewable(state, running[0].id, { point, asked })
  if (running.length > 0 && renewed === undefined) throw refuse.sgeAlreadyActive()
  const affaire = nextAffaire(house)
  rememberOrder(state, { like, affaire }, house)
  if (renewed !== undefined) return renew(renewed, { affaire, until: asked.until }, house)
  const shared = { ...kind, by: asked.by, contract: asked.contract, usagePoint: point.id, affaire }
  const services = asked.directions.map((direction) =>
    subscribe(state, { ...shared, direction, from: asked.from, until: asked.until, publications: [] }, house),
  )
  const prestations = services.map((one, at) => prestationOf(one, at + 1))
  const [first] = services as [SubscribedService, ...SubscribedService[]]
  return { affaire, prestations, service: first.id, measures: first.measures }
}

/** Everything that stands against the order, from its object to whether the meter answers. */
function pointFor(state: State, asked: CollectionAsked, house: EnedisHouse): UsagePoint {
  const { by, measures, directions } = asked
  const today = parisDay(house.now)
  if (asked.object !== 'AME') throw refuse.sgeDataIncoherent()
  const point = pointKnown(state, asked.usagePoint) as UsagePoint
  mustWorkHere(point, { by, dialect: house.dialect }, today)
  mustBeInService(point, today)
  mustBeAgreed(state, asked.agreement, { by, usagePoint: point.id, now: house.now })
  if (measures !== 'CDC' && measures !== 'IDX') throw refuse.sgeMeasureTypeNotConform()
  if (segmentOf(point, today) === 'C1') throw refuse.sgeSegmentUnfit()
  if (point.servicesLevel !== '2') throw refuse.sgeMeterNotLevel2()
  mustFlow(point, directions, today)
  mustBeToldSo(point, asked)
  mustLast(asked, { isHome: isHome(point), family: 'collecte', dialect: house.dialect }, today)
  if (measures === 'CDC' && point.opposesCurve) throw refuse.sgeCustomerOpposed()
  if (!isReachable(state, point.id)) throw refuse.sgeMeterNotReachable()
  return point
}

/** Step, corrections and frequency, as the segment has them. Source: ANNEX, 4H2 to 4H6 and 564; WSDL, frequencies. */
function mustBeToldSo(point: UsagePoint, { measures, step, corrected, recurrent, periodicity }: CollectionAsked): void {
  const curveStep = isHome(point) ? 'PT30M' : 'PT10M'
  if (measures === 'CDC' ? step !== curveStep : step !== null && step !== 'P1D') throw refuse.sgeStepUnfit()
  if (corrected && isHome(point)) throw refuse.sgeNotCorrectedOnC5()
  if (corrected && periodicity === 'P1D') throw refuse.sgeCorrectedNotDaily()
  if (measures === 'IDX' && !recurrent) throw refuse.sgeNotCollectionOnly()
  if (recurrent && !frequenciesOf(point).includes(periodicity ?? '')) throw refuse.sgeFrequencyUnfit()
}

/** Files of homes have no weekly form. Source: FLOWGUIDE, R50 and R151 are daily or monthly, R4x weekly as well. */
const frequenciesOf = (point: UsagePoint): readonly string[] => (isHome(point) ? ['P1D', 'P1M'] : ['P1D', 'P7D', 'P1M'])

function kindOf(point: UsagePoint, { measures, step, corrected, recurrent, periodicity }: CollectionAsked) {
  const fiche = ficheOf(measures as 'CDC' | 'IDX', { isHome: isHome(point) })
  return {
    fiche,
    option: measures === 'CDC' ? optionCode(fiche, recurrent ? 'O1' : 'O2') : null,
    family: 'collecte' as const,
    type: recurrent ? ('TRANSREC' as const) : ('CCDC' as const),
    measures: measures as 'CDC' | 'IDX',
    step: (step ?? 'P1D') as SubscribedService['step'],
    corrected,
    periodicity: recurrent ? (periodicity as Periodicity) : null,
  }
}

function likenessOf({ usagePoint, contract, measures, recurrent, directions, from, until }: CollectionAsked): Likeness {
  const type = [measures, recurrent]
  return { service: 'commandeCollecte', points: [usagePoint], contract, type, directions, dates: [from, until] }
}

/** An active transmission of the indexes of a home that is to last longer. Source: FAQ, F305C. */
function renewable(
  state: State,
  id: string,
  { point, asked: { until } }: { point: UsagePoint; asked: CollectionAsked },
): SubscribedService | undefined {
  const service = serviceNumbered(state, id)
  if (service === undefined || service.measures !== 'IDX' || !isHome(point) || service.stopped !== null)
    return undefined
  return service.until !== null && until !== null && service.until < until ? service : undefined
}

function renew(
  service: SubscribedService,
  { affaire, until }: Pick<SubscribedService, 'affaire' | 'until'>,
  house: EnedisHouse,
): Ordered {
  Object.assign(service, { affaire, until, fiche: 'F305C' })
  endWithItsTime(service, house)
  const prestations = [prestationOf({ fiche: 'F305C', option: null })]
  return { affaire, prestations, service: service.id, measures: service.measures }
}
