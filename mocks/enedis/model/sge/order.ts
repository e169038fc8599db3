import type { Direction } from '../contract.ts'
import type { Day, Instant, UsagePointId } from '../ids.ts'
import type { Stage } from '../reading.ts'
import type { AffaireId, ContratId, Login, PartyId } from './ids.ts'
import type { SgeEnvironment } from './packages.ts'

/** An order whose result is a file: history by service 9, or measures and data by the orders of M023. */
export type FileOrder = {
  id: AffaireId
  party: PartyId
  contract: ContratId
  /** Where it was ordered. */
  environment: SgeEnvironment
  by: Login
  orderedAt: Instant
  /** What the orderer calls it. */
  reference: string | null
  usagePoints: UsagePointId[]
  right: OrderRight
  asks: OrderedFile
  /** When its files were deposited; null: not yet, or never. */
  deposited: { at: Instant; archives: string[]; refused: UsagePointId[] } | null
}

/** By which right data is asked for. Source: WSDL, cadreAcces of M023. */
export const orderRights = ['agreement', 'accessService', 'holder'] as const
export type OrderRight = (typeof orderRights)[number]

export const orderedMeasures = ['COURBES', 'ENERGIE', 'PMAX', 'INDEX'] as const
export type OrderedKind = (typeof orderedMeasures)[number]

/** Days run from `from` to before `until`. */
export type OrderedFile =
  | { flow: 'HDM'; measures: 'CDC' | 'IDX'; stage: Stage; step: 10 | 30 | null; from: Day; until: Day }
  | {
      flow: 'fines'
      format: 'JSON' | 'CSV'
      measures: OrderedKind
      stage: Stage
      direction: Direction
      from: Day
      until: Day
    }
  | { flow: 'facturantes'; format: 'JSON' | 'CSV'; direction: Direction; from: Day; until: Day }
  | { flow: 'itc'; format: 'JSON' | 'CSV'; direction: Direction }
