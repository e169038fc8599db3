import { describe, expect, test } from 'vitest'
import { hasSwagger, swaggerComplaints, swaggerMissing, type Resource } from '../../../support/data-connect-swagger.ts'
import { claireAt, openApis, type Apis } from '../../../support/enedis-apis.ts'

type Reading = { value: string; date: string; interval_length?: string; measure_type?: string }
type Body = { meter_reading: Record<string, unknown> & { interval_reading: Reading[] } }

const paths = {
  daily_consumption: '/metering_data_dc/v5/daily_consumption',
  consumption_load_curve: '/metering_data_clc/v5/consumption_load_curve',
  daily_consumption_max_power: '/metering_data_dcmp/v5/daily_consumption_max_power',
  daily_production: '/metering_data_dp/v5/daily_production',
  production_load_curve: '/metering_data_plc/v5/production_load_curve',
} as const satisfies Partial<Record<Resource, string>>
type Measure = keyof typeof paths

const selfConsumer = claireAt({ production: {} })
const ask = (apis: Apis, measure: Measure, start: string, end: string) =>
  apis.read(paths[measure], { usage_point_id: apis.prm(), start, end })
async function readingsOf(apis: Apis, measure: Measure, start: string, end: string): Promise<Reading[]> {
  return ((await (await ask(apis, measure, start, end)).json()) as Body).meter_reading.interval_reading
}
const sum = (readings: Reading[]) => readings.reduce((total, { value }) => total + Number(value), 0)

describe('every resource of metering', () => {
  test.each([
    ['daily_consumption', { measurement_kind: 'energy', measuring_period: 'P1D', unit: 'Wh', aggregate: 'sum' }, 2],
    ['consumption_load_curve', { unit: 'W', measurement_kind: 'power', aggregate: 'average' }, 96],
    [
      'daily_consumption_max_power',
      { measurement_kind: 'power', measuring_period: 'P1D', unit: 'VA', aggregate: 'maximum' },
      2,
    ],
    ['daily_production', { measurement_kind: 'energy', measuring_period: 'P1D', unit: 'Wh', aggregate: 'sum' }, 2],
    ['production_load_curve', { unit: 'W', measurement_kind: 'power', aggregate: 'average' }, 96],
  ] as const)('%s names its window, its unit and its readings', async (measure, reading_type, length) => {
    const apis = await openApis(selfConsumer)

    const answer = await ask(apis, measure, '2026-09-01', '2026-09-03')

    const { meter_reading } = (await answer.json()) as Body
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/json'])
    expect(meter_reading).toMatchObject({
      usage_point_id: apis.prm(),
      start: '2026-09-01',
      end: '2026-09-03',
      quality: 'BRUT',
      reading_type,
    })
    expect(meter_reading.interval_reading).toHaveLength(length)
    expect(meter_reading.interval_reading.every(({ value }) => /^\d+$/.test(value))).toBe(true)
  })

  test.runIf(hasSwagger).each(Object.keys(paths) as Measure[])('%s is valid by its document', async (measure) => {
    const apis = await openApis(selfConsumer)

    const body = await (await ask(apis, measure, '2026-09-28', '2026-10-05')).text()

    expect(swaggerComplaints(measure, body)).toEqual([])
  })
})

if (!hasSwagger) console.error(swaggerMissing)

describe('a load curve', () => {
  test('is stamped with the end of each half hour, the last of a day with the midnight after it', async () => {
    const readings = await readingsOf(await openApis(), 'consumption_load_curve', '2026-09-01', '2026-09-02')

    expect(readings[0]).toMatchObject({ date: '2026-09-01 00:30:00', interval_length: 'PT30M', measure_type: 'B' })
    expect(readings.at(-1)).toMatchObject({ date: '2026-09-02 00:00:00' })
  })

  test('has 46 points on the short day and 50 on the long one', async () => {
    const apis = await openApis(claireAt(), { now: '2026-11-02T10:00:00.000Z' })

    const spring = await readingsOf(apis, 'consumption_load_curve', '2026-03-29', '2026-03-30')
    const autumn = await readingsOf(apis, 'consumption_load_curve', '2026-10-25', '2026-10-26')

    expect([spring.length, autumn.length]).toEqual([46, 50])
    expect(autumn.filter(({ date }) => date === '2026-10-25 02:30:00')).toHaveLength(2)
  })

  test('tells ten minutes of a business, stamped at their start', async () => {
    const apis = await openApis(claireAt({ segment: 'C4' }))

    const readings = await readingsOf(apis, 'consumption_load_curve', '2026-09-01', '2026-09-02')

    expect(readings).toHaveLength(144)
    expect(readings[0]).toMatchObject({ date: '2026-09-01 00:00:00', interval_length: 'PT10M' })
  })

  test('changes its step where the meter did, if the story says that its memory is told', async () => {
    const told = claireAt({ consumption: { curve: [{ from: '2026-09-02' }] } })
    const apis = await openApis(told, { dialect: { preActivationCurve: 'everywhere' } })

    const readings = await readingsOf(apis, 'consumption_load_curve', '2026-09-01', '2026-09-03')

    const lengths = readings.map(({ interval_length }) => interval_length)
    expect(lengths.filter((one) => one === 'PT60M')).toHaveLength(24)
    expect(lengths.filter((one) => one === 'PT30M')).toHaveLength(48)
  })

  test('leaves out what is missing, without a mark', async () => {
    const apis = await openApis(claireAt({ holesOn: [2, 3] }))

    const readings = await readingsOf(apis, 'consumption_load_curve', '2026-09-07', '2026-09-14')

    expect(readings).toHaveLength(5 * 48)
    expect(readings.some(({ date }) => date.startsWith('2026-09-08 12'))).toBe(false)
  })
})

describe('the day before', () => {
  test('is there from eight in the morning on', async () => {
    const days = async (now: string) =>
      (await readingsOf(await openApis(claireAt(), { now }), 'daily_consumption', '2026-10-01', '2026-10-05')).length

    expect(await days('2026-10-05T05:59:00.000Z')).toBe(3)
    expect(await days('2026-10-05T06:00:00.000Z')).toBe(4)
  })
})

test('the highest power of a day is stamped within it, and never below the curve', async () => {
  const apis = await openApis()

  const [peak] = await readingsOf(apis, 'daily_consumption_max_power', '2026-09-01', '2026-09-02')
  const curve = await readingsOf(apis, 'consumption_load_curve', '2026-09-01', '2026-09-02')

  expect(peak?.date).toMatch(/^2026-09-01 \d\d:\d\d:\d\d$/)
  expect(Number(peak?.value)).toBeGreaterThanOrEqual(Math.max(...curve.map(({ value }) => Number(value))))
})

test('production and consumption of one point are told apart', async () => {
  const apis = await openApis(selfConsumer)

  const drawn = sum(await readingsOf(apis, 'daily_consumption', '2026-06-01', '2026-07-01'))
  const fed = sum(await readingsOf(apis, 'daily_production', '2026-06-01', '2026-07-01'))

  expect(fed).toBeGreaterThan(0)
  expect(drawn).not.toBe(fed)
})

describe('person_id', () => {
  const asking = (apis: Apis, person_id: string) =>
    apis.read(paths.daily_consumption, {
      usage_point_id: apis.prm(),
      start: '2026-09-01',
      end: '2026-09-02',
      person_id,
    })

  test('may name the holder of the usage point', async () => {
    const apis = await openApis({ customers: { claire: { number: '1358019319', consented: true } } })

    expect((await asking(apis, '1358019319')).status).toBe(200)
  })

  test.each([
    ['1358019318', 404, 'STM-ERR-0000019'],
    ['135801931', 400, 'Invalid_request'],
  ])('%s names nobody that is known: %i', async (person, status, error) => {
    const apis = await openApis({ customers: { claire: { number: '1358019319', consented: true } } })

    const answer = await asking(apis, person)

    expect([answer.status, await answer.json()]).toMatchObject([status, { error }])
  })
})

describe('check digits', () => {
  const wrong = '25000000000135'
  const asking = (apis: Apis, usage_point_id: string) =>
    apis.read(paths.daily_consumption, { usage_point_id, start: '2026-09-01', end: '2026-09-02' })
  const findings = (apis: Apis) => apis.world.journal.findings('check-digits').list().length

  test('that are wrong are told of in the journal', async () => {
    const apis = await openApis(claireAt({ prm: wrong }))

    expect((await asking(apis, wrong)).status).toBe(200)

    expect(findings(apis)).toBe(1)
  })

  test('that are right are not', async () => {
    const apis = await openApis()

    await asking(apis, apis.prm())

    expect(findings(apis)).toBe(0)
  })

  test('are refused by a strict Enedis', async () => {
    const apis = await openApis(claireAt({ prm: wrong }), { dialect: { prmDigits: 'strict' } })

    expect((await asking(apis, wrong)).status).toBe(400)
  })
})

test('the journal keeps what was asked', async () => {
  const apis = await openApis()

  await ask(apis, 'daily_consumption', '2026-09-01', '2026-09-03')

  expect(apis.lastExchange()).toMatchObject({
    endpoint: 'dailyConsumption.read',
    request: { decoded: { usage_point_id: apis.prm(), start: '2026-09-01', end: '2026-09-03' } },
  })
})

test('where there are no measures, the journal says why', async () => {
  const apis = await openApis(claireAt({ consumption: { curve: 'never' } }))

  const answer = await ask(apis, 'consumption_load_curve', '2026-09-01', '2026-09-03')

  const findings = apis.world.journal.findings('no-data').list()
  expect(answer.status).toBe(404)
  expect(findings.map(({ says }) => says)).toEqual(['Nobody has ever activated the collection of this curve.'])
})
