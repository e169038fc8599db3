import { GrantRefused } from '../oauth.ts'
import type { Run } from '../run.ts'
import { NoAnswer, NotKnown, OutOfService, Refused, Throttled } from '../trouble.ts'

/** A day's work, from the top. */
export const work = {
  /** What customers have just shared, then whatever is new of all of them. */
  async sync(run: Run): Promise<void> {
    const { habits } = run
    habits.missBrowsers(run)
    habits.mindQuota(run)
    await habits.takeOver(run)
    await habits.exchangeWaiting(run)
    await habits.bringUpToDate(run)
  },

  /** Before the quota is free again there is no use in calling. */
  mindQuota({ memory, setting }: Run): void {
    const { notBefore } = memory
    if (notBefore !== null && setting.now < notBefore) throw new Throttled('Our quota is spent.', notBefore)
    memory.notBefore = null
  },

  /** Some trouble ends a run and is told to a person; the next run begins where this one stopped. */
  async attempt(run: Run, task: (run: Run) => Promise<unknown>): Promise<void> {
    try {
      await task(run)
    } catch (error) {
      const decision = run.habits.whatWentWrong(error)
      if (decision === undefined) throw error
      if (error instanceof Throttled) run.memory.notBefore = error.until ?? null
      run.habits.decide(run, { decision, because: (error as Error).message })
    } finally {
      run.save()
    }
  },

  whatWentWrong(error: unknown): string | undefined {
    if (error instanceof Throttled) return 'quota spent'
    if (error instanceof NotKnown) return 'application not known'
    if (error instanceof Refused) return error.means
    if (error instanceof GrantRefused) return 'consent needed'
    if (error instanceof OutOfService) return 'service unavailable'
    if (error instanceof NoAnswer) return 'provider in trouble'
    return undefined
  },
}
