import { describe, expect, test } from 'vitest'
import type { State } from '../../mocks/portfolio-manager/model/index.ts'
import { startSandbox, type Doors, type HeldWorld } from '../../src/index.ts'
import { story } from '../support/worlds.ts'
import { commandLine } from './command-line.ts'

const history = { from: '2014-01', to: '2026-02', annualUse: 120_000, annualCost: 18_000 }
const given = {
  accounts: { olive: { organization: 'Olive Tower LLC', connected: true } },
  properties: {
    tower: {
      owner: 'olive',
      score: 75,
      meters: {
        power: { type: 'Electric', history },
        gas: { type: 'Natural Gas', history: { ...history, annualUse: 5_000 } },
        oil: { type: 'Fuel Oil No 2', metered: false, history: { ...history, from: '2025-11' } },
        tap: { type: 'Municipally Supplied Potable Water - Indoor', associated: false },
      },
      sharedWithYou: 'Read Write',
    },
  },
}
const tower = () => startSandbox({ scenario: story({ portfolioManager: given }) })

async function idsIn(sandbox: HeldWorld<Doors>) {
  const { names } = await sandbox.state<State>('portfolioManager')
  const meter = (name: string) => Object.values(names.meter[name] ?? {})[0] ?? ''
  return { tower: names.property['tower'] ?? '', meter }
}

type Metric = { name: string; value: number; month: number; year: number }

describe('the command line of the npm package, unmodified', () => {
  test('reads a meter of more than 120 bills, page by page, and a range of them', async () => {
    await using sandbox = await tower()
    const { tells } = await commandLine(sandbox)
    const { meter } = await idsIn(sandbox)

    const all = await tells<{ id: number; startDate: string }[]>(`meter consumption get --meterId ${meter('power')}`)
    const some = await tells<object[]>(
      `meter consumption get --meterId ${meter('power')} --start 2025-01-01 --end 2025-12-31`,
    )

    expect([all.length, new Set(all.map(({ id }) => id)).size]).toEqual([146, 146])
    expect([all[0]?.startDate, all.at(-1)?.startDate]).toEqual(['2014-01-01', '2026-02-01'])
    expect(some).toHaveLength(12)
    expect(sandbox.journal.calls('consumption.list').succeeded().count()).toBe(3)
  })

  test('reads deliveries, and a meter without entries', async () => {
    await using sandbox = await tower()
    const { tells } = await commandLine(sandbox)
    const { meter } = await idsIn(sandbox)

    const deliveries = await tells<object[]>(`meter consumption get --meterId ${meter('oil')}`)
    const nothing = await tells<object[]>(`meter consumption get --meterId ${meter('tap')}`)

    expect(deliveries).toMatchObject([
      { deliveryDate: '2025-11-15' },
      { deliveryDate: '2025-12-15' },
      { deliveryDate: '2026-01-15' },
      { deliveryDate: '2026-02-15' },
    ])
    expect(nothing).toEqual([])
  })

  test('reads which meters count, also where none does', async () => {
    await using sandbox = await tower()
    const { tells } = await commandLine(sandbox)
    const { meter, tower: property } = await idsIn(sandbox)

    const association = await tells<object>(`meter association get --propertyId ${property}`)
    for (const name of ['power', 'gas', 'oil'])
      await sandbox.customer('portfolioManager', 'dissociateMeter', { as: 'olive', meter: name })
    const none = await tells<object>(`meter association get --propertyId ${property}`)

    expect(association).toMatchObject({
      energyMeterAssociation: { meters: ['power', 'gas', 'oil'].map((name) => Number(meter(name))) },
    })
    expect(none).toMatchObject({ propertyId: property, energyMeterAssociation: {} })
  })

  test('reads metrics of a year that the metrics of its months sum to', async () => {
    await using sandbox = await tower()
    const { tells } = await commandLine(sandbox)
    const { tower: property } = await idsIn(sandbox)
    await sandbox.customer('portfolioManager', 'dissociateMeter', { as: 'olive', meter: 'oil' })
    const about = `--propertyId ${property} --year 2025 --month 12`

    const annual = await tells<Metric[]>(
      `property metrics annual ${about} --metrics score siteTotal energyCost siteEnergyUseElectricityGridPurchase siteEnergyUseNaturalGas`,
    )
    const monthly = await tells<Metric[]>(`property metrics monthly ${about}`)

    const valueOf = (name: string) => annual.find((metric) => metric.name === name)?.value
    const sumOf = (name: string) =>
      monthly.filter((metric) => metric.name === name).reduce((sum, { value }) => sum + Math.round(value * 10), 0) / 10
    expect([valueOf('score'), valueOf('energyCost')]).toEqual([75, 36_000])
    expect(monthly.filter(({ name }) => name === 'siteElectricityUseMonthly').map(({ month }) => month)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12,
    ])
    expect(sumOf('siteElectricityUseMonthly')).toBe(valueOf('siteEnergyUseElectricityGridPurchase'))
    expect(sumOf('siteNaturalGasUseMonthly')).toBe(valueOf('siteEnergyUseNaturalGas'))
    expect(sumOf('siteElectricityUseMonthly') + sumOf('siteNaturalGasUseMonthly')).toBeCloseTo(
      valueOf('siteTotal') ?? 0,
      6,
    )
  })

  test('shows a nil metric as null, where it is asked to', async () => {
    await using sandbox = await tower()
    const { tells } = await commandLine(sandbox)
    const { tower: property } = await idsIn(sandbox)
    const about = `property metrics annual --propertyId ${property} --year 2025 --month 12 --metrics siteTotal`

    const hidden = await tells<Metric[]>(about)
    const shown = await tells<Metric[]>(`${about} --include_null`)

    expect([hidden, shown]).toMatchObject([[], [{ name: 'siteTotal', uom: 'kBtu', value: null }]])
    expect(sandbox.journal.findings('nil-metrics').list()[0]?.says).toMatch(/^siteTotal: The meter Oil/)
  })
})
