import type { DeepReadonly } from '../../../src/ground/store/index.ts'
import type { Direction } from '../model/contract.ts'
import type { Day, UsagePointId } from '../model/ids.ts'
import type { Authorisation, AuthorisedData } from '../model/sge/authorisation.ts'
import type { AffaireId, ContratId, Login, PartyId, ServiceSouscritId } from '../model/sge/ids.ts'
import type { SgeEnvironment } from '../model/sge/packages.ts'
import type {
  Periodicity,
  Publication,
  SubscribedMeasures,
  SubscribedService,
  SubscriptionType,
} from '../model/sge/subscription.ts'

export type SeenService = DeepReadonly<SubscribedService>

/** Who orders something, and where. */
export type Orderer = { party: PartyId; login: Login; environment: SgeEnvironment }

/** The states of a service and of a customer's opposition; only an opposition is ever deleted. */
export type SouscritState = 'DEMANDE' | 'ACTIF' | 'TERMINE' | 'SUPPRIME'

/** Whom an order calls the customer. */
export type DeclaredClient =
  { kind: 'naturalPerson'; lastName: string; firstName: string | null } | { kind: 'legalEntity'; name: string }

/** What an order declares of the customer's agreement; one without a name says that somebody agreed. */
export type Agreement = { agreed: boolean; client: DeclaredClient | null }

/** A service of Enedis's catalogue that an order brings: its sheet and its option, with the words for them. */
export type Prestation = { rank: number; fiche: Worded; option: Worded | null }
export type Worded = { code: string; label: string }

/** What became of an order. */
export type Ordered = {
  affaire: AffaireId
  prestations: Prestation[]
  service: ServiceSouscritId
  measures: SubscribedMeasures
}

/** A service or an opposition as a search tells it. */
export type FoundService = {
  id: ServiceSouscritId
  usagePoint: UsagePointId
  type: SubscriptionType | 'OPPENR'
  label: string
  directions: Direction[]
  contract: ContratId | null
  state: SouscritState
  from: Day
  until: Day | null
  endedBecause: string | null
  measures: SubscribedMeasures | null
  step: string | null
  corrected: boolean | null
  periodicity: Periodicity | null
  publications: readonly DeepReadonly<Publication>[]
}

export type SeenAuthorisation = DeepReadonly<Authorisation>

/** What a party does with a customer's data: a service until a day, null for one that it is to stop itself, or a single request. */
export type JudgedUse = {
  party: PartyId
  usagePoint: UsagePointId
  data: readonly AuthorisedData[]
  until: Day | null
  oneOff: boolean
}

/** What is wrong with the customer's authorisation, for the journal. */
export type Breach = { finding: string; says: string; source: string }
