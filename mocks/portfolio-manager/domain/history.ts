import { lastDayOf, monthNamed, monthNumber } from '../../../src/toolbox/calendar.ts'
import { useInMonth, type Season } from '../../../src/toolbox/load-curve.ts'
import type { Look } from '../dialect.ts'
import type { Audit, Consumption, Delivery, Month, State, WasteData } from '../model/index.ts'
import type { Seen, SeenEntry, SeenMeter } from '../views.ts'
import { kindOf, type Entry } from './entry-kinds.ts'

type Remembered = SeenMeter & { history: NonNullable<SeenMeter['history']> }

/** Computed entries end with the number of their month, after the id of their meter: no counter ever comes that far. */
const monthDigits = 4
/** On deliveries, and waste that has one day only. */
const midMonth = '15'

/** The entries a meter had before anyone wrote any: each shows once its month is over, unless someone has touched it. */
export function historyOf(meter: SeenMeter, { now }: Pick<Look, 'now'>): SeenEntry[] {
  if (!hasHistory(meter)) return []
  const { from, to, overlaid } = meter.history
  const months = Array.from({ length: monthNumber(to) - monthNumber(from) + 1 }, (_, at) =>
    monthNamed(monthNumber(from) + at),
  )
  return months
    .filter((month) => !(month in overlaid))
    .map((month) => entryOf(meter, month))
    .filter(({ audit }) => audit.createdDate <= now)
}

/** The computed entry an id stands for, if there is one today. */
export function historyEntry(state: Seen, id: string, look: Pick<Look, 'now'>): SeenEntry | undefined {
  const { meter } = placeOf(id)
  const known = meter in state.meters ? state.meters[meter as keyof Seen['meters']] : undefined
  return known && historyOf(known, look).find((entry) => entry.id === id)
}

/** From now on, only what is stored counts for the month of a computed entry. */
export function overlay(state: State, { id, meter }: Pick<SeenEntry, 'id' | 'meter'>): void {
  const { history } = state.meters[meter] ?? {}
  const place = placeOf(id)
  if (history && place.meter === meter) history.overlaid[place.month] = true
}

function placeOf(id: string): { meter: string; month: Month } {
  return { meter: id.slice(0, -monthDigits), month: monthNamed(Number(id.slice(-monthDigits)) + firstMonth) }
}
const firstMonth = monthNumber('1900-01')

function hasHistory(meter: SeenMeter): meter is Remembered {
  return meter.history !== undefined
}

function entryOf(meter: Remembered, month: Month): Entry {
  const id = `${meter.id}${String(monthNumber(month) - firstMonth).padStart(monthDigits, '0')}` as never
  const { annualUse, annualCost } = meter.history
  const amount = inMonth(meter, month, annualUse)
  const about = { id, meter: meter.id, estimatedValue: false, audit: auditOf(meter, month) }
  const cost = annualCost === undefined ? {} : { cost: inMonth(meter, month, annualCost) }
  const kind = kindOf(meter)
  if (kind === 'delivery')
    return { deliveryDate: `${month}-${midMonth}`, quantity: amount, ...cost, ...about } satisfies Delivery
  const [startDate, endDate] = [`${month}-01`, lastDayOf(month)]
  if (kind === 'consumption') return { startDate, endDate, usage: amount, ...cost, ...about } satisfies Consumption
  return { ...wasteOf(meter, { startDate, endDate, amount }), ...cost, ...about } satisfies WasteData
}

/** Waste as its meter records it: a quantity over the month, on one day of it, or a full container so many times. */
function wasteOf(
  meter: Remembered,
  { startDate, endDate, amount }: { startDate: string; endDate: string; amount: string },
): Pick<WasteData, 'startDate' | 'endDate' | 'quantity' | 'timesEmptied' | 'averagePercentFull'> {
  const { details, history } = meter
  const method = details.kind === 'wasteMeter' ? details.dataEntryMethod : 'regular'
  if (method === 'intermittent') return { startDate: startDate.replace(/\d\d$/, midMonth), quantity: amount }
  if (method === 'regular') return { startDate, endDate, quantity: amount }
  const timesEmptied = inMonth(meter, startDate, history.annualUse, 0)
  return { startDate, endDate, timesEmptied, averagePercentFull: 100 }
}

function inMonth({ id, details, history }: Remembered, month: Month, annualUse: number, digits = 2): string {
  const { seed } = history
  return useInMonth({ seed, about: id, annualUse, season: seasonOf(details.type), digits }, month).toFixed(digits)
}

function seasonOf(type: string): Season {
  if (/Chill|Solar|Outdoor$/.test(type)) return 'summer'
  if (/Gas|Oil|Steam|Hot Water|Propane|Kerosene|Coal|Coke|Wood|Wind/.test(type)) return 'winter'
  return type === 'Electric' ? 'both' : 'even'
}

/** Whoever made the meter wrote its entries, each on the first day after its month. */
function auditOf({ audit }: Remembered, month: Month): Audit {
  const { createdBy, createdByAccountId } = audit
  const at = `${monthNamed(monthNumber(month) + 1)}-01T14:00:00.000Z`
  return {
    createdBy,
    createdByAccountId,
    createdDate: at,
    lastUpdatedBy: createdBy,
    lastUpdatedByAccountId: createdByAccountId,
    lastUpdatedDate: at,
  }
}
