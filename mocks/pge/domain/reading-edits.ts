import { dayNamed, localDay, localDayNumber } from '../../../src/toolbox/calendar.ts'
import type { PgeHouse } from '../dialect/index.ts'
import { Impossible } from '../errors/index.ts'
import type { Day, Instant, Meter, State } from '../model/index.ts'
import type { DayBlock, Flow } from '../views.ts'
import { correct } from './corrections.ts'
import { pacific, pacificInstant } from './pacific.ts'
import { billedOn, publishedDay, type Channel } from './readings.ts'
import { siteOf, type Site } from './site.ts'

/** Which readings of a meter: one interval, or all of a Pacific day. */
export type Which = { meter: Meter; flow: Flow | undefined; at: { instant: Instant } | { day: Day } }
/** What becomes of them: another value (kWh or therms), a share of what was measured, or nothing at all. */
export type Edit = { amount: number } | { times: number } | 'missing'

/** Changes readings from now on, as PG&E's own people do after a look at the meter. Source: PAGE, corrections and quality codes. */
export function editReadings(
  state: State,
  { which, edit, quality }: { which: Which; edit: Edit; quality: number },
  house: PgeHouse,
): number {
  const { site, channel, day, from, until } = found(state, which, house)
  const block = blockOf(site, channel, day)
  for (let at = from; at < until(block); at++) {
    const value = edited(block.values[at] as number, edit, site.agreement.commodity)
    write(state, { which, channel, block, at, value, quality }, house)
  }
  return until(block) - from
}

/**
 * Estimates the readings of a day: by those of a reference day, the same day of the week before (8), or on a straight
 * line between the neighbours (9). Source: PAGE, quality codes.
 */
export function estimateReadings(
  state: State,
  { which, quality }: { which: Which & { at: { day: Day } }; quality: 8 | 9 },
  house: PgeHouse,
): number {
  const { site, channel, day } = found(state, which, house)
  const block = blockOf(site, channel, day)
  const estimate = quality === 8 ? byReference(site, channel, day) : byLine(site, channel, day, block.values.length)
  block.values.forEach((_, at) => write(state, { which, channel, block, at, value: estimate(at), quality }, house))
  return block.values.length
}

/** Reads a meter later from now on; what is out stays out. Source: PAGE, availability: MV90 later than the next day. */
export function publishLater(
  state: State,
  { meter, afterDays }: { meter: Meter; afterDays: number },
  { now }: Pick<PgeHouse, 'now'>,
): void {
  const wasInTime = meter.publishedAfterDays === 1
  meter.publishedAfterDays = afterDays
  if (afterDays === 1) delete meter.lateSince
  else if (wasInTime) meter.lateSince = dayNamed(publishedDay(now, state.settings.publishAt))
}

type Found = { site: Site; channel: Channel; day: number; from: number; until: (block: DayBlock) => number }

function found(state: State, { meter, flow, at }: Which, house: PgeHouse): Found {
  const site = siteOf(state, meter.agreement, { now: house.now, seed: house.ids.seed })
  const channel = site.channels.find(
    ({ meters, type }) => meters.some((one) => one.meter.id === meter.id) && (flow === undefined || type.flow === flow),
  )
  if (channel === undefined) throw new Impossible(`Meter ${meter.serialNumber} has no such readings.`)
  const instant = 'day' in at ? pacificInstant(at.day) : at.instant
  const day = localDayNumber(instant, pacific)
  if ('day' in at) return { site, channel, day, from: 0, until: ({ values }) => values.length }
  const elapsed = Date.parse(instant) / 1000 - localDay(day, pacific).startsAt
  const from = Math.floor(elapsed / channel.seconds)
  return { site, channel, day, from, until: () => from + 1 }
}

function blockOf(site: Site, channel: Channel, day: number): DayBlock {
  const block = billedOn(site, channel, day)
  if (block === undefined) throw new Impossible('There are no readings of that day: the meter was not in service.')
  return block
}

/** The smallest unit a reading tells: 10⁻³ Wh, 10⁻⁸ therms. Source: WIRE, powerOfTenMultiplier. */
const perUnit = { electric: 1e6, gas: 1e8 } as const

function edited(measured: number, edit: Edit, commodity: 'electric' | 'gas'): number | null {
  if (edit === 'missing') return null
  return Math.round('amount' in edit ? edit.amount * perUnit[commodity] : measured * edit.times)
}

function byReference(site: Site, channel: Channel, day: number): (at: number) => number {
  const { values } = billedOn(site, channel, day - 7) ?? blockOf(site, channel, day)
  return (at) => values[Math.min(at, values.length - 1)] as number
}

function byLine(site: Site, channel: Channel, day: number, count: number): (at: number) => number {
  const own = blockOf(site, channel, day).values
  const before = (billedOn(site, channel, day - 1)?.values ?? own).at(-1) as number
  const after = (billedOn(site, channel, day + 1)?.values ?? own)[0] as number
  return (at) => Math.round(before + ((after - before) * (at + 1)) / (count + 1))
}

type Written = { which: Which; channel: Channel; block: DayBlock; at: number; value: number | null; quality: number }

function write(state: State, { which, channel, block, at, value, quality }: Written, house: PgeHouse): void {
  const startsAt = new Date((block.start + at * block.seconds) * 1000).toISOString()
  correct(state, { meter: which.meter.id, flow: channel.type.flow, startsAt, value, quality }, house)
}
