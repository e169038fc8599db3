import type { CustomerId, Members, Print, UsagePointId } from './ids.ts'

/** Who a customer is, as v5 and the contract APIs tell it. */
export type Identity =
  | { kind: 'person'; title: 'M' | 'Mme'; firstName: string; lastName: string }
  | {
      kind: 'organization'
      name: string
      commercialName: string
      businessCode: string
      /** Fourteen digits, of which the first nine are the SIREN. */
      siret: string
    }

/** Someone who holds the contract of one or several usage points. */
export type Customer = {
  id: CustomerId
  /** Ten digits; what v5 calls customer_id, and person_id when it is asked for. */
  number: string
  identity: Identity
  contact: { email: string; phone: string | null; landline: string | null }
  /** Null: no account at mon-compte-particulier, so nobody who could consent online. */
  login: { username: string; password: Print } | null
  /** Those they hold now; the usage point says since when. */
  usagePoints: Members<UsagePointId>
}
