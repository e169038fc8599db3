import type { PmHouse } from '../dialect.ts'
import type {
  AccountId,
  ConnectionKey,
  Meter,
  MeterId,
  MeterShare,
  MeterShareKey,
  Property,
  PropertyId,
  PropertyShare,
  PropertyShareKey,
  ShareEnd,
  ShareShelf,
  State,
} from '../model/index.ts'
import type { Seen } from '../views.ts'
import { touchedBy } from './audit.ts'
import { accountOf } from './account.ts'
import { addMember, dropMember, idsIn, shelfAt } from './members.ts'

/** The book of shares: the one place that writes them, so that every index tells the truth. */
export type AnyShare = PropertyShare | MeterShare
export type PropertyHeld = { provider: AccountId; property: PropertyId }
export type MeterHeld = { provider: AccountId; meter: MeterId }

const propertyShareKey = ({ provider, property }: PropertyHeld): PropertyShareKey => `${provider}/${property}`
const meterShareKey = ({ provider, meter }: MeterHeld): MeterShareKey => `${provider}/${meter}`
export const pairKey = (provider: AccountId, customer: AccountId): ConnectionKey => `${provider}/${customer}`

/** What the book says of a provider and a property: offered, held, ended, or nothing at all. */
export function propertyShareOf<S extends Seen>(
  state: S,
  held: PropertyHeld,
): S['propertyShares'][PropertyShareKey] | undefined {
  return state.propertyShares[propertyShareKey(held)] as S['propertyShares'][PropertyShareKey] | undefined
}

/** What the book says of a provider and a meter. */
export function meterShareOf<S extends Seen>(state: S, held: MeterHeld): S['meterShares'][MeterShareKey] | undefined {
  return state.meterShares[meterShareKey(held)] as S['meterShares'][MeterShareKey] | undefined
}

/** Writes down a share that is offered or held from now on, in the place of one that has ended. */
export function openShare(state: State, share: AnyShare): void {
  const { provider } = share
  const { property } = placeOf(state, share)
  addMember(state.index.providersOfProperty, property, provider)
  if (share.kind === 'property') {
    state.propertyShares[`${provider}/${share.item}`] = share
  } else {
    state.meterShares[`${provider}/${share.item}`] = share
    addMember(state.index.providersOfMeter, share.item, provider)
    addMember(state.index.sharedMetersOf, propertyShareKey({ provider, property }), share.item)
  }
  shelve(state, share)
}

/** An offered share becomes one that is held. */
export function activateShare(state: State, share: AnyShare, house: PmHouse): void {
  unshelve(state, share)
  Object.assign(share, { status: 'active' })
  touchedBy(share, accountOf(state, share.provider), house)
  shelve(state, share)
}

/** A share ends; the book keeps why. */
export function endShare(state: State, share: AnyShare, because: ShareEnd, house: PmHouse): void {
  unshelve(state, share)
  const { provider } = share
  const { property } = placeOf(state, share)
  if (share.kind === 'meter')
    dropMember(state.index.sharedMetersOf, propertyShareKey({ provider, property }), share.item)
  Object.assign(share, { status: 'ended', endedAt: house.now, because })
}

/** The meters of a property that a provider is offered or holds. */
export function sharedMetersOf(state: State, held: PropertyHeld): MeterShare[] {
  const { provider } = held
  return idsIn(state.index.sharedMetersOf[propertyShareKey(held)]).map((meter) => meterShareAt(state, provider, meter))
}

/** Every share of a shelf, properties before meters. */
export function sharesOn(state: State, provider: AccountId, shelf: ShareShelf | undefined): AnyShare[] {
  return [
    ...idsIn(shelf?.properties).map((property) => propertyShareAt(state, provider, property)),
    ...idsIn(shelf?.meters).map((meter) => meterShareAt(state, provider, meter)),
  ]
}

/** What a provider is offered or holds of a property: the property, then its meters. */
export function sharesWithin(state: State, held: PropertyHeld): AnyShare[] {
  const share = propertyShareOf(state, held)
  const meters = sharedMetersOf(state, held)
  return share && share.status !== 'ended' ? [share, ...meters] : meters
}

/** Gives a property to its new owner with all its shares: the agreements stay, the account they stand under changes. */
export function changeOwner(state: State, property: Property, { to }: { to: AccountId }): void {
  const shares = providersOf(state, property.id).flatMap((provider) =>
    sharesWithin(state, { provider, property: property.id }),
  )
  for (const share of shares) unshelve(state, share)
  dropMember(state.index.propertiesOf, property.owner, property.id)
  property.owner = to
  addMember(state.index.propertiesOf, to, property.id)
  for (const share of shares) shelve(state, share)
}

/** Providers that were ever offered something of a property. */
export function providersOf(state: Seen, property: PropertyId): AccountId[] {
  return idsIn(state.index.providersOfProperty[property])
}

function propertyShareAt(state: State, provider: AccountId, property: PropertyId): PropertyShare {
  return state.propertyShares[`${provider}/${property}`] as PropertyShare
}

function meterShareAt(state: State, provider: AccountId, meter: MeterId): MeterShare {
  return state.meterShares[`${provider}/${meter}`] as MeterShare
}

/** Where a shared item is: its property, and who owns that today. */
function placeOf(state: State, share: AnyShare): { property: PropertyId; owner: AccountId } {
  const property = share.kind === 'property' ? share.item : (state.meters[share.item] as Meter).property
  return { property, owner: (state.properties[property] as Property).owner }
}

function shelve(state: State, share: AnyShare): void {
  for (const shelf of shelvesOf(state, share)) {
    if (share.kind === 'property') shelf.properties[share.item] = true
    else shelf.meters[share.item] = true
  }
}

function unshelve(state: State, share: AnyShare): void {
  for (const shelf of shelvesOf(state, share)) {
    if (share.kind === 'property') delete shelf.properties[share.item]
    else delete shelf.meters[share.item]
  }
}

/** The two shelves a share stands on: the provider's, and the one for this provider and the item's owner. */
function shelvesOf(state: State, share: AnyShare): ShareShelf[] {
  const { provider, status } = share
  const pair = pairKey(provider, placeOf(state, share).owner)
  const { pending, pendingOf, active, activeOf } = state.index
  switch (status) {
    case 'pending':
      return [shelfAt(pending, provider), shelfAt(pendingOf, pair)]
    case 'active':
      return [shelfAt(active, provider), shelfAt(activeOf, pair)]
    case 'ended':
      return []
  }
}
