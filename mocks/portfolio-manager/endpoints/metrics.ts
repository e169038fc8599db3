import type { Call } from '../../../src/contract/endpoint.ts'
import { xml } from '../../../src/toolbox/xml/index.ts'
import { readMetrics } from '../domain/metrics.ts'
import { refuse } from '../errors/index.ts'
import { encodeMetrics } from '../wire/metrics.ts'
import { propertyIn } from './parameters.ts'
import { service } from './service.ts'

const mostMetrics = 10
const systems = ['EPA', 'METRIC']
/** Only for these may a client leave the system of units out. Source: DOC, Property Metrics. */
const withoutUnits = /^score$|GHG/

export const metrics = [
  service(
    'GET /property/:propertyId/metrics',
    { name: 'metrics.read', basis: 'documented', source: 'DOC, Property Metrics' },
    (c, { store, now, dialect }, caller) => {
      const property = propertyIn(c)
      const { names, year, month } = askedIn(c)
      const metrics = store.read((state) => readMetrics(state, { caller, property, names }, { now, dialect }))
      return xml(c, encodeMetrics(metrics, { property, year, month }))
    },
  ),
]

function askedIn(c: Call): { names: string[]; year: number; month: number } {
  const header = c.req.header('pm-metrics') ?? ''
  const names = header
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean)
  if (names.length < 1 || names.length > mostMetrics) throw refuse.metricsNotAsked({ most: mostMetrics })
  const system = c.req.query('measurementSystem')
  const mayLeaveOut = system === undefined && names.every((name) => withoutUnits.test(name))
  if (!mayLeaveOut && !systems.includes(system ?? ''))
    throw refuse.parameterNotValid({ name: 'measurementSystem', wanted: 'EPA or METRIC is expected' })
  return { names, year: numberIn(c, 'year', [1900, 2999]), month: numberIn(c, 'month', [1, 12]) }
}

function numberIn(c: Call, name: string, [least, most]: readonly [number, number]): number {
  const number = Number(c.req.query(name))
  if (Number.isInteger(number) && number >= least && number <= most) return number
  throw refuse.parameterNotValid({ name, wanted: `a number from ${least} to ${most} is expected` })
}
