import { branchWith, documentOf, each, leaf } from '../../../src/toolbox/xml/index.ts'
import type { MetricView } from '../views.ts'

const nil = { 'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance', 'xsi:nil': true }

/** Source: XSD26, propertyMetricsType. */
export function encodeMetrics(
  metrics: readonly MetricView[],
  about: { property: string; year: number; month: number },
): string {
  const { property: propertyId, year, month } = about
  return documentOf(
    branchWith(
      'propertyMetrics',
      { propertyId, year, month },
      each(metrics, ({ name, id, uom, dataType, value }) =>
        branchWith(
          'metric',
          { name, id, uom, dataType },
          value === null ? leaf('value', '', nil) : leaf('value', value),
        ),
      ),
    ),
  )
}
