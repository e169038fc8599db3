import { chance } from '../../../src/ground/ids.ts'
import { localDayNumber } from '../../../src/toolbox/calendar.ts'
import type { Window } from '../model/index.ts'
import type { Coverage, DayBlock, EnrolmentView, Seen, SummaryView, UsagePointView } from '../views.ts'
import { ridersOn, summaryOf, tariffOn } from './bills.ts'
import { billsAsked, daysAsked } from './changes.ts'
import { mayShow } from './coverage.ts'
import { pacific } from './pacific.ts'
import { blockOn, type Channel } from './readings.ts'
import { meterReadingId, summaryType } from './reading-type.ts'
import { siteOf, type DataLook, type Site } from './site.ts'
import { showsBills } from './window.ts'

/**
 * A usage point with what its data groups open: readings with Usage, summaries with Usage or Billing, rate and program
 * data with ProgramEnrollment. Without a window there are no readings and no summaries. Where nobody authorized, as in a
 * community's bulk, addresses name the subscription given. Source: PAGE, data groups.
 */
export function usagePoint(
  state: Seen,
  { coverage, window, subscription = '' }: { coverage: Coverage; window: Window | null; subscription?: string },
  look: DataLook,
): UsagePointView {
  const site = siteOf(state, coverage.agreement, look)
  const channels = mayShow(coverage, 'Usage') ? site.channels : []
  const mayHaveBills = mayShow(coverage, 'Usage', 'Billing')
  const showing = window && mayHaveBills && showsBills(window, look) ? window : null
  return {
    id: site.agreement.id,
    subscription: coverage.authorization ?? subscription,
    kind: site.agreement.commodity === 'gas' ? 1 : 0,
    enrolment: mayShow(coverage, 'ProgramEnrollment') ? enrolmentOf(site) : null,
    readings: channels.map((channel) => ({
      id: meterReadingId(channel.type.id, channel.number, look.dialect),
      type: channel.type,
      blocks: window ? again(() => blocksOf(site, channel, { coverage, window })) : [],
    })),
    summaryType: mayHaveBills ? summaryType(site.agreement) : null,
    summaries: showing ? again(() => summariesOf(site, { coverage, window: showing })) : [],
  }
}

/** Whether a window shows nothing at all: then PG&E has no data for it. */
export function isWithoutData(points: readonly UsagePointView[]): boolean {
  return points.every(
    ({ readings, summaries }) => readings.every(({ blocks }) => isEmpty(blocks)) && isEmpty(summaries),
  )
}

export function isEmpty(items: Iterable<unknown>): boolean {
  for (const _ of items) return false
  return true
}

type Asked = { coverage: Coverage; window: Window }

function* blocksOf(site: Site, channel: Channel, { coverage, window }: Asked): Generator<DayBlock> {
  for (const day of daysAsked(site, channel, window, coverage)) {
    const block = blockOn(site, channel, day)
    if (block) yield block
  }
}

function* summariesOf(site: Site, { coverage, window }: Asked): Generator<SummaryView> {
  for (const period of billsAsked(site, window, coverage)) yield summaryOf(site, period, coverage)
}

/** Rate, options and cycle as they are now, and CAISO's names for the place. Source: PAGE, program enrolment; XSD. */
function enrolmentOf(site: Site): EnrolmentView {
  const today = localDayNumber(site.now, pacific)
  const area = areas[Math.floor(chance(site.seed, 'area', site.agreement.locationId) * areas.length)] as string
  return {
    tariff: tariffOn(site, today),
    riders: ridersOn(site, today),
    readCycle: site.agreement.readCycle,
    pnode: 'DLAP_PGAE-APND',
    aggregateNode: `SLAP_${area}-APND`,
  }
}

/** CAISO's load areas in PG&E's territory. */
const areas = [
  'PGCC',
  'PGEB',
  'PGF1',
  'PGFG',
  'PGHB',
  'PGKN',
  'PGNB',
  'PGNC',
  'PGNP',
  'PGP2',
  'PGSB',
  'PGSF',
  'PGSI',
  'PGST',
  'PGZP',
]

/** Computed anew for each who goes through it. */
function again<Item>(make: () => Iterator<Item>): Iterable<Item> {
  return { [Symbol.iterator]: make }
}
