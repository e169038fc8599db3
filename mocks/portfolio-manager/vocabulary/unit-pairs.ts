import { waterMeterTypes } from './meters.ts'

const volumes = [
  'ccf (hundred cubic feet)',
  'cf (cubic feet)',
  'kcf (thousand cubic feet)',
  'MCF(million cubic feet)',
  'cm (Cubic meters)',
  'Kcm (Thousand Cubic meters)',
  'Gallons (UK)',
  'Gallons (US)',
  'cGal (hundred gallons) (UK)',
  'cGal (hundred gallons) (US)',
  'KGal (thousand gallons) (UK)',
  'KGal (thousand gallons) (US)',
  'MGal (million gallons) (UK)',
  'MGal (million gallons) (US)',
  'Liters',
]

/**
 * Units that suit the common meter types; of other types nothing is known, and any unit passes. Held only under
 * `unitPairs=strict`. Source: FAQ, units by meter type. Basis: inferred, the list itself is not public.
 */
export const suitingUnits: Record<string, readonly string[]> = {
  Electric: [
    'kBtu (thousand Btu)',
    'MBtu (million Btu)',
    'kWh (thousand Watt-hours)',
    'MWh (million Watt-hours)',
    'GJ',
  ],
  'Natural Gas': [
    'kBtu (thousand Btu)',
    'MBtu (million Btu)',
    'therms',
    'cf (cubic feet)',
    'ccf (hundred cubic feet)',
    'kcf (thousand cubic feet)',
    'MCF(million cubic feet)',
    'cm (Cubic meters)',
    'GJ',
  ],
  ...Object.fromEntries(
    waterMeterTypes.filter((type) => type !== 'Average Influent Flow').map((type) => [type, volumes]),
  ),
}
