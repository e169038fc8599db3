import { describe, expect, test } from 'vitest'
import { authorizeQuery, browserAt, clientId, openDoors, redirectUri } from '../../../support/pge-doors.ts'
import { authorizedTown, town } from '../../../support/pge.ts'

const page = `/myAuthorization?${authorizeQuery()}`
const testPage = '/datacustodian/test/oauth/v2/authorize'
const location = (answer: Response) => new URL(answer.headers.get('location') ?? '')
const login = { next: authorizeQuery(), tab: 'login', username: 'alice@example.com', password: 'Sandbox-2026' }

/** Alice has logged in and sees what she is asked for. */
async function atThePage(given = town as Parameters<typeof openDoors>[0], dialect = {}) {
  const doors = await openDoors(given, { dialect })
  const browser = browserAt(doors)
  const shown = await browser.post('/myAuthorization/login', login)
  const agreements = doors.state(({ names }) => names.agreement)
  return { doors, browser, shown: await shown.text(), agreements }
}

const choices = (agreements: string[], more: Record<string, string | string[]> = {}) => {
  const fields = new URLSearchParams({ next: authorizeQuery(), period: 'indefinite' })
  for (const id of agreements) fields.append('agreements', id)
  for (const group of ['Usage', 'Billing']) fields.append('dataGroups', group)
  for (const [name, value] of Object.entries(more)) {
    fields.delete(name)
    for (const one of [value].flat()) fields.append(name, one)
  }
  return fields
}

describe('a request to authorize', () => {
  test.each([
    ['without client_id', { client_id: '' }],
    ['of nobody', { client_id: 'nobody' }],
    ['with another redirect_uri', { redirect_uri: 'http://localhost:3000/elsewhere' }],
  ])('%s gets an explanatory page and nobody is sent anywhere', async (_, params) => {
    const doors = await openDoors()

    const answer = await doors.get(`/myAuthorization?${authorizeQuery(params)}`)

    expect([answer.status, answer.headers.get('content-type')]).toEqual([400, 'text/html; charset=utf-8'])
    expect(answer.headers.get('location')).toBeNull()
    expect(await answer.text()).toContain('<h1>This request cannot be completed</h1>')
  })

  test('of an unknown client is answered 401 where the harness wants that', async () => {
    const doors = await openDoors({}, { dialect: { badClientId: '401' } })

    expect((await doors.get(`/myAuthorization?${authorizeQuery({ client_id: 'nobody' })}`)).status).toBe(401)
  })

  test.each([
    [{ response_type: 'token' }, 'invalid_request'],
    [{ response_type: '' }, 'invalid_request'],
    [{ MinAuthEndDate: 'soon' }, 'invalid_request'],
    [{ scope: 'FB=99' }, 'invalid_scope'],
  ])('with %j is told to the third party: %s', async (params, error) => {
    const doors = await openDoors()

    const answer = await doors.get(`/myAuthorization?${authorizeQuery(params)}`)

    expect(answer.status).toBe(302)
    expect(location(answer).origin + location(answer).pathname).toBe(redirectUri)
    expect(location(answer).searchParams.get('error')).toBe(error)
    expect(location(answer).searchParams.get('state')).toBe('s-1')
  })

  test('of a registration that is not approved gets the explanatory page', async () => {
    const doors = await openDoors({ you: { registration: 'accepted' } })

    expect((await doors.get(page)).status).toBe(400)
  })

  test('opens on the tab for guests when it says so', async () => {
    const doors = await openDoors()

    const usual = await (await doors.get(page)).text()
    const guest = await (await doors.get(`/myAuthorization?${authorizeQuery({ login: 'guest' })}`)).text()

    expect(usual).toContain('name="password"')
    expect(guest).toContain('name="accountNumber"')
    expect(guest).toContain('name="zip"')
  })

  test('at the address that was retired in 2018 is refused, but for the preset of 2015', async () => {
    const [now, then] = [await openDoors(), await openDoors({}, { dialect: { authorizeAddress: 'gateway' } })]
    const retired = `/datacustodian/oauth/v2/authorize?${authorizeQuery()}`

    const refused = await now.get(retired)
    const led = await then.get(retired)

    expect([refused.status, led.status, led.headers.get('location')]).toEqual([400, 302, page])
  })

  test('at an address with a hash finds the page by a switch', async () => {
    const [usual, hash] = [await openDoors(), await openDoors({}, { dialect: { authorizeAddress: 'hash' } })]

    expect((await usual.get('/')).status).toBe(404)
    expect((await hash.get(`/?${authorizeQuery()}`)).headers.get('location')).toBe(page)
  })

  test('is answered by a scenario’s customer, as they have made up their mind', async () => {
    const doors = await openDoors(town)
    await doors.customer('authorize', { as: 'alice' })
    const approved = await doors.get(page)
    await doors.customer('refuse', { as: 'alice' })
    const refused = await doors.get(page)
    await doors.customer('answerInPerson')
    const asked = await doors.get(page)

    expect(location(approved).searchParams.get('code')).toMatch(/^[0-9a-f-]{36}$/)
    expect(location(approved).searchParams.get('scope')).toContain('AccountCollection=2')
    expect(location(refused).searchParams.get('error')).toBe('access_denied')
    expect(asked.status).toBe(200)
  })

  test.each([
    ['code', ['code']],
    ['authorization_code', ['authorization_code']],
    ['both', ['code', 'authorization_code']],
  ])('carries the code as %s', async (codeParam, names) => {
    const doors = await openDoors(town, { dialect: { codeParam } })
    await doors.customer('authorize', { as: 'alice' })

    const { searchParams } = location(await doors.get(page))

    expect(['code', 'authorization_code'].filter((name) => searchParams.has(name))).toEqual(names)
  })
})

describe('a person at the page', () => {
  test('logs in, and sees agreements and registered data groups only', async () => {
    const { shown, agreements } = await atThePage({ ...town, you: { dataGroups: ['Usage', 'Basic'] } })

    for (const name of ['alice.power', 'alice.gas']) expect(shown).toContain(`value="${agreements[name]}"`)
    expect(shown).not.toContain(`value="${agreements['bob.power']}"`)
    expect(shown).toContain('value="Usage"')
    expect(shown).not.toContain('value="Billing"')
  })

  test('is told when the login is wrong, and which site sent them', async () => {
    const doors = await openDoors(town)

    const answer = await browserAt(doors).post('/myAuthorization/login', { ...login, password: 'guess' })

    const text = await answer.text()
    expect(answer.status).toBe(401)
    expect(text).toContain('We do not know this username and password.')
    expect(text).toContain('Share your energy data with Acme Energy')
    expect(JSON.stringify(doors.world.journal.entries())).not.toContain('guess')
  })

  test('approves what they chose, and the browser goes back with a code, scope and state', async () => {
    const { doors, browser, agreements } = await atThePage()

    const answer = await browser.post('/myAuthorization/approve', choices([agreements['alice.power'] ?? '']))

    expect(answer.status).toBe(302)
    const { searchParams } = location(answer)
    expect([...searchParams.keys()]).toEqual(['code', 'scope', 'state'])
    const [given] = doors.state(({ authorizations }) => Object.values(authorizations))
    expect(given).toMatchObject({
      clientId,
      agreements: [agreements['alice.power']],
      dataGroups: ['Usage', 'Billing'],
      endsOn: null,
    })
  })

  test('chooses an end date', async () => {
    const { doors, browser, agreements } = await atThePage()

    await browser.post(
      '/myAuthorization/approve',
      choices([agreements['alice.gas'] ?? ''], { period: 'until', endsOn: '2026-12-31' }),
    )

    expect(doors.state(({ authorizations }) => Object.values(authorizations)[0]?.endsOn)).toBe('2026-12-31')
  })

  test.each([
    [[], {}, 'Choose at least one service agreement.'],
    [['alice.power'], { dataGroups: [] }, 'Choose at least one kind of data'],
    [['alice.power'], { period: 'until', endsOn: '2020-01-01' }, 'Choose an end date that is still to come.'],
    [['alice.power'], { period: 'until', endsOn: '9999-99-99' }, 'Choose an end date that is still to come.'],
    [['bob.power'], {}, 'is not on this account.'],
  ])('who chooses %j and %j is told why not, and nothing is shared', async (names, more, says) => {
    const { doors, browser, agreements } = await atThePage()
    const ids = names.map((name) => agreements[name] ?? '')

    const answer = await browser.post('/myAuthorization/approve', choices(ids, more))

    const text = await answer.text()
    expect(answer.status).toBe(200)
    expect(/role="alert">([^<]*)/.exec(text)?.[1]).toContain(says)
    expect(doors.state(({ authorizations }) => Object.keys(authorizations))).toEqual([])
  })

  test.each(['before logging in', 'after logging in'])('presses Cancel %s', async (when) => {
    const doors = await openDoors(town)
    const browser = browserAt(doors)
    if (when === 'after logging in') await browser.post('/myAuthorization/login', login)

    const answer = await browser.post('/myAuthorization/cancel', { next: authorizeQuery() })

    expect(answer.status).toBe(302)
    expect(Object.fromEntries(location(answer).searchParams)).toMatchObject({ error: 'access_denied', state: 's-1' })
  })

  test('continues as a guest with a bill, and has no page of authorizations', async () => {
    const doors = await openDoors({ customers: { alice: { online: false } } })
    const browser = browserAt(doors)
    const { accountNumber, billingAddress } = doors.state(({ customers }) => Object.values(customers)[0]!)

    const shown = await browser.post('/myAuthorization/login', {
      ...{ next: authorizeQuery({ login: 'guest' }), tab: 'guest', accountNumber, zip: billingAddress.zip },
    })
    const current = await browser.get('/myAuthorization/current')

    expect(await shown.text()).toContain('>Authorize</button>')
    expect(await current.text()).toContain('log in to your online account')
  })

  test('is asked to log in again after an hour', async () => {
    const { doors, browser, agreements } = await atThePage()
    await doors.world.advance('PT1H')

    const answer = await browser.post('/myAuthorization/approve', choices([agreements['alice.power'] ?? '']))

    expect(await answer.text()).toContain('name="password"')
  })

  test('who has authorized before is told that a new authorization replaces the old one', async () => {
    const { doors, browser, shown, agreements } = await atThePage(authorizedTown)

    await browser.post('/myAuthorization/approve', choices([agreements['alice.power'] ?? '']))

    expect(shown).toContain('If you authorize again, the new authorization takes the')
    expect(doors.state(({ authorizations }) => Object.values(authorizations).map(({ ended }) => ended?.by))).toEqual([
      'replaced',
      undefined,
    ])
  })

  test('is told where the browser goes afterwards, whatever the choice', async () => {
    const { shown } = await atThePage()

    expect(shown).toContain('at <b>localhost:3000</b>')
  })

  test.each([
    ['https://evil.example/', '/myAuthorization?https://evil.example/'],
    ['\r\nset-cookie: mine=1', '/myAuthorization?set-cookie:%20mine=1'],
  ])('cannot be led to another site by what stands in the form, such as %j', async (next, leadsTo) => {
    const doors = await openDoors(town)

    const answer = await doors.submit('/myAuthorization/login', { ...login, next })

    expect([answer.status, answer.headers.get('location')]).toEqual([303, leadsTo])
  })

  test('sees no markup that somebody else wrote', async () => {
    const { shown } = await atThePage({ ...town, you: { displayName: '<script>alert(1)</script>"' } })

    expect(shown).not.toContain('<script>')
    expect(shown).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&quot;')
  })
})

describe('the authorization of the tests', () => {
  test('asks nobody and gives a dummy code', async () => {
    const doors = await openDoors({ you: { registration: 'accepted' } })

    const answer = await doors.get(`${testPage}?${authorizeQuery()}`)

    expect(answer.status).toBe(302)
    expect(location(answer).searchParams.get('code')).toMatch(/^[0-9a-f-]{36}$/)
  })

  test('without a client id tells that it is empty', async () => {
    const doors = await openDoors()

    const answer = await doors.get(testPage)

    expect([answer.status, await answer.json()]).toEqual([400, { success: false, error: 'client_id is empty' }])
  })
})

describe('the page of a customer’s authorizations', () => {
  async function atCurrent(given = authorizedTown as Parameters<typeof openDoors>[0]) {
    const doors = await openDoors(given)
    const browser = browserAt(doors)
    const shown = await browser.post('/myAuthorization/login', { ...login, next: '/myAuthorization/current' })
    return { doors, browser, shown: await shown.text() }
  }
  const only = (doors: Awaited<ReturnType<typeof openDoors>>) =>
    doors.state(({ authorizations }) => Object.values(authorizations)[0]!)

  test('shows who receives what', async () => {
    const { shown } = await atCurrent()

    expect(shown).toContain('<h2>Acme Energy</h2>')
    expect(shown).toContain('Energy usage, Billing, Basic information, Account information, Program enrollment')
  })

  test('cancels, and data goes on until midnight', async () => {
    const { doors, browser } = await atCurrent()

    const shown = await (await browser.post('/myAuthorization/current/cancel', { clientId })).text()

    expect(only(doors).ended).toMatchObject({ by: 'customer', accessUntil: '2026-03-03T08:00:00.000Z' })
    expect(shown).toContain('The authorization is cancelled.')
    expect(shown).toContain('receives data until midnight')
    expect(shown).toContain('<dd>Tonight at midnight</dd>')
    await doors.world.advance('P1D')
    await browser.post('/myAuthorization/login', { ...login, next: '/myAuthorization/current' })
    expect(await (await browser.get('/myAuthorization/current')).text()).toContain('<h2>Ended</h2>')
  })

  test('extends', async () => {
    const alice = { ...authorizedTown.customers.alice, authorized: { endsOn: '2026-06-30' } }
    const { doors, browser, shown } = await atCurrent({ customers: { alice } })

    const sooner = await browser.post('/myAuthorization/current/extend', { clientId, endsOn: '2026-05-01' })
    await browser.post('/myAuthorization/current/extend', { clientId, endsOn: '2026-11-31' })
    const never = only(doors).endsOn
    await browser.post('/myAuthorization/current/extend', { clientId, endsOn: '2026-12-31' })
    const later = only(doors).endsOn
    await browser.post('/myAuthorization/current/extend', { clientId, period: 'indefinite', endsOn: '' })

    expect(shown).toContain('June 30, 2026')
    expect(await sooner.text()).toContain('Choose an end date later than the present one.')
    expect([never, later, only(doors).endsOn]).toEqual(['2026-06-30', '2026-12-31', null])
  })

  test('removes a service agreement, but not the last', async () => {
    const { doors, browser } = await atCurrent()
    const [power = '', gas = ''] = only(doors).agreements

    await browser.post('/myAuthorization/current/remove', { clientId, agreement: gas })
    const last = await browser.post('/myAuthorization/current/remove', { clientId, agreement: power })

    expect(only(doors).agreements).toEqual([power])
    expect(await last.text()).toContain('cancel the authorization instead')
  })
})

describe('a customer who starts at PG&E', () => {
  test('chooses a company, is sent to its portal address, and need not log in again', async () => {
    const doors = await openDoors(town)
    const browser = browserAt(doors)
    const listed = await browser.post('/myAuthorization/login', { ...login, next: '/myAuthorization/companies' })

    const chosen = await browser.post('/myAuthorization/companies', { clientId })
    const shown = await browser.get(page)

    expect(await listed.text()).toContain('Choose Acme Energy')
    expect([chosen.status, chosen.headers.get('location')]).toEqual([302, 'http://localhost:3000/'])
    expect(await shown.text()).toContain('>Authorize</button>')
  })

  test('comes from the address in ApplicationInformation', async () => {
    const doors = await openDoors(town)

    const answer = await doors.get(`/myAuthorization/?clientId=${clientId}`)

    expect(answer.headers.get('location')).toBe(`/myAuthorization/companies?clientId=${clientId}`)
  })

  test('sees approved and visible companies only', async () => {
    const thirdParties = { hidden: { visible: false }, new: { registration: 'accepted' } } as const
    const doors = await openDoors({ ...town, thirdParties })
    const browser = browserAt(doors)

    const text = await (
      await browser.post('/myAuthorization/login', { ...login, next: '/myAuthorization/companies' })
    ).text()

    expect([...text.matchAll(/aria-label="Choose ([^"]+)"/g)].map(([, name]) => name)).toEqual(['Acme Energy'])
  })
})
