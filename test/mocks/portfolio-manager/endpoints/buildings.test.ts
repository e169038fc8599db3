import { describe, expect, test } from 'vitest'
import type { State } from '../../../../mocks/portfolio-manager/model/index.ts'
import { elements, errorNumber, links, openWorld, texts } from './client.ts'

const given = {
  accounts: { olive: { connected: true } },
  properties: { campus: { owner: 'olive', sharedWithYou: 'Read Write' }, barn: { owner: 'olive' } },
}
const building =
  '<building><name>Annex</name><primaryFunction>Office</primaryFunction><constructionStatus>Existing</constructionStatus><yearBuilt>1990</yearBuilt><address address1="1 Main" city="Arlington" state="VA" postalCode="22201" country="US"/><grossFloorArea units="Square Feet"><value>1000</value></grossFloorArea><isFederalProperty>false</isFederalProperty><occupancyPercentage>80</occupancyPercentage></building>'

async function open(dialect: Record<string, string> = {}) {
  const sandbox = await openWorld(given, dialect)
  const { names } = sandbox.world.read('portfolioManager', (state) => structuredClone(state) as State)
  return { ...sandbox, olive: names.account['olive'], campus: names.property['campus'], barn: names.property['barn'] }
}

describe('buildings, the older twins of properties', () => {
  test('are read and edited under their own word', async () => {
    const { call, get, campus } = await open()
    const { root, text } = await get(`/building/${campus}`)

    const edited = await call('PUT', `/building/${campus}`, text.replace('<name>Campus<', '<name>Grounds<'))

    expect(root.name).toBe('building')
    expect(links(edited)).toEqual([['This is the GET url for this Building.', `/building/${campus}`]])
    expect(texts(await get(`/property/${campus}`), 'name')).toEqual(['Grounds'])
  })

  test('stand on a campus, are held by who puts them there, and go with it', async () => {
    const { call, get, post, campus, olive } = await open()

    const made = await post(`/property/${campus}/building`, building)
    const id = texts(made, 'id')[0]
    const listed = await get(`/property/${campus}/building`)
    const all = await get(`/account/${olive}/property/list`)
    await call('DELETE', `/building/${campus}`)

    expect(elements(listed, 'link').map(({ attributes }) => attributes['id'])).toEqual([id])
    expect(elements(all, 'link').map(({ attributes }) => attributes['id'])).toEqual([campus, id])
    expect([(await get(`/property/${campus}`)).status, (await get(`/building/${id}`)).status]).toEqual([404, 404])
  })

  test('leave their campus when they are deleted alone', async () => {
    const { call, get, post, campus } = await open()
    const id = texts(await post(`/property/${campus}/building`, building), 'id')[0]

    await call('DELETE', `/building/${id}`)

    expect(elements(await get(`/property/${campus}/building`), 'link')).toEqual([])
  })

  test('are kept from who does not hold them', async () => {
    const { get, post, barn } = await open()

    const answers = [await get(`/building/${barn}`), await post(`/property/${barn}/building`, building)]

    expect(answers.map(({ status }) => status)).toEqual([403, 403])
  })

  test('are where the links of a property list lead under the switch for it', async () => {
    const { get, campus, olive } = await open({ legacyBuildingLinks: 'on' })

    const [[says, link] = []] = links(await get(`/account/${olive}/property/list`))

    expect(says).toBe('This is the GET url for this Building.')
    expect([link, (await get(link ?? '')).status]).toEqual([`/building/${campus}`, 200])
  })
})

describe('sample properties', () => {
  test.each(['/createSampleProperties', '/property/createSampleProperties'])(
    'are made by %s in the own account, each with a use and meters',
    async (path) => {
      const { get, post } = await openWorld({ accounts: {} })
      const own = texts(await get('/account'), 'id')[0]

      const made = await post(`${path}?countryCode=CA&createCount=3`)
      const [id = ''] = elements(made, 'link').map(({ attributes }) => attributes['id'])

      expect(elements(await get(`/account/${own}/property/list`), 'link')).toEqual(elements(made, 'link'))
      const sample = await get(`/property/${id}`)
      expect([texts(sample, 'name'), texts(sample, 'constructionStatus')]).toEqual([['Sample Property 1'], ['Test']])
      expect(elements(sample, 'address')[0]?.attributes['country']).toBe('CA')
      expect(elements(await get(`/property/${id}/meter/list`), 'link')).toHaveLength(2)
      expect(elements(await get(`/property/${id}/propertyUse/list`), 'link')).toHaveLength(1)
    },
  )

  test('are at most 100 a call and 1,000 in all', async () => {
    const { post } = await openWorld({})
    const ask = (count: number) => post(`/createSampleProperties?countryCode=US&createCount=${count}`)

    const tooMany = await ask(101)
    for (let call = 0; call < 10; call++) expect((await ask(100)).status).toBe(200)
    const oneMore = await ask(1)

    expect([tooMany, oneMore].map(({ status }) => status)).toEqual([400, 400])
    expect(errorNumber(oneMore)).toBe('-200')
  })

  test('are not made on Live, elsewhere than in two countries, or in other than whole numbers', async () => {
    const { post } = await openWorld({})

    const answers = [
      await post('/createSampleProperties', undefined, { base: '/ws' }),
      await post('/createSampleProperties?countryCode=FR'),
      await post('/createSampleProperties?createCount=none'),
    ]

    expect(answers.map(({ status }) => status)).toEqual([404, 400, 400])
  })
})

test('the metrics of a front page are listed', async () => {
  const { get } = await openWorld({})

  const answer = await get('/billboardMetric/list')

  expect(elements(answer, 'metric').map(({ attributes }) => attributes['name'])).toContain('score')
})
