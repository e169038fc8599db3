import { dayNamed } from '../../../../src/toolbox/calendar.ts'
import { squareFeetInSquareMeter } from '../../vocabulary/conversions.ts'
import { squareFeetOf } from '../conversion.ts'
import { nil, number, text, type Asking, type Metrics, type Value } from './metric.ts'
import { because, meterReasons, noScoreReasons, noWaterScoreReasons } from './reasons.ts'
import type { Category } from '../../model/index.ts'

/** What a property is, how it scores, and until when its data reach. Source: DOC, inventory of metrics. */
export const propertyMetrics: Metrics = {
  city: text('457', ({ property }) => property.details.address.city),
  country: text('458', ({ property }) => property.details.address.country),
  stateProvince: text('460', ({ property }) => property.details.address.state ?? nil('It has no state or province.')),
  constructionStatus: text('451', ({ property }) => property.details.constructionStatus),
  primaryPropertyTypeSelfSelected: text('454', ({ property }) => property.details.primaryFunction),
  yearBuilt: text('446', ({ property }) => String(property.details.yearBuilt)),
  numberOfBuildings: number('450', undefined, ({ property }) => String(property.details.numberOfBuildings)),
  occupancy: number('480', undefined, ({ property }) => String(property.details.occupancyPercentage)),
  propGrossFloorArea: number('478', ['ft²', 'm²'], floorArea),
  energyCurrentDate: { id: '265', dataType: 'date', annual: (asking) => currentDate(asking, 'energy') },
  waterCurrentDate: { id: '1258', dataType: 'date', annual: (asking) => currentDate(asking, 'water') },
  wasteCurrentDate: { id: '1702', dataType: 'date', annual: (asking) => currentDate(asking, 'waste') },
  score: number('438', ['Score', 'Score'], (asking) => scored(asking.property.scores?.energy, noScoreReasons(asking))),
  waterScore: number('2001', ['Score', 'Score'], (asking) =>
    scored(asking.property.scores?.water, noWaterScoreReasons(asking)),
  ),
}

/** The story says what the score is; whether there is one at all is told by the data. */
function scored(score: number | undefined, reasons: ReturnType<typeof noScoreReasons>): Value {
  return score === undefined || reasons.length > 0 ? nil(because(reasons)) : String(score)
}

function floorArea({ property, system }: Asking): Value {
  const area = squareFeetOf(property) / (system === 'EPA' ? 1 : squareFeetInSquareMeter)
  return String(Math.round(area * 10) / 10)
}

/** The end of the period, if its twelve months are whole. */
function currentDate(asking: Asking, category: Category): Value {
  const { years, period } = asking
  const isWhole = years[category].length > 0 && years[category].every(({ isKnown }) => !isKnown.includes(false))
  return isWhole ? dayNamed(period.last) : nil(because(meterReasons(asking, category)))
}
