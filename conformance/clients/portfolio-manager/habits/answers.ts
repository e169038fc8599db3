import type { Holding } from '../memory.ts'
import type { Run } from '../run.ts'
import { refusedWith } from '../service.ts'
import type { Pending } from '../wire.ts'

export type Action = 'Accept' | 'Reject'
type Kind = 'account' | 'property' | 'meter'
type Share = Pending['property'][number]
/** Everything that waits for an answer. */
export type Asked = { connections: Pending['account']; properties: Pending['property']; meters: Pending['meter'] }

/** How requests are answered: connections before properties before meters, each item by itself. */
export const answering = {
  async answerAll(run: Run, asked: Asked): Promise<void> {
    const { habits } = run
    await habits.answerConnections(run, asked.connections)
    await habits.answerProperties(run, asked.properties)
    await habits.answerMeters(run, asked.meters)
    run.save()
  },

  async answerConnections(run: Run, asked: Asked['connections']): Promise<void> {
    const { memory, habits } = run
    for (const { accountId, customFieldList: customFields } of asked) {
      await habits.answer(run, { kind: 'account', id: accountId, action: 'Accept' })
      memory.customers[accountId] = { connected: true, customFields }
    }
  },

  async answerProperties(run: Run, asked: Asked['properties']): Promise<void> {
    const { memory, habits } = run
    for (const share of asked) {
      if (!habits.mayExchangeWith(run, share.accountId)) continue
      await habits.answer(run, { kind: 'property', id: share.propertyId, action: 'Accept' })
      memory.properties[share.propertyId] = habits.holdingOf(share)
    }
  },

  async answerMeters(run: Run, asked: Asked['meters']): Promise<void> {
    const { memory, habits } = run
    for (const share of asked) {
      if (!habits.mayExchangeWith(run, share.accountId)) continue
      await habits.answer(run, { kind: 'meter', id: share.meterId, action: 'Accept' })
      memory.meters[share.meterId] = { ...habits.holdingOf(share), property: share.propertyId }
    }
  },

  /** The owner's account stands in the request; who made the share stands in its audit. */
  holdingOf({ accountId: owner, accessLevel: access, customFieldList: customFields, shareAudit }: Share): Holding {
    return { access, owner, sharedBy: shareAudit?.createdByAccountId ?? owner, customFields, held: true }
  },

  /** Answers one request. One that is answered already, by a colleague or by a cascade, is as good as answered. */
  async answer(
    run: Run,
    { kind, id, action, note }: { kind: Kind; id: string; action: Action; note?: string },
  ): Promise<void> {
    const { service, habits } = run
    const body = { sharingResponse: habits.answerBody(action, note) } as Parameters<
      typeof service.connectAccountPost
    >[1]
    try {
      if (kind === 'account') await service.connectAccountPost(Number(id), body)
      if (kind === 'property') await service.sharePropertyPost(Number(id), body)
      if (kind === 'meter') await service.shareMeterPost(Number(id), body)
    } catch (error) {
      if (!habits.isAnsweredAlready(error)) throw error
    }
  },

  answerBody(action: Action, note: string | undefined): Record<string, string> {
    return { action, ...(note !== undefined && { note }) }
  },

  isAnsweredAlready(error: unknown): boolean {
    return refusedWith(error) === 400
  },

  /** Turns every request for a connection down. What was shared in that customer's name goes with it, unanswered. */
  async rejectConnections(run: Run): Promise<void> {
    const { memory, habits } = run
    for (const { accountId } of await habits.pendingConnections(run)) {
      const note = 'We have no contract with you. Please call us first.'
      await habits.answer(run, { kind: 'account', id: accountId, action: 'Reject', note })
      memory.customers[accountId] = { connected: false, customFields: {} }
    }
    run.save()
  },

  /** Turns every request for a meter down. The building and its owner are another matter, for the next run. */
  async rejectMeters(run: Run): Promise<void> {
    const { habits } = run
    for (const { meterId } of await habits.pendingMeters(run))
      await habits.answer(run, {
        kind: 'meter',
        id: meterId,
        action: 'Reject',
        note: 'We do not read meters of this kind.',
      })
  },
}
