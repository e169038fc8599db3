import { describe, expect, test } from 'vitest'
import { defaultPassword } from '../../../../mocks/portfolio-manager/seed/index.ts'
import type { State } from '../../../../mocks/portfolio-manager/model/index.ts'
import { accept, elements, errorNumber, openWorld, texts } from './client.ts'

const given = {
  you: { customFields: [{ name: 'Account number', whenToPrompt: 'Once', required: true }] },
  accounts: { olive: { username: 'olive' } },
  properties: { tower: { owner: 'olive', meters: { power: 'Electric', gas: 'Natural Gas' } } },
}
const asOlive = { headers: { authorization: `Basic ${btoa(`olive:${defaultPassword}`)}` } }
const fields = '<customFieldList><customField name="Account number">A-1</customField></customFieldList>'
const anyone = { headers: { authorization: null } }

async function open(legacyTestServices = 'on') {
  const sandbox = await openWorld(given, { legacyTestServices })
  const { you, names } = sandbox.world.read('portfolioManager', (state) => structuredClone(state) as State)
  const meter = (name: string) => Object.values(names.meter[name] ?? {})[0] ?? ''
  return { ...sandbox, you, tower: names.property['tower'], meter }
}

describe('the services that EPA withdrew from its test environment', () => {
  test('let a customer ask and share by web service, as the page does', async () => {
    const { call, get, post, you, tower, meter } = await open()

    await call('PUT', `/account/customFieldList/recipient/${you}`, fields, asOlive)
    const invited = await post(`/invite/account/${you}`, undefined, asOlive)
    const pending = await get('/connect/account/pending/list')
    await post(`/connect/account/${texts(pending, 'accountId')[0]}`, accept)
    const shared = await post(`/invite/account/${you}/property/${tower}?accessLevel=READ`, undefined, asOlive)
    const metered = await post(`/invite/account/${you}/meter/${meter('power')}`, undefined, asOlive)

    expect([invited.status, shared.status, metered.status]).toEqual([200, 200, 200])
    expect(texts(pending, 'customField')).toEqual(['A-1'])
    expect(texts(await get('/share/property/pending/list'), 'accessLevel')).toEqual(['Read'])
    expect(texts(await get('/share/meter/pending/list'), 'accessLevel')).toEqual(['Read Write'])
  })

  test('refuse what the page refuses: a missing field, a share before the connection, a second request', async () => {
    const { call, post, you, tower } = await open()

    const unfilled = await post(`/invite/account/${you}`, undefined, asOlive)
    const early = await post(`/invite/account/${you}/property/${tower}`, undefined, asOlive)
    await call('PUT', `/account/customFieldList/recipient/${you}`, fields, asOlive)
    await post(`/invite/account/${you}`, undefined, asOlive)
    const again = await post(`/invite/account/${you}`, undefined, asOlive)

    expect([unfilled, early, again].map(({ status }) => status)).toEqual([400, 400, 400])
    expect(errorNumber(again)).toBe('-200')
    expect(again.text).toContain('already pending')
  })

  test('take fields for a property and a meter from their owner only', async () => {
    const { call, you, tower, meter } = await open()

    const own = await call('PUT', `/property/${tower}/customFieldList/recipient/${you}`, fields, asOlive)
    const metered = await call('PUT', `/meter/${meter('gas')}/customFieldList/recipient/${you}`, fields, asOlive)
    const foreign = await call('PUT', `/property/${tower}/customFieldList/recipient/${you}`, fields)

    expect([own.status, metered.status, foreign.status]).toEqual([200, 200, 403])
  })

  test('know two levels, and no other', async () => {
    const { post, you, tower } = await open()

    const answer = await post(`/invite/account/${you}/property/${tower}?accessLevel=WRITE`, undefined, asOlive)

    expect([answer.status, errorNumber(answer)]).toEqual([400, '-200'])
  })

  test('open an account for anyone, who may sign in at once', async () => {
    const { get, post } = await open()
    const { text } = await get('/account')
    const newcomer = text.replace(/<username>.*?</, '<username>newcomer<').replace('********', 'Secret-123')

    const made = await post('/account', newcomer.replace('<webserviceUser>true', '<webserviceUser>false'), anyone)
    const login = { headers: { authorization: `Basic ${btoa('newcomer:Secret-123')}` } }
    const read = await get('/account', login)

    expect([made.status, texts(made, 'id')]).toEqual([200, texts(read, 'id')])
    expect(elements(made, 'link')[0]?.attributes['link']).toBe('/account')
  })

  test.each([
    ['by default', 'off', '/wstest'],
    ['on Live', 'on', '/ws'],
  ])('are gone %s, and the journal says how to have them back', async (_, legacyTestServices, base) => {
    const { call, get, post, you, world } = await open(legacyTestServices)
    const { text } = await get('/account')

    const invited = await post(`/invite/account/${you}`, undefined, { base })
    const drafted = await call('PUT', `/account/customFieldList/recipient/${you}`, fields, { base })
    const made = await post('/account', text, { base })
    const stranger = await post('/account', text, { base, ...anyone })

    expect([invited, drafted, made, stranger].map(({ status }) => status)).toEqual([404, 404, 405, 401])
    expect(made.headers.get('allow')).toBe('GET, PUT')
    expect(world.journal.findings('withdrawn').count()).toBe(3)
    expect((await get('/account', { base, ...asOlive })).status).toBe(401)
  })
})
