import { localDay, localDayNumber, dayNumber, type LocalDay } from '../../../src/toolbox/calendar.ts'
import type { DayBlock, Flow, ReadingTypeView, SeenMeter } from '../views.ts'
import { newestOf } from './corrections.ts'
import { pacific, pacificDay, pacificInstant } from './pacific.ts'
import { flowsOf, intervalOf, intervalType } from './reading-type.ts'
import type { Site } from './site.ts'
import { touCodes } from './time-of-use.ts'
import type { Measured } from './use.ts'

/**
 * Readings of one type at one place in the service: of one meter, and of those that took its place. A second meter
 * beside the first has channels of its own. Source: PAGE, several meters on one agreement.
 */
export type Channel = {
  type: ReadingTypeView
  seconds: 900 | 3600 | 86_400
  number: number
  meters: Metered[]
}
/** A meter and its days in day numbers: from its first up to, not including, that of its removal. */
export type Metered = { meter: SeenMeter; from: number; until: number }

/** The channels of an agreement, in the order its meters were installed. */
export function channelsOf({ agreement, meters }: Pick<Site, 'agreement' | 'meters'>): Channel[] {
  const channels: Channel[] = []
  for (const meter of meters) {
    if (meter.metering.kind === 'billOnly') continue
    const seconds = intervalOf(meter.metering)
    const metered = daysOfMeter(meter)
    for (const flow of flowsOf(meter.metering)) {
      const type = intervalType(agreement, flow, seconds)
      const alike = channels.filter((one) => one.type.id === type.id)
      const freed = alike.find(({ meters }) => (meters.at(-1)?.until ?? Infinity) <= metered.from)
      if (freed) freed.meters.push(metered)
      else channels.push({ type, seconds, number: alike.length + 1, meters: [metered] })
    }
  }
  return channels
}

/** When a meter was there. */
export function daysOfMeter(meter: SeenMeter): Metered {
  const { installedOn, removedOn } = meter
  return { meter, from: dayNumber(installedOn), until: removedOn === null ? Infinity : dayNumber(removedOn) }
}

/** The meter that measured a channel on a day. */
function meterOn({ meters }: Pick<Channel, 'meters'>, day: number): SeenMeter | undefined {
  return meters.find(({ from, until }) => from <= day && day < until)?.meter
}

/** How many days after a day its readings are published. Source: PAGE, availability: the next day, and MV90 later. */
export function publishedAfter({ publishedAfterDays, lateSince }: Lateness, day: number): number {
  return lateSince !== undefined && day < dayNumber(lateSince) ? 1 : publishedAfterDays
}
export type Lateness = Pick<SeenMeter, 'publishedAfterDays' | 'lateSince'>

function isPublished(meter: SeenMeter, day: number, { publishedToday }: Pick<Site, 'publishedToday'>): boolean {
  return day + publishedAfter(meter, day) <= publishedToday
}

/** The last day of which a meter's readings are published: the last before it was read late, or a later one. */
export function lastPublished(meter: SeenMeter, { publishedToday }: Pick<Site, 'publishedToday'>): number {
  const { publishedAfterDays, lateSince } = meter
  const sinceLate = publishedToday - publishedAfterDays
  if (lateSince === undefined || sinceLate >= dayNumber(lateSince)) return sinceLate
  return Math.min(publishedToday, dayNumber(lateSince)) - 1
}

/** The day on which a meter that is read at once would publish now. */
export function publishedDay(now: string, publishAt: string): number {
  const isOutToday = pacificInstant(pacificDay(now), publishAt) <= now
  return localDayNumber(now, pacific) - (isOutToday ? 0 : 1)
}

/** What a channel shows of a day; nothing where it has no readings, or none yet. */
export function blockOn(site: Site, channel: Channel, number: number): DayBlock | undefined {
  const meter = meterOn(channel, number)
  if (meter === undefined || !isPublished(meter, number, site)) return undefined
  const block = read(site, channel, { meter, day: localDay(number, pacific), fillsGaps: false })
  return block?.values.every(Number.isNaN) ? undefined : block
}

/** What a channel counts of a day for the bill: everything that was measured, gaps filled. */
export function billedOn(site: Site, channel: Channel, number: number): DayBlock | undefined {
  const meter = meterOn(channel, number)
  return meter && read(site, channel, { meter, day: localDay(number, pacific), fillsGaps: true })
}

type Reading = { meter: SeenMeter; day: LocalDay; fillsGaps: boolean }

function read(site: Site, { type, seconds }: Channel, { meter, day, fillsGaps }: Reading): DayBlock | undefined {
  if (site.calendar.periodOf(day.number) === undefined) return undefined
  const values = (site.measured.get(meter.id) as Measured)(day, type.flow, seconds)
  const qualities = new Uint8Array(values.length).fill(qualityOf(site, meter, day.number))
  overlay(site, { meter, day, flow: type.flow, seconds, fillsGaps }, { values, qualities })
  const start = seconds === 86_400 ? day.startsAt + gasStartsLate : day.startsAt
  return { start, duration: day.lasts, seconds, values, qualities, tou: touOn(site, day, seconds) }
}

/** Source: WIRE, gas feeds: one second after local midnight. */
const gasStartsLate = 1

/**
 * Validated soon after the day, of revenue quality once billed; MV90 readings stay raw. Source: WIRE, 17 and 19; PAGE,
 * quality codes.
 */
function qualityOf({ agreement, calendar }: Site, meter: SeenMeter, day: number): number {
  if (publishedAfter(meter, day) > 1) return 14
  return agreement.billedOnIntervals && calendar.isBilled(day) ? 19 : 17
}

/**
 * Lays over the measured values what was changed since. A bill settles estimates and gaps, and what it was made from
 * cannot be lost any more. Source: PAGE, missing intervals are corrected by the next bill.
 */
function overlay(
  { agreement, calendar, corrections }: Site,
  { meter, day, flow, seconds, fillsGaps }: Reading & { flow: Flow; seconds: number },
  { values, qualities }: Pick<DayBlock, 'values' | 'qualities'>,
): void {
  const ofMeter = corrections.get(meter.id)
  const newest = ofMeter && newestOf(ofMeter, { day, flow, seconds })
  if (newest === undefined) return
  const isBilled = agreement.billedOnIntervals && calendar.isBilled(day.number)
  for (const [at, { value, quality, at: since }] of newest) {
    if (at < 0 || at >= values.length) continue
    const isSettled = isBilled && (value === null || calendar.newestBill * 1000 > Date.parse(since))
    qualities[at] = isSettled ? 19 : quality
    if (value !== null) values[at] = value
    else if (!isSettled && !fillsGaps) values[at] = Number.NaN
  }
}

/** Source: PAGE, time of use: for interval electricity on such a rate. */
function touOn({ agreement, rates }: Site, day: LocalDay, seconds: number): Uint8Array | null {
  if (agreement.commodity === 'gas') return null
  const rate = rateOn(rates, day.number)
  if (!rate?.hasTimeOfUse) return null
  const codes = touCodes(rate.tariff, day)
  const each = seconds / 900
  if (each === 1 && day.lasts === 86_400) return codes
  return Uint8Array.from({ length: day.lasts / seconds }, (_, at) => {
    const elapsed = at * seconds
    const shown = elapsed < day.changesAt ? elapsed : elapsed + 86_400 - day.lasts
    return codes[shown / 900] as number
  })
}

/** The rate in force on a day: the last that had begun. */
export function rateOn(rates: Site['rates'], day: number): Site['rates'][number] | undefined {
  return rates.findLast(({ from }) => from <= day) ?? rates[0]
}
