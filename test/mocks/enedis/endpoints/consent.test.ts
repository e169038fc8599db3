import { describe, expect, test } from 'vitest'
import {
  clientId,
  consentedStreet,
  location,
  openDoors,
  pageV1,
  pageV2,
  redirectUri,
  sandboxId,
  search,
  street,
} from '../../../support/enedis-doors.ts'

const json = async (answer: Response) => (await answer.json()) as Record<string, unknown>
const oldest = '/group/espace-particuliers/consentement-linky/oauth2/authorize'

describe('a request for consent', () => {
  test.each([
    [{ client_id: '' }, 400, 'invalid_request', 'missing_parameter'],
    [{ response_type: '' }, 400, 'invalid_request', 'missing_parameter'],
    [{ response_type: 'token' }, 400, 'unsupported_response_type', 'response_type must be code'],
    [{ duration: '' }, 400, 'invalid_request', 'missing_parameter'],
    [{ duration: '1 an' }, 400, 'invalid_request', 'invalid_duration_format'],
    [{ duration: 'P' }, 400, 'invalid_request', 'invalid_duration_format'],
    [{ duration: 'PT12H' }, 400, 'invalid_request', 'invalid_duration_format'],
    [{ duration: 'P0D' }, 400, 'invalid_request', 'invalid_duration_format'],
    [{ duration: 'P3Y1D' }, 400, 'invalid_request', 'maximum_duration_exceeded'],
    [{ duration: 'P37M' }, 400, 'invalid_request', 'maximum_duration_exceeded'],
    [{ duration: 'P9999999999Y' }, 400, 'invalid_request', 'maximum_duration_exceeded'],
    [{ state: 'a'.repeat(101) }, 400, 'invalid_request', 'invalid_state_format'],
    [{ redirect_uri: 'http://localhost:3000/elsewhere' }, 400, 'invalid_request', 'invalid_redirect_uri'],
  ])(
    'with %j is refused on both pages, and nobody is sent anywhere: %i %s, %s',
    async (params, status, error, says) => {
      const doors = await openDoors(street)

      for (const path of [pageV1, pageV2, oldest]) {
        const answer = await doors.consentAt(path, params)

        expect(answer.status).toBe(status)
        expect(await json(answer)).toEqual({ error, error_description: says, error_uri: '' })
      }
    },
  )

  test.each([{ client_id: 'nobody' }])('of an application nobody knows gets a page: %j', async (params) => {
    const doors = await openDoors(street)

    const answer = await doors.consentAt(pageV1, params)

    expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8'])
    expect(await answer.text()).toContain('La page que vous demandez est introuvable.')
  })

  test.each(['P1Y', 'P3Y', 'P6M', 'P36M', 'P12M', 'P180D', 'P1Y4M', 'P52W'])('may last %s', async (duration) => {
    const doors = await openDoors(street)

    expect((await doors.consentAt(pageV2, { duration })).status).toBe(200)
  })

  test.each([
    [{ redirectUri: 'ignored' }, { redirect_uri: 'http://localhost:3000/elsewhere' }, 200],
    [{ redirectUri: 'checked' }, { redirect_uri: redirectUri }, 200],
    [{ redirectUri: 'required' }, {}, 400],
    [{ redirectUri: 'required' }, { redirect_uri: redirectUri }, 200],
  ])('under %j with %j is answered %i', async (dialect, params, status) => {
    const doors = await openDoors(street, { dialect })

    expect((await doors.consentAt(pageV1, params)).status).toBe(status)
  })
})

describe('a customer who accepts', () => {
  test('on the page of v1 sends a code, the state and all usage points', async () => {
    const doors = await openDoors(street)
    await doors.customer('accept', { as: 'claire' })

    const answer = await doors.consentAt(pageV1)

    const [flat, house] = [doors.prm('claire.flat'), doors.prm('claire.house')]
    expect([answer.status, location(answer)]).toEqual([
      302,
      expect.stringMatching(
        new RegExp(`^${redirectUri}\\?code=[0-9a-f]{42}&state=abc1&usage_point_id=${flat}%3B${house}$`),
      ),
    ])
    expect(doors.consents().map(({ usagePoint, page }) => [usagePoint, page])).toEqual([
      [flat, 'v1'],
      [house, 'v1'],
    ])
  })

  test('joins usage points by a comma where that is how it was', async () => {
    const doors = await openDoors(street, { preset: 'data-connect-v4' })
    await doors.customer('accept', { as: 'claire' })

    const { usage_point_id } = search(await doors.consentAt(pageV1))

    expect(usage_point_id).toBe(`${doors.prm('claire.flat')},${doors.prm('claire.house')}`)
  })

  test('on the page of 2026 sends the number of one authorisation and the state, and no code', async () => {
    const doors = await openDoors(street)
    await doors.customer('accept', { as: 'claire', usagePoints: ['house'] })

    const answer = await doors.consentAt(pageV2)

    expect(location(answer)).toMatch(new RegExp(`^${redirectUri}\\?autorisation_id=\\d+&state=abc1$`))
    expect(doors.consents()).toMatchObject([
      { usagePoint: doors.prm('claire.house'), authorisationId: search(answer)['autorisation_id'], page: 'v2' },
    ])
  })

  test('shares for as long as the application asked', async () => {
    const doors = await openDoors(street, { start: '2026-01-31T10:00:00.000Z' })
    await doors.customer('accept', { as: 'paul' })

    await doors.consentAt(pageV2, { duration: 'P1M' })

    expect(doors.consents()).toMatchObject([{ expiresAt: '2026-02-28T10:00:00.000Z' }])
  })

  test('without state gets none back, and an address with a query keeps it', async () => {
    const doors = await openDoors({ ...street, you: { redirectUri: `${redirectUri}?from=enedis` } })
    await doors.customer('accept', { as: 'paul' })

    const answer = await doors.get(`${pageV2}?client_id=${clientId}&response_type=code&duration=P1Y`)

    expect(location(answer)).toMatch(/\/callback\?from=enedis&autorisation_id=\d+$/)
  })

  test.each([
    ['v1', pageV2, ['code', 'state', 'usage_point_id']],
    ['v2', pageV1, ['autorisation_id', 'state']],
  ])('is answered as %s at either address where a switch says so', async (consentRedirect, path, fields) => {
    const doors = await openDoors(street, { dialect: { consentRedirect } })
    await doors.customer('accept', { as: 'paul' })

    expect(Object.keys(search(await doors.consentAt(path)))).toEqual(fields)
  })

  test('gives the same number for what they share again after they took it back', async () => {
    const doors = await openDoors(street)
    await doors.customer('accept', { as: 'paul' })

    const first = search(await doors.consentAt(pageV2))
    await doors.customer('revoke', { as: 'paul' })
    const again = search(await doors.consentAt(pageV2))

    expect(again['autorisation_id']).toBe(first['autorisation_id'])
    expect(doors.consents()).toHaveLength(2)
  })

  test.each([
    ['perUsagePoint', 2],
    ['perHolder', 1],
  ])('has numbers for two usage points: %s', async (authorisationIds, numbers) => {
    const doors = await openDoors(street, { dialect: { authorisationIds } })

    const seen = new Set<string | undefined>()
    for (const usagePoint of ['flat', 'house']) {
      await doors.customer('accept', { as: 'claire', usagePoints: [usagePoint] })
      seen.add(search(await doors.consentAt(pageV2))['autorisation_id'])
    }

    expect(seen.size).toBe(numbers)
  })

  test('of what is shared already meets an error on the page of 2026, and no redirect', async () => {
    const doors = await openDoors(consentedStreet)
    await doors.customer('accept', { as: 'claire', usagePoints: ['flat'] })

    const answer = await doors.consentAt(pageV2)

    expect([answer.status, answer.headers.get('location')]).toEqual([200, null])
    expect(await answer.text()).toContain('vos données sont déjà partagées avec cette application')
    expect(doors.consents()).toHaveLength(1)
  })

  test('of what is shared already replaces it on the page of v1', async () => {
    const doors = await openDoors(consentedStreet)
    await doors.customer('accept', { as: 'claire', usagePoints: ['flat'] })

    await doors.consentAt(pageV1)

    expect(doors.consents().map(({ ended }) => ended?.by)).toEqual(['replaced', undefined])
  })

  test('may change their mind later', async () => {
    const doors = await openDoors(street)
    await doors.customer('accept', { as: 'paul', revokeAfter: 'PT2H' })

    await doors.consentAt(pageV2)
    await doors.world.advance('PT1H59M')
    const before = doors.consents().map(({ ended }) => ended)
    await doors.world.advance('PT1M')

    expect(before).toEqual([null])
    expect(doors.consents()).toMatchObject([{ ended: { by: 'customer', at: '2026-10-06T12:00:00.000Z' } }])
  })

  test('who has no communicating meter is told so, and nobody is sent anywhere', async () => {
    const doors = await openDoors({
      customers: { paul: { usagePoints: { home: { servicesLevel: '0', consumption: { curve: 'never' } } } } },
    })
    await doors.customer('accept', { as: 'paul' })

    const answer = await doors.consentAt(pageV2)

    expect(answer.headers.get('location')).toBeNull()
    expect(await answer.text()).toContain('Compteur incompatible')
  })
})

describe('a customer who refuses', () => {
  const denied = 'code=403&error=access_denied&error_description=authorization_request_refused'
  test.each([
    [pageV1, {}, {}, `${denied}&state=abc1`],
    [pageV1, { withState: false }, {}, denied],
    [pageV1, {}, { stateOnRefusal: 'off' }, denied],
    [pageV2, {}, {}, 'error=invalid_request&error_description=demande_non_aboutie&state=abc1'],
    [
      pageV2,
      {},
      { refusalOfV2: 'access_denied' },
      'error=access_denied&error_description=authorization_request_refused&state=abc1',
    ],
  ])('at %s with %j under %j sends %s', async (path, told, dialect, query) => {
    const doors = await openDoors(street, { dialect })
    await doors.customer('refuse', { as: 'paul', ...told })

    const answer = await doors.consentAt(path)

    expect([answer.status, location(answer)]).toEqual([302, `${redirectUri}?${query}`])
    expect(doors.consents()).toEqual([])
  })
})

describe('a consent page that fails', () => {
  const failed = 'error=server_error&error_description=lincs-internal-server-error&state=abc1'
  test.each([
    [pageV1, 'serverError', `?code=500&${failed}`],
    [pageV2, 'serverError', `?${failed}`],
    [pageV1, 'malformed', `IdPrm=null&code=server_error&${failed}`],
    [pageV2, 'notCompleted', '?error=invalid_request&error_description=demande_non_aboutie&state=abc1'],
  ])('at %s as %s leads to %s', async (path, how, rest) => {
    const doors = await openDoors(street)
    await doors.utility('breakConsentPage', { how })

    const answer = await doors.consentAt(path)

    expect([answer.status, location(answer)]).toEqual([302, `${redirectUri}${rest}`])
  })

  test('may carry the usage point in its malformed redirect', async () => {
    const doors = await openDoors(street)
    await doors.utility('breakConsentPage', { how: 'malformed', usagePoint: 'paul.home' })

    expect(location(await doors.consentAt(pageV1))).toContain(`/callbackIdPrm=${doors.prm('paul.home')}&code=`)
  })

  test.each([
    ['notFound', 404, 'text/html; charset=utf-8', 'introuvable'],
    ['internalError', 500, 'text/html; charset=utf-8', 'Une erreur technique est survenue'],
    ['unavailable', 503, 'application/json', 'Service unavailable for the moment. Please try later.'],
    ['noRedirect', 200, 'text/html; charset=utf-8', 'Un e-mail de confirmation vous a été envoyé'],
  ])('as %s answers %i and sends nobody anywhere', async (how, status, type, says) => {
    const doors = await openDoors(street)
    await doors.utility('breakConsentPage', { how })

    const answer = await doors.consentAt(pageV2)

    expect([answer.status, answer.headers.get('content-type')]).toEqual([status, type])
    expect(answer.headers.get('location')).toBeNull()
    expect(await answer.text()).toContain(says)
  })

  test('is mended', async () => {
    const doors = await openDoors(street)
    await doors.utility('breakConsentPage', { how: 'notFound' })

    await doors.utility('mendConsentPage')

    expect((await doors.consentAt(pageV2)).status).toBe(200)
  })
})

describe('the sandbox', () => {
  const asked = (path: string, state: string) => [path, { client_id: sandboxId, state }] as const

  test.each([
    [0, ['22516914714270']],
    [1, ['11453290002823']],
    [2, ['32320647321714']],
    [3, ['12345678901234', '10284856584123']],
    [4, ['42900589957123']],
    [5, ['24880057139941']],
    [6, ['12655648759651']],
    [7, ['64975835695673', '63695879465986', '22315546958763']],
    [8, ['26584978546985']],
  ])('has fictitious client %i consent at once, without a page', async (digit, usagePoints) => {
    const doors = await openDoors(street)

    const v1 = search(await doors.consentAt(...asked(pageV1, `state-${digit}`)))
    const v2 = search(await doors.consentAt(...asked(pageV2, `state-${digit}`)))

    expect(v1).toMatchObject({ state: `state-${digit}`, usage_point_id: usagePoints.join(';') })
    expect(Object.keys(v2)).toEqual(['autorisation_id', 'state'])
    const shared = doors.consents().filter(({ authorisationId }) => authorisationId === v2['autorisation_id'])
    expect(shared.at(-1)?.usagePoint).toBe(usagePoints[0])
  })

  test('has nobody consent for who asks for the head of the answer', async () => {
    const doors = await openDoors(street)

    const address = `${pageV2}?client_id=${sandboxId}&response_type=code&duration=P1Y&state=x0`

    const head = await doors.call('HEAD', address)

    expect([head.status, Object.keys(search(head))]).toEqual([302, ['autorisation_id', 'state']])
    expect(doors.consents()).toEqual([])
    await doors.get(address)
    expect(doors.consents()).toHaveLength(1)
  })

  test('has client 8 revoke at once, and client 9 refuse', async () => {
    const doors = await openDoors(street)

    await doors.consentAt(...asked(pageV2, 'x8'))
    const refused = await doors.consentAt(...asked(pageV1, 'x9'))

    expect(doors.consents()).toMatchObject([{ usagePoint: '26584978546985', ended: { by: 'customer' } }])
    expect(search(refused)).toMatchObject({ error: 'access_denied', state: 'x9' })
  })

  test('has everyone consent who can, where a switch says so', async () => {
    const doors = await openDoors(street, { dialect: { sandboxRefusals: 'off' } })

    await doors.consentAt(...asked(pageV2, 'x8'))

    expect(doors.consents()).toMatchObject([{ usagePoint: '26584978546985', ended: null }])
  })

  test('has no household consent, even where one sends the form of the page', async () => {
    const doors = await openDoors(street)
    const next = `${pageV2}?client_id=${sandboxId}&response_type=code&duration=P1Y&state=x0`

    const answer = await doors.submit('/dataconnect/accepter', { next, usagePoints: doors.prm('paul.home') })

    expect([answer.status, location(answer)]).toEqual([303, next])
    expect(doors.consents()).toEqual([])
  })

  test('takes client 0 where state ends in no digit, and counts authorisations from 10', async () => {
    const doors = await openDoors(street)

    const first = search(await doors.consentAt(...asked(pageV2, 'abc')))
    const second = search(await doors.consentAt(...asked(pageV2, 'x1')))

    expect([first['autorisation_id'], second['autorisation_id']]).toEqual(['10', '11'])
    expect(doors.consents()[0]?.usagePoint).toBe('22516914714270')
  })

  test.each([pageV1, pageV2])('is like production in all but the page: at %s', async (path) => {
    const doors = await openDoors(street)
    await doors.customer('accept', { as: 'paul' })
    const wrong = [{ duration: 'P4Y' }, { response_type: 'token' }, { state: 'a'.repeat(101) }, { redirect_uri: 'x' }]

    for (const params of wrong) {
      const sandbox = await doors.consentAt(path, { ...params, client_id: sandboxId })
      const production = await doors.consentAt(path, params)
      expect([sandbox.status, await sandbox.text()]).toEqual([production.status, await production.text()])
    }
    const [sandbox, production] = [await doors.consentAt(path, { client_id: sandboxId }), await doors.consentAt(path)]

    expect(Object.keys(search(sandbox))).toEqual(Object.keys(search(production)))
  })
})
