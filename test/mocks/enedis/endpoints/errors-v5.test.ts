import { describe, expect, test } from 'vitest'
import { hasSwagger, swaggerComplaints, swaggerMissing } from '../../../support/data-connect-swagger.ts'
import { claireAt, openApis } from '../../../support/enedis-apis.ts'
import { curve, daily, rows, type Row } from './error-rows.ts'

async function answerTo({ path = daily, query = {}, told = claireAt(), options = {}, act }: Row) {
  const apis = await openApis(told, options)
  await act?.(apis)
  return apis.read(path, { usage_point_id: apis.prm(), start: '2026-09-01', end: '2026-09-03', ...query })
}

describe('v5 refuses', () => {
  test.each(Object.entries(rows))('%s', async (_, row) => {
    const [status, error, error_description] = row.answers

    const answer = await answerTo(row)

    const body = (await answer.json()) as object
    expect([answer.status, body]).toMatchObject([
      status,
      { error, ...(error_description !== undefined && { error_description }) },
    ])
    expect(Object.keys(body)).toEqual(['error', 'error_description'])
    expect([answer.headers.get('content-type'), answer.headers.get('retry-after')]).toEqual(['application/json', null])
  })

  test.each([
    ['900804', { code: '900804', message: 'Message throttled out' }],
    [
      '900807',
      { fault: { code: 900807, message: 'Message throttled out', description: 'You have exceeded your quota' } },
    ],
    ['Q4', { error: '429', error_description: 'Quota Q4 reached  Call threshold allowed on 0:-30:-40' }],
    ['reasons', { reasons: [], details: { msgId: expect.stringMatching(/^Id-/) as string } }],
  ])('the sixth call of a second, in the dialect %s', async (throttleBody, body) => {
    const apis = await openApis(claireAt(), { dialect: { throttleBody }, pace: 1 })
    const ask = () => apis.read(daily, { usage_point_id: apis.prm(), start: '2026-09-01', end: '2026-09-03' })
    for (let call = 0; call < 5; call++) await ask()

    const answer = await ask()

    expect([answer.status, await answer.json()]).toMatchObject([429, body])
    expect(answer.headers.get('retry-after')).toBeNull()
  })
})

describe('the window of v5', () => {
  test.each([
    ['seven days of a curve', curve, { end: '2026-09-08' }],
    ['365 days', daily, { start: '2025-09-03' }],
    ['the oldest days', daily, { start: '2023-09-20', end: '2023-09-22' }],
    ['the oldest curve', curve, { start: '2024-09-20', end: '2024-09-22' }],
    ['days up to today', daily, { end: '2026-10-05' }],
  ])('reaches over %s', async (_, path, query) => {
    expect((await answerTo({ path, query, answers: [200, ''] })).status).toBe(200)
  })
})

test('every row is told in French where a switch says so', async () => {
  const answer = await answerTo({
    told: claireAt({ movedIn: '2026-09-02' }),
    options: { dialect: { errorLanguage: 'french' } },
    answers: [400, ''],
  })

  expect(await answer.text()).toMatch(/"ADAM-ERR0123","error_description":"La période demandée/)
})

const documented = [
  'no usage point',
  'days before the customer moved in',
  'nobody’s consent',
  'a curve that was never activated',
]

test.runIf(hasSwagger).each(documented)('the document has the form of the answer to %s', async (name) => {
  const answer = await answerTo(rows[name] as Row)

  // Its texts differ from those that clients met in a final dot, and its code of a missing consent in a hyphen.
  const complaints = swaggerComplaints('consumption_load_curve', await answer.text(), answer.status)
  expect(complaints.filter((one) => !/error(_description)? is .*, not one of/.test(one))).toEqual([])
})

if (!hasSwagger) console.error(swaggerMissing)
