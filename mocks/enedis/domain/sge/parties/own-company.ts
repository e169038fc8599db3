import type { CustomerId, PartyId } from '../../../model/index.ts'
import type { Seen } from '../../../views/index.ts'
import { identityOf } from '../../holder.ts'

/** Whether a customer is the company of a party itself: a SIRET begins with the SIREN. */
export function isOwnCompany(
  state: Seen,
  { customer, party }: { customer: CustomerId | undefined; party: PartyId },
): boolean {
  const identity = identityOf(state, customer)
  return identity?.kind === 'legalEntity' && identity.siret.slice(0, 9) === state.sge.parties[party]?.siren
}
