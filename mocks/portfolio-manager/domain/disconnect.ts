import { alert, refuse } from '../errors/index.ts'
import type { PmHouse } from '../dialect.ts'
import type { AccountId, State } from '../model/index.ts'
import { accountOf, tell } from './account.ts'
import { connectionBetween } from './connected.ts'
import { endConnection, type Pair } from './connection.ts'
import { announceDisconnect, announceUnshare } from './notification.ts'
import { endShare, pairKey, sharesOn, type AnyShare } from './share-book.ts'

/**
 * The provider leaves a customer. What it holds of that customer's ends too, unless it says keepShares; without a
 * word, switch X1 decides. What is only on offer stays on offer. Source: DOC, Disconnect (C6, C7, C15).
 */
export function disconnect(
  state: State,
  { caller, other, keepShares, note }: { caller: AccountId; other: AccountId; keepShares?: boolean; note?: string },
  house: PmHouse,
): void {
  accountOf(state, other)
  const connection = connectionBetween(state, caller, other)
  if (connection?.status !== 'connected') throw refuse.notConnectedToAccount({ account: other })
  endConnection(state, connection, 'disconnectedByProvider', house)
  const keeps = keepShares ?? house.dialect.disconnectDefault === 'keep'
  if (!keeps)
    for (const share of heldBetween(state, { provider: caller, customer: other }))
      endShare(state, share, 'disconnected', house)
  const { name } = accountOf(state, caller).details.organization
  tell(state, { to: other, says: `${name} disconnected from you.`, note }, house)
}

/** A customer leaves on the page: the provider is told once; shares stay, unless switch X2 says else (C8). Source: FAQ. */
export function disconnectByCustomer(state: State, { provider, customer }: Pair, house: PmHouse): void {
  const connection = connectionBetween(state, provider, customer)
  const { name } = accountOf(state, provider).details.organization
  if (connection?.status !== 'connected') throw alert.notConnectedToProvider({ name })
  endConnection(state, connection, 'disconnectedByCustomer', house)
  const leaver = accountOf(state, customer)
  announceDisconnect(state, { to: provider, customer: leaver }, house)
  if (house.dialect.customerDisconnectCascade === 'none') return
  for (const share of heldBetween(state, { provider, customer })) {
    endShare(state, share, 'removed', house)
    announceUnshare(state, { share, editor: leaver }, house)
  }
}

function heldBetween(state: State, { provider, customer }: Pair): AnyShare[] {
  return sharesOn(state, provider, state.index.activeOf[pairKey(provider, customer)])
}
