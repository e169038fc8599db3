import { describe, expect, test } from 'vitest'
import { claireAt, openApis, type Apis } from '../../../support/enedis-apis.ts'
import { daily } from './error-rows.ts'

const ask = (apis: Apis) => apis.read(daily, { usage_point_id: apis.prm(), start: '2026-09-01', end: '2026-09-03' })
const rejected = { reasons: [], details: { msgId: expect.stringMatching(/^Id-.+/) as string } }

describe('the gateway of 2023', () => {
  const of2023 = { dialect: { gateway: '2023' } }

  test.each([
    ['a token that has expired', 401, (apis: Apis) => apis.utility('expireTokens')],
    ['an API that is not subscribed', 403, (apis: Apis) => apis.utility('unsubscribeApi', { api: 'metering_data_dc' })],
  ])('rejects %s with a number and no reason', async (_, status, act) => {
    const apis = await openApis(claireAt(), of2023)
    await ask(apis)
    await act(apis)

    const answer = await ask(apis)

    expect([answer.status, await answer.json()]).toEqual([status, rejected])
  })

  test('leaves to Data Connect what Data Connect refuses', async () => {
    const apis = await openApis({ customers: { claire: {} } }, of2023)

    const answer = await ask(apis)

    expect([answer.status, await answer.json()]).toMatchObject([403, { error: 'ADAM-DC-0008' }])
  })
})

test('the gateway of 2026 says to the second when a call is answered again, in its own words', async () => {
  const apis = await openApis(claireAt())
  await apis.world.setLimit('enedis', 'v5PerHour', { allowance: 1 })
  await ask(apis)

  const answer = await ask(apis)

  expect(answer.status).toBe(429)
  expect(await answer.text()).toBe(
    '{"code":"900804","message":"Message throttled out","description":"You have exceeded your quota .You can access API after 2026-Oct-05 11:00:00+0000 UTC","nextAccessTime":"2026-Oct-05 11:00:00+0000 UTC"}',
  )
})
