import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { card } from '../../mocks/enedis/index.ts'
import type { State } from '../../mocks/enedis/model/index.ts'
import { Sandbox } from '../../src/sandbox/sandbox.ts'
import { Chromium, chromium, type Tab } from '../support/chromium.ts'
import { clientId, pageV1, pageV2, type Told } from '../support/enedis-doors.ts'
import { story } from '../support/worlds.ts'

if (chromium === null) {
  console.warn(
    'NOT TRIED: the pages of Enedis in a real browser, because there is none here: apt-get install chromium.',
  )
}

const desktop = {}
const telephone = { width: 390, height: 844 }
const claire = { usagePoints: { flat: 'C5', house: 'C5' } } as const

describe.skipIf(chromium === null)('a person with a browser', () => {
  let browser: Chromium
  let application: Server
  let sandbox: Sandbox
  let callback: string
  beforeAll(async () => {
    browser = await Chromium.start()
    application = createServer((asked, answer) => {
      answer.writeHead(200, { 'content-type': 'text/html' }).end(`<h1>Acme Energie</h1><p>${asked.url}</p>`)
    })
    await new Promise<void>((done) => application.listen(0, '127.0.0.1', done))
    callback = `http://localhost:${(application.address() as AddressInfo).port}/callback`
  })
  afterAll(async () => {
    application.closeAllConnections()
    application.close()
    await browser.stop()
  })
  beforeEach(async () => {
    sandbox = await Sandbox.start({ cards: [card], portBase: 0 })
  })
  afterEach(() => sandbox.stop())

  async function begin(told: Told = { customers: { claire } }) {
    const clock = { start: '2026-10-06T10:00:00.000Z', zone: 'Europe/Paris' }
    const given = { ...told, you: { redirectUri: callback } }
    const world = await sandbox.create('default', { scenario: story({ enedis: given }, { clock }) })
    const site = (await sandbox.addresses())['enedis']?.['consent']?.http ?? ''
    const query = new URLSearchParams({ client_id: clientId, response_type: 'code', duration: 'P1Y', state: 's1' })
    const state = <T>(look: (state: State) => T): T => world.read('enedis', (all) => look(all as State))
    return {
      site,
      page: (path: string) => `${site}${path}?${query.toString()}`,
      state,
      prm: (name: string) => state(({ names }) => names.usagePoint[name]),
    }
  }

  async function logIn(tab: Tab): Promise<void> {
    await tab.type('[name=username]', 'claire@example.com')
    await tab.type('[name=password]', 'Sandbox-2026')
    await tab.follow('main button[type=submit]')
  }

  const overflow = (tab: Tab) => tab.says<number>('document.scrollingElement.scrollWidth - innerWidth')
  const words = async (tab: Tab) => Object.fromEntries(new URL(await tab.url()).searchParams)

  test.each([
    ['at a desk', desktop],
    ['on a telephone', telephone],
  ])('%s accepts on the page of 2026, for the meter they choose', async (where, screen) => {
    const { page, prm, state } = await begin()
    const tab = await browser.tab(screen)

    await tab.goto(page(pageV2))
    await tab.picture(`enedis login ${where}`)
    expect(await overflow(tab)).toBe(0)
    await logIn(tab)
    await tab.picture(`enedis consent v2 ${where}`)
    expect(await overflow(tab)).toBe(0)
    await tab.click('label:nth-of-type(2) [name=usagePoints]')
    await tab.follow('main button[type=submit]')

    const [consent] = state(({ consents }) => Object.values(structuredClone(consents)))
    expect(await tab.url()).toContain(callback)
    expect(await words(tab)).toEqual({ autorisation_id: consent?.authorisationId, state: 's1' })
    expect(consent?.usagePoint).toBe(prm('claire.house'))
  })

  test('accepts on the page of v1, for both meters', async () => {
    const { page, prm } = await begin()
    const tab = await browser.tab(telephone)

    await tab.goto(page(pageV1))
    await logIn(tab)
    await tab.picture('enedis consent v1')
    await tab.follow('main button[type=submit]')

    expect(await words(tab)).toEqual({
      code: expect.any(String) as string,
      state: 's1',
      usage_point_id: `${prm('claire.flat')};${prm('claire.house')}`,
    })
  })

  test.each([
    [pageV1, { code: '403', error: 'access_denied', error_description: 'authorization_request_refused' }],
    [pageV2, { error: 'invalid_request', error_description: 'demande_non_aboutie' }],
  ])('refuses at %s', async (path, told) => {
    const { page, state } = await begin()
    const tab = await browser.tab(telephone)

    await tab.goto(page(path))
    await logIn(tab)
    await tab.follow('button[formaction$="/refuser"]')

    expect(await words(tab)).toEqual({ ...told, state: 's1' })
    expect(state(({ consents }) => Object.keys(consents))).toEqual([])
  })

  test('shares again what is shared, and stays on Enedis’s page', async () => {
    const { page, site } = await begin({ customers: { claire: { ...claire, consented: { usagePoints: ['flat'] } } } })
    const tab = await browser.tab(telephone)

    await tab.goto(page(pageV2))
    await logIn(tab)
    await tab.follow('main button[type=submit]')
    await tab.picture('enedis already shared')

    expect(await tab.url()).toBe(`${site}/dataconnect/accepter`)
    expect(await tab.text()).toContain('déjà partagées')
  })

  test('ends a share in their account', async () => {
    const { site, state } = await begin({ customers: { claire: { ...claire, consented: true } } })
    const tab = await browser.tab(telephone)

    await tab.goto(`${site}/dataconnect/partages`)
    await logIn(tab)
    await tab.picture('enedis shares')
    expect(await overflow(tab)).toBe(0)
    await tab.follow('button.danger')

    expect(await tab.text()).toContain('Le partage est arrêté.')
    expect(state(({ consents }) => Object.values(consents).filter(({ ended }) => ended !== null))).toHaveLength(1)
  })

  test('is told in French when the request is of nobody Enedis knows', async () => {
    const { page } = await begin()
    const tab = await browser.tab(telephone)

    await tab.goto(page(pageV2).replace(clientId, 'nobody'))
    await tab.picture('enedis refused')

    expect(await tab.text()).toContain('La page que vous demandez est introuvable.')
  })
})
