import type { Look, PmHouse } from '../dialect.ts'
import type { AccountId, MeterId, Notification, NotificationId, PropertyId, State } from '../model/index.ts'
import type { NotificationView, Seen, SeenAccount, SeenProperty } from '../views.ts'
import { accountOf, personIn } from './account.ts'
import { addMember, dropMember, idsIn } from './members.ts'
import type { AnyShare } from './share-book.ts'

/** Which of the provider's two environments a client asks; their base paths differ, our world is one. */
export type Environment = 'live' | 'test'

/**
 * The notices a provider has not read. With `clear` they count as read afterwards, and nobody is shown them again.
 * Source: GUIDE, notifications; DOC, Notification.
 */
export function listNotifications(
  state: State,
  { to, clear, environment = 'live' }: { to: AccountId; clear: boolean; environment?: Environment },
  look: Look,
): NotificationView[] {
  const unread = unreadNotifications(state, { to, environment }, look)
  if (clear) for (const { id } of unread) markRead(state, to, id)
  return unread.map((notice) => ({ ...notice }))
}

/** The same without marking anything: for a page that only looks. */
export function unreadNotifications(
  state: Seen,
  { to, environment = 'live' }: { to: AccountId; environment?: Environment },
  { dialect }: Pick<Look, 'dialect'>,
): NotificationView[] {
  const isSilent = environment === 'test' && dialect.testHostNotifications === 'faithful'
  return idsIn(state.index.unread[to])
    .map((id) => state.notifications[id] as NotificationView)
    .filter(({ type }) => !(isSilent && (type === 'DISCONNECT' || type === 'TRANSFERPROPERTY')))
    .map((notice) => (dialect.schemaEra === '4' ? asOfSchema4(notice) : notice))
}

/** A person's level on an item was changed. Source: NRCAN, permission edits; X23 says whose account it names. */
export function announceLevel(
  state: State,
  { share, editor, level }: { share: AnyShare; editor: SeenAccount; level: string },
  house: PmHouse,
): void {
  const { item, place } = named(state, share)
  const description = `${item} - Access level revised to ${level} by ${personIn(editor)}.`
  const about = house.dialect.shareUpdateAccount === 'editor' ? editor.id : place.owner
  file(state, { type: 'SHAREUPDATE', share, about, place, by: editor, description }, house)
}

/** A provider's access to an item was taken away. Source: DOC, Notification; the wording is ours. */
export function announceUnshare(
  state: State,
  { share, editor }: { share: AnyShare; editor: SeenAccount },
  house: PmHouse,
): void {
  const { item, place } = named(state, share)
  const description = `${item} - Access removed by ${personIn(editor)}.`
  file(state, { type: 'UNSHARE', share, about: place.owner, place, by: editor, description }, house)
}

/** A customer has left. Source: FAQ, connection and share web services. */
export function announceDisconnect(
  state: State,
  { to, customer }: { to: AccountId; customer: SeenAccount },
  house: PmHouse,
): void {
  const description = `You are disconnected from ${personIn(customer)}.`
  send(state, { to, type: 'DISCONNECT', description, about: customer.id, by: customer }, house)
}

/**
 * A property has a new administrator: named by account id and username, never by contact data. The creator is the
 * administrator who gave it away (ours: the sources are silent). Source: NRCAN, transfer of a property.
 */
export function announceTransfer(
  state: State,
  { to, property, from }: { to: AccountId; property: SeenProperty; from: SeenAccount },
  house: PmHouse,
): void {
  const description = `${property.details.name} - Transferred to a new property data administrator.`
  const { id: propertyId, owner: about } = property
  send(state, { to, type: 'TRANSFERPROPERTY', description, about, propertyId, by: from }, house)
}

/** Whether any notice has named an account to a provider. */
export function hasNoticeOf(state: Seen, { provider, account }: { provider: AccountId; account: AccountId }): boolean {
  return account in (state.index.noticed[provider] ?? {})
}

type Notice = {
  to: AccountId
  type: Notification['type']
  description: string
  about: AccountId
  by: SeenAccount
  propertyId?: PropertyId
  meterId?: MeterId
}

function file(
  state: State,
  { share, place, ...notice }: Omit<Notice, 'to'> & { share: AnyShare; place: SeenProperty },
  house: PmHouse,
): void {
  const ids = share.kind === 'meter' ? { propertyId: place.id, meterId: share.item } : { propertyId: place.id }
  send(state, { to: share.provider, ...notice, ...ids }, house)
}

function send(state: State, { about, by, ...notice }: Notice, house: PmHouse): void {
  const id = String(house.ids.next('notification', 1001)) as NotificationId
  state.notifications[id] = {
    id,
    ...notice,
    accountId: about,
    username: accountOf(state, about).details.username,
    createdDate: house.now,
    createdBy: by.details.username,
    createdByAccountId: by.id,
    read: false,
  }
  addMember(state.index.unread, notice.to, id)
  addMember(state.index.noticed, notice.to, about)
  addMember(state.index.noticed, notice.to, by.id)
}

function markRead(state: State, to: AccountId, id: NotificationId): void {
  const notice = state.notifications[id]
  if (notice) notice.read = true
  dropMember(state.index.unread, to, id)
}

function named(state: Seen, share: AnyShare): { item: string; place: SeenProperty } {
  const meter = share.kind === 'meter' ? state.meters[share.item] : undefined
  const place = state.properties[meter?.property ?? (share.item as PropertyId)] as SeenProperty
  return { item: (meter ?? place).details.name, place }
}

/** Before `username` was an element, only the creator could name the new administrator. Inferred; X10. */
function asOfSchema4(notice: NotificationView): NotificationView {
  if (notice.type !== 'TRANSFERPROPERTY') return notice
  return { ...notice, createdBy: notice.username, createdByAccountId: notice.accountId }
}
