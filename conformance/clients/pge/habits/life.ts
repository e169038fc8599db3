import type { Authorization } from '../memory.ts'
import { dayOf } from '../pacific.ts'
import type { Run } from '../run.ts'
import { authorizationIn, type AuthorizationTold } from '../wire/authorization.ts'
import { idIn, ofKind } from '../wire/feed.ts'

/** What becomes of authorizations. */
export const life = {
  /** Once a day the whole list, because notices get lost; and whatever there is reason to doubt. */
  async review(run: Run): Promise<void> {
    const { memory, habits, setting } = run
    if (memory.reviewedOn !== dayOf(setting.now)) await habits.reviewAll(run)
    for (const id of new Set(memory.doubted)) await habits.reviewOne(run, id)
    for (const id of Object.keys(memory.authorizations)) habits.noticeEnd(run, id)
  },

  async reviewAll(run: Run): Promise<AuthorizationTold[]> {
    const { memory, habits, setting } = run
    const entries = await habits.read(run, { by: 'client' }, habits.resource(run, 'Authorization'))
    const told = ofKind(entries, 'Authorization').map(authorizationIn)
    for (const one of told) if (habits.isCustomers(one)) habits.learn(run, one)
    memory.reviewedOn = dayOf(setting.now)
    run.save()
    return told
  },

  async reviewOne(run: Run, id: string): Promise<void> {
    const { habits } = run
    await habits.reviewAt(run, habits.resource(run, 'Authorization', id))
  },

  async reviewAt(run: Run, address: string): Promise<void> {
    const { habits } = run
    const [entry] = ofKind(await habits.read(run, { by: 'client' }, address), 'Authorization')
    if (entry !== undefined) habits.learn(run, authorizationIn(entry))
    run.save()
  },

  /** The list also has what the client's own token opens: the bulk, and the registration. */
  isCustomers({ resource }: AuthorizationTold): boolean {
    return !/\/(Batch\/Bulk|ApplicationInformation)\//.test(resource)
  },

  learn(run: Run, { id, status, endsAt, scope }: AuthorizationTold): void {
    const { memory, habits } = run
    memory.doubted = memory.doubted.filter((one) => one !== id)
    const before = memory.authorizations[id]
    const known: Authorization = { syncedAt: null, customerReadOn: null, ...before, status: 'active', endsAt, scope }
    memory.authorizations[id] = known
    // Agreements may have come or gone with it.
    if (before && before.scope !== scope) known.customerReadOn = null
    if (status !== '1') habits.end(run, id, 'PG&E says that it has ended.')
    else habits.mourn(run, id)
  },

  /** It stands, but our tokens for it are lost: the customer must authorize us again. */
  mourn(run: Run, id: string): void {
    const { memory, habits } = run
    // Of paper forms and of our own meters there never were any.
    const hadTokens = (memory.authorizations[id]?.syncedAt ?? null) !== null
    if (!hadTokens || habits.isRefreshable(run, id)) return
    const because = 'No token of ours opens it any more.'
    memory.decisions.push({ decision: 'authorization needed', authorization: id, because })
  },

  /** An end date needs nobody to tell of it. */
  noticeEnd(run: Run, id: string): void {
    if (run.memory.authorizations[id]?.status === 'active' && run.habits.isOver(run, id))
      run.habits.end(run, id, 'Its end has come.')
  },

  isOver({ memory, setting }: Run, id: string): boolean {
    const { status, endsAt = null } = memory.authorizations[id] ?? {}
    return status !== 'active' || (endsAt !== null && endsAt <= setting.now)
  },

  end({ memory, save }: Run, id: string, because: string): void {
    const known = memory.authorizations[id]
    if (known && known.status !== 'ended') Object.assign(known, { status: 'ended', because })
    else if (known) known.because ??= because
    delete memory.tokens[id]
    for (const agreement of Object.values(memory.agreements)) if (agreement.authorization === id) agreement.held = false
    save()
  },

  /** Whether customers' data may be asked for by an authorization now. */
  mayUse(run: Run, id: string): boolean {
    return !run.habits.isOver(run, id) && run.habits.isRefreshable(run, id)
  },

  /** Gives back every authorization that stands, and forgets its tokens. */
  async giveBack(run: Run): Promise<void> {
    const { memory, habits } = run
    await habits.review(run)
    for (const id of Object.keys(memory.authorizations)) {
      if (habits.isOver(run, id)) continue
      await habits.call(run, { by: 'client' }, habits.resource(run, 'Authorization', id), 'DELETE')
      habits.end(run, id, 'We gave it back.')
    }
  },

  /** The authorization that a notice's address names. */
  authorizationAt(address: string): string | undefined {
    return idIn(address, 'Authorization')
  },
}
