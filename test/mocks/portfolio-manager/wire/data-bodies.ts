import { encodeAssociations } from '../../../../mocks/portfolio-manager/wire/association.ts'
import { encodeMeterData } from '../../../../mocks/portfolio-manager/wire/consumption.ts'
import { encodeLinks } from '../../../../mocks/portfolio-manager/wire/envelope.ts'
import { linkTo, pageLinks } from '../../../../mocks/portfolio-manager/wire/links.ts'
import { encodeAlerts, encodeMetrics } from '../../../../mocks/portfolio-manager/wire/metrics.ts'
import { associations, monthlyMetrics, noAssociations, reasons, wasteEntries } from './data-sample.ts'
import { property, settings } from './sample.ts'

const period = { property: property.id, year: 2026, month: 2 }
const path = '/meter/400302/wasteData'

/** Bodies of waste, associations, metrics and reasons, each by the name of its golden file. */
export const dataBodies: Record<string, string> = {
  'waste-data': encodeMeterData(
    { kind: 'waste', entries: { items: wasteEntries, page: 1, next: 2 } },
    { links: pageLinks({ next: 2 }, { path, query: { endDate: '2026-12-31' }, httpMethod: 'get' }), settings },
  ),
  'association-list': encodeAssociations(associations),
  'association-list-none': encodeAssociations(noAssociations),
  'association-changed': encodeLinks([linkTo.associations(property)]),
  'metrics-monthly': encodeMetrics(monthlyMetrics, { ...period, system: 'EPA' }, settings),
  'metrics.attribute': encodeMetrics(
    [{ name: 'siteTotal', id: '272', uom: 'GJ', dataType: 'numeric', value: '909.123' }],
    { ...period, system: 'METRIC' },
    { metricsAttr: 'present' },
  ),
  'reasons-for-no-score': encodeAlerts(reasons, period),
  'reasons-for-no-score-none': encodeAlerts([], period),
}
