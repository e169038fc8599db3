import { alert } from '../errors/index.ts'
import type { PmHouse } from '../dialect.ts'
import type { AccountId, FieldValues, Property, PropertyId, State, Transfer, TransferId } from '../model/index.ts'
import { takeAway } from './access-edit.ts'
import { knownProperty } from './access-rules.ts'
import { requestConnection } from './connection.ts'
import { mustKnow } from './grant.ts'
import { closeTransfer, handOver, strangersTo, transferOf } from './hand-over.ts'
import { addMember } from './members.ts'
import { providersOf, sharesWithin } from './share-book.ts'

/** What the new owner chooses about a provider it is not connected to. Source: GUIDE, transfer of a property. */
export const transferChoices = ['askForConnection', 'postpone', 'removeProvider'] as const satisfies readonly string[]
export type TransferChoice = (typeof transferChoices)[number]

type Recipient = { recipient: AccountId; property: PropertyId }
type Acceptance = Recipient & { style?: TransferChoice | undefined; acceptsTerms?: boolean; values?: FieldValues }

/** An owner offers a property to a contact; nobody else sees anything yet (T1). Source: FAQ, transfer of a property. */
export function proposeTransfer(
  state: State,
  { proposer, property: id, to }: { proposer: AccountId; property: PropertyId; to: AccountId },
  house: PmHouse,
): TransferId {
  const property = presentProperty(state, id)
  const item = property.details.name
  if (property.owner !== proposer || to === proposer) throw alert.notYours({ item })
  mustKnow(state, { customer: proposer, other: to })
  if (transferOf(state, id)) throw alert.transferAlreadyProposed({ item })
  const transfer = String(house.ids.next('transfer', 501)) as TransferId
  state.transfers[transfer] = { id: transfer, property: id, from: proposer, to, status: 'proposed' }
  state.index.transferOf[id] = transfer
  addMember(state.index.transfersTo, to, transfer)
  return transfer
}

/**
 * The new owner accepts. Where every provider is known to it, or in the style of the NRCan guide, the property simply
 * changes hands (T2, T3); otherwise the newer page offers three ways (T4 to T6), of which asking comes first.
 */
export function acceptTransfer(
  state: State,
  { style, ...acceptance }: Acceptance,
  house: PmHouse,
): { status: 'accepted' | 'postponed' } {
  const transfer = transferFor(state, acceptance)
  const offersChoice = house.dialect.transferStyle === 'guide'
  if (style && !offersChoice) throw alert.choiceNotOffered({ style })
  const strangers = strangersTo(state, { property: acceptance.property, owner: acceptance.recipient })
  if (style === 'removeProvider') return removeProviders(state, transfer, house)
  if (!offersChoice || strangers.length === 0) return accept(state, transfer, house)
  if (style === 'postpone') return postpone(transfer)
  for (const provider of strangers) askUnlessAsked(state, { ...acceptance, provider }, house)
  return accept(state, transfer, house)
}

/** The new owner declines: nothing changes (T7). Source: GUIDE. */
export function rejectTransfer(state: State, asked: Recipient): void {
  closeTransfer(state, transferFor(state, asked).property)
}

function accept(state: State, transfer: Transfer, house: PmHouse): { status: 'accepted' } {
  handOver(state, transfer, house)
  return { status: 'accepted' }
}

/** The transfer waits until the new owner's connection request is sent and accepted; shares stay with the old (T5). */
function postpone(transfer: Transfer): { status: 'postponed' } {
  transfer.status = 'postponed'
  return { status: 'postponed' }
}

/** The property changes hands, and providers lose it with all its meters (T6). */
function removeProviders(state: State, transfer: Transfer, house: PmHouse): { status: 'accepted' } {
  const { property, to: editor } = transfer
  handOver(state, transfer, house)
  for (const provider of providersOf(state, property))
    for (const share of sharesWithin(state, { provider, property })) takeAway(state, { share, editor }, house)
  return { status: 'accepted' }
}

function askUnlessAsked(
  state: State,
  { recipient: customer, provider, acceptsTerms = true, values = {} }: Acceptance & { provider: AccountId },
  house: PmHouse,
): void {
  const isAsked = customer in (state.index.askedBy[provider] ?? {})
  if (!isAsked) requestConnection(state, { provider, customer, acceptsTerms, values }, house)
}

function transferFor(state: State, { recipient, property: id }: Recipient): Transfer {
  const property = presentProperty(state, id)
  const transfer = transferOf(state, id)
  if (transfer?.to !== recipient) throw alert.noTransfer({ item: property.details.name })
  return transfer
}

function presentProperty(state: State, id: PropertyId): Property {
  const property = knownProperty(state, id)
  if (property.deleted) throw alert.gone({ item: property.details.name })
  return property
}
