import type { LocalDay } from '../../../src/toolbox/calendar.ts'
import { localDayNumber } from '../../../src/toolbox/calendar.ts'
import type { PgeHouse } from '../dialect/index.ts'
import type { Correction, MeterId, State } from '../model/index.ts'
import type { Flow, Seen } from '../views.ts'
import { addMember, idsIn } from './members.ts'
import { epochSeconds, pacific, pacificDay } from './pacific.ts'

/** What was changed about a meter's readings up to a moment, by day, the newest last. */
export type Corrections = ReadonlyMap<number, readonly Readonly<Correction>[]>

/** Changes a reading from now on: to another value, to an estimate, or to none at all. Source: PAGE, corrections. */
export function correct(state: State, correction: Omit<Correction, 'at'>, house: PgeHouse): Correction {
  const id = `correction-${house.ids.next('correction')}`
  state.corrections[id] = { ...correction, at: house.now }
  addMember(state.index.correctionsOf, correction.meter, id)
  addMember(state.index.changedOn, pacificDay(house.now), id)
  return state.corrections[id]
}

/** The corrections of a meter that stand at a moment, copied: a feed is spelled after the state may have moved on. */
export function correctionsOf(state: Seen, meter: MeterId, now: string): Corrections {
  const byDay = new Map<number, Correction[]>()
  for (const id of idsIn(state.index.correctionsOf[meter])) {
    const correction = state.corrections[id]
    if (correction === undefined || correction.at > now) continue
    const day = localDayNumber(correction.startsAt, pacific)
    byDay.set(day, [...(byDay.get(day) ?? []), { ...correction }])
  }
  return byDay
}

/** The newest correction of each interval of a day. */
export function newestOf(
  corrections: Corrections,
  { day, flow, seconds }: { day: LocalDay; flow: Flow; seconds: number },
): Map<number, Readonly<Correction>> | undefined {
  const ofDay = corrections.get(day.number)?.filter((one) => one.flow === flow)
  if (ofDay === undefined || ofDay.length === 0) return undefined
  const newest = new Map<number, Readonly<Correction>>()
  for (const one of ofDay) {
    const at = Math.floor((epochSeconds(one.startsAt) - day.startsAt) / seconds)
    const known = newest.get(at)
    if (known === undefined || known.at <= one.at) newest.set(at, one)
  }
  return newest
}
