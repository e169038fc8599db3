import { dayNamed, dayNumber, localDayNumber } from '../../../src/toolbox/calendar.ts'
import { spread } from '../../../src/toolbox/load-curve.ts'
import { Impossible } from '../errors/index.ts'
import type { Direction, Instant, Metering, ReadingChange, UsagePointId } from '../model/index.ts'
import type { Maker } from './customer-record.ts'
import { energyInSlots, parisLocalDay, slot } from './energy.ts'
import { addMember, idsIn } from './members.ts'
import { meteredPoint } from './metered.ts'
import { paris, parisInstant } from './paris.ts'

/** Which readings are changed: of which direction, from an instant up to another. */
export type Which = { usagePoint: UsagePointId; direction: Direction; from: Instant; to: Instant }

/** Takes readings away, until they are filled in later or for good. Source: ISSUES, holes that are filled days later. */
export function loseReadings(
  state: Metering,
  { which, of, filledAt }: { which: Which; of: 'curve' | 'everything'; filledAt: Instant | null },
  house: Maker,
): void {
  for (const part of dayByDay(which)) keep(state, { ...part, at: house.now, kind: 'gap', of, filledAt }, house)
}

/** What was missing has come in: every gap of a point that is still open. Says how many there were. */
export function fillReadings(state: Metering, usagePoint: UsagePointId, { now }: Pick<Maker, 'now'>): number {
  const open = idsIn(state.index.changesOf[usagePoint]).flatMap((id) => {
    const change = state.readingChanges[id]
    return change?.kind === 'gap' && (change.filledAt === null || change.filledAt > now) ? [change] : []
  })
  for (const gap of open) gap.filledAt = now
  return open.length
}

/** Gives readings another energy: read again from the meter, or settled by Enedis in the corrected series alone. */
export function correctReadings(
  state: Metering,
  {
    which,
    energy,
    reaches,
  }: { which: Which; energy: { times: number } | { totalWh: number }; reaches: 'bothStages' | 'BEST' },
  house: Maker,
): void {
  const parts = dayByDay(which)
  const totals = 'totalWh' in energy ? spread(energy.totalWh, weightsOf(state, parts, house)) : []
  parts.forEach((part, at) => {
    const told = 'times' in energy ? energy : { totalWh: totals[at] as number }
    keep(state, { ...part, at: house.now, kind: 'correction', reaches, energy: told }, house)
  })
}

function keep(state: Metering, change: ReadingChange, { ids }: Maker): void {
  const id = `change-${ids.next('reading change')}`
  state.readingChanges[id] = change
  addMember(state.index.changesOf, change.usagePoint, id)
}

/** A change belongs to one day in Paris, and to whole intervals of it. */
function dayByDay({ usagePoint, direction, from, to }: Which): Which[] {
  const [start, end] = [wholeIntervals(from), wholeIntervals(to)]
  if (start >= end) throw new Impossible(`There is nothing to change from ${from} to ${to}: it ends as it begins.`)
  const parts: Which[] = []
  for (let at = start; at < end;) {
    const next = parisInstant(dayNamed(localDayNumber(at, paris) + 1))
    const until = next < end ? next : end
    parts.push({ usagePoint, direction, from: at, to: until })
    at = until
  }
  return parts
}

function wholeIntervals(instant: Instant): Instant {
  const ms = slot * 1000
  return new Date(Math.round(Date.parse(instant) / ms) * ms).toISOString()
}

function weightsOf(state: Metering, parts: readonly Which[], { now, ids }: Maker): number[] {
  return parts.map(({ usagePoint, direction, from, to }) => {
    const metered = meteredPoint(state, usagePoint, { now, seed: ids.seed })
    const day = parisLocalDay(localDayNumber(from, paris))
    const at = (instant: Instant) => (Date.parse(instant) / 1000 - day.startsAt) / slot
    const energy = energyInSlots(metered, { direction, stage: 'BEST' }, day).subarray(at(from), at(to))
    return Math.max(
      1,
      energy.reduce((sum, wh) => sum + wh, 0),
    )
  })
}

/** A day in Paris, as two instants. */
export function wholeDay(day: string): Pick<Which, 'from' | 'to'> {
  return { from: parisInstant(day), to: parisInstant(dayNamed(dayNumber(day) + 1)) }
}
