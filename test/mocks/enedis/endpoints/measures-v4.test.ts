import { describe, expect, test } from 'vitest'
import { claireAt, openApis, type Apis } from '../../../support/enedis-apis.ts'

const twins = [
  ['/v4/metering_data/daily_consumption', '/metering_data_dc/v5/daily_consumption'],
  ['/v4/metering_data/consumption_load_curve', '/metering_data_clc/v5/consumption_load_curve'],
  ['/v4/metering_data/daily_consumption_max_power', '/metering_data_dcmp/v5/daily_consumption_max_power'],
  ['/v4/metering_data/daily_production', '/metering_data_dp/v5/daily_production'],
  ['/v4/metering_data/production_load_curve', '/metering_data_plc/v5/production_load_curve'],
  ['/v3/customers/identity', '/customers_i/v5/identity'],
  ['/v3/customers/contact_data', '/customers_cd/v5/contact_data'],
  ['/v3/customers/usage_points/addresses', '/customers_upa/v5/usage_points/addresses'],
  ['/v3/customers/usage_points/contracts', '/customers_upc/v5/usage_points/contracts'],
] as const

const ask = (apis: Apis, path: string, more: Record<string, string> = {}) =>
  apis.read(path, { usage_point_id: apis.prm(), start: '2026-09-01', end: '2026-09-04', ...more })

describe('v4', () => {
  test.each(twins)('answers at %s what v5 answers at %s', async (former, path) => {
    const apis = await openApis(claireAt({ production: {} }), { dialect: { generation: 'all' } })

    const [before, after] = [await ask(apis, former), await ask(apis, path)]

    expect([before.status, after.status]).toEqual([200, 200])
    expect(await before.text()).toBe(await after.text())
  })

  test.each(twins)('is not there unless the story says so: %s', async (former) => {
    const apis = await openApis(claireAt())

    expect((await ask(apis, former)).status).toBe(404)
  })

  test('refuses with an address of the documentation', async () => {
    const apis = await openApis(claireAt(), { preset: 'data-connect-v4' })

    const answer = await ask(apis, '/v4/metering_data/consumption_load_curve', { end: '2026-09-09' })

    expect([answer.status, await answer.json()]).toEqual([
      400,
      {
        error: 'ADAM-DC-0015',
        error_description: 'The requested period must be less than 7 days for an access to the load curve.',
        error_uri: 'https://bluecoder.enedis.fr/',
      },
    ])
  })

  test('opens with a token only the usage points of its consent', async () => {
    const told = claireAt()
    const apis = await openApis(
      { customers: { ...told.customers, paul: { usagePoints: { home: 'C5' }, consented: true } } },
      { dialect: { generation: 'all' } },
    )

    const asked = { usage_point_id: apis.prm('paul.home') }

    expect((await ask(apis, '/v4/metering_data/daily_consumption', asked)).status).toBe(403)
    expect((await ask(apis, '/metering_data_dc/v5/daily_consumption', asked)).status).toBe(200)
  })
})
