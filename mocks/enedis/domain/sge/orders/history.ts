import type { EnedisHouse } from '../../../dialect/index.ts'
import { refuse } from '../../../errors/index.ts'
import type { ContratId, Day, FileOrder, OrderedFile, Stage, State, UsagePointId } from '../../../model/index.ts'
import type { Agreement, Orderer, Prestation, SeenUsagePoint } from '../../../views/index.ts'
import { isHome, usualStep } from '../../collection.ts'
import { parisDay } from '../../paris.ts'
import { mustBeAgreed } from '../authorisations/declared-client.ts'
import { orderFiles } from '../files/due.ts'
import { nextAffaire } from '../numbers.ts'
import { mustBePast } from './days.ts'
import { mustBeInService } from './point.ts'
import { pointKnown } from '../point-known.ts'
import { mustNotRepeat, rememberOrder } from './recent.ts'

/** What an order of history asks for. Source: WSDL, CommandeTransmissionHistoriqueMesures v1.0. */
export type HistoryAsked = {
  by: Orderer
  object: string
  reference: string | null
  usagePoint: UsagePointId
  contract: ContratId
  from: Day
  until: Day
  agreement: Agreement
  measures: string
  stage: Stage
  /** In minutes; null: the usual one. */
  step: number | null
}

/** The sheets of Enedis's catalogue that an order of history brings. The words for them are ours. Source: CATALOGUE. */
const sheets = {
  CDC: { code: 'F380', label: "Transmission d'un historique de courbe de charge" },
  IDX: { code: 'F385B', label: "Transmission d'un historique d'index" },
} as const

/** An order that was accepted, and the sheet of the catalogue that it brings. */
export type HistoryOrdered = { order: FileOrder; prestations: Prestation[] }

/** How far back history reaches, in months. Source: SGEGUIDE, details V3; CATALOGUE, F380-NR1 and F385B-NR1: 4L8. */
const depth = { CDC: 24, IDX: 36 } as const

/**
 * Orders what a point has measured, as a file. A curve that nobody ever had collected may be ordered: its file has no
 * points. The order of the checks is inferred. Source: WSDL and ANNEX; FAQ, an empty history file.
 */
export function orderHistory(state: State, asked: HistoryAsked, house: EnedisHouse): HistoryOrdered {
  const today = parisDay(house.now)
  const { by, usagePoint, contract, measures, from, until } = asked
  if (asked.object !== 'HDM') throw refuse.sgeDataIncoherent()
  const point = pointKnown(state, usagePoint)
  mustBeInService(point, today)
  mustBeAgreed(state, asked.agreement, { by, usagePoint, now: house.now })
  if (measures !== 'CDC' && measures !== 'IDX') throw refuse.sgeMeasureTypeNotConform()
  if (point.servicesLevel === '0') throw refuse.sgeMeterNotCommunicating()
  if (measures === 'CDC') mustHaveCurve(point, asked)
  mustBePast({ from, until, months: depth[measures] }, today)
  const like = {
    ...{ service: 'commandeHistorique', points: [usagePoint], contract },
    ...{ type: [measures, asked.stage], directions: [], dates: [from, until] },
  }
  mustNotRepeat(state, like, house)
  const order = historyOf(point, { ...asked, measures }, house)
  rememberOrder(state, { like, affaire: order.id }, house)
  orderFiles(state, order, house)
  return { order, prestations: [{ rank: 1, fiche: sheets[measures], option: null }] }
}

/** Source: ANNEX, 4H3 and 4H7. */
function mustHaveCurve(point: SeenUsagePoint, { step }: HistoryAsked): void {
  if (step !== null && step !== usualStep(point)) throw refuse.sgeStepUnfit()
  if (point.opposesCurve) throw refuse.sgeCustomerOpposed()
}

type History = Pick<HistoryAsked, 'by' | 'contract' | 'reference' | 'stage' | 'from' | 'until'> & {
  measures: 'CDC' | 'IDX'
}

/** The order as it is remembered. */
export function historyOf(
  point: SeenUsagePoint,
  { by, contract, reference, measures, stage, from, until }: History,
  house: EnedisHouse,
): FileOrder {
  const step = measures === 'CDC' ? (isHome(point) ? 30 : 10) : null
  const asks: OrderedFile = { flow: 'HDM', measures, stage, step, from, until }
  return {
    id: nextAffaire(house),
    ...by,
    by: by.login,
    contract,
    orderedAt: house.now,
    reference,
    usagePoints: [point.id],
    right: 'agreement',
    asks,
    deposited: null,
  }
}
