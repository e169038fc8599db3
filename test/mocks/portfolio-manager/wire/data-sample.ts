import type { MeterId, WasteData, WasteDataId } from '../../../../mocks/portfolio-manager/model/index.ts'
import type { AssociationsView, MetricView, Reason } from '../../../../mocks/portfolio-manager/views.ts'
import { consumption, meter, wasteMeter } from './sample.ts'

/** What meters record and what becomes of it: enough to spell every body once. */
export const wasteEntries: readonly WasteData[] = [
  {
    id: '500501' as WasteDataId,
    meter: wasteMeter.id,
    startDate: '2026-01-01',
    endDate: '2026-01-31',
    timesEmptied: '4',
    averagePercentFull: 75,
    cost: '80.00',
    disposalDestination: { landfillPercentage: '60', wasteToEnergyPercentage: '40' },
    estimatedValue: true,
    audit: consumption.audit,
  },
  {
    id: '500502' as WasteDataId,
    meter: wasteMeter.id,
    startDate: '2026-02-14',
    quantity: '1.5',
    estimatedValue: false,
    audit: consumption.audit,
  },
]

const none: MeterId[] = []

export const associations: AssociationsView = {
  energy: {
    meters: [meter.id],
    representation: {
      type: 'Combination of Tenant and Common Area Consumption',
      energyUses: ['Tenant Heating', 'Common Area Plug Load/Electricity'],
    },
  },
  water: { meters: none, representation: { type: 'Other', otherDescription: 'Half & half' } },
  waste: { meters: [wasteMeter.id], representation: { type: 'No Selection Made' } },
}

export const noAssociations: AssociationsView = {
  energy: { meters: none, representation: { type: 'No Selection Made' } },
  water: { meters: none, representation: { type: 'No Selection Made' } },
  waste: { meters: none, representation: { type: 'No Selection Made' } },
}

export const monthlyMetrics: readonly MetricView[] = [
  {
    name: 'siteElectricityUseMonthly',
    id: '2036',
    uom: 'kBtu',
    dataType: 'numeric',
    months: Array.from({ length: 12 }, (_, at) => ({
      year: at < 10 ? 2025 : 2026,
      month: ((at + 2) % 12) + 1,
      value: at === 3 ? null : `${1000 + at}.5`,
    })),
  },
]

export const reasons: readonly Reason[] = [
  { name: 'Energy Meter has gaps', description: 'The meter Power <main> (400301) has gaps.' },
]
