import { certificateAt, expiryOf } from '../certificate.ts'
import type { Run } from '../run.ts'
import { Closed, NoAnswer, NotNow, OutOfService, Refused } from '../trouble.ts'

const dayMs = 86_400_000
const notEntitled = 'not entitled: ask for the package'

/** What a session does, and what may come between. */
export const work = {
  /** The usual work: what must begin, what must end, what has been measured since, and what has been put in our folder. */
  async sync(run: Run): Promise<void> {
    const { habits } = run
    habits.watchCertificate(run)
    // Files need no open door.
    habits.readFiles(run)
    await habits.attempt(run, habits.workAtTheDoor)
  },

  /** Another certificate takes Enedis three weeks, and nobody warns of the day on which all calls fail. */
  watchCertificate(run: Run): void {
    const { setting, habits } = run
    const shown = certificateAt(setting)
    const expiresAt = shown && expiryOf(shown)
    if (expiresAt === undefined || expiresAt - Date.parse(setting.now) > 21 * dayMs) return
    const because = `Our certificate expires at ${new Date(expiresAt).toISOString()}.`
    habits.decide(run, { decision: 'certificate expires: send Enedis another', because })
  },

  /** Everything that calls SGE, in the order in which one depends on another. */
  async workAtTheDoor(run: Run): Promise<void> {
    const { habits } = run
    for (const stage of habits.stages(run)) await habits.unlessNotEntitled(run, stage)
    habits.missFiles(run)
  },

  stages({ habits }: Run): ((run: Run) => Promise<void>)[] {
    return [habits.stopUnneeded, habits.collectAll, habits.orderWishes, habits.readMeasures]
  },

  /** Packages are granted one by one: one that is not ours yet keeps from its own services only. */
  async unlessNotEntitled(run: Run, stage: (run: Run) => Promise<void>): Promise<void> {
    try {
      await stage(run)
    } catch (error) {
      if (!(error instanceof Refused) || error.code !== 'SGT483') throw error
      run.habits.decide(run, { decision: notEntitled, because: error.message })
    }
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
    if (error instanceof Refused) return error.code === 'SGT483' ? notEntitled : `refused: ${error.code}`
    return undefined
  },

  /** One thing among several: what keeps us from it is told, and the others go on where that is of any use. */
  async oneOfSeveral(run: Run, usagePoint: string, work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      if (run.habits.isOfAll(run, error)) throw error
      const decision = run.habits.whatStopped(error) ?? ''
      run.habits.decide(run, { decision, because: (error as Error).message, usagePoint })
    }
  },

  /** What other points would meet too: closed doors, silence, refusals of ourselves, and trouble that is not the first. */
  isOfAll(run: Run, error: unknown): boolean {
    if (error instanceof NotNow) return error instanceof Closed
    if (error instanceof Refused) return run.habits.isAboutUs(error.code)
    return !(error instanceof NoAnswer) || ++run.troubles >= 2
  },

  /** Codes about the caller: no other point changes them. */
  isAboutUs(code: string): boolean {
    return ['SGT402', 'SGT471', 'SGT472', 'SGT473', 'SGT483', 'SGT502', 'SGT504'].includes(code)
  },
}
