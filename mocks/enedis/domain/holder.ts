import type { CustomerId, Instant, UsagePointId } from '../model/index.ts'
import type { Seen, SeenCustomer } from '../views/index.ts'
import { holderOn } from './contracts.ts'
import { idsIn } from './members.ts'
import { parisDay } from './paris.ts'

/** The usage points somebody holds now, which are those they may share. Source: FAQ, a consent is the holder's. */
export function usagePointsHeld(state: Seen, customer: CustomerId, now: Instant): UsagePointId[] {
  const today = parisDay(now)
  return idsIn<UsagePointId>(state.index.usagePointsOf[customer]).filter((id) => {
    const point = state.usagePoints[id]
    return point !== undefined && holderOn(point, today) === customer
  })
}

/** Who a customer is; of a point that nobody holds, nobody. */
export function identityOf(
  { customers }: Pick<Seen, 'customers'>,
  customer: CustomerId | undefined,
): SeenCustomer['identity'] | undefined {
  return customer === undefined ? undefined : customers[customer]?.identity
}

/** How a customer is called on the pages. */
export function nameOfCustomer(state: Seen, customer: CustomerId): string {
  const identity = identityOf(state, customer)
  if (identity === undefined) return customer
  return identity.kind === 'naturalPerson' ? `${identity.firstName} ${identity.lastName}` : identity.name
}
