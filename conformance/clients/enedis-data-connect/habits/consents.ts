import type { Kind } from '../memory.ts'
import { dayOf } from '../../paris.ts'
import type { Run } from '../run.ts'
import { Refused } from '../trouble.ts'

const dayMs = 86_400_000

/** What becomes of consents. */
export const consents = {
  /** Whether a usage point may be asked for now. An end that is known needs nobody to tell of it. */
  mayUse(run: Run, usagePoint: string): boolean {
    const { memory, setting, habits } = run
    const consent = memory.consents[usagePoint]
    if (consent?.status !== 'active') return false
    if (consent.lastDay === null || dayOf(setting.now) <= consent.lastDay) return true
    habits.end(run, usagePoint, 'Its time is over.')
    return false
  },

  /** For good: only the customer can open it again. */
  end(run: Run, usagePoint: string, because: string): void {
    const consent = run.memory.consents[usagePoint]
    if (consent === undefined) return
    Object.assign(consent, { status: 'ended', because })
    run.habits.decide(run, { decision: 'no consent', because, usagePoint })
    run.save()
  },

  /**
   * A call found no consent. Calls may find one late, one may be valid on the page and not in the API, and one may open
   * some kinds of data only: Enedis's own list tells, where there is one. True, where others are worth asking for.
   */
  async doubt(run: Run, { usagePoint, kind }: { usagePoint: string; kind: Kind }, refusal: Refused): Promise<boolean> {
    const { habits } = run
    const because = refusal.message
    switch (await habits.standing(run, usagePoint)) {
      case 'gone':
        habits.end(run, usagePoint, because)
        return false
      case 'stands':
        if (!habits.isOpen(run, usagePoint, kind)) return true
        habits.decide(run, { decision: 'consent not found though listed', because, usagePoint })
        return false
      case 'unknown':
        habits.doubtWithoutList(run, { usagePoint, kind }, because)
        return false
    }
  },

  /** What was answered a moment ago is open: then it is this kind that is not, or the rest will show next time. */
  doubtWithoutList(run: Run, { usagePoint, kind }: { usagePoint: string; kind: Kind }, because: string): void {
    const { habits, memory, answered } = run
    const consent = memory.consents[usagePoint]
    if (answered.has(usagePoint)) {
      consent?.closed.push(kind)
      habits.decide(run, { decision: `consent without ${kind}`, because, usagePoint })
    } else if (habits.isNew(run, usagePoint))
      habits.decide(run, { decision: 'consent not found yet', because, usagePoint })
    else habits.end(run, usagePoint, because)
  },

  /** What Enedis itself lists of a consent; it does so since 2026, and of authorisations only. */
  async standing(run: Run, usagePoint: string): Promise<'stands' | 'gone' | 'unknown'> {
    const { habits, memory } = run
    const autorisation = memory.consents[usagePoint]?.autorisation ?? null
    if (autorisation === null || habits.generation(run) !== 'v2') return 'unknown'
    try {
      const services = await habits.services(run, autorisation)
      const own = services.filter((one) => one.usagePoint === usagePoint)
      const isUnlisted = memory.consents[usagePoint]?.services === null && habits.isNew(run, usagePoint)
      if (own.length === 0) return isUnlisted ? 'unknown' : 'gone'
      habits.keepServices(run, usagePoint, own)
      return 'stands'
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      return error.means === 'API gone' ? 'unknown' : 'gone'
    }
  },

  /** Given less than a day ago and never found by any call. */
  isNew({ memory, setting }: Run, usagePoint: string): boolean {
    const { sharedAt = null, hasWorked = false } = memory.consents[usagePoint] ?? {}
    return !hasWorked && sharedAt !== null && Date.parse(setting.now) - Date.parse(sharedAt) < dayMs
  },
}
