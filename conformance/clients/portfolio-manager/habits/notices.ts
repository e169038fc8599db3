import { answers, readAs, type Notification } from '../wire.ts'
import type { Run } from '../run.ts'

/** How notices are fetched without losing any, and what is learnt from them. */
export const notices = {
  /** Asks for unread notices; with `clear` they count as read afterwards, and never come again. */
  async listNotices({ service }: Run, { clear }: { clear: boolean }): Promise<Notification[]> {
    return readAs(answers.notificationList, await service.notificationListGet(clear)).notificationList.notification
  },

  /** Looks first, stores, and only then clears: an answer that is lost, or a run that dies, costs nothing. */
  async takeNotices(run: Run): Promise<void> {
    const { habits } = run
    const seen = await habits.listNotices(run, { clear: false })
    habits.storeNotices(run, seen)
    if (seen.length > 0) habits.storeNotices(run, await habits.listNotices(run, { clear: true }))
  },

  storeNotices(run: Run, arrived: readonly Notification[]): void {
    const { memory } = run
    const known = new Set([...memory.dealtWith, ...memory.notices.map(({ notificationId }) => notificationId)])
    memory.notices.push(...arrived.filter(({ notificationId }) => !known.has(notificationId)))
    run.save()
  },

  /** Lets each stored notice change what is held for true, oldest first. */
  async learn(run: Run): Promise<void> {
    for (const notice of [...run.memory.notices]) {
      await run.habits.learnFrom(run, notice)
      run.habits.setAside(run, notice)
    }
  },

  setAside(run: Run, { notificationId }: Notification): void {
    const { memory } = run
    memory.notices = memory.notices.filter((one) => one.notificationId !== notificationId)
    memory.dealtWith.push(notificationId)
    run.save()
  },

  async learnFrom(run: Run, notice: Notification): Promise<void> {
    const { habits } = run
    switch (notice.notificationTypeCode) {
      case 'UNSHARE':
        return habits.loseItem(run, notice)
      case 'SHAREUPDATE':
        return habits.levelChanged(run, notice)
      case 'DISCONNECT':
        return habits.customerLeft(run, notice)
      case 'TRANSFERPROPERTY':
        return habits.ownerChanged(run, notice)
    }
  },

  /** The item is gone: asking for it would only be refused. The property's other meters stay. */
  loseItem(run: Run, { propertyId = '', meterId }: Notification): void {
    const { properties, meters } = run.memory
    const lost = meterId === undefined ? properties[propertyId] : meters[meterId]
    if (lost) lost.held = false
  },

  /** The text names the new level, but may change: the item itself is asked when data are exchanged. */
  async levelChanged(run: Run, { notificationCreatedByAccountId: editor }: Notification): Promise<void> {
    if (editor !== undefined) await run.habits.lookUp(run, editor)
  },

  customerLeft({ memory }: Run, { accountId = '' }: Notification): void {
    const customer = memory.customers[accountId]
    if (customer) customer.connected = false
  },
}
