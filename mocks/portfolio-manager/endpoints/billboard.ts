import { xml } from '../../../src/toolbox/xml/index.ts'
import { billboardMetrics } from '../vocabulary/billboard-metrics.ts'
import { encodeBillboardMetrics } from '../wire/billboard.ts'
import { service } from './service.ts'

export const billboard = [
  service(
    'GET /billboardMetric/list',
    { name: 'billboardMetric.list', basis: 'documented', source: 'DOC, Billboard Metric' },
    (c) => xml(c, encodeBillboardMetrics(billboardMetrics)),
  ),
]
