import { alert, Impossible } from '../errors/index.ts'
import type { PmHouse } from '../dialect.ts'
import type { AccessLevel, AccountId, MeterId, PropertyId, State } from '../model/index.ts'
import { knownMeter, knownProperty } from './access-rules.ts'
import { accountOf } from './account.ts'
import { touchedBy } from './audit.ts'
import { mayEdit } from './grant.ts'
import { announceLevel, announceUnshare } from './notification.ts'
import { endShare, meterShareOf, propertyShareOf, sharedMetersOf, type AnyShare } from './share-book.ts'

/** One item of those a provider may be given: a property or one of its meters. */
export type Item = { property: PropertyId } | { meter: MeterId }
export type Edit = { editor: AccountId; provider: AccountId; item: Item }

/** How the page calls the levels of the wire. */
const pageWords = {
  Read: 'Read Only',
  'Read Write': 'Full Access',
} as const satisfies Record<AccessLevel, string>

/**
 * Someone changes what a provider may do with one item: at once, without being accepted, with one notice for it.
 * Source: NRCAN, permission edits (P7, M4). What is only on offer changes silently.
 */
export function editAccess(state: State, { level, ...edit }: Edit & { level: AccessLevel }, house: PmHouse): void {
  reviseLevel(state, { share: editableShare(state, edit), editor: edit.editor, level }, house)
}

/** Someone takes an item from a provider; a property goes with all its meters. Source: DOC, Notification (P9). */
export function removeAccess(state: State, edit: Edit, house: PmHouse): void {
  const share = editableShare(state, edit)
  takeAway(state, { share, editor: edit.editor }, house)
  if (share.kind === 'meter') return
  for (const meter of sharedMetersOf(state, { provider: edit.provider, property: share.item }))
    takeAway(state, { share: meter, editor: edit.editor }, house)
}

/** Someone takes an offer back before it is answered; a property with the meters offered along. */
export function withdrawOffer(state: State, edit: Edit, house: PmHouse): void {
  const share = editableShare(state, edit)
  if (share.status === 'active') throw new Impossible('The offer cannot be taken back: the client has accepted it.')
  removeAccess(state, edit, house)
}

/** Takes one share from its provider, with a notice if it was held. */
export function takeAway(
  state: State,
  { share, editor }: { share: AnyShare; editor: AccountId },
  house: PmHouse,
): void {
  if (share.status !== 'active') return endShare(state, share, 'withdrawn', house)
  endShare(state, share, 'removed', house)
  announceUnshare(state, { share, editor: accountOf(state, editor) }, house)
}

/** Writes a new level into a share; a level that was there already is no change and no news. */
export function reviseLevel(
  state: State,
  { share, editor, level }: { share: AnyShare; editor: AccountId; level: AccessLevel },
  house: PmHouse,
): void {
  if (share.level === level) return
  const person = accountOf(state, editor)
  share.level = level
  touchedBy(share, person, house)
  if (share.status === 'active') announceLevel(state, { share, editor: person, level: pageWords[level] }, house)
}

/** The share of an item, for someone who may edit it. */
function editableShare(state: State, { editor, provider, item }: Edit): AnyShare {
  const share =
    'meter' in item ? meterShareOf(state, { provider, ...item }) : propertyShareOf(state, { provider, ...item })
  const { property, name } = placeOf(state, item)
  if (!share || share.status === 'ended') throw missing(state, { share, provider, item: name })
  if (!mayEdit(state, { editor, property, sharer: share.sharer })) throw alert.mayNotEdit({ item: name })
  return share
}

function placeOf(state: State, item: Item): { property: PropertyId; name: string } {
  if ('property' in item) return { property: item.property, name: knownProperty(state, item.property).details.name }
  const { property, details } = knownMeter(state, item.meter)
  return { property, name: details.name }
}

/** What the client gave back or turned down cannot be edited any more: the story ends there. */
function missing(
  state: State,
  { share, provider, item }: { share: AnyShare | undefined; provider: AccountId; item: string },
): Error {
  if (share?.status === 'ended' && share.because === 'rejected')
    return new Impossible(`Access to ${item} cannot be changed: the client turned the share down.`)
  if (share?.status === 'ended' && (share.because === 'unshared' || share.because === 'disconnected'))
    return new Impossible(`Access to ${item} cannot be changed: the client gave the share back.`)
  return alert.notSharedWith({ item, name: accountOf(state, provider).details.organization.name })
}
