import { alert, Impossible } from '../errors/index.ts'
import type { AccountId, ConnectionKey } from '../model/index.ts'
import type { Seen } from '../views.ts'
import { accountOf } from './account.ts'
import { pairKey } from './share-book.ts'

/** What there is, or was, between a provider and a customer. */
export function connectionBetween<S extends Seen>(
  state: S,
  provider: AccountId,
  customer: AccountId,
): S['connections'][ConnectionKey] | undefined {
  return state.connections[pairKey(provider, customer)] as S['connections'][ConnectionKey] | undefined
}

export function isConnected(state: Seen, provider: AccountId, customer: AccountId): boolean {
  return connectionBetween(state, provider, customer)?.status === 'connected'
}

/** Lets a customer share with a provider only once they are connected. Source: NRCAN, step 3. */
export function mustBeConnected(
  state: Seen,
  { provider, customer }: { provider: AccountId; customer: AccountId },
): void {
  const connection = connectionBetween(state, provider, customer)
  const who = accountOf(state, customer).details.organization.name
  if (connection?.status === 'connected') return
  if (connection?.status === 'pending')
    throw new Impossible(`${who} cannot share: the client has not accepted its connection request.`)
  if (connection?.status === 'ended' && connection.because === 'rejected')
    throw new Impossible(`${who} cannot share: the client rejected its connection request.`)
  if (connection?.status === 'ended' && connection.because === 'disconnectedByProvider')
    throw new Impossible(`${who} cannot share: the client has disconnected from it.`)
  throw alert.notConnectedToProvider({ name: accountOf(state, provider).details.organization.name })
}
