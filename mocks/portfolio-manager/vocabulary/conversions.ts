/*
 * What a unit is worth. Source: THERM, for the heat that fuels hold.
 * Basis: inferred. The heat contents are those commonly quoted from its edition of 2015 and were not compared digit by
 * digit; where the reference prints a rounded factor for another unit of the same fuel, ours is computed from these and
 * may differ in the third digit.
 */

/** kBtu in one unit of energy, whatever the fuel. */
export const kBtuInUnit: Readonly<Record<string, number>> = {
  'kBtu (thousand Btu)': 1,
  'MBtu (million Btu)': 1000,
  'kWh (thousand Watt-hours)': 3.412,
  'MWh (million Watt-hours)': 3412,
  'eKWh (Equivalent Kilowatt hour)': 3.412,
  GJ: 947.817,
  therms: 100,
  'ton hours': 12,
}

/** US gallons in one unit of volume, where liquids are measured. */
export const gallonsInUnit: Readonly<Record<string, number>> = {
  'Gallons (US)': 1,
  'cGal (hundred gallons) (US)': 100,
  'KGal (thousand gallons) (US)': 1000,
  'MGal (million gallons) (US)': 1_000_000,
  'Gallons (UK)': 1.20095,
  'cGal (hundred gallons) (UK)': 120.095,
  'KGal (thousand gallons) (UK)': 1200.95,
  'MGal (million gallons) (UK)': 1_200_950,
  Liters: 0.264172,
  'cf (cubic feet)': 7.48052,
  'ccf (hundred cubic feet)': 748.052,
  'kcf (thousand cubic feet)': 7480.52,
  'MCF(million cubic feet)': 7_480_520,
  'cm (Cubic meters)': 264.172,
  'Kcm (Thousand Cubic meters)': 264_172,
}

/** Cubic feet in one unit of volume, where gases are measured. */
export const cubicFeetInUnit: Readonly<Record<string, number>> = {
  'cf (cubic feet)': 1,
  'ccf (hundred cubic feet)': 100,
  'kcf (thousand cubic feet)': 1000,
  'MCF(million cubic feet)': 1_000_000,
  'cm (Cubic meters)': 35.3147,
  'Kcm (Thousand Cubic meters)': 35_314.7,
}

/** Pounds in one unit of mass. */
export const poundsInUnit: Readonly<Record<string, number>> = {
  pounds: 1,
  'KLbs. (thousand pounds)': 1000,
  'MLbs. (million pounds)': 1_000_000,
  Kilogram: 2.20462,
  tons: 2000,
  'Tonnes (metric)': 2204.62,
}

/** The heat of a fuel, in kBtu for each measure it is sold by. */
export type HeatContent = { gallon?: number; cubicFoot?: number; pound?: number; cord?: number }
export const heatContents: Readonly<Record<string, HeatContent>> = {
  'Natural Gas': { cubicFoot: 1.026 },
  Propane: { gallon: 92, cubicFoot: 2.516 },
  'Fuel Oil No 1': { gallon: 139 },
  'Fuel Oil No 2': { gallon: 138 },
  'Fuel Oil No 4': { gallon: 146 },
  'Fuel Oil No 5 or 6': { gallon: 150 },
  Diesel: { gallon: 138 },
  Kerosene: { gallon: 135 },
  'District Steam': { pound: 1.194 },
  'Coal Anthracite': { pound: 12.545 },
  'Coal Bituminous': { pound: 12.465 },
  Coke: { pound: 12.4 },
  Wood: { pound: 8.74, cord: 20_000 },
}

export const kBtuInGJ = 947.817
export const kBtuInKWh = 3.412
export const kBtuInTherm = 100
export const gallonsInCubicMeter = 264.172
export const poundsInTon = 2000
export const poundsInTonne = 2204.62
export const squareFeetInSquareMeter = 10.7639
