import type { PmHouse } from '../dialect.ts'
import type { AccountId, Property, PropertyId, State, Transfer, TransferId } from '../model/index.ts'
import { accountOf } from './account.ts'
import { moveChanges } from './changes.ts'
import { isConnected } from './connected.ts'
import { dropGrant } from './grant.ts'
import { dropMember, idsIn } from './members.ts'
import { announceTransfer } from './notification.ts'
import { changeOwner, providersOf, sharesWithin } from './share-book.ts'

/**
 * A property goes to its new administrator: shares stay, stand under the new account from now on, and every provider
 * that holds one is told. Source: NRCAN, transfer of a property.
 */
export function handOver(state: State, transfer: Transfer, house: PmHouse): void {
  const { property: id, from, to } = transfer
  const property = state.properties[id] as Property
  changeOwner(state, property, { to })
  moveChanges(state, { id, from, to }, house)
  dropGrant(state, { with: to, property: id })
  closeTransfer(state, id)
  for (const provider of providersOf(state, id)) {
    const isHeld = sharesWithin(state, { provider, property: id }).some(({ status }) => status === 'active')
    if (isHeld) announceTransfer(state, { to: provider, property, from: accountOf(state, from) }, house)
  }
}

/** Transfers that waited for a connection go through once it is there. Source: GUIDE, transfer, postpone. */
export function completePostponed(state: State, { customer }: { customer: AccountId }, house: PmHouse): void {
  for (const id of idsIn(state.index.transfersTo[customer])) {
    const transfer = state.transfers[id] as Transfer
    const knowsAll = strangersTo(state, { property: transfer.property, owner: customer }).length === 0
    if (transfer.status === 'postponed' && knowsAll) handOver(state, transfer, house)
  }
}

/** Providers with a share of a property that its new owner is not connected to. */
export function strangersTo(
  state: State,
  { property, owner }: { property: PropertyId; owner: AccountId },
): AccountId[] {
  return providersOf(state, property).filter(
    (provider) => !isConnected(state, provider, owner) && sharesWithin(state, { provider, property }).length > 0,
  )
}

/** The transfer of a property that is under way. */
export function transferOf(state: State, property: PropertyId): Transfer | undefined {
  return state.transfers[state.index.transferOf[property] ?? ('' as TransferId)]
}

/** A property is on its way to nobody. */
export function closeTransfer(state: State, property: PropertyId): void {
  const transfer = transferOf(state, property)
  if (!transfer) return
  dropMember(state.index.transfersTo, transfer.to, transfer.id)
  delete state.index.transferOf[property]
  delete state.transfers[transfer.id]
}
