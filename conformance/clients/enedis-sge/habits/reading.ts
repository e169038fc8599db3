import { dayOf, daysAfter, daysBetween, later, minutesOf } from '../../paris.ts'
import type { Agreement, Collected, Day } from '../memory.ts'
import type { Run } from '../run.ts'
import type { Words } from '../setting.ts'
import { Refused } from '../trouble.ts'
import { toldOfPoint } from '../wire/measures.ts'

/** What V3 is asked for: curves, energies of days, highest powers. */
export const kinds = ['COURBE', 'ENERGIE', 'PMAX'] as const
export type Kind = (typeof kinds)[number]
/** Days from the first to before the last. */
export type Window = { from: Day; until: Day }
export type About = { usagePoint: string; kind: Kind }

/** How what was measured is read, day after day. */
export const reading = {
  async readMeasures(run: Run): Promise<void> {
    const { habits } = run
    for (const usagePoint of habits.agreedPoints(run)) {
      for (const kind of habits.kindsOf(run, usagePoint))
        if (habits.isAgreed(run, usagePoint))
          await habits.oneOfSeveral(run, usagePoint, () => habits.readKind(run, { usagePoint, kind }))
    }
  },

  /** What is read is what the customer agreed to: the curve, or energies and peaks, which come of the indexes too. */
  kindsOf({ memory }: Run, usagePoint: string): Kind[] {
    const { of: agreed, refused, direction } = memory.agreements[usagePoint] as Agreement
    const of = agreed.filter((one) => refused[one] === undefined)
    const isOpen = (...any: Collected[]) => any.some((one) => of.includes(one))
    const isOfKind = {
      COURBE: isOpen('CDC'),
      ENERGIE: isOpen('IDX', 'ENERGIE'),
      PMAX: isOpen('IDX', 'PMAX') && direction === 'consumption',
    }
    return kinds.filter((kind) => isOfKind[kind])
  },

  async readKind(run: Run, about: About): Promise<void> {
    for (const window of run.habits.windows(run, about)) await run.habits.readWindow(run, about, window)
  },

  /** From the first day that is not whole to yesterday, in pieces that one call may ask for. */
  windows(run: Run, about: About): Window[] {
    const { habits, setting } = run
    const today = dayOf(setting.now)
    const most = habits.mostDays(about.kind)
    const windows: Window[] = []
    for (let from = habits.firstDay(run, about); from < today; from = daysAfter(from, most)) {
      const until = daysAfter(from, most)
      windows.push({ from, until: until < today ? until : today })
    }
    return windows
  },

  /** A curve is told for seven days at once. */
  mostDays(kind: Kind): number {
    return kind === 'COURBE' ? 7 : 360
  },

  /** Days come late, and points of a day later still: for three weeks what is not whole is asked for again. */
  firstDay(run: Run, about: About): Day {
    const { habits, setting } = run
    const begin = later(habits.begins(run, about), daysAfter(dayOf(setting.now), -20))
    const days = Math.max(0, daysBetween(begin, dayOf(setting.now)))
    const open = Array.from({ length: days }, (_, at) => daysAfter(begin, at)).find(
      (day) => !habits.isWhole(run, about, day),
    )
    return open ?? dayOf(setting.now)
  },

  /** Curves begin when collection does; energies are there of the day before as well. */
  begins({ memory }: Run, { usagePoint, kind }: About): Day {
    const { since } = memory.agreements[usagePoint] as Agreement
    return kind === 'COURBE' ? since : daysAfter(since, -1)
  },

  isWhole(run: Run, { usagePoint, kind }: About, day: Day): boolean {
    const { habits, memory } = run
    const point = habits.pointOf(run, usagePoint)
    const { days } = point.flows[(memory.agreements[usagePoint] as Agreement).direction]
    if (kind === 'PMAX') return point.peaks[day] !== undefined
    if (kind === 'ENERGIE') return days.daily?.[day] !== undefined
    return (days.curve?.[day]?.minutes ?? 0) >= minutesOf(day)
  },

  async readWindow(run: Run, about: About, window: Window): Promise<void> {
    const { habits } = run
    const { usagePoint, kind } = about
    habits.mustBeAgreed(run, usagePoint)
    try {
      const { body } = await habits.call(run, 'consulterMesuresDetailleesV3', habits.measureWords(run, about, window))
      const told = toldOfPoint(usagePoint, body, kind)
      habits.keep(run, told, kind === 'COURBE' ? 'curve' : 'daily')
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      await habits.understandRefusal(run, about, error)
    }
  },

  /** Where there is nothing, nothing is wrong, unless a curve that was active has ceased; who objects is left alone. */
  async understandRefusal(run: Run, { usagePoint, kind }: About, refusal: Refused): Promise<void> {
    const { habits, memory } = run
    if (refusal.code === 'SGT4H7') {
      const { refused } = memory.agreements[usagePoint] as Agreement
      refused.CDC = refusal.code
    }
    if (!habits.meansNothing(refusal.code)) throw refusal
    const isActive = Object.values(memory.services).some(
      (one) => one.usagePoint === usagePoint && one.of === 'CDC' && one.state === 'active',
    )
    if (kind === 'COURBE' && isActive) await habits.learnServices(run, usagePoint)
  },

  measureWords(run: Run, { usagePoint, kind }: About, { from, until }: Window): Words {
    const { habits, memory } = run
    const { direction, segment } = memory.agreements[usagePoint] as Agreement
    return {
      pointId: usagePoint,
      mesuresTypeCode: kind,
      grandeurPhysique: habits.quantityAsked(run, kind, segment),
      dateDebut: from,
      dateFin: until,
      ...(kind === 'PMAX' && { mesuresPas: 'P1D' }),
      mesuresCorrigees: false,
      sens: direction === 'production' ? 'INJECTION' : 'SOUTIRAGE',
      cadreAcces: 'ACCORD_CLIENT',
    }
  },

  /** Bigger sites have reactive curves as well. */
  quantityAsked({ habits }: Run, kind: Kind, segment: string | null): string {
    if (kind !== 'COURBE') return kind === 'PMAX' ? 'PMA' : 'EA'
    return habits.isHome(segment) ? 'PA' : 'TOUT'
  },

  /** No measure, no curve made available, not of this kind of point: there is nothing to read, and nothing is wrong. */
  meansNothing(code: string): boolean {
    return ['SGT4G3', 'SGT4L9', 'SGT495', 'SGT579'].includes(code)
  },
}
