import { gallonsInCubicMeter } from '../../vocabulary/conversions.ts'
import { gallonsIn } from '../conversion.ts'
import { scaled, usageOf } from './energy.ts'
import { monthly, number, type Asking, type Metrics } from './metric.ts'
import { annualSum, monthlySum, perArea, type Sum } from './sums.ts'

const water = ['kgal', 'm³'] as const
const annual = (id: string, types: RegExp, called: string) =>
  number(id, water, (asking) => annualSum(asking, drawn(asking, types, called)))
const byMonth = (id: string, types: RegExp, called: string) =>
  monthly(id, water, (asking) => monthlySum(asking, drawn(asking, types, called)))

const indoor = / - Indoor$/
const outdoor = / - Outdoor$/
const mixed = / - Mixed Indoor\/Outdoor/
const potable = /^Municipally Supplied Potable Water - /
const reclaimed = /^Municipally Supplied Reclaimed Water - /
const well = /^Well Water - /
const other = /^Other - /
/** Influent is what flows into a treatment plant: nobody uses it. */
const any = /^(?!Average Influent Flow$)/

/** Water by where it is used and where it comes from. Source: DOC, inventory of metrics, for names, numbers and units. */
export const waterMetrics: Metrics = {
  waterUseTotal: annual('1259', any, 'water'),
  waterIntensityTotal: number('1970', ['gal/ft²', 'm³/m²'], (asking) => {
    const times = asking.system === 'EPA' ? 1000 : 1
    return perArea(asking, drawn(asking, any, 'water'), { digits: 2, times })
  }),
  indoorWaterUseTotalAllWaterSources: annual('1276', indoor, 'indoor water'),
  outdoorWaterUseTotalAllWaterSources: annual('1278', outdoor, 'outdoor water'),
  mixedIndoorOutdoorWaterUseTotalAllWaterSources: annual('2292', mixed, 'mixed water'),
  indoorWaterUseTotalAllWaterSourcesMonthly: byMonth('2293', indoor, 'indoor water'),
  outdoorWaterUseTotalAllWaterSourcesMonthly: byMonth('2294', outdoor, 'outdoor water'),
  mixedIndoorOutdoorWaterUseTotalAllWaterSourcesMonthly: byMonth('2295', mixed, 'mixed water'),
  municipallySuppliedPotableWaterTotalUse: annual('1956', potable, 'potable water'),
  municipallySuppliedReclaimedWaterTotalUse: annual('1957', reclaimed, 'reclaimed water'),
  wellWaterTotalUse: annual('1971', well, 'well water'),
  otherWaterSourcesTotalUse: annual('1959', other, 'other water'),
}

function drawn({ system }: Asking, types: RegExp, called: string): Sum {
  const gallons = system === 'EPA' ? 1000 : gallonsInCubicMeter
  return {
    category: 'water',
    of: ({ meter }) => any.test(meter.details.type) && types.test(meter.details.type),
    called,
    amount: (entry, { meter }) => scaled(usageOf(entry), gallonsIn(meter), 1 / gallons),
    lacks: 'is in a unit that does not say how much water it is',
    digits: 1,
  }
}
