import { dayOf } from '../../paris.ts'
import { directions, type Agreement, type Collected, type Day } from '../memory.ts'
import type { Run } from '../run.ts'
import type { Words } from '../setting.ts'
import { NotNow } from '../trouble.ts'

/** What customers agreed to. */
export const agreements = {
  /** A customer has signed: what they agreed to begins at once. */
  async subscribe(run: Run): Promise<void> {
    const { habits, memory, setting } = run
    const usagePoint = habits.pointTold(run)
    const before = memory.agreements[usagePoint]
    const agreement = habits.agreementIn(setting.told, dayOf(setting.now))
    memory.agreements[usagePoint] = { ...agreement, segment: agreement.segment ?? before?.segment ?? null }
    run.save()
    await habits.begin(run, usagePoint)
  },

  /** Collection begins the day a customer agrees: what was not collected is lost. */
  async begin(run: Run, usagePoint: string): Promise<void> {
    await run.habits.oneOfSeveral(run, usagePoint, () => run.habits.collect(run, usagePoint))
  },

  agreementIn(told: Words, today: Day): Agreement {
    const { client, until, of, direction, segment, family, periodicity } = told
    return {
      status: 'active',
      client: (client ?? {}) as Words,
      since: today,
      until: typeof until === 'string' ? until : null,
      of: Array.isArray(of) ? (of as Collected[]) : ['CDC', 'IDX'],
      direction: directions.find((one) => one === direction) ?? 'consumption',
      family: family === 'acces' ? 'acces' : 'collecte',
      periodicity: typeof periodicity === 'string' ? periodicity : 'P1D',
      segment: typeof segment === 'string' ? segment : null,
      refused: {},
    }
  },

  /** A customer is ours no more: what runs for them is stopped at once, and nothing more is asked. */
  async unsubscribe(run: Run): Promise<void> {
    const { habits, memory } = run
    const usagePoint = habits.pointTold(run)
    const agreement = memory.agreements[usagePoint]
    if (agreement) agreement.status = 'ended'
    memory.wishes = memory.wishes.filter((wish) => wish.usagePoint !== usagePoint)
    memory.toStop = [...new Set([...memory.toStop, usagePoint])]
    run.save()
    await habits.oneOfSeveral(run, usagePoint, () => habits.stop(run, usagePoint))
  },

  /** Whether a customer's agreement stands today. */
  isAgreed({ memory, setting }: Run, usagePoint: string): boolean {
    const agreement = memory.agreements[usagePoint]
    if (agreement === undefined || agreement.status === 'ended') return false
    return agreement.until === null || agreement.until >= dayOf(setting.now)
  },

  /** Nothing is asked of a point whose customer has not agreed, or not to this. */
  mustBeAgreed(run: Run, usagePoint: string, of?: Collected): Agreement {
    const agreement = run.memory.agreements[usagePoint]
    const isMeant = of === undefined || agreement?.of.includes(of)
    if (agreement !== undefined && isMeant && run.habits.isAgreed(run, usagePoint)) return agreement
    throw new NotNow('no agreement', `The customer of ${usagePoint} has not agreed, or does so no longer.`)
  },

  /** Points whose customers agree today. */
  agreedPoints(run: Run): string[] {
    return Object.keys(run.memory.agreements).filter((usagePoint) => run.habits.isAgreed(run, usagePoint))
  },

  /** What we declare of an agreement: that there is one, and whose, as they signed. */
  declared(run: Run, usagePoint: string): Words {
    const client = run.memory.agreements[usagePoint]?.client ?? {}
    const { nom, prenom, civilite, denominationSociale } = client
    if (denominationSociale !== undefined) return { personneMorale: { denominationSociale } }
    return nom === undefined ? {} : { personnePhysique: { civilite: civilite ?? 'M', nom, prenom } }
  },

  /** The point that we are asked about. */
  pointTold({ setting }: Run): string {
    const told = setting.told['usagePoint']
    if (typeof told === 'string') return told
    throw new Error('We were not told which usage point is meant: WATTPROOF_WITH {"usagePoint": "…"} says so.')
  },
}
