import { kBtuInGJ, kBtuInKWh, kBtuInTherm } from '../../vocabulary/conversions.ts'
import { fuels, type Fuel } from '../../vocabulary/fuels.ts'
import { kBtuIn } from '../conversion.ts'
import type { MeterYear } from './meter-year.ts'
import { monthly, number, type Asking, type Metric, type Metrics } from './metric.ts'
import { annualSum, monthlySum, perArea, type Sum } from './sums.ts'
import type { SeenEntry } from '../../views.ts'

const energy = ['kBtu', 'GJ'] as const
const energyPerArea = ['kBtu/ft²', 'GJ/m²'] as const

/** Site and source energy, and each fuel's part of it. Source: DOC, inventory of metrics, for names, numbers and units. */
export const energyMetrics: Metrics = {
  siteTotal: number('272', energy, (asking) => annualSum(asking, site(asking))),
  siteIntensity: number('273', energyPerArea, (asking) => perArea(asking, site(asking), intensity(asking))),
  sourceTotal: number('284', energy, (asking) => annualSum(asking, source(asking))),
  sourceIntensity: number('285', energyPerArea, (asking) => perArea(asking, source(asking), intensity(asking))),
  siteEnergyUseElectricityGridPurchaseKwh: number('298', ['kWh', 'kWh'], (asking) => inUnit(asking, 0, kBtuInKWh)),
  siteEnergyUseElectricityOnsiteUsedOnsiteKwh: number('300', ['kWh', 'kWh'], (asking) => inUnit(asking, 1, kBtuInKWh)),
  siteEnergyUseNaturalGasTherms: number('302', ['therms', 'GJ'], (asking) =>
    inUnit(asking, 2, asking.system === 'EPA' ? kBtuInTherm : kBtuInGJ),
  ),
  ...Object.fromEntries(fuels.flatMap(metricsOf)),
}

function metricsOf(fuel: Fuel): [string, Metric][] {
  return [
    [fuel.annual[0], number(fuel.annual[1], energy, (asking) => annualSum(asking, ofFuel(asking, fuel)))],
    [fuel.monthly[0], monthly(fuel.monthly[1], energy, (asking) => monthlySum(asking, ofFuel(asking, fuel)))],
  ]
}

/** Digits of a gigajoule are worth a thousand times those of a kBtu. */
const digitsOf = ({ system }: Asking) => (system === 'EPA' ? 1 : 3)
const intensity = ({ system }: Asking) => ({ digits: system === 'EPA' ? 1 : 3 })

function site(asking: Asking): Sum {
  const unit = asking.system === 'EPA' ? 1 : kBtuInGJ
  return {
    category: 'energy',
    of: ({ meter }) => fuelOf(meter.details.type) !== undefined,
    amount: (entry, year) => scaled(usageOf(entry), kBtuIn(year.meter), 1 / unit),
    lacks,
    digits: digitsOf(asking),
  }
}
const lacks = 'is in a unit that does not say how much energy it is'

function ofFuel(asking: Asking, fuel: Fuel): Sum {
  return {
    ...site(asking),
    of: ({ meter }) => fuel.types.includes(meter.details.type),
    called: fuel.types.join(' or '),
  }
}

/** Source energy is site energy times what it took to bring it here. */
function source(asking: Asking): Sum {
  const whole = site(asking)
  const country = asking.property.details.address.country === 'CA' ? 'CA' : 'US'
  const ratioOf = ({ meter }: MeterYear) => fuelOf(meter.details.type)?.sourceRatio[country]
  return { ...whole, amount: (entry, year) => scaled(whole.amount(entry, year), ratioOf(year)) }
}

function inUnit(asking: Asking, fuel: number, kBtu: number) {
  const sum = ofFuel(asking, fuels[fuel] as Fuel)
  return annualSum(asking, { ...sum, amount: (entry, { meter }) => scaled(usageOf(entry), kBtuIn(meter), 1 / kBtu) })
}

function fuelOf(type: string): Fuel | undefined {
  return fuels.find(({ types }) => types.includes(type))
}

/** How much an entry says was used, or delivered, in its meter's own unit. */
export function usageOf(entry: SeenEntry): number | undefined {
  if ('usage' in entry) return Number(entry.usage)
  return entry.quantity === undefined ? undefined : Number(entry.quantity)
}

/** A product, unless a factor is not known. */
export function scaled(...factors: (number | undefined)[]): number | undefined {
  return factors.reduce((product, factor) =>
    product === undefined || factor === undefined ? undefined : product * factor,
  )
}
