import { branch, branchWith, documentOf, each, leaf } from '../../../src/toolbox/xml/index.ts'
import type { Markup } from '../../../src/toolbox/xml/index.ts'
import type { PmSettings } from '../dialect.ts'
import type { MetricValue, MetricView, Reason } from '../views.ts'

const nil = { 'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance', 'xsi:nil': true }

type About = { property: string; year: number; month: number }

/** Source: XSD26, propertyMetricsType; X12 says whether the system of units stands there too. */
export function encodeMetrics(
  metrics: readonly MetricView[],
  { property: propertyId, year, month, system }: About & { system: string },
  { metricsAttr }: Pick<PmSettings, 'metricsAttr'>,
): string {
  const measurementSystem = metricsAttr === 'present' ? system : undefined
  return documentOf(
    branchWith('propertyMetrics', { propertyId, year, month, measurementSystem }, each(metrics, metricBlock)),
  )
}

function metricBlock(metric: MetricView): Markup {
  const { name, id, uom, dataType } = metric
  if (!('months' in metric)) return branchWith('metric', { name, id, uom, dataType }, valueOf(metric))
  return branchWith(
    'metric',
    { name, id, uom, dataType },
    each(metric.months, ({ month, year, ...told }) => branchWith('monthlyMetric', { month, year }, valueOf(told))),
  )
}

function valueOf({ value }: MetricValue): Markup {
  return value === null ? leaf('value', '', nil) : leaf('value', value)
}

/** Source: XSD26, alertsType. */
export function encodeAlerts(reasons: readonly Reason[], { property: propertyId, year, month }: About): string {
  return documentOf(
    branchWith(
      'alerts',
      { propertyId, year, month },
      each(reasons, ({ name, description }) => branch('alert', leaf('name', name), leaf('description', description))),
    ),
  )
}
