import { idsIn } from '../members.ts'
import { categoryOf, isAssociated } from '../association.ts'
import { categories, type Category } from '../../model/index.ts'
import type { SeenMeter } from '../../views.ts'
import type { Flaw } from './meter-year.ts'
import { number, text, yesNo, type Asking, type Metric, type Metrics, type Value } from './metric.ts'
import { because, noScoreReasons, propertyReasons } from './reasons.ts'

const alarm = (is: boolean): Value => (is ? 'Possible Issue' : 'Ok')

/** Alerts of one kind of meter, by their numbers in the inventory. */
const alertsOf: Record<Category, { noAssociation: string; flaws: Partial<Record<Flaw, string>> }> = {
  energy: {
    noAssociation: '2006',
    flaws: { lessThanTwelveMonths: '2003', gap: '2004', overlap: '2005', longEntry: '2007' },
  },
  water: { noAssociation: '2011', flaws: { lessThanTwelveMonths: '2008', gap: '2009', overlap: '2010' } },
  waste: { noAssociation: '2015', flaws: { lessThanTwelveMonths: '2012', gap: '2013', overlap: '2014' } },
}
const endings: Record<Flaw, string> = {
  lessThanTwelveMonths: 'LessThanTwelveMonthsMeterData',
  gap: 'Gap',
  overlap: 'Overlap',
  longEntry: 'EntryMoreThan65DaysLong',
}
const nouns: Record<Category, string> = { energy: 'Energy', water: 'Water', waste: 'Waste' }

/**
 * How far the numbers can be trusted. Source: DOC, inventory of metrics and glossary of alert metrics; the words "Ok" and
 * "Possible Issue" are ours.
 */
export const qualityMetrics: Metrics = {
  reasonsForNoScore: text('2111', (asking) => because(noScoreReasons(asking))),
  alertNoPropertyUses: text('1545', (asking) =>
    alarm(propertyReasons(asking).some(({ name }) => /no uses/.test(name))),
  ),
  alertNoGFA: text('1546', ({ property }) => alarm(property.details.grossFloorArea.value === 0)),
  alertDataCenterWithNoITMeter: text('1544', (asking) =>
    alarm(propertyReasons(asking).some(({ name }) => /^Data Center/.test(name))),
  ),
  ...Object.fromEntries(categories.flatMap(alertMetrics)),
  estimatedValuesEnergy: text('1602', (asking) => yesNo(hasEstimates(asking, 'energy'))),
  estimatedValuesWater: text('1603', (asking) => yesNo(hasEstimates(asking, 'water'))),
  estimatedValuesWaste: text('1872', (asking) => yesNo(hasEstimates(asking, 'waste'))),
  noOfActiveEnergyMetersTotal: count('2115', 'energy', () => true),
  noOfActiveEnergyMetersUsedToComputeMetrics: count('2116', 'energy', (isUsed) => isUsed),
  noOfActiveEnergyMetersNotUsedToComputeMetrics: count('2117', 'energy', (isUsed) => !isUsed),
  noOfActiveWaterMetersTotal: count('2119', 'water', () => true),
  noOfActiveWaterMetersUsedToComputeMetrics: count('2120', 'water', (isUsed) => isUsed),
  noOfActiveWaterMetersNotUsedToComputeMetrics: count('2121', 'water', (isUsed) => !isUsed),
}

function alertMetrics(category: Category): [string, Metric][] {
  const { noAssociation, flaws } = alertsOf[category]
  const named = (ending: string) => `alert${nouns[category]}Meter${ending}`
  return [
    [named('NoAssociation'), text(noAssociation, ({ years }) => alarm(years[category].length === 0))],
    ...Object.entries(flaws).map(([flaw, id]): [string, Metric] => [
      named(endings[flaw as Flaw]),
      text(id, ({ years }) => alarm(years[category].some((year) => year.flaws.has(flaw as Flaw)))),
    ]),
  ]
}

function hasEstimates({ years, period }: Asking, category: Category): boolean {
  return years[category].some(({ spans }) =>
    spans.some(({ entry, first, last }) => entry.estimatedValue && first <= period.last && last >= period.first),
  )
}

function count(id: string, category: Category, isMeant: (isUsed: boolean) => boolean): Metric {
  return number(id, undefined, ({ state, property }) => {
    const meters = idsIn(state.index.metersOf[property.id]).map((id) => state.meters[id] as SeenMeter)
    const active = meters.filter(({ details }) => details.inUse && categoryOf(details) === category)
    return String(active.filter((meter) => isMeant(isAssociated(state, meter))).length)
  })
}
