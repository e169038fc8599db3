import { nil, number, type Metrics, type Units } from './metric.ts'

const notHere = (id: string, units: Units, what: string) =>
  number(id, units, () => nil(`${what} is not simulated: the provider's own arithmetic for it is not public here.`))

const tons = ['Metric Tons CO2e', 'Metric Tons CO2e'] as const
const perArea = ['kgCO2e/ft²', 'kgCO2e/m²'] as const
const energy = ['kBtu', 'GJ'] as const
const energyPerArea = ['kBtu/ft²', 'GJ/m²'] as const
const emissions = 'The emission of greenhouse gases'
const normalized = 'The influence of weather'
const median = 'The national median'

/** Metrics of the inventory that a client may well ask for, and that stay nil. Source: DOC, inventory of metrics. */
export const notComputed: Metrics = {
  totalGHGEmissions: notHere('430', tons, emissions),
  totalLocationBasedGHGEmissions: notHere('430', tons, emissions),
  totalLocationBasedGHGEmissionsIntensity: notHere('431', perArea, emissions),
  totalMarketBasedGHGEmissions: notHere('2247', tons, emissions),
  totalMarketBasedGHGEmissionsIntensity: notHere('2248', perArea, emissions),
  directGHGEmissions: notHere('421', tons, emissions),
  directGHGEmissionsIntensity: notHere('422', perArea, emissions),
  indirectLocationBasedGHGEmissions: notHere('424', tons, emissions),
  indirectLocationBasedGHGEmissionsIntensity: notHere('425', perArea, emissions),
  siteTotalWN: notHere('277', energy, normalized),
  siteIntensityWN: notHere('275', energyPerArea, normalized),
  sourceTotalWN: notHere('289', energy, normalized),
  sourceIntensityWN: notHere('287', energyPerArea, normalized),
  medianScore: notHere('1448', ['Score', 'Score'], median),
  medianSiteTotal: notHere('290', energy, median),
  medianSiteIntensity: notHere('291', energyPerArea, median),
  medianSourceTotal: notHere('293', energy, median),
  medianSourceIntensity: notHere('294', energyPerArea, median),
  percentBetterThanSiteIntensityMedian: notHere('260', ['%', '%'], median),
  percentBetterThanSourceIntensityMedian: notHere('261', ['%', '%'], median),
}
