import type { Direction } from '../model/contract.ts'
import type { Day, Instant, UsagePointId } from '../model/ids.ts'
import type { Stage } from '../model/reading.ts'
import type {
  AffaireId,
  ContratId,
  OrderedFile,
  PartyId,
  ServiceSouscritId,
  SgeEnvironment,
  SubscribedMeasures,
} from '../model/sge/index.ts'
import type { HistoryView, OrderedMeasures, R151Day, R171Series, R4Curve, R50Day, RefusedPoint } from './flows.ts'
import type { IndexView } from './measures.ts'
import type { ReadingTrigger } from './sge-grids.ts'
import type { TechnicalView } from './sge-points.ts'

/** Whom an archive is for, where it was asked for, and when it was made. */
export type ForWhom = { recipient: PartyId; contract: ContratId; environment: SgeEnvironment; at: Instant }

/** Of a file of a subscription: which one of a day it is, and which one of all. */
export type Numbered = { subscription: string; sequence: number; frequency: Frequency; part: number; parts: number }

/** How often a file comes: daily, weekly (hebdomadaire), or monthly. */
export type Frequency = 'Q' | 'H' | 'M'

/** What a point has in a file that is there for many. */
export type OfPoint<DayOfIt> = { usagePoint: UsagePointId; order: AffaireId; days: DayOfIt[] }

/** The curves of a point, in a file of its own. */
export type CurveFile = {
  usagePoint: UsagePointId
  reference: AffaireId
  direction: Direction
  stage: Stage
  curves: R4Curve[]
}

/** An archive that comes again and again, before anyone has spelled it. */
export type FlowArchive = ForWhom &
  (
    | ({ flow: 'R50' } & Numbered & { points: OfPoint<R50Day>[] })
    | ({ flow: 'R151' } & Numbered & { points: OfPoint<R151Day>[] })
    | { flow: 'R171'; direction: Direction; series: R171Series[] }
    | { flow: 'R4'; frequency: Frequency; files: CurveFile[] }
    | ({ flow: PublishedFlow } & Numbered & { points: PublishedPoint[] })
  )

/** Files of services of access: A of companies, B of homes. */
export const publishedFlows = ['R63A', 'R63B', 'R64A', 'R64B', 'R66B'] as const
export type PublishedFlow = (typeof publishedFlows)[number]
/** What a point has there. */
export type PublishedPoint = { usagePoint: UsagePointId; days: [OrderedMeasures] }

/** That a service was stopped, for a file that tells it. */
export type StopView = ForWhom & {
  service: ServiceSouscritId
  usagePoint: UsagePointId
  direction: Direction
  measures: SubscribedMeasures
  order: AffaireId
  stoppedAt: Instant
  because: string
}

/** The readings of a point for bills, each with what the dials showed as its day began. */
export type BillingView = {
  usagePoint: UsagePointId
  direction: Direction
  from: Day
  until: Day
  readings: ({ day: Day; trigger: ReadingTrigger } & IndexView)[]
}

/** An order with all that its files tell. Points are computed one by one, for there may be thousands. */
export type OrderedArchive = ForWhom & { order: AffaireId } & (
    | { flow: 'HDM'; view: HistoryView }
    | { flow: 'fines'; asks: Extract<OrderedFile, { flow: 'fines' }>; measures: Iterable<OrderedMeasures> }
    | { flow: 'facturantes'; asks: Extract<OrderedFile, { flow: 'facturantes' }>; bills: Iterable<BillingView> }
    | { flow: 'itc'; asks: Extract<OrderedFile, { flow: 'itc' }>; points: TechnicalView[] }
    | { flow: 'CR.M023'; accepted: number; refused: RefusedPoint[]; asks: OrderedFile }
  )

/** Every kind of file, by the name of its flow. */
export const flowNames = [
  'R4Q',
  'R4H',
  'R4M',
  'R50',
  'R151',
  'R171',
  'HDM',
  'R63',
  'R64',
  'R65',
  'R66',
  'R67',
  'C68',
  'CR.M023',
  ...publishedFlows,
  'ARRET',
] as const
export type FlowName = (typeof flowNames)[number]

/** A file on its way: all that the outbox says of it, and its bytes in base64. */
export type Deposit = Omit<ForWhom, 'environment'> & {
  flow: FlowName
  archive: string
  /** The files in it. */
  files: string[]
  usagePoints: UsagePointId[]
  /** Of what was ordered once. */
  order: AffaireId | null
  /** Null: the archive is not encrypted. */
  encryption: { scheme: string; key: number } | null
  /** From where it comes, for firewalls. */
  sourceAddress: string
  bytes: string
}
