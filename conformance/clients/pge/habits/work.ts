import type { Run } from '../run.ts'
import { GrantRefused } from '../oauth.ts'
import { CertificateRefused, NoAnswer, NotRegistered, OutOfService, Refused, Throttled } from '../trouble.ts'
import { number, one, parse } from '../wire/xml.ts'

/** A day's work, from the top. */
export const work = {
  /** What notices have announced, then whatever is new. */
  async sync(run: Run): Promise<void> {
    const { habits } = run
    await habits.knowRegistration(run)
    if (habits.isInTests(run)) return habits.passTests(run)
    await habits.takeOver(run)
    await habits.dealWithNotices(run)
    await habits.review(run)
    await habits.bringUpToDate(run)
    habits.missPackages(run)
  },

  async serve(run: Run): Promise<void> {
    const { habits } = run
    await habits.knowRegistration(run)
    if (habits.isInTests(run)) return
    await habits.takeOver(run)
    await habits.askForPackages(run)
  },

  async revoke(run: Run): Promise<void> {
    await run.habits.knowRegistration(run)
    await run.habits.giveBack(run)
  },

  /** Some trouble ends a run and is told to a person; the next run begins where this one stopped. */
  async attempt(run: Run, task: (run: Run) => Promise<void>): Promise<void> {
    try {
      await task(run)
      run.memory.isKnown = true
    } catch (error) {
      if (error instanceof NotRegistered) run.memory.isKnown = false
      const decision = await run.habits.whatWentWrong(run, error)
      if (decision === undefined) throw error
      run.memory.decisions.push({ decision, because: (error as Error).message })
    }
  },

  async whatWentWrong(run: Run, error: unknown): Promise<string | undefined> {
    if (error instanceof CertificateRefused) return 'certificate refused'
    if (error instanceof Throttled) return 'allowance spent'
    if (error instanceof NotRegistered) return 'registration not in force'
    if (error instanceof Refused || error instanceof GrantRefused) return 'call refused'
    if (error instanceof OutOfService) return 'service unavailable'
    if (error instanceof NoAnswer) return (await run.habits.isUp(run)) ? 'provider in trouble' : 'service unavailable'
    return undefined
  },

  /** One thing that cannot be had is no reason to leave the rest out, unless nothing can be had at all. */
  async passOver(run: Run, trouble: NoAnswer): Promise<void> {
    if (!(await run.habits.isUp(run))) throw new OutOfService(trouble.message)
    run.memory.decisions.push({ decision: 'provider in trouble', because: trouble.message })
  },

  /** Asks whether there is an outage: then there is no use in trying anything else. */
  async isUp(run: Run): Promise<boolean> {
    const { habits } = run
    try {
      const { body } = await habits.call(run, { by: 'client' }, habits.resource(run, 'ReadServiceStatus'))
      return number(one(parse(body), 'ServiceStatus'), 'currentStatus') === 1
    } catch {
      return false
    }
  },
}
