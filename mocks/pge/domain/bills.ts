import { dayNumber, localDay } from '../../../src/toolbox/calendar.ts'
import type { BillMoney, Coverage, DayBlock, RiderView, SummaryView } from '../views.ts'
import type { BillingPeriod } from './billing-calendar.ts'
import { linesOf, secondsOf } from './bill-lines.ts'
import { mayShow } from './coverage.ts'
import { pacific } from './pacific.ts'
import { billedOn, rateOn, type Channel } from './readings.ts'
import { summaryType } from './reading-type.ts'
import type { Site } from './site.ts'
import type { Measured } from './use.ts'

/** What was metered in a billing period: everything a bill is made of. Energy in the unit of the readings. */
export type Metered = {
  /** Delivered less received, over all meters. */
  net: number
  /** The same by time of use; empty where the rate has none. */
  byTou: ReadonlyMap<number, number>
  /** The largest power drawn in an interval, in thousandths of a watt; null without intervals. */
  peak: number | null
  /** What the qualities of the readings come to. */
  quality: number
}

/** A bill: a total for whoever may see use or bills, and money for those who may see bills. Source: PAGE, data groups. */
export function summaryOf(site: Site, period: BillingPeriod, coverage: Coverage): SummaryView {
  const metered = meteredIn(site, period)
  return {
    id: localDay(period.billedOn, pacific).startsAt * 1000,
    period: secondsOf(period),
    issuedAt: localDay(period.billedOn, pacific).startsAt,
    overall: { value: metered.net, type: summaryType(site.agreement) },
    quality: metered.quality,
    money: mayShow(coverage, 'Billing') ? moneyOf(site, period, metered) : null,
  }
}

/** Sums what the meters of an agreement counted, day by day, gaps filled; so intervals and bills agree. */
export function meteredIn(site: Site, { from, until }: Pick<BillingPeriod, 'from' | 'until'>): Metered {
  const byTou = new Map<number, number>()
  const qualities = new Set<number>()
  let net = 0
  let peak: number | null = null
  for (let day = from; day < until; day++) {
    net += billOnlyUse(site, day)
    const blocks = channelsOn(site, day)
    for (const { channel, block } of blocks) net += signOf(channel) * count(channel, block, byTou)
    for (const { block } of blocks) for (const quality of block.qualities) qualities.add(quality)
    const drawn = peakOf(blocks)
    if (drawn !== null) peak = Math.max(peak ?? 0, drawn)
  }
  return { net, byTou, peak, quality: overallQuality(site, qualities) }
}

type Counted = { channel: Channel; block: DayBlock }

function channelsOn(site: Site, day: number): Counted[] {
  return site.channels.flatMap((channel) => {
    const block = billedOn(site, channel, day)
    return block ? [{ channel, block }] : []
  })
}

const signOf = ({ type }: Channel) => (type.flow === 19 ? -1 : 1)

function count(channel: Channel, { values, tou }: DayBlock, byTou: Map<number, number>): number {
  let all = 0
  for (let at = 0; at < values.length; at++) {
    const value = values[at] as number
    all += value
    if (tou) byTou.set(tou[at] as number, (byTou.get(tou[at] as number) ?? 0) + signOf(channel) * value)
  }
  return all
}

/** Of all meters together, in the intervals of the first: an agreement's meters have the same. */
function peakOf(blocks: readonly Counted[]): number | null {
  const drawn = blocks.filter(({ channel }) => channel.type.flow !== 19 && channel.type.uom === 72)
  const [first] = drawn
  if (first === undefined) return null
  let most = 0
  for (let at = 0; at < first.block.values.length; at++) {
    const together = drawn.reduce((sum, { block }) => sum + (block.values[at] ?? 0), 0)
    most = Math.max(most, together)
  }
  return most * (3600 / first.channel.seconds)
}

/** Meters without intervals tell nothing but the bill. Source: PAGE, non-interval meters. */
function billOnlyUse({ meters, measured }: Site, number: number): number {
  return meters
    .filter(({ metering, installedOn, removedOn }) => {
      const isThere = dayNumber(installedOn) <= number && (removedOn === null || number < dayNumber(removedOn))
      return metering.kind === 'billOnly' && isThere
    })
    .reduce((sum, { id }) => sum + ((measured.get(id) as Measured)(localDay(number, pacific), 1, 86_400)[0] ?? 0), 0)
}

/** One quality for all readings of a bill: theirs where they have the same, else mixed. Source: XSD, QualityOfReading. */
function overallQuality({ agreement }: Site, qualities: ReadonlySet<number>): number {
  const [first = agreement.billedOnIntervals ? 19 : 17] = qualities
  return qualities.size > 1 ? 13 : first
}

/** Rate, cycle and options as they were billed. Source: PAGE, as billed and current. */
function moneyOf(site: Site, period: BillingPeriod, metered: Metered): BillMoney {
  const { agreement } = site
  const lines = linesOf(site, period, metered)
  return {
    total: lines.reduce((sum, { amount }) => sum + amount, 0),
    lines,
    tariff: tariffOn(site, period.until - 1),
    readCycle: agreement.readCycle,
    riders: ridersOn(site, period.until - 1),
    supplier: agreement.supplier,
  }
}

/** The rate of a day, with the standby option in front of it. Source: XSD has no other place for it; INF. */
export function tariffOn({ agreement }: Site, day: number): string {
  const tariff = rateOn(agreement.rates, day)?.tariff ?? ''
  return agreement.standby ? `SB-${tariff}` : tariff
}

/** The options of a rate that had begun on a day. Source: PAGE, rate options; XSD, TariffRiderRef. */
export function ridersOn({ agreement }: Site, day: number): RiderView[] {
  return agreement.options
    .filter(({ effectiveDate }) => dayNumber(effectiveDate) <= day)
    .map(({ riderType, enrollmentStatus, effectiveDate }) => ({
      riderType,
      enrollmentStatus,
      effectiveDate: localDay(dayNumber(effectiveDate), pacific).startsAt,
    }))
}
