import { directions, type Day, type Kind } from '../memory.ts'
import { dayOf, daysAfter, daysBetween, later } from '../paris.ts'
import type { Run } from '../run.ts'
import { NoAnswer, OutOfService, Refused } from '../trouble.ts'
import { contractsIn, situationIn } from '../wire/contracts.ts'
import { measuresIn, meteringIn, type ReadingTold } from '../wire/measures.ts'
import type { About, Window } from './places.ts'

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
    run.save()
  },

  /** One window; where it reaches too far back, or is too long, the part of it that may be asked for. */
  async readWindow(run: Run, about: About, window: Window): Promise<void> {
    const { habits } = run
    const readings = await habits.readings(run, about, window).catch(refusalOnly)
    if (Array.isArray(readings)) return habits.keep(run, about, window, readings)
    switch (readings.means) {
      case 'no data':
        return habits.learnNoData(run, about, readings)
      case 'before commissioning':
      case 'beyond history':
      case 'before the consent':
        return habits.comeForward(run, about, window, readings)
      case 'window too long':
        return habits.splitWindow(run, about, window, readings)
      case 'call refused':
        return habits.leaveOutYesterday(run, about, window, readings)
      default:
        throw readings
    }
  },

  /** Readings of either generation; where one has gone, of the other. */
  async readings(run: Run, about: About, window: Window): Promise<ReadingTold[]> {
    const { habits } = run
    const generation = habits.generation(run)
    try {
      return await habits.readingsOf(run, generation, about, window)
    } catch (error) {
      if (!(error instanceof Refused) || error.means !== 'API gone') throw error
      const other = habits.otherGeneration(run, generation)
      if (other === undefined) throw error
      const readings = await habits.readingsOf(run, other, about, window)
      habits.changeOver(run, other)
      return readings
    }
  },

  async readingsOf(run: Run, generation: 'v5' | 'v2', about: About, window: Window): Promise<ReadingTold[]> {
    const { body } = await run.habits.call(run, run.habits.readingsAt(run, generation, about, window))
    return generation === 'v2' ? measuresIn(body) : meteringIn(body)
  },

  /** Nothing was measured, or nothing has come yet: it is asked for again for some time. */
  learnNoData(run: Run, { usagePoint, kind }: About, { message }: Refused): void {
    run.habits.foundConsent(run, usagePoint)
    const because = `There is no ${kind} data: ${message}`
    run.habits.decide(run, { decision: 'no data', because, usagePoint })
  },

  /** Halves the window towards today until it is answered, then goes back for what lies between. */
  async comeForward(run: Run, about: About, window: Window, refusal: Refused): Promise<void> {
    const { habits } = run
    const { usagePoint, direction } = about
    const flow = habits.pointOf(run, usagePoint).flows[direction]
    habits.decide(run, { decision: refusal.means, because: refusal.message, usagePoint })
    const days = daysBetween(window.from, window.until)
    flow.from = later(daysAfter(window.from, 1), flow.from)
    if (days === 1) return
    const middle = daysAfter(window.from, Math.ceil(days / 2))
    await habits.readWindow(run, about, { from: middle, until: window.until })
    const [from, until] = [later(window.from, flow.from), middle]
    if (from < until) await habits.readWindow(run, about, { from, until })
  },

  /** Exactly seven days were refused at times. */
  async splitWindow(run: Run, about: About, window: Window, refusal: Refused): Promise<void> {
    const days = daysBetween(window.from, window.until)
    if (days === 1) throw refusal
    const middle = daysAfter(window.from, Math.ceil(days / 2))
    await run.habits.readWindow(run, about, { from: window.from, until: middle })
    await run.habits.readWindow(run, about, { from: middle, until: window.until })
  },

  /** A window that ends today is refused until yesterday is published. */
  async leaveOutYesterday(run: Run, about: About, window: Window, refusal: Refused): Promise<void> {
    const yesterday: Day = daysAfter(dayOf(run.setting.now), -1)
    if (window.until <= yesterday) throw refusal
    if (window.from < yesterday) await run.habits.readWindow(run, about, { from: window.from, until: yesterday })
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
    return means !== 'not the holder' && means !== 'API gone'
  },

  /** Which power is subscribed, once for each consent and day until it was told. Measures do without it. */
  async readContract(run: Run, usagePoint: string): Promise<void> {
    const { habits, memory, setting } = run
    const consent = memory.consents[usagePoint]
    const point = habits.pointOf(run, usagePoint)
    const today = dayOf(setting.now)
    const isListed = consent?.services === null || consent?.services.includes('ITC')
    if (!consent || !isListed || consent.contractReadOn === today || point.contracts.length > 0) return
    consent.contractReadOn = today
    try {
      const generation = habits.generation(run)
      const { body } = await habits.call(run, habits.contractAt(run, generation, usagePoint))
      point.contracts = generation === 'v2' ? situationIn(body) : contractsIn(body)
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      habits.decide(run, { decision: 'contract not told', because: error.message, usagePoint })
    }
  },
}

const kindsOf = { consumption: ['daily', 'curve', 'peaks'], production: ['daily', 'curve'] } as const

/** What subscribed services call the kinds of data. */
const codes = { daily: 'ENERGIE', curve: 'CDC', peaks: 'PMAX' } as const satisfies Record<Kind, string>

function refusalOnly(error: unknown): Refused {
  if (error instanceof Refused) return error
  throw error
}
