import { named } from '../../../src/contract/action.ts'
import type { PgeHouse } from '../dialect/index.ts'
import type { Choices, ClientId, CustomerId, State, UsagePointId } from '../model/index.ts'
import { agreementNamed, customerNamed, thirdPartyNamed } from '../domain/names.ts'
import { dayTold } from '../domain/pacific.ts'

/** Whose act it is, and which company it is about: you, unless it says otherwise. */
export const as = named('customer')

export function pairNamed(
  state: State,
  { as, thirdParty }: { as: string; thirdParty: string },
): { customer: CustomerId; clientId: ClientId } {
  return { customer: customerNamed(state, as), clientId: thirdPartyNamed(state, thirdParty) }
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
