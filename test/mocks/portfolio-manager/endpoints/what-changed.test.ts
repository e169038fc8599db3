import { describe, expect, test } from 'vitest'
import type { State } from '../../../../mocks/portfolio-manager/model/index.ts'
import { elements, errorNumber, links, openWorld, type Answer } from './client.ts'

const meters = { power: 'Electric', gas: 'Natural Gas' }
const given = {
  accounts: { olive: { connected: true }, bob: { connected: true } },
  properties: {
    tower: { owner: 'olive', meters, sharedWithYou: 'Read Write' },
    annex: { owner: 'olive', meters: { light: 'Electric' }, sharedWithYou: 'Read Write' },
    barn: { owner: 'olive' },
  },
}
const entry =
  '<meterData><meterConsumption><startDate>2026-01-01</startDate><endDate>2026-02-01</endDate><usage>1</usage></meterConsumption></meterData>'

/** A world in which nothing has changed since yesterday. */
async function open() {
  const sandbox = await openWorld(given)
  await sandbox.world.advance('P1D')
  const { names } = sandbox.world.read('portfolioManager', (state) => structuredClone(state) as State)
  const meter = (name: string) => Object.values(names.meter[name] ?? {})[0] ?? ''
  const { tower = '', annex = '' } = names.property as Record<string, string>
  const { olive = '', bob = '' } = names.account as Record<string, string>
  const changed = (feed: string, since = '2026-03-03', whose = olive) =>
    sandbox.get(`/customer/${whose}/${feed}/whatChanged?date=${since}`)
  return { ...sandbox, tower, annex, olive, bob, meter, changed }
}
const ids = (answer: Answer) => elements(answer, 'link').map(({ attributes }) => attributes['id'])

describe('the feeds of what changed', () => {
  test('tell of everything the client holds since the day it came to be, and of nothing after', async () => {
    const { changed, tower, annex } = await open()

    expect(ids(await changed('property', '2026-03-02'))).toEqual([tower, annex])
    expect(ids(await changed('meter', '2026-03-02'))).toHaveLength(3)
    expect(ids(await changed('propertyUse', '2026-03-02'))).toHaveLength(2)
    for (const feed of ['property', 'propertyUse', 'meter', 'meter/consumptionData'])
      expect([feed, ids(await changed(feed))]).toEqual([feed, []])
  })

  test('tell of an edited property, use and meter, and of a meter with new readings', async () => {
    const { call, changed, get, post, annex, meter } = await open()
    const property = (await get(`/property/${annex}`)).text
    const use = ids(await get(`/property/${annex}/propertyUse/list`))[0]

    await call('PUT', `/property/${annex}`, property)
    await call('PUT', `/propertyUse/${use}`, '<propertyUse><name>Floor 1</name></propertyUse>')
    await call('PUT', `/meter/${meter('gas')}`, (await get(`/meter/${meter('gas')}`)).text)
    await post(`/meter/${meter('light')}/consumptionData`, entry)

    expect(ids(await changed('property'))).toEqual([annex])
    expect(ids(await changed('propertyUse'))).toEqual([use])
    expect(ids(await changed('meter'))).toEqual([meter('gas')])
    expect(links(await changed('meter/consumptionData'))).toEqual([
      ["This is the GET url for this meter's consumption data.", `/meter/${meter('light')}/consumptionData`],
    ])
  })

  test('forget what was deleted, and follow what was transferred', async () => {
    const { act, call, changed, post, bob, tower, meter } = await open()
    await post(`/meter/${meter('power')}/consumptionData`, entry)
    await call('DELETE', `/meter/${meter('light')}`)

    await act('proposeTransfer', { as: 'olive', property: 'tower', to: 'bob' })
    await act('acceptTransfer', { as: 'bob', property: 'tower' })

    expect(ids(await changed('meter', '2026-03-02'))).toEqual([])
    expect(ids(await changed('property'))).toEqual([])
    expect(ids(await changed('property', '2026-03-03', bob))).toEqual([tower])
    expect(ids(await changed('meter', '2026-03-03', bob))).toEqual([])
    expect(ids(await changed('meter/consumptionData', '2026-03-03', bob))).toEqual([meter('power')])
  })

  test('of one property tell of its own meters', async () => {
    const { get, call, tower, meter } = await open()
    await call('PUT', `/meter/${meter('gas')}`, (await get(`/meter/${meter('gas')}`)).text)
    await call('PUT', `/meter/${meter('light')}`, (await get(`/meter/${meter('light')}`)).text)

    const answer = await get(`/property/${tower}/meter/whatChanged?date=2026-03-03`)

    expect(ids(answer)).toEqual([meter('gas')])
  })

  test('want a date, and one page key at most', async () => {
    const { get, olive } = await open()
    const path = `/customer/${olive}/meter/whatChanged`

    const answers = [
      await get(path),
      await get(`${path}?date=March`),
      await get(`${path}?date=2026-03-02&nextPageKey=x`),
      await get(`${path}?date=2026-03-02&nextPageKey=1&previousPageKey=2`),
      await get('/customer/999/meter/whatChanged?date=2026-03-02'),
    ]

    expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 400, 404])
    expect(errorNumber(answers[0] as Answer)).toBe('-200')
  })

  test('leave a finding on the test host, where nobody has seen them filled, and none on Live', async () => {
    const { get, olive, world } = await open()
    const path = `/customer/${olive}/meter/whatChanged?date=2026-03-02`

    await get(path, { base: '/ws' })
    expect(world.journal.findings('live-only').count()).toBe(0)
    await get(path, { base: '/wstest' })
    expect(world.journal.findings('live-only').count()).toBe(1)
  })
})

test('a feed of 2,500 comes in pages of 1,000, forwards and backwards', async () => {
  const many = Object.fromEntries(Array.from({ length: 2500 }, (_, at) => [`meter${at}`, 'Electric']))
  const { get, world } = await openWorld({
    accounts: { olive: { connected: true } },
    properties: { tower: { owner: 'olive', meters: many, sharedWithYou: 'Read' } },
  })
  const { names } = world.read('portfolioManager', (state) => structuredClone(state) as State)
  const start = `/customer/${names.account['olive']}/meter/whatChanged?date=2026-03-02`
  const linkTo = (answer: Answer, page: string) => links(answer).find(([says]) => says === page)?.[1]

  const pages = [await get(start)]
  for (let link = linkTo(pages[0] as Answer, 'next page'); link; link = linkTo(pages.at(-1) as Answer, 'next page'))
    pages.push(await get(link))
  const items = pages.map((page) => ids(page).filter(Boolean))
  const back = await get(linkTo(pages[2] as Answer, 'previous page') ?? '')

  expect(items.map(({ length }) => length)).toEqual([1000, 1000, 500])
  expect(new Set(items.flat()).size).toBe(2500)
  expect(ids(back).filter(Boolean)).toEqual(items[1])
  expect(linkTo(pages[0] as Answer, 'previous page')).toBeUndefined()
})
