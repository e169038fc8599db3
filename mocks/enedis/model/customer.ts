import type { Address } from './address.ts'
import type { CustomerId } from './ids.ts'

export const titles = ['M', 'MME'] as const
export type Title = (typeof titles)[number]

/** Who a customer is, as v5 and the contract APIs tell it. */
export type Identity =
  | { kind: 'naturalPerson'; title: Title; firstName: string; lastName: string }
  | {
      kind: 'legalEntity'
      name: string
      tradingName: string
      industry: string
      businessCode: string
      /** Fourteen digits, of which the first nine are the SIREN. */
      siret: string
    }

/** Someone who holds the contracts of usage points. Their id is ten digits: what v5 calls customer_id. */
export type Customer = {
  id: CustomerId
  identity: Identity
  email: string | null
  mobile: string | null
  landline: string | null
  mailingAddress: Address
}
