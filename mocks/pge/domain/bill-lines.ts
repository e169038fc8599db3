import { localDay } from '../../../src/toolbox/calendar.ts'
import type { LineItem, Period } from '../views.ts'
import type { BillingPeriod } from './billing-calendar.ts'
import type { Metered } from './bills.ts'
import { pacific } from './pacific.ts'
import { prices } from './prices.ts'
import type { Site } from './site.ts'

/** The unit of the readings in the unit that is billed: kilowatt-hours and therms. */
const scale = { electric: 1e6, gas: 1e8 } as const
const measures = {
  electric: { powerOfTenMultiplier: -3, uom: 72 },
  gas: { powerOfTenMultiplier: -8, uom: 169 },
} as const
const power = { powerOfTenMultiplier: -3, uom: 38 } as const

/**
 * The lines of a bill: time of use or tiers, demand, other charges, taxes, and what options take off. They sum to the
 * bill. Source: PAGE, billing data; WIRE, usage summaries, for kinds and units.
 */
export function linesOf(site: Site, period: BillingPeriod, metered: Metered): LineItem[] {
  const energy = metered.byTou.size > 0 ? touLines(metered) : tierLines(site, period, metered)
  const others = [...demandLine(site, metered), ...otherLines(site, period, metered), ...discounts(site, energy)]
  return [...energy, ...others].map((line) => ({ ...line, period: secondsOf(period) }))
}

type Line = Omit<LineItem, 'period'>

/** A billing period as the client reads it. */
export function secondsOf({ from, until }: BillingPeriod): Period {
  const start = localDay(from, pacific).startsAt
  return { start, duration: localDay(until, pacific).startsAt - start }
}

function touLines({ byTou }: Metered): Line[] {
  return [...byTou]
    .sort(([one], [other]) => one - other)
    .map(([code, value]) => {
      const { note, unitCost } = prices.touLines[code] ?? { note: `Energy Charge ${code}`, unitCost: 25_000 }
      return energyLine('electric', { note, unitCost, value })
    })
}

function tierLines({ agreement }: Site, { from, until }: BillingPeriod, { net }: Metered): Line[] {
  const { commodity, options } = agreement
  const isMedical = commodity === 'electric' && options.some(({ riderType }) => /medical/i.test(riderType))
  const perDay = prices.baseline[commodity] + (isMedical ? prices.baseline.medical : 0)
  const allowance = perDay * (until - from) * scale[commodity]
  const tiers = commodity === 'gas' ? prices.gasTiers : prices.electricTiers
  const lines: Line[] = []
  let counted = 0
  for (const { note, upTo, unitCost } of tiers) {
    const value = Math.round(Math.min(net, upTo * allowance)) - counted
    if (value <= 0 && lines.length > 0) break
    lines.push(energyLine(commodity, { note, unitCost, value }))
    counted += value
  }
  return lines
}

/** Source: WIRE, Max Demand Charge in watts; businesses and farms pay it. */
function demandLine({ agreement }: Site, { peak }: Metered): Line[] {
  if (peak === null || (agreement.customerClass !== 'COM/IND' && agreement.customerClass !== 'AGR')) return []
  const { note, unitCost } = prices.demand
  const amount = inCents((peak / scale.electric) * unitCost)
  return [{ note, amount, measurement: { ...power, value: Math.round(peak) }, kind: 3, unitCost }]
}

function otherLines({ agreement }: Site, { from, until }: BillingPeriod, { net }: Metered): Line[] {
  const { commodity } = agreement
  const { customer, bond, tax } = prices
  // The capture tells the energy of the bill here too, although days are what is charged.
  const fixed: Line = {
    note: customer.note,
    amount: inCents((until - from) * customer.perDay),
    measurement: { ...measures[commodity], value: net },
    kind: 4,
    unitCost: customer.perDay,
  }
  const bonds = commodity === 'electric' ? [energyLine(commodity, { ...bond, value: net })] : []
  const taxed = energyLine(commodity, { ...tax[commodity], value: net })
  return [fixed, ...bonds, { ...taxed, kind: 5, unitCost: null }]
}

function discounts({ agreement }: Site, energy: readonly Line[]): Line[] {
  const charged = energy.reduce((sum, { amount }) => sum + amount, 0)
  return agreement.options.flatMap(({ riderType, enrollmentStatus }) => {
    const share = enrollmentStatus === 'enrolled' ? (prices.discounts[riderType] ?? 0) : 0
    if (share === 0 || charged <= 0) return []
    const amount = -inCents(charged * share)
    return [{ note: `${riderType} Discount`, amount, measurement: null, kind: 7 as const, unitCost: null }]
  })
}

function energyLine(
  commodity: 'electric' | 'gas',
  { note, unitCost, value }: { note: string; unitCost: number; value: number },
): Line {
  const amount = inCents((value / scale[commodity]) * unitCost)
  return { note, amount, measurement: { ...measures[commodity], value }, kind: 3, unitCost }
}

/** Hundred-thousandths of a dollar, in whole cents. */
function inCents(amount: number): number {
  return Math.round(amount / 1000) * 1000
}
