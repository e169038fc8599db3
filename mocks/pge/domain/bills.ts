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
function meteredIn(site: Site, { from, until }: Pick<BillingPeriod, 'from' | 'until'>): Metered {
  const byTou = new Float64Array(touCodesUpTo)
  const met = new Uint8Array(touCodesUpTo)
  const qualities = new Set<number>()
  let net = 0
  let peak: number | null = null
  for (let day = from; day < until; day++) {
    net += billOnlyUse(site, day)
    const blocks = channelsOn(site, day)
    for (const { channel, block } of blocks) net += signOf(channel) * count(channel, block, byTou, met)
    for (const { block } of blocks) addQualities(block.qualities, qualities)
    const drawn = peakOf(blocks)
    if (drawn !== null) peak = Math.max(peak ?? 0, drawn)
  }
  const told = [...met.keys()].filter((code) => met[code] === 1)
  return {
    net,
    byTou: new Map(told.map((code) => [code, byTou[code] as number])),
    peak,
    quality: overallQuality(site, qualities),
  }
}

/** Source: WIRE, ProgramIdMappings: codes go to 10. */
const touCodesUpTo = 16

function addQualities(those: Uint8Array, qualities: Set<number>): void {
  let last = -1
  for (let at = 0; at < those.length; at++) {
    if (those[at] === last) continue
    last = those[at] as number
    qualities.add(last)
  }
}

type Counted = { channel: Channel; block: DayBlock }

function channelsOn(site: Site, day: number): Counted[] {
  return site.channels.flatMap((channel) => {
    const block = billedOn(site, channel, day)
    return block ? [{ channel, block }] : []
  })
}

const signOf = ({ type }: Channel) => (type.flow === 19 ? -1 : 1)

function count(channel: Channel, { values, tou }: DayBlock, byTou: Float64Array, met: Uint8Array): number {
  const sign = signOf(channel)
  let all = 0
  for (let at = 0; at < values.length; at++) {
    const value = values[at] as number
    all += value
    if (tou === null) continue
    const code = tou[at] as number
    byTou[code] = (byTou[code] as number) + sign * value
    met[code] = 1
  }
  return all
}

/** Of all meters together, in the intervals of the first: an agreement's meters have the same. */
function peakOf(blocks: readonly Counted[]): number | null {
  const [first, ...others] = blocks.filter(({ channel }) => channel.type.flow !== 19 && channel.type.uom === 72)
  if (first === undefined) return null
  const { values } = first.block
  let most = 0
  for (let at = 0; at < values.length; at++) {
    let together = values[at] as number
    for (const { block } of others) together += block.values[at] ?? 0
    if (together > most) most = together
  }
  return most * (3600 / first.channel.seconds)
}

/** Meters without intervals tell nothing but the bill. Source: PAGE, non-interval meters. */
function billOnlyUse({ billOnly, measured }: Site, day: number): number {
  let sum = 0
  for (const { meter, from, until } of billOnly) {
    if (day < from || day >= until) continue
    sum += (measured.get(meter.id) as Measured)(localDay(day, pacific), 1, 86_400)[0] ?? 0
  }
  return sum
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
export function tariffOn({ agreement, rates }: Site, day: number): string {
  const tariff = rateOn(rates, day)?.tariff ?? ''
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
