import { afterEach, describe, expect, test } from 'vitest'
import { fictitious } from '../../../../mocks/enedis/domain/fictitious.ts'
import { clientSecretOf } from '../../../../mocks/enedis/domain/secrets.ts'
import { loadScenario, startSandbox } from '../../../../src/index.ts'
import { openDoors, pageV1, pageV2, sandboxId } from '../../../support/enedis-doors.ts'

const open: { stop: () => Promise<void> }[] = []
afterEach(async () => {
  for (const sandbox of open.splice(0)) await sandbox.stop()
})

type Reading = { value: string; date: string }
type Answer = { status: number; error?: string; readings: Reading[] }

/** The client of a developer who has nothing but an application in the sandbox of Enedis. */
async function developer(switches: Record<string, string> = {}) {
  const story = await loadScenario('enedis/data-connect/fictitious-clients')
  const scenario = { ...story, dialect: { enedis: { switches } } }
  // A test has soon asked five times in a second; the quota is tried elsewhere.
  const sandbox = await startSandbox({ scenario, pace: 100_000 })
  open.push(sandbox)
  const login = { client_id: sandboxId, client_secret: clientSecretOf(sandboxId) }
  const granted = await sandbox.fetch('enedis', '/oauth2/v3/token', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ grant_type: 'client_credentials', ...login }).toString(),
  })
  const { access_token } = (await granted.json()) as { access_token: string }
  const authorization = `Bearer ${access_token}`

  async function cameBack(page: string, state: string): Promise<Record<string, string>> {
    const asked = new URLSearchParams({ client_id: sandboxId, response_type: 'code', duration: 'P1Y', state })
    const answer = await sandbox.fetch('enedis', `${page}?${asked.toString()}`, { redirect: 'manual' })
    return Object.fromEntries(new URL(answer.headers.get('location') ?? '').searchParams)
  }

  /** A week of v5, from Tuesday 29 September to Monday. */
  async function week(path: string, usagePoint: string): Promise<Answer> {
    const asked = new URLSearchParams({ usage_point_id: usagePoint, start: '2026-09-29', end: '2026-10-06' })
    const answer = await sandbox.fetch('enedis', `${path}?${asked.toString()}`, { headers: { authorization } })
    const body = (await answer.json()) as { error?: string; meter_reading?: { interval_reading: Reading[] } }
    const { error, meter_reading } = body
    return { status: answer.status, ...(error && { error }), readings: meter_reading?.interval_reading ?? [] }
  }

  return {
    /** Sends a browser to the page of v1; the answer is what it came back with. */
    consent: (digit: number) => cameBack(pageV1, `a${digit}`),
    /** The same on the page of 2026, and what is told of the authorisation it brings. */
    consentOf2026: async (digit: number) => {
      const back = await cameBack(pageV2, `a${digit}`)
      const answer = await sandbox.fetch('enedis', '/subscribed_services/v1/', {
        method: 'POST',
        headers: { authorization, 'content-type': 'application/json' },
        body: JSON.stringify({ comptage: false, autorisationId: Number(back['autorisation_id'] ?? 0) }),
      })
      const { serviceSouscrit } = (await answer.json()) as { serviceSouscrit?: { pointId: string }[] }
      return { back, usagePoints: [...new Set(serviceSouscrit?.map(({ pointId }) => pointId))] }
    },
    days: (usagePoint: string) => week('/metering_data_dc/v5/daily_consumption', usagePoint),
    curve: (usagePoint: string) => week('/metering_data_clc/v5/consumption_load_curve', usagePoint),
    produced: (usagePoint: string) => week('/metering_data_dp/v5/daily_production', usagePoint),
    fedIn: (usagePoint: string) => week('/metering_data_plc/v5/production_load_curve', usagePoint),
    activatedOn: async (usagePoint: string) => {
      const path = `/customers_upc/v5/usage_points/contracts?usage_point_id=${usagePoint}`
      const answer = await sandbox.fetch('enedis', path, { headers: { authorization } })
      return /"last_activation_date":"([^"]+)"/.exec(await answer.text())?.[1]
    },
  }
}

const halfHours = 7 * 48
const wrongDirection = { status: 400, error: 'ADAM-ERR0069' }
const noConsent = { status: 403, error: 'ADAM-DC-0008' }

describe('fictitious client', () => {
  test('0 has one usage point with its curve, no holes, and an old meter', async () => {
    const { consent, days, curve, activatedOn } = await developer()

    const { usage_point_id: prm = '' } = await consent(0)

    expect(prm).toBe('22516914714270')
    expect([(await days(prm)).readings.length, (await curve(prm)).readings.length]).toEqual([7, halfHours])
    expect(await activatedOn(prm)).toBe('2013-08-14+01:00')
  })

  test('1 has the same with a meter in service since 27 August 2019', async () => {
    const { consent, days, curve, activatedOn } = await developer()

    const { usage_point_id: prm = '' } = await consent(1)

    expect(prm).toBe('11453290002823')
    expect([(await days(prm)).readings.length, (await curve(prm)).readings.length]).toEqual([7, halfHours])
    expect(await activatedOn(prm)).toBe('2019-08-27+01:00')
  })

  test('2 has days, and no curve because it was never activated', async () => {
    const { consent, days, curve } = await developer()

    const { usage_point_id: prm = '' } = await consent(2)

    expect(prm).toBe('32320647321714')
    expect((await days(prm)).readings).toHaveLength(7)
    expect(await curve(prm)).toMatchObject({ status: 404, error: 'no_data_found' })
  })

  test('3 has one usage point that consumes and one that produces', async () => {
    const { consent, days, produced } = await developer()

    const { usage_point_id = '' } = await consent(3)
    const [drawing = '', feeding = ''] = usage_point_id.split(';')

    expect([drawing, feeding]).toEqual(['12345678901234', '10284856584123'])
    expect((await days(drawing)).readings).toHaveLength(7)
    expect(await produced(drawing)).toMatchObject(wrongDirection)
    expect((await produced(feeding)).readings).toHaveLength(7)
    expect(await days(feeding)).toMatchObject(wrongDirection)
  })

  test('4 has holes on Tuesdays and Wednesdays', async () => {
    const { consent, days, curve } = await developer()

    const { usage_point_id: prm = '' } = await consent(4)

    const thereOn = ['2026-10-01', '2026-10-02', '2026-10-03', '2026-10-04', '2026-10-05']
    expect(prm).toBe('42900589957123')
    expect((await days(prm)).readings.map(({ date }) => date)).toEqual(thereOn)
    expect((await curve(prm)).readings).toHaveLength(thereOn.length * 48)
  })

  test('5 only produces', async () => {
    const { consent, days, curve, produced, fedIn } = await developer()

    const { usage_point_id: prm = '' } = await consent(5)

    expect(prm).toBe('24880057139941')
    expect([(await produced(prm)).readings.length, (await fedIn(prm)).readings.length]).toEqual([7, halfHours])
    expect(await days(prm)).toMatchObject(wrongDirection)
    expect(await curve(prm)).toMatchObject(wrongDirection)
  })

  test('6 consumes and produces: both curves over the same half hours', async () => {
    const { consent, curve, fedIn } = await developer()

    const { usage_point_id: prm = '' } = await consent(6)
    const [drawn, fed] = [(await curve(prm)).readings, (await fedIn(prm)).readings]

    expect(prm).toBe('12655648759651')
    expect([drawn.length, fed.length]).toEqual([halfHours, halfHours])
    expect(fed.some(({ value }) => Number(value) > 0)).toBe(true)
    expect(drawn.some(({ value }) => Number(value) > 0)).toBe(true)
    expect(drawn.map(({ date }) => date)).toEqual(fed.map(({ date }) => date))
  })

  test('7 has three usage points that consume', async () => {
    const { consent, days } = await developer()

    const { usage_point_id = '' } = await consent(7)
    const prms = usage_point_id.split(';')

    expect(prms).toEqual(['64975835695673', '63695879465986', '22315546958763'])
    for (const prm of prms) expect((await days(prm)).readings).toHaveLength(7)
  })

  test('8 consents, and has revoked before the first call', async () => {
    const { consent, days } = await developer()

    const back = await consent(8)

    expect(back).toMatchObject({ state: 'a8', usage_point_id: '26584978546985', code: expect.any(String) as string })
    expect(await days('26584978546985')).toMatchObject(noConsent)
  })

  test('9 refuses on either page', async () => {
    const { consent, consentOf2026 } = await developer()

    const refused = { code: '403', error: 'access_denied', error_description: 'authorization_request_refused' }
    expect(await consent(9)).toEqual({ ...refused, state: 'a9' })
    expect((await consentOf2026(9)).back).toEqual({
      error: 'invalid_request',
      error_description: 'demande_non_aboutie',
      state: 'a9',
    })
  })

  test.each([
    [0, '22516914714270'],
    [1, '11453290002823'],
    [2, '32320647321714'],
    [3, '12345678901234'],
    [4, '42900589957123'],
    [5, '24880057139941'],
    [6, '12655648759651'],
    [7, '64975835695673'],
  ])('%i shares one usage point on the page of 2026: %s', async (digit, prm) => {
    const { consentOf2026 } = await developer()

    const { back, usagePoints } = await consentOf2026(digit)

    expect(Object.keys(back)).toEqual(['autorisation_id', 'state'])
    expect(usagePoints).toEqual([prm])
  })

  test('7 shares one usage point after the other on the page of 2026', async () => {
    const { consentOf2026 } = await developer()

    const shared = []
    for (let visit = 0; visit < 4; visit++) shared.push(...(await consentOf2026(7)).usagePoints)

    const [first, second, third] = ['64975835695673', '63695879465986', '22315546958763']
    expect(shared).toEqual([first, second, third, first])
  })

  test('8 shares nothing any more once it has come back from the page of 2026', async () => {
    const { consentOf2026 } = await developer()

    const { back, usagePoints } = await consentOf2026(8)

    expect(Object.keys(back)).toEqual(['autorisation_id', 'state'])
    expect(usagePoints).toEqual([])
  })
})

describe('where the sandbox needs no page', () => {
  const implicit = { sandboxConsents: 'implicit' }

  test('every fictitious client has consented to your application, but for 8 who has revoked', async () => {
    const { days, produced } = await developer(implicit)
    const statusOf = async (prms: readonly string[]) =>
      Promise.all(prms.map(async (prm) => Math.min((await days(prm)).status, (await produced(prm)).status)))

    const all = fictitious.slice(0, 8).flatMap(({ usagePoints }): readonly string[] => usagePoints)
    expect(await statusOf(all)).toEqual(all.map(() => 200))
    expect(await days('26584978546985')).toMatchObject(noConsent)
  })

  test('8 has consented as well where nobody there refuses', async () => {
    const { days } = await developer({ ...implicit, sandboxRefusals: 'off' })

    expect((await days('26584978546985')).readings).toHaveLength(7)
  })

  test('who is sent to the page all the same comes back with the number that was there before', async () => {
    const { consentOf2026 } = await developer(implicit)

    const [zero, one] = [await consentOf2026(0), await consentOf2026(1)]

    expect([zero.back['autorisation_id'], one.back['autorisation_id']]).toEqual(['10', '11'])
    expect([zero.usagePoints, one.usagePoints]).toEqual([['22516914714270'], ['11453290002823']])
  })

  test('an application that is made later is consented to as well', async () => {
    const doors = await openDoors({}, { dialect: implicit })

    const form = { called: 'ours', name: 'OURS', redirectUri: 'http://localhost:3000/ours', clientId: 'ours-2' }
    await doors.customer('createApplication', form)

    const shared = doors.consents().flatMap((one) => (one.clientId === form.clientId ? [one.usagePoint as string] : []))
    expect(shared).toEqual(fictitious.slice(0, 8).flatMap(({ usagePoints }): readonly string[] => usagePoints))
  })
})
