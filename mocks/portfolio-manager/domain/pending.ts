import type { Look } from '../dialect.ts'
import type { AccountId, Connection, MeterShare, PropertyShare } from '../model/index.ts'
import type { Page, PendingAccount, PendingMeter, PendingProperty, Seen } from '../views.ts'
import { knownMeter, knownProperty } from './access-rules.ts'
import { accountOf } from './account.ts'
import { isConnected } from './connected.ts'
import { idsIn } from './members.ts'
import { pageOf } from './paging.ts'

type Asked = { provider: AccountId; page?: number }

/** How many requests one page of a pending list holds. Source: DOC, Connect and Share. */
const requestsOnPage = 20

/** Who asks a provider to connect. Pending lists come in the order of ids, which is the order of their making. */
export function pendingAccounts(state: Seen, { provider, page = 1 }: Asked): Page<PendingAccount> {
  return mapPage(pageOf(idsIn(state.index.askedBy[provider]), { page, size: requestsOnPage }), (customer) => ({
    account: accountOf(state, customer),
    connection: state.connections[`${provider}/${customer}`] as Connection,
  }))
}

/** The properties a provider is offered, each under its present owner. */
export function pendingProperties(
  state: Seen,
  { provider, page = 1 }: Asked,
  look: Pick<Look, 'dialect'>,
): Page<PendingProperty> {
  const offered = idsIn(state.index.pending[provider]?.properties)
  const shown = offered.filter((id) => isShown(state, { provider, owner: knownProperty(state, id).owner }, look))
  return mapPage(pageOf(shown, { page, size: requestsOnPage }), (id) => {
    const property = knownProperty(state, id)
    const share = state.propertyShares[`${provider}/${id}`] as PropertyShare
    return { property, owner: accountOf(state, property.owner), share }
  })
}

/** The meters a provider is offered, each with its property and that one's present owner. */
export function pendingMeters(
  state: Seen,
  { provider, page = 1 }: Asked,
  look: Pick<Look, 'dialect'>,
): Page<PendingMeter> {
  const offered = idsIn(state.index.pending[provider]?.meters)
  const placeOf = (id: (typeof offered)[number]) => knownProperty(state, knownMeter(state, id).property)
  const shown = offered.filter((id) => isShown(state, { provider, owner: placeOf(id).owner }, look))
  return mapPage(pageOf(shown, { page, size: requestsOnPage }), (id) => {
    const property = placeOf(id)
    const share = state.meterShares[`${provider}/${id}`] as MeterShare
    return { meter: knownMeter(state, id), property, owner: accountOf(state, property.owner), share }
  })
}

function mapPage<From, To>({ items, ...numbers }: Page<From>, seen: (item: From) => To): Page<To> {
  return { ...numbers, items: items.map(seen) }
}

/** Shares of someone the provider is not connected to show unless switch X21 hides them. */
function isShown(
  state: Seen,
  { provider, owner }: { provider: AccountId; owner: AccountId },
  { dialect }: Pick<Look, 'dialect'>,
): boolean {
  return dialect.pendingOfUnconnected === 'listed' || isConnected(state, provider, owner)
}
