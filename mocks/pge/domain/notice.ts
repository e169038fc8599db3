import type { PgeHouse } from '../dialect/index.ts'
import type { AuthorizationId } from '../model/index.ts'
import type { NoticeContent, SeenRegistration } from '../views.ts'

/** Tells a third party of its authorization: created, changed, ended, replaced. Source: PAGE, notifications. */
export function announceAuthorization(
  registration: SeenRegistration,
  { id, why }: { id: AuthorizationId; why: string },
  house: PgeHouse,
): void {
  const resources = [{ kind: 'authorization' as const, id }]
  announce(registration, 'authorization', { why, resources, origin: null, transactionId: null }, house)
}

/** Puts a notice on its way to the registered address; without one it stays in the outbox. */
export function announce(
  { notifyUri }: SeenRegistration,
  kind: 'authorization' | 'packageReady' | 'daily',
  content: NoticeContent,
  house: PgeHouse,
): void {
  house.notify(kind, notifyUri, content)
}
