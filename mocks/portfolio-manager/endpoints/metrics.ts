import type { Call } from '../../../src/contract/endpoint.ts'
import { xml } from '../../../src/toolbox/xml/index.ts'
import {
  readMetrics,
  readMonthlyMetrics,
  readReasons,
  systems,
  type MeasurementSystem,
} from '../domain/metrics/index.ts'
import { refuse } from '../errors/index.ts'
import type { MetricView } from '../views.ts'
import { reasonInFrench } from '../wire/french.ts'
import { encodeAlerts, encodeMetrics } from '../wire/metrics.ts'
import { propertyIn } from './parameters.ts'
import { service, speaksFrench, type PmVisit } from './service.ts'

const mostMetrics = 10
/** Only for these may a client leave the system of units out. Source: DOC, Property Metrics. */
const withoutUnits = /^score$|GHG/

export const metrics = [
  service(
    'GET /property/:propertyId/metrics',
    { name: 'metrics.read', basis: 'documented', source: 'DOC, Property Metrics' },
    (c, visit, caller) => {
      const asked = { property: propertyIn(c), ...askedIn(c), ...periodIn(c) }
      const metrics = visit.store.read((state) => readMetrics(state, { caller, ...asked }, visit))
      explain(metrics, visit)
      return xml(c, encodeMetrics(metrics, asked, visit.dialect))
    },
  ),
  service(
    'GET /property/:propertyId/metrics/monthly',
    { name: 'metrics.readMonthly', basis: 'documented', source: 'DOC, Property Metrics Monthly' },
    (c, visit, caller) => {
      const asked = { property: propertyIn(c), ...askedIn(c), ...periodIn(c) }
      const metrics = visit.store.read((state) => readMonthlyMetrics(state, { caller, ...asked }, visit))
      explain(metrics, visit)
      return xml(c, encodeMetrics(metrics, asked, visit.dialect))
    },
  ),
  service(
    'GET /property/:propertyId/reasonsForNoScore',
    { name: 'reasons.forNoScore', basis: 'documented', source: 'DOC, Reasons for No Score' },
    (c, visit, caller) => {
      const asked = { property: propertyIn(c), ...periodIn(c) }
      const reasons = visit.store.read((state) => readReasons(state, { of: 'energy', caller, ...asked }, visit))
      return xml(c, encodeAlerts(speaksFrench(visit) ? reasons.map(reasonInFrench) : reasons, asked))
    },
  ),
  service(
    'GET /property/:propertyId/reasonsForNoWaterScore',
    { name: 'reasons.forNoWaterScore', basis: 'documented', source: 'DOC, Reasons for No Water Score' },
    (c, visit, caller) => {
      const asked = { property: propertyIn(c), ...periodIn(c) }
      const reasons = visit.store.read((state) => readReasons(state, { of: 'water', caller, ...asked }, visit))
      return xml(c, encodeAlerts(speaksFrench(visit) ? reasons.map(reasonInFrench) : reasons, asked))
    },
  ),
]

function askedIn(c: Call): { names: string[]; system: MeasurementSystem } {
  const header = c.req.header('pm-metrics') ?? ''
  const names = header
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean)
  if (names.length < 1 || names.length > mostMetrics) throw refuse.metricsNotAsked({ most: mostMetrics })
  const said = c.req.query('measurementSystem')
  const system = systems.find((known) => known === said)
  if (system) return { names, system }
  const mayLeaveOut = said === undefined && names.every((name) => withoutUnits.test(name))
  if (mayLeaveOut) return { names, system: 'EPA' }
  throw refuse.parameterNotValid({ name: 'measurementSystem', wanted: 'EPA or METRIC is expected' })
}

function periodIn(c: Call): { year: number; month: number } {
  return { year: numberIn(c, 'year', [1900, 2999]), month: numberIn(c, 'month', [1, 12]) }
}

function numberIn(c: Call, name: string, [least, most]: readonly [number, number]): number {
  const number = Number(c.req.query(name))
  if (Number.isInteger(number) && number >= least && number <= most) return number
  throw refuse.parameterNotValid({ name, wanted: `a number from ${least} to ${most} is expected` })
}

/** A nil value tells the client nothing; the journal says what it is for want of. */
function explain(metrics: readonly MetricView[], { note }: PmVisit): void {
  const reasons = new Map<string, string[]>()
  for (const metric of metrics) {
    const values = 'months' in metric ? metric.months : [metric]
    for (const { because } of values)
      if (because !== undefined) reasons.set(because, [...new Set([...(reasons.get(because) ?? []), metric.name])])
  }
  if (reasons.size === 0) return
  const says = [...reasons].map(([because, names]) => `${names.join(', ')}: ${because}`).join(' ')
  note({ finding: 'nil-metrics', level: 'info', says, source: 'DOC, Property Metrics: what cannot be computed is nil' })
}
