import type { Run } from '../run.ts'
import { NoAnswer, NotNow, OutOfService, Refused } from '../trouble.ts'

/** What a session does, and what may come between. */
export const work = {
  /** The usual work: what must begin, what must end, what has been measured since, and what has been put in our folder. */
  async sync(run: Run): Promise<void> {
    const { habits } = run
    // Files need no open door.
    habits.readFiles(run)
    await habits.attempt(run, habits.workAtTheDoor)
  },

  /** Everything that calls SGE, in the order in which one depends on another. */
  async workAtTheDoor(run: Run): Promise<void> {
    const { habits } = run
    await habits.stopUnneeded(run)
    await habits.collectAll(run)
    await habits.orderWishes(run)
    await habits.readMeasures(run)
    habits.missFiles(run)
  },

  /** Does some work; what stops it is told to a person, and left for another session. */
  async attempt(run: Run, work: (run: Run) => Promise<void>): Promise<void> {
    try {
      await work(run)
    } catch (error) {
      const decision = run.habits.whatStopped(error)
      if (decision === undefined) throw error
      run.habits.decide(run, { decision, because: (error as Error).message })
    } finally {
      run.save()
    }
  },

  /** What stops a whole session, in words; undefined for what is none of SGE's. */
  whatStopped(error: unknown): string | undefined {
    if (error instanceof NotNow) return error.decision
    if (error instanceof OutOfService) return 'SGE does not answer: we try again later'
    if (error instanceof NoAnswer) return 'technical trouble: we try again later'
    if (error instanceof Refused) return `refused: ${error.code}`
    return undefined
  },

  /** One thing among several: what SGE refuses of it is told, and the others go on. */
  async oneOfSeveral(run: Run, usagePoint: string, work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      const isOfThisOne = error instanceof Refused || error instanceof NoAnswer
      const isOfAll = !isOfThisOne || (error instanceof Refused && run.habits.isAboutUs(error.code))
      if (isOfAll) throw error
      const decision = run.habits.whatStopped(error) ?? ''
      run.habits.decide(run, { decision, because: error.message, usagePoint })
    }
  },

  /** Codes about the caller: no other point changes them. */
  isAboutUs(code: string): boolean {
    return ['SGT402', 'SGT471', 'SGT472', 'SGT473', 'SGT483', 'SGT502', 'SGT504'].includes(code)
  },
}
