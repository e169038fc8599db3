import type { Category } from '../../model/index.ts'
import { fuels } from '../../vocabulary/fuels.ts'
import { number, type Metric, type Metrics } from './metric.ts'
import { annualSum, perArea, type Sum } from './sums.ts'

const dollars = ['$', '$'] as const
const dollarsPerArea = ['$/ft²', '$/m²'] as const

/** What was paid. An entry without a cost leaves a sum unknown, and so nil. Source: DOC, inventory of metrics. */
export const costMetrics: Metrics = {
  energyCost: number('375', dollars, (asking) => annualSum(asking, paidFor('energy'))),
  energyCostIntensity: number('376', dollarsPerArea, (asking) => perArea(asking, paidFor('energy'), { digits: 2 })),
  waterCost: number('397', dollars, (asking) => annualSum(asking, paidFor('water'))),
  waterCostIntensity: number('1960', dollarsPerArea, (asking) => perArea(asking, paidFor('water'), { digits: 2 })),
  ...Object.fromEntries(
    fuels.map(({ types, cost: [name, id] }): [string, Metric] => {
      const sum: Sum = {
        ...paidFor('energy'),
        of: ({ meter }) => types.includes(meter.details.type),
        called: types.join(' or '),
      }
      return [name, number(id, dollars, (asking) => annualSum(asking, sum))]
    }),
  ),
}

function paidFor(category: Category): Sum {
  return {
    category,
    amount: ({ cost }) => (cost === undefined ? undefined : Number(cost)),
    lacks: 'has entries without a cost',
    digits: 2,
  }
}
