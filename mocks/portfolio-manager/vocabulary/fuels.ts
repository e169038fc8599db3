/** A metric's name and number, as the provider's inventory has them. */
export type Named = readonly [name: string, id: string]

/** One kind of energy: the meters that measure it and the metrics that tell of it. */
export type Fuel = {
  types: readonly string[]
  annual: Named
  monthly: Named
  cost: Named
  /**
   * How much energy it took to make and bring one unit of it, in the United States and in Canada. Source: RATIO.
   * Basis: inferred, the ratios as commonly quoted; the provider revises them.
   */
  sourceRatio: { US: number; CA: number }
}

const everywhere = (ratio: number) => ({ US: ratio, CA: ratio })
const oil = everywhere(1.01)
const heat = { US: 1.2, CA: 1.33 }

/**
 * The kinds of energy that make up site energy. Meters of IT equipment are not among them: what they measure has passed
 * the electric meter already. Source: DOC, inventory of metrics, for names and numbers.
 */
export const fuels: readonly Fuel[] = [
  {
    types: ['Electric'],
    annual: ['siteEnergyUseElectricityGridPurchase', '299'],
    monthly: ['siteElectricityUseMonthly', '2036'],
    cost: ['energyCostElectricityGridPurchase', '377'],
    sourceRatio: { US: 2.8, CA: 1.96 },
  },
  {
    types: ['Electric on Site Solar', 'Electric on Site Wind'],
    annual: ['siteEnergyUseElectricityOnsiteUsedOnsite', '301'],
    monthly: ['siteElectricityUseOnsiteRenewablesMonthly', '2169'],
    cost: ['energyCostElectricityOnsiteSolarWind', '2133'],
    sourceRatio: everywhere(1),
  },
  {
    types: ['Natural Gas'],
    annual: ['siteEnergyUseNaturalGas', '303'],
    monthly: ['siteNaturalGasUseMonthly', '2037'],
    cost: ['energyCostNaturalGas', '380'],
    sourceRatio: { US: 1.05, CA: 1.01 },
  },
  like('Fuel Oil No 1', 'FuelOil1', ['305', '2139', '388'], oil),
  like('Fuel Oil No 2', 'FuelOil2', ['306', '2140', '381'], oil),
  like('Fuel Oil No 4', 'FuelOil4', ['308', '2141', '394'], oil),
  like('Fuel Oil No 5 or 6', 'FuelOil5And6', ['307', '2142', '389'], oil),
  like('Diesel', 'Diesel', ['314', '2143', '390'], oil),
  like('Kerosene', 'Kerosene', ['313', '2144', '387'], oil),
  like('Propane', 'Propane', ['310', '2145', '384'], { US: 1.01, CA: 1.04 }),
  like('District Steam', 'DistrictSteam', ['304', '2146', '382'], heat),
  like('District Hot Water', 'DistrictHotWater', ['319', '2147', '395'], heat),
  {
    ...like('', 'DistrictChilledWater', ['318', '2148', '396'], { US: 0.91, CA: 0.57 }),
    types: [
      'District Chilled Water - Absorption Chiller using Natural Gas',
      'District Chilled Water - Electric-Driven Chiller',
      'District Chilled Water - Engine-Driven Chiller using Natural Gas',
      'District Chilled Water - Other',
    ],
  },
  like('Coal Anthracite', 'CoalAnthracite', ['315', '2149', '391'], everywhere(1)),
  like('Coal Bituminous', 'CoalBituminous', ['316', '2150', '392'], everywhere(1)),
  like('Coke', 'Coke', ['317', '2151', '393'], everywhere(1)),
  like('Wood', 'Wood', ['309', '2152', '383'], everywhere(1)),
  like('Other (Energy)', 'Other', ['312', '2153', '386'], everywhere(1)),
]

/** Most kinds of energy are named by one pattern. */
function like(
  type: string,
  name: string,
  [annual, monthly, cost]: readonly [string, string, string],
  sourceRatio: Fuel['sourceRatio'],
): Fuel {
  return {
    types: [type],
    annual: [`siteEnergyUse${name}`, annual],
    monthly: [`siteEnergyUse${name}Monthly`, monthly],
    cost: [`energyCost${name}`, cost],
    sourceRatio,
  }
}
