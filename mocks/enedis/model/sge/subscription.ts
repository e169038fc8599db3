import type { Direction } from '../contract.ts'
import type { Day, Instant, UsagePointId } from '../ids.ts'
import type { SgeEnvironment } from './packages.ts'
import type { AffaireId, ContratId, PartyId, ServiceSouscritId } from './ids.ts'

/**
 * CCDC collects a curve, TRANSREC transmits again and again; the family of access has ACCES. A customer's opposition,
 * OPPENR, is none of a party's. Source: WSDL, RechercheServicesSouscritsMesures.
 */
export const subscriptionTypes = ['CCDC', 'TRANSREC', 'ACCES'] as const
export type SubscriptionType = (typeof subscriptionTypes)[number]

/** Curve or indexes; energies, peaks and what is known of the contract in the family of access; PTD within the day. */
export const subscribedMeasures = ['CDC', 'IDX', 'ENERGIE', 'PMAX', 'ITC', 'PTD'] as const
export type SubscribedMeasures = (typeof subscribedMeasures)[number]

/**
 * Files that come again and again: curves of C1 to C4, curves and indexes of C5, indexes of C2 to C4; and of what services
 * of access publish curves, indexes and highest powers.
 */
export const recurrentFlows = ['R4', 'R50', 'R151', 'R171', 'R63', 'R64', 'R66'] as const
export type RecurrentFlow = (typeof recurrentFlows)[number]

export const periodicities = ['P1D', 'P7D', 'P1M'] as const
export type Periodicity = (typeof periodicities)[number]

/** Sheets of Enedis's catalogue of services, as orders bring them. Source: SGECLIENT, the tests of a public suite. */
export const fiches = ['F300C', 'F300B', 'F305', 'F305A', 'F305C', 'F375A'] as const
export type Fiche = (typeof fiches)[number]

/** A way in which what a service of access brings is published, both days included. */
export type Publication = { corrected: boolean; periodicity: Periodicity; from: Day; until: Day | null }

/** What a party subscribes to on a point. Its state is computed from the record and now: DEMANDE, ACTIF, TERMINE. */
export type SubscribedService = {
  id: ServiceSouscritId
  affaire: AffaireId
  party: PartyId
  contract: ContratId
  /** Where it was ordered. */
  environment: SgeEnvironment
  usagePoint: UsagePointId
  direction: Direction
  type: SubscriptionType
  measures: SubscribedMeasures
  /** Which family of services ordered it: the first (5 to 8) or that of access (10 to 15). */
  family: 'collecte' | 'acces' | 'infraJ'
  /** The sheet of Enedis's catalogue, and its option: F300C with F300CO1. */
  fiche: Fiche
  option: string | null
  step: 'PT5M' | 'PT10M' | 'PT30M' | 'P1D' | null
  corrected: boolean
  periodicity: Periodicity | null
  /** Oldest first; of the family of access alone, which may publish in several ways. */
  publications: Publication[]
  /** Whether it was this service that had the meter begin to collect the curve. */
  collects: boolean
  orderedAt: Instant
  /** From when it is ACTIF. */
  activeAt: Instant
  from: Day
  /** The last day of the service; null: until it is stopped. */
  until: Day | null
  /** Stopped before its time, or about to be: it is ACTIF until then. */
  stopped: { at: Instant; affaire: AffaireId; because: string; isTold?: true } | null
}
