import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { card } from '../../mocks/pge/index.ts'
import type { State } from '../../mocks/pge/model/index.ts'
import { Sandbox } from '../../src/sandbox/sandbox.ts'
import { Chromium, chromium, type Tab } from '../support/chromium.ts'
import { clientId } from '../support/pge-doors.ts'
import type { Told } from '../support/pge.ts'
import { story } from '../support/worlds.ts'

if (chromium === null) {
  console.warn(
    'NOT TRIED: the pages of Share My Data in a real browser, because there is none here: apt-get install chromium.',
  )
}

const desktop = {}
const telephone = { width: 390, height: 844 }

describe.skipIf(chromium === null)('a person with a browser', () => {
  let browser: Chromium
  let portal: Server
  let sandbox: Sandbox
  let site: string
  let callback: string
  beforeAll(async () => {
    browser = await Chromium.start()
    portal = createServer((asked, answer) => {
      answer.writeHead(200, { 'content-type': 'text/html' }).end(`<h1>Acme Energy</h1><p>${asked.url}</p>`)
    })
    await new Promise<void>((done) => portal.listen(0, '127.0.0.1', done))
    callback = `http://localhost:${(portal.address() as AddressInfo).port}/callback`
  })
  afterAll(async () => {
    portal.closeAllConnections()
    portal.close()
    await browser.stop()
  })
  beforeEach(async () => {
    sandbox = await Sandbox.start({ cards: [card], portBase: 0 })
  })
  afterEach(() => sandbox.stop())

  async function begin(given: Told = {}) {
    const you = { redirectUri: callback, portalUri: callback.replace('/callback', '/portal'), ...given.you }
    const customers = { alice: { name: 'Alice Miller', agreements: { power: 'electric', gas: 'gas' } } } as const
    const clock = { start: '2026-03-02T18:00:00.000Z', zone: 'America/Los_Angeles' }
    const world = await sandbox.create('default', {
      scenario: story({ pge: { customers, ...given, you } }, { clock }),
    })
    site = (await sandbox.addresses())['pge']?.['pages']?.http ?? ''
    const query = new URLSearchParams({
      client_id: clientId,
      redirect_uri: callback,
      response_type: 'code',
      state: 's1',
    })
    return {
      authorizePage: `${site}/myAuthorization?${query.toString()}`,
      authorizations: () => world.read('pge', (state) => Object.values((state as State).authorizations)),
    }
  }

  async function logIn(tab: Tab): Promise<void> {
    await tab.type('[name=username]', 'alice@example.com')
    await tab.type('[name=password]', 'Sandbox-2026')
    await tab.follow('main button[type=submit]')
  }

  const overflow = (tab: Tab) => tab.says<number>('document.scrollingElement.scrollWidth - innerWidth')
  const searchOf = async (tab: Tab) => new URL(await tab.url()).searchParams

  test.each([
    ['at a desk', desktop],
    ['on a telephone', telephone],
  ])('%s authorizes: logs in, leaves one agreement out, and comes back with a code', async (where, screen) => {
    const { authorizePage, authorizations } = await begin()
    const tab = await browser.tab(screen)

    await tab.goto(authorizePage)
    await tab.picture(`login ${where}`)
    expect(await overflow(tab)).toBe(0)
    await logIn(tab)
    await tab.picture(`authorize ${where}`)
    expect(await overflow(tab)).toBe(0)
    await tab.click('[name=agreements]:not(:checked), label:nth-of-type(2) [name=agreements]')
    await tab.follow('main button[type=submit]')

    expect(await tab.url()).toContain(callback)
    expect([...(await searchOf(tab)).keys()]).toEqual(['code', 'scope', 'state'])
    expect((await searchOf(tab)).get('scope')).toContain('AccountCollection=1')
    expect(authorizations()).toMatchObject([{ how: 'online', endsOn: '2027-03-02' }])
  })

  test('is told on the page what is missing, and may still cancel', async () => {
    const { authorizePage, authorizations } = await begin()
    const tab = await browser.tab(telephone)
    await tab.goto(authorizePage)
    await logIn(tab)

    await tab.click('[name=agreements]:checked')
    await tab.click('[name=agreements]:checked')
    await tab.follow('main button[type=submit]')
    await tab.picture('authorize, nothing chosen')
    const told = await tab.text()
    await tab.follow('button[formaction$="/cancel"]')

    expect(told).toContain('Choose at least one service agreement.')
    expect((await searchOf(tab)).get('error')).toBe('access_denied')
    expect(authorizations()).toEqual([])
  })

  test('cancels on the login page without filling it in', async () => {
    const { authorizePage } = await begin()
    const tab = await browser.tab()

    await tab.goto(authorizePage)
    await tab.follow('button[formaction$="/cancel"]')

    expect((await searchOf(tab)).get('error')).toBe('access_denied')
  })

  test('continues as a guest by the other tab', async () => {
    const { authorizePage } = await begin({ customers: { bob: { online: false, name: 'Bob Stone' } } })
    const tab = await browser.tab(telephone)

    await tab.goto(authorizePage)
    await tab.follow('.tabs a:nth-child(2)')
    await tab.picture('guest')
    const [account = '', zip = ''] = await tab.says<string[]>(
      '[...document.querySelectorAll("details code")].map((one) => one.textContent)',
    )
    await tab.type('[name=accountNumber]', account)
    await tab.type('[name=zip]', zip)
    await tab.follow('main button[type=submit]')

    expect(await tab.text()).toContain('Share your energy data with Acme Energy')
    await tab.follow('main button[type=submit]')
    expect((await searchOf(tab)).has('code')).toBe(true)
  })

  test('manages authorizations, and starts one at PG&E without logging in again', async () => {
    await begin({
      customers: {
        alice: { name: 'Alice Miller', agreements: { power: 'electric', gas: 'gas' }, authorized: { endsOn: 'P90D' } },
      },
    })
    const tab = await browser.tab(telephone)
    await tab.goto(`${site}/myAuthorization/current`)
    await logIn(tab)
    await tab.picture('current')
    expect(await overflow(tab)).toBe(0)

    await tab.follow('form[action$="/remove"] button')
    const removed = await tab.text()
    await tab.follow('button[value=indefinite]')
    const extended = await tab.text()
    await tab.follow('button.danger')
    await tab.picture('current, cancelled')
    const cancelled = await tab.text()
    await tab.follow('a[href$="/companies"]')
    await tab.picture('companies')
    await tab.follow('main button')

    expect(removed).toContain('The service agreement is removed.')
    expect(extended).toMatch(/Ends\s+When you cancel/)
    expect(cancelled).toContain('receives data until midnight')
    expect(await tab.url()).toBe(callback.replace('/callback', '/portal'))
  })

  test('sees an explanation instead of a login when the request is wrong', async () => {
    const { authorizePage } = await begin()
    const tab = await browser.tab(telephone)

    await tab.goto(authorizePage.replace(clientId, 'nobody'))
    await tab.picture('refused')

    expect(await tab.text()).toContain('Nothing has been shared.')
  })

  test('uses the portal on a telephone', async () => {
    await begin({
      customers: { alice: { agreements: { power: 'electric' }, authorized: true } },
      you: { registration: 'approved' },
    })
    const tab = await browser.tab(telephone)
    await tab.goto(`${site}/portal`)
    await tab.picture('portal login')
    await tab.type('[name=username]', 'office@acme-energy.example')
    await tab.type('[name=password]', 'Sandbox-2026')
    await tab.follow('main button[type=submit]')

    for (const place of ['', '/tests', '/certificates', '/authorizations', '/usage', '/settings']) {
      await tab.goto(`${site}/portal${place}`)
      await tab.picture(`portal${place.replace('/', ' ')}`)
      expect([place, await overflow(tab)]).toEqual([place, 0])
    }
    await tab.click('[name=notifyMe]')
    await tab.follow('main form.card button[type=submit]')
    expect(await tab.text()).toContain('Saved.')
    await tab.goto(`${site}/portal/authorizations`)
    await tab.follow('button.danger')
    expect(await tab.text()).toContain('is cancelled. The customer is told.')
  })

  test('sees the portal at a desk, and begins the OAuth test', async () => {
    await begin({ you: { registration: 'accepted' } })
    const tab = await browser.tab()
    await tab.goto(`${site}/portal`)
    await tab.type('[name=username]', 'office@acme-energy.example')
    await tab.type('[name=password]', 'Sandbox-2026')
    await tab.follow('main button[type=submit]')
    await tab.picture('portal at a desk')
    await tab.goto(`${site}/portal/register`)
    await tab.picture('register')
    await tab.goto(`${site}/portal/tests`)

    await tab.follow('form[action$="/oauth"] button')

    expect([...(await searchOf(tab)).keys()]).toEqual(['scope', 'ThirdPartyID', 'dataCustodianId'])
  })
})
