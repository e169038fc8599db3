import type { Evidence, Turn } from '../../../evidence.ts'
import { callsOf, type Call, type Item, type Kind } from './calls.ts'
import { all, text, treeOf } from './xml.ts'

/** A request that a pending list showed to the client. */
export type Shown = Item & { call: Call; turn: Turn | undefined }
/** A notice that the client received, and whether it counts as read from then on. */
export type NoticeShown = { id: string; type: string; call: Call }

/** The endpoint of each pending list, and the element it holds. */
export const pendingLists = {
  account: 'connection.listPending',
  property: 'propertyShare.listPending',
  meter: 'meterShare.listPending',
} as const satisfies Record<Kind, string>

const idNames = { account: 'accountId', property: 'propertyId', meter: 'meterId' } as const

const shownBy = new WeakMap<Evidence, readonly Shown[]>()

/** Requests the client was shown, in order, as often as it was shown them. */
export function shownIn(evidence: Evidence): readonly Shown[] {
  const known =
    shownBy.get(evidence) ?? (['account', 'property', 'meter'] as const).flatMap((kind) => read(evidence, kind))
  shownBy.set(evidence, known)
  return known
}

function read(evidence: Evidence, kind: Kind): Shown[] {
  return callsOf(evidence)
    .filter(({ endpoint, heard }) => heard && endpoint === pendingLists[kind])
    .flatMap((call) =>
      all(treeOf(call.entry.response?.body), 'pendingList', kind).flatMap((request) => {
        const id = text(request, idNames[kind])
        return id === undefined ? [] : [{ kind, id, call, turn: call.turn }]
      }),
    )
}

/** Notices the client received. */
export function noticesShown(evidence: Evidence): NoticeShown[] {
  return callsOf(evidence)
    .filter(({ endpoint, heard }) => heard && endpoint === 'notification.list')
    .flatMap((call) =>
      all(treeOf(call.entry.response?.body), 'notificationList', 'notification').map((notice) => ({
        id: text(notice, 'notificationId') ?? '',
        type: text(notice, 'notificationTypeCode') ?? '',
        call,
      })),
    )
}

/** The number of the next page that an answer points to. */
export function nextPage(call: Call): number | undefined {
  const tree = treeOf(call.entry.response?.body)
  const links = [...all(tree, 'pendingList', 'links', 'link'), ...all(tree, 'meterData', 'links', 'link')]
  const next = links.find((link) => link['@_linkDescription'] === 'next page')
  const [, page] = /[?&]page=(\d+)/.exec(String(next?.['@_link'] ?? '')) ?? []
  return page === undefined ? undefined : Number(page)
}

/** The page a call asks for; pages count from 1. */
export function pageOf({ query }: Call): number {
  return Math.max(1, Number(query.get('page') ?? 1) || 1)
}
