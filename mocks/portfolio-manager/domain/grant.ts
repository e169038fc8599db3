import { alert } from '../errors/index.ts'
import type {
  AccessLevel,
  AccountId,
  CustomerShare,
  CustomerShareKey,
  PageLevel,
  PropertyId,
  State,
} from '../model/index.ts'
import type { Seen } from '../views.ts'
import { accountOf, personIn } from './account.ts'
import { knownProperty } from './access-rules.ts'
import { addMember, dropMember } from './members.ts'

type Given = { with: AccountId; property: PropertyId }

/** What a customer was given of another customer's property: it makes an intermediary, or a fellow editor. */
export function grantOf<S extends Seen>(
  state: S,
  { with: holder, property }: Given,
): S['customerShares'][CustomerShareKey] | undefined {
  return state.customerShares[`${holder}/${property}`] as S['customerShares'][CustomerShareKey] | undefined
}

/**
 * A customer lets another one into a property, with or without the right to share it forward. Only a contact can be
 * let in, and whoever is not the administrator gives no more than it has. Source: FAQ, What is Share Forward?
 */
export function grantAccess(
  state: State,
  { granter, ...grant }: Given & { granter: AccountId; level: PageLevel; mayShareForward: boolean },
): CustomerShare {
  const place = knownProperty(state, grant.property)
  const item = place.details.name
  if (place.deleted) throw alert.gone({ item })
  if (grant.with === place.owner) throw alert.mayNotEdit({ item })
  mustKnow(state, { customer: granter, other: grant.with })
  if (place.owner !== granter) mustPassOn(state, { granter, item, ...grant })
  const before = grantOf(state, grant)
  if (before && !mayEdit(state, { editor: granter, property: place.id, sharer: before.grantedBy }))
    throw alert.mayNotEdit({ item })
  return writeGrant(state, { ...grant, grantedBy: granter })
}

/** Writes down what a customer was given, with its indexes. */
export function writeGrant(state: State, grant: CustomerShare): CustomerShare {
  const { with: holder, property } = grant
  state.customerShares[`${holder}/${property}`] = grant
  addMember(state.index.givenTo, property, holder)
  addMember(state.index.propertiesGiven, holder, property)
  return grant
}

/** Someone's own access to a property is taken back. What that person passed on stays. Source: FAQ, disconnect. */
export function withdrawGrant(state: State, { editor, ...given }: Given & { editor: AccountId }): void {
  const grant = grantOf(state, given)
  const item = knownProperty(state, given.property).details.name
  if (!grant) throw alert.notSharedWith({ item, name: personIn(accountOf(state, given.with)) })
  if (!mayEdit(state, { editor, property: given.property, sharer: grant.grantedBy })) throw alert.mayNotEdit({ item })
  dropGrant(state, given)
}

export function dropGrant(state: State, { with: holder, property }: Given): void {
  delete state.customerShares[`${holder}/${property}`]
  dropMember(state.index.givenTo, property, holder)
  dropMember(state.index.propertiesGiven, holder, property)
}

/**
 * Whether someone may change what others have of a property: its administrator and whoever has full access always,
 * with Custom or Exchange Data only what they shared themselves, with Read Only never.
 * Source: FAQ, Who is able to edit other people's sharing access.
 */
export function mayEdit(
  state: Seen,
  { editor, property, sharer }: { editor: AccountId; property: PropertyId; sharer: AccountId },
): boolean {
  if (knownProperty(state, property).owner === editor) return true
  switch (grantOf(state, { with: editor, property })?.level) {
    case 'Full Access':
      return true
    case 'Custom':
    case 'Exchange Data':
      return sharer === editor
    default:
      return false
  }
}

/** Whether someone may change the property itself and its meters. */
export function mayChange(state: Seen, { editor, property }: { editor: AccountId; property: PropertyId }): boolean {
  if (knownProperty(state, property).owner === editor) return true
  return grantOf(state, { with: editor, property })?.level === 'Full Access'
}

/** The most that a level of the page lets someone pass on to a provider. */
export function passesOn(level: PageLevel): AccessLevel {
  return level === 'Read Only' ? 'Read' : 'Read Write'
}

/** Customers deal on the page with their contacts only. */
export function mustKnow(state: Seen, { customer, other }: { customer: AccountId; other: AccountId }): void {
  const { contacts } = accountOf(state, customer)
  if (contacts && !(other in contacts)) throw alert.notYourContact({ name: personIn(accountOf(state, other)) })
}

function mustPassOn(
  state: State,
  { granter, property, item, level }: { granter: AccountId; property: PropertyId; item: string; level: PageLevel },
): void {
  const own = grantOf(state, { with: granter, property })
  if (!own?.mayShareForward) throw alert.mayNotShareForward({ item })
  if (own.level !== 'Full Access' && own.level !== level) throw alert.beyondYourAccess({ item, level: own.level })
}
