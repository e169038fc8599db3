import { directions, type Kind } from '../memory.ts'
import { dayOf, later } from '../../paris.ts'
import type { Run } from '../run.ts'
import { NoAnswer, OutOfService, Refused, type Meaning } from '../trouble.ts'
import type { About } from './places.ts'

/** How customers' data is brought up to date. */
export const walk = {
  /** Whoever has waited longest comes first: a quota may be spent before all are served. */
  async bringUpToDate(run: Run): Promise<void> {
    const { memory, habits } = run
    const waiting = Object.entries(memory.consents)
      .sort(([, one], [, other]) => (one.syncedAt ?? '').localeCompare(other.syncedAt ?? ''))
      .map(([usagePoint]) => usagePoint)
    let silent = 0
    for (const usagePoint of waiting) {
      if (!habits.mayUse(run, usagePoint)) continue
      const trouble = await habits.visit(run, usagePoint)
      silent = trouble === undefined ? 0 : silent + 1
      if (trouble !== undefined && silent > 1) throw new OutOfService(trouble.message)
    }
  },

  /** One usage point. What does not answer is no reason to leave the others out, unless nothing answers. */
  async visit(run: Run, usagePoint: string): Promise<NoAnswer | undefined> {
    const { memory, habits, setting } = run
    try {
      await habits.readAll(run, usagePoint)
      const consent = memory.consents[usagePoint]
      if (consent) consent.syncedAt = setting.now
      return undefined
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error
      habits.decide(run, { decision: 'provider in trouble', because: error.message, usagePoint })
      return error
    } finally {
      run.save()
    }
  },

  async readAll(run: Run, usagePoint: string): Promise<void> {
    const { habits } = run
    await habits.findServices(run, usagePoint)
    for (const about of habits.wantedOf(run, usagePoint)) {
      // What was learnt on the way may have closed what stood on the list.
      if (!habits.isWanted(run, about)) continue
      const refusal = await habits.readOne(run, about).catch(refusalOnly)
      if (refusal !== undefined && !(await habits.goesOn(run, about, refusal))) return
    }
    await habits.readContract(run, usagePoint)
  },

  wantedOf(run: Run, usagePoint: string): About[] {
    const all = directions.flatMap((direction) =>
      kindsOf[direction].map((kind): About => ({ usagePoint, direction, kind })),
    )
    return all.filter((about) => run.habits.isWanted(run, about))
  },

  isWanted(run: Run, { usagePoint, direction, kind }: About): boolean {
    const { measured } = run.habits.pointOf(run, usagePoint).flows[direction]
    return measured !== false && run.habits.isOpen(run, usagePoint, kind)
  },

  /** Whether the consent opens a kind of data, as far as anybody has told. */
  isOpen({ memory }: Run, usagePoint: string, kind: Kind): boolean {
    const { services = null, closed = [] } = memory.consents[usagePoint] ?? {}
    return !closed.includes(kind) && (services === null || services.includes(codes[kind]))
  },

  async readOne(run: Run, about: About): Promise<void> {
    const { habits } = run
    const series = habits.seriesOf(run, about)
    const until = habits.firstUnpublished(run)
    for (const window of habits.windowsFor(run, about)) await habits.readWindow(run, about, window)
    series.askedUntil = later(until, series.askedUntil)
    series.readOn = dayOf(run.setting.now)
    run.save()
  },

  /** What a refusal means for the rest of a usage point: whether anything else is worth asking for. */
  async goesOn(run: Run, about: About, refusal: Refused): Promise<boolean> {
    const { habits } = run
    const { usagePoint, direction } = about
    const { means, message: because } = refusal
    if (means === 'no consent') return habits.doubt(run, about, refusal)
    if (means === 'wrong direction') {
      habits.pointOf(run, usagePoint).flows[direction].measured = false
      return true
    }
    habits.decide(run, { decision: means, because, usagePoint })
    return !endsVisit.includes(means)
  },
}

/** Whatever else is asked of a usage point would be refused as well. */
const endsVisit: readonly Meaning[] = ['not the holder', 'API gone', 'consent needed']

const kindsOf = { consumption: ['daily', 'curve', 'peaks'], production: ['daily', 'curve'] } as const

/** What subscribed services call the kinds of data. */
const codes = { daily: 'ENERGIE', curve: 'CDC', peaks: 'PMAX' } as const satisfies Record<Kind, string>

function refusalOnly(error: unknown): Refused {
  if (error instanceof Refused) return error
  throw error
}
