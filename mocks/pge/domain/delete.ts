import type { PgeHouse } from '../dialect/index.ts'
import { refuse } from '../errors/index.ts'
import type { AuthorizationId, State } from '../model/index.ts'
import type { Bearer } from '../views.ts'
import { endAuthorization, isCurrent } from './authorization.ts'
import { ownAuthorization } from './authorization-view.ts'

/**
 * The third party ends an authorization: for good, at once, and the customer is told. One that has ended already is
 * not found. Source: PAGE, cancelling an authorization; HARN, FB_41.
 */
export function deleteAuthorization(
  state: State,
  { bearer, id }: { bearer: Pick<Bearer, 'clientId'>; id: string },
  house: PgeHouse,
): AuthorizationId {
  const authorization = ownAuthorization(state, { bearer, id })
  if (!isCurrent(authorization, house.now)) throw refuse.notFound()
  endAuthorization(state, { id: authorization.id, by: 'thirdParty' }, house)
  return authorization.id
}
