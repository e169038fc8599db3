import type { CustomerId, Day, UsagePointId } from '../ids.ts'
import type { PartyId } from './ids.ts'

/** Fine data of a person need consent; other data an express authorisation. Source: FAQ, authorisation of the customer. */
export const authorisationKinds = ['consent', 'expressAuthorisation'] as const
export type AuthorisationKind = (typeof authorisationKinds)[number]

export const authorisedData = ['curve', 'indexes', 'dailyEnergy', 'peaks', 'contract', 'technical'] as const
export type AuthorisedData = (typeof authorisedData)[number]

/** What a customer has signed, on paper or otherwise. Nothing of it goes over the wire; whoever judges a client reads it. */
export type Authorisation = {
  id: string
  party: PartyId
  customer: CustomerId
  /** Null: every point of theirs. */
  usagePoints: UsagePointId[] | null
  kind: AuthorisationKind
  /** What the data are for; a consent is to one purpose. Empty: it does not say. */
  purposes: string[]
  /** How they are used; null: it does not say. */
  use: string | null
  data: AuthorisedData[]
  issuedOn: Day
  /** The last day; null: as long as the service, or the single day of the request. */
  validUntil: Day | null
  /** The day it was taken back. */
  withdrawnOn: Day | null
  /** Whether whoever signed it did so freely, and had been told readably what they signed. */
  free: boolean
}
