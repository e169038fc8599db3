import type { Look } from '../../../../../mocks/portfolio-manager/dialect.ts'
import {
  readMetrics,
  readMonthlyMetrics,
  readReasons,
} from '../../../../../mocks/portfolio-manager/domain/metrics/index.ts'
import { listEntries } from '../../../../../mocks/portfolio-manager/domain/consumption.ts'
import type { Seen, SeenEntry } from '../../../../../mocks/portfolio-manager/views.ts'
import { portfolioManager, type Pm } from '../../../../support/portfolio-manager.ts'

/** A tower of Olive's with these meters, held in full, in March 2026. */
export const tower = (
  meters: object,
  { property = {}, ...settings }: Parameters<typeof portfolioManager>[1] & { property?: object } = {},
) =>
  portfolioManager(
    {
      accounts: { olive: { organization: 'Olive Tower LLC', connected: true } },
      properties: {
        tower: {
          owner: 'olive',
          address: { country: 'US' },
          grossFloorArea: 100_000,
          meters: meters as never,
          sharedWithYou: 'Read Write',
          ...property,
        },
      },
    },
    settings,
  )

/** Two whole years of a meter, up to February 2026. */
export const years = (annualUse: number, annualCost?: number) => ({
  from: '2024-01',
  to: '2026-02',
  annualUse,
  ...(annualCost !== undefined && { annualCost }),
})

export type Asked = { year?: number; month?: number; system?: 'EPA' | 'METRIC' }
const asked = (pm: Pm, { year = 2025, month = 12, ...more }: Asked) => ({
  caller: pm.you,
  property: pm.property('tower'),
  year,
  month,
  ...more,
})
const read = <T>(pm: Pm, look: (state: Seen, house: Look) => T) => pm.read(look)

/** One value of a metric, or why it is nil. */
export function annual(pm: Pm, name: string, more: Asked = {}): string | { because: string } {
  const [metric] = read(pm, (state, house) => readMetrics(state, { names: [name], ...asked(pm, more) }, house))
  if (!metric || 'months' in metric) throw new Error(`${name} is not annual.`)
  return metric.value ?? { because: metric.because ?? '' }
}

/** Twelve values of a metric, nil as null. */
export function monthly(pm: Pm, name: string, more: Asked = {}): (string | null)[] {
  const [metric] = read(pm, (state, house) => readMonthlyMetrics(state, { names: [name], ...asked(pm, more) }, house))
  if (!metric || !('months' in metric)) throw new Error(`${name} is not monthly.`)
  return metric.months.map(({ value }) => value)
}

export function reasons(pm: Pm, of: 'energy' | 'water' = 'energy', more: Asked = {}): string[] {
  return read(pm, (state, house) => readReasons(state, { of, ...asked(pm, more) }, house)).map(({ name }) => name)
}

/** Everything a meter has, page after page. */
export function entriesOf(
  pm: Pm,
  meter: string,
  service: 'consumptionData' | 'wasteData' = 'consumptionData',
): SeenEntry[] {
  const pages = (page: number): SeenEntry[] => {
    const { entries } = pm.read((state, house) =>
      listEntries(state, { caller: pm.you, meter: pm.meter(meter), page, service }, house),
    )
    return [...entries.items, ...(entries.next === undefined ? [] : pages(entries.next))]
  }
  return pages(1)
}

/** A sum of decimals, in whole parts of so many digits. */
export const parts = (values: readonly (string | null | undefined)[], digits: number) =>
  values.reduce((sum, value) => sum + Math.round(Number(value) * 10 ** digits), 0)
