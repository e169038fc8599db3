import type { Look, PmHouse } from '../dialect.ts'
import type { AccountId, MeterId, Property, PropertyDetails, PropertyId, State } from '../model/index.ts'
import type { PropertyView, Seen, SeenProperty } from '../views.ts'
import { takeAway } from './access-edit.ts'
import { mustSeeAccount, readableProperty, writableProperty } from './access-rules.ts'
import { accountOf } from './account.ts'
import { signedBy, touchedBy } from './audit.ts'
import { forgetAllChanges, noteChange } from './changes.ts'
import { closeTransfer } from './hand-over.ts'
import { addMember, dropMember, idsIn } from './members.ts'
import { removeMeter } from './meter.ts'
import { announceUnshare } from './notification.ts'
import { endShare, openShare, pairKey, propertyShareOf, providersOf } from './share-book.ts'
import { dropGrant } from './grant.ts'

type Caller = { caller: AccountId }

/** A provider creates a property for a connected customer, or for itself; it holds it at once (P11). Source: DOC. */
export function createProperty(
  state: State,
  { caller, account, details }: Caller & { account: AccountId; details: PropertyDetails },
  house: PmHouse,
): PropertyId {
  mustSeeAccount(state, { caller, account })
  return openHeldProperty(state, { caller, owner: account, details }, house).id
}

/** A property comes to be by the hand of a provider, who holds it from then on. */
export function openHeldProperty(
  state: State,
  { caller, owner, details }: Caller & { owner: AccountId; details: PropertyDetails },
  house: PmHouse,
): Property {
  const property = openProperty(state, { owner, details, maker: caller }, house)
  if (caller !== owner)
    openShare(state, {
      kind: 'property',
      provider: caller,
      item: property.id,
      level: 'Read Write',
      sharer: owner,
      values: {},
      audit: { ...property.audit },
      status: 'active',
    })
  return property
}

export function readProperty(state: Seen, asked: Caller & { property: PropertyId }, look: Look): PropertyView {
  return readableProperty(state, asked, look)
}

export function editProperty(
  state: State,
  { details, ...asked }: Caller & { property: PropertyId; details: PropertyDetails },
  house: PmHouse,
): void {
  const property = writableProperty(state, asked, house)
  property.details = details
  touchedBy(property, accountOf(state, asked.caller), house)
  noteChange(state, { kind: 'property', id: property.id }, house)
}

/** The caller deletes a property it may change, with all its meters. Source: DOC, Property. */
export function deleteProperty(state: State, asked: Caller & { property: PropertyId }, house: PmHouse): void {
  removeProperty(state, { property: writableProperty(state, asked, house), by: asked.caller }, house)
}

/**
 * What a caller may see of an account's properties: those it owns and those it was given. One's own account has all it
 * owns, and what others share with it. Source: DOC, Property list.
 */
export function listProperties(state: Seen, { caller, account }: Caller & { account: AccountId }): SeenProperty[] {
  mustSeeAccount(state, { caller, account })
  const { propertiesOf, propertiesGiven, active, activeOf } = state.index
  const owned =
    caller === account ? idsIn(propertiesOf[account]) : idsIn(activeOf[pairKey(caller, account)]?.properties)
  const given = caller === account ? idsIn(active[caller]?.properties) : idsIn(propertiesGiven[account])
  const seen = new Set([...owned, ...given.filter((property) => isHeld(state, { caller, property }))])
  return [...seen].sort((a, b) => Number(a) - Number(b)).map((id) => state.properties[id] as SeenProperty)
}

/** A property comes to be. */
export function openProperty(
  state: State,
  { owner, details, maker }: { owner: AccountId; details: PropertyDetails; maker: AccountId },
  house: PmHouse,
): Property {
  const id = String(house.ids.next('property', 4100001)) as PropertyId
  const property: Property = { id, owner, details, audit: signedBy(accountOf(state, maker), house) }
  state.properties[id] = property
  addMember(state.index.propertiesOf, owner, id)
  noteChange(state, { kind: 'property', id }, house)
  return property
}

/** A property goes, with its meters, its buildings and every share of them; whoever held some of it is told, but for who did it. */
export function removeProperty(
  state: State,
  { property, by }: { property: Property; by: AccountId },
  house: PmHouse,
): void {
  const { id, owner } = property
  forgetAllChanges(state, property)
  for (const provider of providersOf(state, id)) {
    const share = propertyShareOf(state, { provider, property: id })
    if (!share || share.status === 'ended') continue
    if (share.status === 'pending') takeAway(state, { share, editor: by }, house)
    else {
      endShare(state, share, 'deleted', house)
      if (provider !== by) announceUnshare(state, { share, editor: accountOf(state, by) }, house)
    }
  }
  for (const meter of idsIn<MeterId>(state.index.metersOf[id]))
    removeMeter(state, { meter, by, code: 'UNSHARE' }, house)
  for (const building of idsIn(state.index.buildingsOf[id]))
    removeProperty(state, { property: state.properties[building] as Property, by }, house)
  if (property.campus !== undefined) dropMember(state.index.buildingsOf, property.campus, id)
  for (const holder of idsIn(state.index.givenTo[id])) dropGrant(state, { with: holder, property: id })
  closeTransfer(state, id)
  dropMember(state.index.propertiesOf, owner, id)
  property.deleted = { at: house.now, by }
}

/** Whether a provider holds a property. */
export function isHeld(state: Seen, { caller, property }: Caller & { property: PropertyId }): boolean {
  return property in (state.index.active[caller]?.properties ?? {})
}
