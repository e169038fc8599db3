import type { Day, Flow, Kind, Series } from '../memory.ts'
import { dayOf, daysAfter, daysBetween, later, minutesOf, timeOf } from '../../paris.ts'
import type { Run } from '../run.ts'
import type { About, Window } from './places.ts'

/** Which days are asked for, and how many of them at a time. */
export const windows = {
  /** Days that are wanted and not whole, in windows no longer than a call may ask for. */
  windowsFor(run: Run, { usagePoint, direction, kind }: About): Window[] {
    const { habits } = run
    const flow = habits.pointOf(run, usagePoint).flows[direction]
    return habits.windowsOver(habits.daysWanted(run, flow, kind), habits.mostDays(run, kind))
  },

  daysWanted(run: Run, flow: Flow, kind: Kind): Day[] {
    const { habits } = run
    const series = flow.series[kind]
    const until = habits.firstUnpublished(run)
    const days: Day[] = []
    for (let day = later(habits.firstWanted(run, series, kind), flow.from); day < until; day = daysAfter(day, 1))
      if (!habits.isWhole(series, kind, day) || habits.isRecent(run, series, kind, day)) days.push(day)
    return days
  },

  /**
   * The last week is read again, for values are corrected: that of curves and peaks once a day, and of days each time,
   * in the one call that shows whether the consent still stands.
   */
  isRecent({ setting }: Run, { readOn }: Series, kind: Kind, day: Day): boolean {
    const today = dayOf(setting.now)
    return (kind === 'daily' || readOn !== today) && day >= daysAfter(today, -7)
  },

  /** At first some weeks; from then on whatever is new, and whatever of late may still come. */
  firstWanted({ setting, habits }: Run, { askedUntil }: Series, kind: Kind): Day {
    const today = dayOf(setting.now)
    if (askedUntil === null) return daysAfter(today, -habits.firstDays(kind))
    const late = daysAfter(today, -habits.daysOfPatience())
    return askedUntil < late ? askedUntil : late
  },

  firstDays(kind: Kind): number {
    return kind === 'curve' ? 28 : 60
  },

  /** Days and points were seen to come up to twenty days late. */
  daysOfPatience(): number {
    return 20
  },

  /** Yesterday is published in the morning: at night there is no use in asking for it. */
  firstUnpublished({ setting }: Run): Day {
    const today = dayOf(setting.now)
    return timeOf(setting.now) < '08:00' ? daysAfter(today, -1) : today
  },

  /** A curve is whole when its points cover the day, which may have 23 or 25 hours. */
  isWhole({ days }: Series, kind: Kind, day: Day): boolean {
    const kept = days[day]
    return kept !== undefined && (kind !== 'curve' || kept.minutes >= minutesOf(day))
  },

  mostDays({ memory }: Run, kind: Kind): number {
    return memory.mostDays[kind] ?? (kind === 'curve' ? 7 : 365)
  },

  /** The end of a window is not part of it. */
  windowsOver(days: readonly Day[], most: number): Window[] {
    const found: Window[] = []
    for (const day of days) {
      const last = found.at(-1)
      if (last !== undefined && daysBetween(last.from, day) < most) last.until = daysAfter(day, 1)
      else found.push({ from: day, until: daysAfter(day, 1) })
    }
    return found
  },
}
