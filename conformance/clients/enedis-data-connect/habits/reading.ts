import type { Day, Generation } from '../memory.ts'
import { dayOf, daysAfter, daysBetween, later } from '../../paris.ts'
import type { Run } from '../run.ts'
import { Refused } from '../trouble.ts'
import { measuresIn, meteringIn, type ReadingTold } from '../wire/measures.ts'
import type { About, Window } from './places.ts'

/** How one window of measures is read, and what is done where it cannot be read as it is. */
export const reading = {
  /** One window; where it reaches too far back, or is too long, the part of it that may be asked for. */
  async readWindow(run: Run, about: About, window: Window): Promise<void> {
    const { habits } = run
    if (daysBetween(window.from, window.until) > habits.mostDays(run, about.kind))
      return habits.splitWindow(run, about, window)
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
        return habits.learnMostDays(run, about, window, readings)
      case 'call refused':
        return habits.leaveOutYesterday(run, about, window, readings)
      default:
        throw readings
    }
  },

  /** Readings of our generation; where it has gone, of another one, which is asked first from then on. */
  async readings(run: Run, about: About, window: Window): Promise<ReadingTold[]> {
    const { habits } = run
    for (let generation = habits.generation(run); ;) {
      const readings = await habits.readingsOf(run, generation, about, window).catch(refusalOnly)
      const isGone = readings instanceof Refused && readings.means === 'API gone'
      if (!isGone && generation !== habits.generation(run)) habits.changeOver(run, generation)
      if (!(readings instanceof Refused)) return readings
      const other = isGone ? habits.otherGeneration(run, generation) : undefined
      if (other === undefined) throw readings
      generation = other
    }
  },

  async readingsOf(run: Run, generation: Generation, about: About, window: Window): Promise<ReadingTold[]> {
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
  async learnMostDays(run: Run, about: About, window: Window, refusal: Refused): Promise<void> {
    const days = daysBetween(window.from, window.until)
    if (days === 1) throw refusal
    run.memory.mostDays[about.kind] = days - 1
    await run.habits.splitWindow(run, about, window)
  },

  async splitWindow(run: Run, about: About, { from, until }: Window): Promise<void> {
    const { habits } = run
    const middle = daysAfter(from, Math.min(habits.mostDays(run, about.kind), daysBetween(from, until) - 1))
    await habits.readWindow(run, about, { from, until: middle })
    await habits.readWindow(run, about, { from: middle, until })
  },

  /** A window that ends today is refused until yesterday is published. */
  async leaveOutYesterday(run: Run, about: About, window: Window, refusal: Refused): Promise<void> {
    const yesterday: Day = daysAfter(dayOf(run.setting.now), -1)
    if (window.until <= yesterday) throw refusal
    if (window.from < yesterday) await run.habits.readWindow(run, about, { from: window.from, until: yesterday })
  },
}

function refusalOnly(error: unknown): Refused {
  if (error instanceof Refused) return error
  throw error
}
