import type { ContractType, DistributionTariff, Segment, SupplierCalendar } from '../model/contract.ts'
import type { MeterType, Use, VoltageDomain } from '../model/usage-point.ts'

/** What a point of a segment usually is. */
export type Usual = {
  domain: VoltageDomain
  powerKva: number
  tariff: Record<SupplierCalendar, DistributionTariff>
  contract: ContractType
  meter: MeterType
  use: Use
  production: { segment: Segment; contract: ContractType; annualWh: number }
}

export type ConsumptionSegment = 'C1' | 'C2' | 'C3' | 'C4' | 'C5'

const home = { season: 'winter', shape: 'home' } as const
const work = { season: 'both', shape: 'work' } as const
const highVoltage = {
  domain: 'HTA',
  tariff: { BASE: 'HTALU5', HPHC: 'HTACU5' },
  meter: 'SAPHIR',
  production: { segment: 'P2', contract: 'GRD-A', annualWh: 600_000_000 },
} as const

/** Ours, within what the segments allow. Source: FAQ, segments. */
export const usual = {
  C5: {
    domain: 'BTINF',
    powerKva: 9,
    tariff: { BASE: 'BTINFCUST', HPHC: 'BTINFMU4' },
    contract: 'GRD-F',
    meter: 'AMM',
    use: { annualWh: 6_000_000, ...home },
    production: { segment: 'P4', contract: 'GRD-A', annualWh: 3_600_000 },
  },
  C4: {
    domain: 'BTSUP',
    powerKva: 72,
    tariff: { BASE: 'BTSUPLU4', HPHC: 'BTSUPCU4' },
    contract: 'GRD-F',
    meter: 'PMEI',
    use: { annualWh: 160_000_000, ...work },
    production: { segment: 'P3', contract: 'GRD-A', annualWh: 80_000_000 },
  },
  C3: { ...highVoltage, powerKva: 250, contract: 'GRD-F', use: { annualWh: 600_000_000, ...work } },
  C2: { ...highVoltage, powerKva: 500, contract: 'GRD-F', use: { annualWh: 1_500_000_000, ...work } },
  C1: { ...highVoltage, powerKva: 2000, contract: 'CARD-S', use: { annualWh: 8_000_000_000, ...work } },
} as const satisfies Record<ConsumptionSegment, Usual>

/** With the sun: most of it in summer, around noon. */
export const sunshine = { season: 'summer', shape: 'sun' } as const
