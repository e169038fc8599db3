import { afterAll, describe, expect, test } from 'vitest'
import {
  authorizeQuery,
  basic,
  certificateFolder,
  openDoors,
  registrationToken,
  resource,
  testTokenPath,
  tokenPath,
} from '../../../support/pge-doors.ts'

const { clients, close } = certificateFolder()
afterAll(close)

const status = `${resource}/ReadServiceStatus`
const grant = { grant_type: 'client_credentials' }
const finding = (doors: Awaited<ReturnType<typeof openDoors>>) =>
  doors.world.journal
    .all()
    .where((entry) => entry.kind === 'finding' && entry.finding === 'certificate-refused')
    .last()

describe('over https', () => {
  test('the registered certificate opens, and nothing is said of it', async () => {
    const doors = await openDoors({}, { clients })
    const certificate = await doors.certificate('good')

    const answer = await doors.token(grant, { certificate })

    expect(answer.status).toBe(200)
    expect(finding(doors)).toBeUndefined()
  })

  test.each([
    ['unregistered', 'it is not the one that is registered in the portal'],
    ['expired', 'it has expired, in the time of this world'],
    ['not-yet-valid', 'it is not valid yet, in the time of this world'],
    ['self-signed', 'it signed itself'],
    ['unknown-authority', 'no authority that PG&E knows has signed it'],
    ['rsa-1024', 'its RSA key has fewer than 2048 bits'],
    ['elliptic', 'its key is not an RSA key'],
    ['sha-1', 'its signature is not over SHA-2'],
    ['revoked', 'its authority took it back'],
  ])('one of the kind %s is refused with a JSON string, and the journal says that %s', async (kind, says) => {
    const doors = await openDoors({}, { clients })
    const certificate = await doors.certificate(kind)

    const answer = await doors.token(grant, { certificate })

    expect([answer.status, answer.headers.get('content-type'), await answer.text()]).toEqual([
      ...[400, 'application/json', '"Invalid Certificate"'],
    ])
    expect(finding(doors)).toMatchObject({ says: `Client certificate refused: ${says}.` })
  })

  test('none at all is refused in the same words, at the resources too', async () => {
    const doors = await openDoors({}, { clients })

    const answers = [
      await doors.token(grant, { certificate: null }),
      await doors.token(grant, { certificate: null, path: testTokenPath }),
    ]

    for (const answer of answers) expect([answer.status, await answer.text()]).toEqual([400, '"Invalid Certificate"'])
  })

  test('the certificate comes before the client’s secret, and parameters before the certificate', async () => {
    const doors = await openDoors({}, { clients })
    const certificate = await doors.certificate('good')

    const wrongBoth = await doors.token(grant, { certificate: null, headers: { authorization: basic('nobody') } })
    const wrongClient = await doors.token(grant, { certificate, headers: { authorization: basic('nobody') } })
    const noParams = await doors.call('POST', tokenPath, '', { certificate: null })

    expect([wrongBoth.status, wrongClient.status, noParams.status]).toEqual([400, 401, 400])
    expect(await noParams.json()).toMatchObject({ error_description: 'Missing grant_type' })
  })

  test('the certificate of another registration is not the registered one', async () => {
    const thirdParties = { rival: { certificate: { commonName: 'wattproof-client-other' } } }
    const doors = await openDoors({ thirdParties }, { clients })

    const answer = await doors.token(grant, { certificate: await doors.certificate('unregistered') })

    expect(answer.status).toBe(400)
  })

  test('a certificate lapses while the story goes on', async () => {
    const { clients: own, close: end } = certificateFolder()
    const doors = await openDoors({ you: { certificateExpires: 'P10D' } }, { clients: own })
    const certificate = await doors.certificate('good')

    const before = await doors.token(grant, { certificate })
    await doors.world.advance('P12D')
    const after = await doors.token(grant, { certificate })

    expect([before.status, after.status]).toEqual([200, 400])
    await end()
  })

  test('a new certificate is good once PG&E has applied it, and the old one until then', async () => {
    const doors = await openDoors({}, { clients })
    const [old, next] = [await doors.certificate('good'), await doors.certificate('next')]
    const both = async () => [
      (await doors.token(grant, { certificate: old })).status,
      (await doors.token(grant, { certificate: next })).status,
    ]

    await doors.customer('uploadCertificate', { certificate: { commonName: 'wattproof-client-next' } })
    const before = await both()
    await doors.world.advance('P4D')

    expect([before, await both()]).toEqual([
      [200, 400],
      [400, 200],
    ])
  })

  test('pages and the authorization of the tests ask for none', async () => {
    const doors = await openDoors({}, { clients })

    const answers = [
      await doors.get(`/myAuthorization?${authorizeQuery()}`, { certificate: null }),
      await doors.get(`/datacustodian/test/oauth/v2/authorize?${authorizeQuery()}`, { certificate: null }),
      await doors.get('/portal', { certificate: null }),
    ]

    expect(answers.map(({ status }) => status)).toEqual([200, 302, 200])
  })
})

test('over http no certificate is asked for', async () => {
  const doors = await openDoors()

  expect((await doors.token(grant)).status).toBe(200)
})

describe('the gateway', () => {
  test('knows its paths before anything else', async () => {
    const doors = await openDoors({}, { clients })

    const answer = await doors.get('/GreenButtonConnect/espi/1_1/nowhere', { certificate: null })

    expect([answer.status, await answer.text()]).toEqual([
      404,
      'No listener for endpoint: /GreenButtonConnect/espi/1_1/nowhere',
    ])
  })

  test('answers a wrong method with those that are right', async () => {
    const doors = await openDoors()

    const answer = await doors.call('PUT', tokenPath, 'x')

    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST, GET'])
  })

  test('stands before the API, and not before the pages', async () => {
    const doors = await openDoors()

    const [api, page] = [await doors.get('/nowhere'), await doors.get('/portal')]

    expect([api.headers.get('server'), page.headers.get('server')]).toEqual(['Mulesoft-API-Gateway', null])
    expect(page.headers.get('x-transaction-id')).toBeNull()
  })
})

describe('a token', () => {
  const ask = async (authorization: string | null, dialect: Record<string, string> = {}, later?: string) => {
    const doors = await openDoors({}, { dialect })
    const issued = (await (await doors.token(grant)).json()) as { client_access_token: string }
    if (later) await doors.world.advance(later)
    const shown = authorization?.replace('TOKEN', issued.client_access_token)
    const answer = await doors.get(status, { headers: shown === undefined ? {} : { authorization: shown } })
    return { status: answer.status, text: await answer.text(), doors }
  }

  test.each([
    [null, 401],
    ['Bearer nonsense', 401],
    ['Basic TOKEN', 401],
    ['bearer TOKEN', 200],
    ['Bearer TOKEN', 200],
    [`Bearer ${registrationToken}`, 403],
  ])('shown as %s is answered %i', async (authorization, wanted) => {
    const answer = await ask(authorization)

    expect(answer.status).toBe(wanted)
    if (wanted !== 200) expect(answer.text).toContain('Invalid access token')
  })

  test('that has expired is answered 403, or 401 by a switch', async () => {
    const usual = await ask('Bearer TOKEN', {}, 'PT1H')
    const gba = await ask('Bearer TOKEN', { expiredTokenStatus: '401' }, 'PT1H')

    expect([usual.status, gba.status]).toEqual([403, 401])
  })
})

describe('limits', () => {
  test('are observed: a second call in a second is a finding and no refusal', async () => {
    const doors = await openDoors()

    const statuses = [(await doors.token(grant)).status, (await doors.token(grant)).status]

    expect(statuses).toEqual([200, 200])
    const found = doors.world.journal
      .all()
      .where((entry) => entry.kind === 'finding')
      .list()
    expect(found).toMatchObject([{ finding: 'limit-passed', says: expect.stringContaining('perSecond') }])
  })

  test('count a vendor’s clients together when enforced, and no page', async () => {
    const thirdParties = { other: { clientId: 'Other1', company: 'Acme Energy, Inc.' } }
    const doors = await openDoors({ thirdParties })
    await doors.world.setLimit('pge', 'perSecond', { mode: 'enforce', window: 'PT1H' })

    await doors.get('/portal')
    const statuses = [
      (await doors.token(grant)).status,
      (await doors.get(`/myAuthorization?${authorizeQuery()}`)).status,
      (await doors.token(grant)).status,
    ]

    expect(statuses).toEqual([200, 200, 429])
  })
})
