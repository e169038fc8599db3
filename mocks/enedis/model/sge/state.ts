import type { CustomerId, Day, Instant, Members, UsagePointId } from '../ids.ts'
import type { Authorisation } from './authorisation.ts'
import type { Contact } from './contact.ts'
import type { AffaireId, ContratId, Login, PartyId, ServiceSouscritId } from './ids.ts'
import type { Opposition } from './opposition.ts'
import type { FileOrder } from './order.ts'
import type { Party, RecentRequest, ServiceContract, User } from './party.ts'
import type { CatalogueList, SgeEnvironment } from './packages.ts'
import type { RecurrentFlow, SubscribedService } from './subscription.ts'

/** What the web services remember, beside the meters. */
export type SgeState = {
  sge: {
    /** Which platform answers where no host name says. */
    environment: SgeEnvironment
    /** The integrator's own party. */
    you: PartyId
    /** The points of the homologation catalogue that are there. */
    catalogue: CatalogueList | null
    parties: Record<PartyId, Party>
    users: Record<Login, User>
    contracts: Record<ContratId, ServiceContract>
    /** People on the datahub, by the names they have in the story. */
    contacts: Record<string, Contact>
    /** When homologation sessions are held, both days included; null: always. */
    sessions: { from: Day; until: Day }[] | null
    /** Whether homologation emits flows, which the real platform never does. */
    flowsInHomologation: boolean
    /** Points whose meter cannot be reached at present. */
    outOfReach: Members<UsagePointId>
    authorisations: Record<string, Authorisation>
    /** Of each point, oldest first. */
    oppositions: Record<UsagePointId, Opposition[]>
    subscriptions: Record<ServiceSouscritId, SubscribedService>
    orders: Record<AffaireId, FileOrder>
    /** Under what makes two requests identical. */
    recent: Record<string, RecentRequest>
    /** Changes of the key of files, oldest first: since when each further key is used. Their bytes are computed. */
    keys: { since: Instant }[]
    /** How many deposits from now on are encrypted with a key that nobody was told. */
    wrongKeyFor: number
    /** How many files of a subscription or a flow have been made. */
    sequences: Record<string, number>
    /** When each flow is deposited next, by what is due in the agenda: only flows that somebody subscribes to. */
    rounds: Partial<Record<RecurrentFlow, { at: Instant; due: string }>>
    timings: SgeTimings
  }
  index: {
    subscriptionsOn: Record<UsagePointId, Members<ServiceSouscritId>>
    authorisationsOf: Record<CustomerId, Members<string>>
    /** Services whose files go out by a flow, until the last of their days is told; a flow without any may be left out. */
    transmittedBy: Partial<Record<RecurrentFlow, Members<ServiceSouscritId>>>
    /** Points by the INSEE code of their municipality. */
    pointsIn: Record<string, Members<UsagePointId>>
  }
}

/** How long things take, as durations, and when files are deposited, as times of day in Paris. All INF. */
export type SgeTimings = {
  /** From an order to its files. */
  orderToFile: string
  /** From DEMANDE to ACTIF. */
  activation: string
  depositsAt: string
  r4DepositsAt: string
  r151DepositsAt: string
}
