import { describe, expect, test } from 'vitest'
import {
  clientId,
  consentedStreet,
  contractPath,
  curvePath,
  dailyPath,
  formerPath,
  home,
  openDoors,
  pageV1,
  pageV2,
  quotidiennePath,
  sandboxId,
  street,
  supplyPath,
  type Doors,
  type Told,
} from '../../../support/enedis-doors.ts'

const refusedAs = async (answer: Response) => {
  const body = (await answer.json()) as { error?: string; code?: string }
  return [answer.status, body.error ?? body.code]
}
const noConsent = [403, 'ADAM-DC-0008']

/** Claire's flat as an application with a fresh token reads it. */
async function flat(doors: Doors, path: (prm: string) => string = dailyPath) {
  return doors.read(path(doors.prm('claire.flat')), await doors.tokenOf())
}

describe('a consent', () => {
  test('opens its usage point in v5 and v2, for as many calls as one likes, and no other', async () => {
    const doors = await openDoors(consentedStreet)

    const opened = [await flat(doors), await flat(doors), await flat(doors, quotidiennePath)]
    const others = [
      await doors.read(dailyPath(doors.prm('claire.house')), await doors.tokenOf()),
      await doors.read(dailyPath('99999999999999'), await doors.tokenOf()),
    ]

    expect(opened.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(await Promise.all(others.map(refusedAs))).toEqual([noConsent, noConsent])
  })

  test('is one application’s and not another’s', async () => {
    const doors = await openDoors({ ...consentedStreet, applications: { other: { clientId: 'other-application' } } })

    const answer = await doors.read(dailyPath(doors.prm('claire.flat')), await doors.tokenOf('other-application'))

    expect(await refusedAs(answer)).toEqual(noConsent)
  })

  test('ends on its last day, and another one is needed', async () => {
    const consented = { usagePoints: ['flat'], duration: 'P1M', ago: 'P20D' }
    const doors = await openDoors({
      customers: { ...street.customers, claire: { ...street.customers.claire, consented } },
    })

    const before = await flat(doors)
    await doors.world.advance('P10D')
    const after = await flat(doors)
    await doors.customer('accept', { as: 'claire', usagePoints: ['flat'] })
    await doors.consentAt(pageV2)

    expect([before.status, await refusedAs(after)]).toEqual([200, noConsent])
    expect((await flat(doors)).status).toBe(200)
  })

  test('stops data at once when the customer takes it back', async () => {
    const doors = await openDoors(consentedStreet)

    await doors.customer('revoke', { as: 'claire' })

    expect(await refusedAs(await flat(doors))).toEqual(noConsent)
    expect(await refusedAs(await flat(doors, quotidiennePath))).toEqual(noConsent)
  })

  test('that was taken back may answer for hours, where the story says so', async () => {
    const doors = await openDoors({ ...consentedStreet, timings: { revocationDelay: 'PT6H' } })

    await doors.customer('revoke', { as: 'claire' })
    const atOnce = await flat(doors)
    await doors.world.advance('PT5H59M59S')
    const still = await flat(doors)
    await doors.world.advance('PT1S')

    expect([atOnce.status, still.status, await refusedAs(await flat(doors))]).toEqual([200, 200, noConsent])
  })

  test('may take its time to go round', async () => {
    const doors = await openDoors({ ...street, timings: { consentDelay: 'PT15M' } })
    await doors.customer('accept', { as: 'claire', usagePoints: ['flat'] })
    await doors.consentAt(pageV2)

    const before = await flat(doors)
    await doors.world.advance('PT15M')

    expect([await refusedAs(before), (await flat(doors)).status]).toEqual([noConsent, 200])
  })

  test('given on the page of v1 keeps working on measures of 2026', async () => {
    const doors = await openDoors(street)
    await doors.customer('accept', { as: 'claire', usagePoints: ['flat'] })

    await doors.consentAt(pageV1)

    expect((await flat(doors, quotidiennePath)).status).toBe(200)
  })

  test('is for named data only', async () => {
    const doors = await openDoors(consentedStreet)
    await doors.utility('narrowConsent', { usagePoint: 'claire.flat', data: ['dailyEnergy', 'loadCurve'] })

    const answers = [
      await flat(doors),
      await flat(doors, curvePath),
      await flat(doors, contractPath),
      await flat(doors, supplyPath),
    ]

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 403, 403])
  })

  test('is worth nothing once the customer has moved out', async () => {
    const doors = await openDoors(consentedStreet, { dialect: { notOwnerStatus: '403' } })

    await doors.utility('moveOut', { usagePoint: 'claire.flat' })

    expect(await refusedAs(await flat(doors))).toEqual([403, 'ADAM-DC-0007'])
  })

  test('ends with its application', async () => {
    const doors = await openDoors(consentedStreet)
    const token = await doors.tokenOf()

    await doors.utility('closeApplication')

    expect((await doors.read(dailyPath(doors.prm('claire.flat')), token)).status).toBe(401)
    expect(doors.consents()).toMatchObject([{ ended: { by: 'applicationClosed' } }])
  })
})

describe('a valid consent that Enedis does not find', () => {
  test.each([
    ['2026-06-30T21:59:59.000Z', {}, 403],
    ['2026-06-30T22:00:00.000Z', {}, 400],
    ['2026-03-02T10:00:00.000Z', { notOwnerStatus: '400' }, 400],
    ['2026-10-06T10:00:00.000Z', { notOwnerStatus: '403' }, 403],
  ])('as the caller’s own is told at %s under %j with %i', async (start, dialect, status) => {
    const doors = await openDoors(consentedStreet, { start, dialect })
    await doors.utility('spoilConsent', { usagePoint: 'claire.flat', flaw: 'notOwner' })

    expect(await refusedAs(await flat(doors))).toEqual([status, 'ADAM-DC-0007'])
  })

  test('at all is told as if there were none, until it is mended', async () => {
    const doors = await openDoors(consentedStreet)
    await doors.utility('spoilConsent', { usagePoint: 'claire.flat', flaw: 'notFound' })
    const spoilt = await flat(doors)

    await doors.utility('spoilConsent', { usagePoint: 'claire.flat', flaw: null })

    expect([await refusedAs(spoilt), (await flat(doors)).status]).toEqual([noConsent, 200])
  })

  test('because Enedis has ended it', async () => {
    const doors = await openDoors(consentedStreet)

    await doors.utility('endConsent', { usagePoint: 'claire.flat' })

    expect(await refusedAs(await flat(doors))).toEqual(noConsent)
  })
})

describe('an API', () => {
  test('that is not subscribed answers 900908, and the others go on', async () => {
    const doors = await openDoors(consentedStreet)
    await doors.utility('unsubscribeApi', { api: 'alimentation_auto' })

    const refused = await flat(doors, supplyPath)
    const other = await flat(doors, quotidiennePath)
    await doors.utility('subscribeApi', { api: 'alimentation_auto' })

    expect([await refusedAs(refused), other.status]).toEqual([[403, '900908'], 200])
    expect((await flat(doors, supplyPath)).status).toBe(200)
  })

  test.each([
    ['v2 and v5', [404, 200, 200]],
    ['v2', [404, 404, 200]],
    ['v5', [404, 200, 404]],
    ['v4', [200, 404, 404]],
    ['all', [200, 200, 200]],
  ])('answers if its generation is on: %s', async (generation, statuses) => {
    const consented = { usagePoints: ['flat'], page: 'v1' as const }
    const told: Told = { customers: { ...street.customers, claire: { ...street.customers.claire, consented } } }
    const doors = await openDoors(told, { dialect: { generation } })

    const answers = [await flat(doors, formerPath), await flat(doors), await flat(doors, quotidiennePath)]

    expect(answers.map(({ status }) => status)).toEqual(statuses)
  })

  test('is there or gone from the moment of the cut-over', async () => {
    const doors = await openDoors(consentedStreet, { dialect: { generation: 'v5' } })
    const both = async () => [(await flat(doors)).status, (await flat(doors, quotidiennePath)).status]

    const before = await both()
    await doors.utility('cutOver')

    expect([before, await both()]).toEqual([
      [200, 404],
      [404, 200],
    ])
  })

  test('refuses a token of the other environment by its host name', async () => {
    const doors = await openDoors(consentedStreet)
    const token = await doors.tokenOf()
    const path = dailyPath(doors.prm('claire.flat'))
    const at = async (host: string) => (await doors.read(path, token, { host })).status

    expect([
      await at(home),
      await at('https://gw.ext.prod.api.enedis.fr'),
      await at('https://ext.prod.api.enedis.fr'),
      await at('https://gw.ext.prod-sandbox.api.enedis.fr'),
      await at('https://gw.hml.api.enedis.fr'),
    ]).toEqual([200, 200, 200, 401, 401])
  })

  test('knows a path it does not have, and a method', async () => {
    const doors = await openDoors(consentedStreet)

    const [unknown, wrong] = [await doors.get('/metering_data_xx/v5/nothing'), await doors.submit(dailyPath('1'), {})]

    expect([await refusedAs(unknown), await refusedAs(wrong)]).toEqual([
      [404, '404'],
      [405, '405'],
    ])
    expect(wrong.headers.get('allow')).toBe('GET')
  })
})

describe('trouble at Enedis', () => {
  test('lasts as long as it was said to, everywhere', async () => {
    const doors = await openDoors(consentedStreet)
    await doors.utility('fail', { lasts: 'P1D' })

    const during = [await flat(doors, contractPath), await flat(doors)]
    await doors.world.advance('P1D')

    expect(during.map(({ status }) => status)).toEqual([500, 500])
    expect((await flat(doors)).status).toBe(200)
  })

  test('leaves tokens alone', async () => {
    const doors = await openDoors(consentedStreet)
    await doors.utility('fail')

    expect(await doors.tokenOf()).toMatch(/^eyJ/)
  })

  test('may be with one usage point', async () => {
    const consented = true
    const doors = await openDoors({
      customers: { ...street.customers, claire: { ...street.customers.claire, consented } },
    })
    await doors.utility('fail', { usagePoint: 'claire.flat', refusal: 'technicalErrorNested' })

    const other = await doors.read(dailyPath(doors.prm('claire.house')), await doors.tokenOf())

    expect([(await flat(doors)).status, other.status]).toEqual([500, 200])
    await doors.utility('recover', { usagePoint: 'claire.flat' })
    expect((await flat(doors)).status).toBe(200)
  })

  test('may be with one API, and be told in HTML', async () => {
    const doors = await openDoors(consentedStreet)
    await doors.utility('fail', { api: 'customers_upc', refusal: 'unavailablePage' })

    const [failed, other] = [await flat(doors, contractPath), await flat(doors)]

    expect([failed.status, failed.headers.get('content-type'), other.status]).toEqual([503, 'text/html', 200])
    expect(await failed.text()).toContain('<h1>Service Unavailable</h1>')
  })

  test.each([
    [{ technicalCode: 'html' }, 'text/html', '<h1>Internal Server Error</h1>'],
    [{ technicalCode: 'nested' }, 'application/json', '{"error":{"code":500,"message":"Erreur Technique - 500"}}'],
  ])('is told as %j says', async (dialect, type, says) => {
    const doors = await openDoors(consentedStreet, { dialect })
    await doors.utility('fail')

    const answer = await flat(doors)

    expect([answer.status, answer.headers.get('content-type')]).toEqual([500, type])
    expect(await answer.text()).toContain(says)
  })
})

describe('the two environments', () => {
  test('refuse data in the same words', async () => {
    const doors = await openDoors(street)
    const ask = async (id: string) => doors.read(dailyPath('22516914714270'), await doors.tokenOf(id))

    const [production, sandbox] = [await ask(clientId), await ask(sandboxId)]

    expect([sandbox.status, await sandbox.text()]).toEqual([production.status, await production.text()])
  })

  test('give data of a consent: in the sandbox that of a fictitious client', async () => {
    const doors = await openDoors(street)
    await doors.consentAt(pageV2, { client_id: sandboxId, state: 'x0' })

    const answer = await doors.read(quotidiennePath('22516914714270'), await doors.tokenOf(sandboxId))

    expect(answer.status).toBe(200)
  })
})
