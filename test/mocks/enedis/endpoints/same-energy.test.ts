import fc from 'fast-check'
import { expect, test } from 'vitest'
import { daysLater } from '../../../../mocks/enedis/domain/paris.ts'
import { hasSwagger, swaggerComplaints } from '../../../support/data-connect-swagger.ts'
import { claireAt, openApis, type Apis } from '../../../support/enedis-apis.ts'

/** After two long days and two short ones that a curve still reaches. */
const now = '2026-11-16T11:00:00.000Z'
const clockChanges = ['2025-03-30', '2025-10-26', '2026-03-29', '2026-10-25']
const anyDay = fc.oneof(
  fc.integer({ min: 1, max: 700 }).map((days) => daysLater('2026-11-16', -days)),
  fc.constantFrom(...clockChanges),
)
/** Curves are collected in the steps that meters have had. */
const anyPoint = fc.record({
  segment: fc.constantFrom('C5' as const, 'C4' as const),
  step: fc.constantFrom(5 as const, 10 as const, 30 as const, 60 as const),
  produces: fc.boolean(),
})

type Point = { at: string; value: number; minutes: number }
type V5 = { meter_reading: { interval_reading: { date: string; value: string; interval_length?: string }[] } }
type V2 = { grandeur: { points: { d: string; v: string; p?: string }[] }[] }

const minutesOf = (length = 'P1D') => Number(/^PT(\d+)M$/.exec(length)?.[1] ?? 0)
const window = (day: string) => ({ start: day, end: daysLater(day, 1) })

async function inV5(apis: Apis, path: string, day: string): Promise<Point[]> {
  const answer = await apis.read(path, { usage_point_id: apis.prm(), ...window(day) })
  const { meter_reading } = (await answer.json()) as V5
  return meter_reading.interval_reading.map(({ date, value, interval_length }) => {
    return { at: date, value: Number(value), minutes: minutesOf(interval_length) }
  })
}

async function inV2(apis: Apis, resource: string, day: string, more: Record<string, string> = {}): Promise<Point[]> {
  const { start: dateDebut, end: dateFin } = window(day)
  const asked = { pointId: apis.prm(), dateDebut, dateFin, ...more }
  const answer = await apis.read(`/mesure_synchrone_auto/v2/${resource}`, asked)
  const { grandeur } = (await answer.json()) as V2
  return (grandeur[0]?.points ?? []).map(({ d, v, p }) => ({ at: d, value: Number(v), minutes: minutesOf(p) }))
}

/** What average powers amount to: watts over their interval, in watt-hours. */
const energyOf = (points: Point[]) => points.reduce((sum, { value, minutes }) => sum + (value * minutes) / 60, 0)

const directions = [
  {
    v4: ['/v4/metering_data/daily_consumption', '/v4/metering_data/consumption_load_curve'],
    v5: ['/metering_data_dc/v5/daily_consumption', '/metering_data_clc/v5/consumption_load_curve'],
    v2: ['consommation_quotidienne', 'courbe_de_charge_consommation'],
  },
  {
    v4: ['/v4/metering_data/daily_production', '/v4/metering_data/production_load_curve'],
    v5: ['/metering_data_dp/v5/daily_production', '/metering_data_plc/v5/production_load_curve'],
    v2: ['production_quotidienne', 'courbe_de_charge_production'],
  },
] as const

test('the same meter and day give the same energy in v4, v5 and v2, and the curve adds up to the day', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string(), anyDay, anyPoint, async (seed, day, { segment, step, produces }) => {
      const flow = { curve: [{ from: '2024-01-01', step }] }
      const told = claireAt({ segment, consumption: flow, ...(produces && { production: flow }) }, { ago: 'P1Y' })
      const apis = await openApis(told, { now, seed, dialect: { generation: 'all' } })

      for (const { v4, v5, v2 } of directions.slice(0, produces ? 2 : 1)) {
        const days = [await inV5(apis, v4[0], day), await inV5(apis, v5[0], day), await inV2(apis, v2[0], day)]
        const curves = [await inV5(apis, v4[1], day), await inV5(apis, v5[1], day), await inV2(apis, v2[1], day)]

        expect(days[0]).toEqual([{ at: day, value: expect.any(Number) as number, minutes: 0 }])
        expect(days[1]).toEqual(days[0])
        expect(days[2]).toEqual(days[0])
        expect(curves[1]).toEqual(curves[0])
        expect(curves[2]).toEqual(curves[0])
        expect(curves[0]?.[0]?.minutes).toBe(step)
        expect(energyOf(curves[0] ?? [])).toBeCloseTo(days[0]?.[0]?.value ?? -1, 6)
      }
    }),
    { numRuns: 40 },
  )
})

test.each([
  ['2026-03-29', 23],
  ['2026-10-25', 25],
] as const)('on %s, of %i hours, too, in every step', async (day, hours) => {
  for (const step of [5, 10, 30, 60] as const) {
    const told = claireAt({ consumption: { curve: [{ from: '2024-01-01', step }] } })
    const apis = await openApis(told, { now, dialect: { generation: 'all' } })
    const [{ v4, v5, v2 }] = directions

    const curves = [await inV5(apis, v4[1], day), await inV5(apis, v5[1], day), await inV2(apis, v2[1], day)]
    const [daily] = await inV5(apis, v5[0], day)

    expect(curves.map(({ length }) => length)).toEqual(Array.from({ length: 3 }, () => (hours * 60) / step))
    expect(curves.map(energyOf)).toEqual(curves.map(() => daily?.value))
  }
})

test('the highest power of a day is the same in v4, v5 and v2', async () => {
  const apis = await openApis(claireAt(), { now, dialect: { generation: 'all' } })
  const day = '2026-10-25'

  const told = await Promise.all([
    inV5(apis, '/v4/metering_data/daily_consumption_max_power', day),
    inV5(apis, '/metering_data_dcmp/v5/daily_consumption_max_power', day),
    inV2(apis, 'puissance_conso_max_quotidienne', day, { mesuresPas: 'P1D', grandeurPhysique: 'PMA' }),
  ])

  expect(told[0]).toHaveLength(1)
  expect(told[1]).toEqual(told[0])
  expect(told[2]).toEqual(told[0])
})

test.runIf(hasSwagger)('whatever v5 tells of a meter is valid by its documents', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string(), anyDay, anyPoint, async (seed, day, { segment, step }) => {
      const apis = await openApis(claireAt({ segment, consumption: { curve: [{ from: '2024-01-01', step }] } }), {
        now,
        seed,
      })
      const answer = await apis.read('/metering_data_clc/v5/consumption_load_curve', {
        usage_point_id: apis.prm(),
        ...window(day),
      })

      expect(swaggerComplaints('consumption_load_curve', await answer.text(), answer.status)).toEqual([])
    }),
    { numRuns: 20 },
  )
})
