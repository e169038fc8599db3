import * as v from 'valibot'
import { named } from '../../../src/contract/action.ts'
import type { PgeHouse } from '../dialect/index.ts'
import type { Choices, ClientId, CustomerId, State, UsagePointId } from '../model/index.ts'
import { agreementNamed, customerNamed, thirdPartyNamed, you } from '../domain/names.ts'
import { dayTold } from '../domain/pacific.ts'

/** Whose act it is, and which company it is about: you, unless it says otherwise. */
export const as = named('customer')
export const thirdParty = v.optional(named('thirdParty'), you)

/** The two sides of an authorization. */
export type Pair = { customer: CustomerId; clientId: ClientId }

export function pairNamed(state: State, { as, thirdParty }: { as: string; thirdParty: string }): Pair {
  return { customer: customerNamed(state, as), clientId: thirdPartyNamed(state, thirdParty) }
}

/** Whether a customer has an online account; who has none comes as a guest. */
export function isOnline(state: State, customer: CustomerId): boolean {
  return Boolean(state.customers[customer]?.login)
}

/** An agreement of the customer who acts: `power` means their own, whoever else has one of that name. */
export function ownAgreement(state: State, as: string, name: string): UsagePointId {
  const full = `${as}.${name}`
  return agreementNamed(state, full in state.names.agreement ? full : name)
}

export function choicesOf(
  state: State,
  told: {
    as: string
    agreements?: string[] | undefined
    dataGroups?: Choices['dataGroups'] | undefined
    endsOn?: string | undefined
  },
  { now }: Pick<PgeHouse, 'now'>,
): Choices {
  return {
    agreements: told.agreements?.map((name) => ownAgreement(state, told.as, name)) ?? null,
    dataGroups: told.dataGroups ?? null,
    endsOn: told.endsOn === undefined ? null : dayTold(told.endsOn, now),
  }
}
