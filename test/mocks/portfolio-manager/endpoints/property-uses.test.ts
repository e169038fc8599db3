import { describe, expect, test } from 'vitest'
import type { State } from '../../../../mocks/portfolio-manager/model/index.ts'
import { elements, errorNumber, links, openWorld, texts, type Answer } from './client.ts'

const given = {
  accounts: { olive: { connected: true } },
  properties: {
    tower: { owner: 'olive', grossFloorArea: 10_000, sharedWithYou: 'Read Write' },
    annex: { owner: 'olive', uses: {}, sharedWithYou: 'Read' },
    barn: { owner: 'olive', primaryFunction: 'Zoo' },
  },
}
const area = (square: number, more = '') =>
  `<totalGrossFloorArea units="Square Feet"${more}><value>${square}</value></totalGrossFloorArea>`
const office = (details: string) => `<office><name>Floor 1</name><useDetails>${details}</useDetails></office>`

async function open() {
  const sandbox = await openWorld(given)
  const { names } = sandbox.world.read('portfolioManager', (state) => structuredClone(state) as State)
  const { tower, annex, barn } = names.property
  return { ...sandbox, tower, annex, barn }
}

const idIn = (answer: Answer) => elements(answer, 'link')[0]?.attributes['id'] ?? texts(answer, 'id')[0] ?? ''
const detail = (answer: Answer, name: string): Record<string, string | undefined> => {
  const [found] = elements(answer, name)
  return { ...found?.attributes, value: found?.children[0]?.text }
}

describe('the uses of a property', () => {
  test('made on the page are one, of its own kind and size, true since it was built', async () => {
    const { get, tower } = await open()

    const list = await get(`/property/${tower}/propertyUse/list`)
    const use = await get(`/propertyUse/${idIn(list)}`)

    expect(elements(list, 'link').map(({ attributes }) => attributes['hint'])).toEqual(['Building Use'])
    expect(use.root.name).toBe('office')
    expect(detail(use, 'totalGrossFloorArea')).toMatchObject({ value: '10000', units: 'Square Feet', default: 'No' })
    expect(detail(use, 'totalGrossFloorArea')).toMatchObject({
      currentAsOf: expect.stringMatching(/-01-01$/) as string,
    })
  })

  test('made by a client keep what it said; what benchmarking needs beyond that is assumed', async () => {
    const { get, post, tower } = await open()

    const made = await post(
      `/property/${tower}/propertyUse`,
      office(`${area(2000)}<weeklyOperatingHours temporary="true"><value>40</value></weeklyOperatingHours>`),
    )
    const use = await get(`/propertyUse/${idIn(made)}`)

    expect(links(made)).toEqual([['This is the GET url for this Property Use.', `/propertyUse/${idIn(made)}`]])
    expect(detail(use, 'weeklyOperatingHours')).toMatchObject({
      value: '40',
      temporary: 'true',
      default: 'No',
      currentAsOf: '2026-03-02',
    })
    expect(detail(use, 'numberOfComputers')).toMatchObject({ value: '4', default: 'Yes' })
    expect(elements(use, 'percentOfficeHeated')).toEqual([])
  })

  test('are renamed and deleted', async () => {
    const { call, get, post, tower } = await open()
    const id = idIn(await post(`/property/${tower}/propertyUse`, office(area(2000))))

    const renamed = await call('PUT', `/propertyUse/${id}`, '<propertyUse><name>Floor 2</name></propertyUse>')
    const name = texts(await get(`/propertyUse/${id}`), 'name')
    const deleted = await call('DELETE', `/propertyUse/${id}`)

    expect([renamed.status, name, deleted.status]).toEqual([200, ['Floor 2'], 200])
    expect((await get(`/propertyUse/${id}`)).status).toBe(404)
    expect(elements(await get(`/property/${tower}/propertyUse/list`), 'link')).toHaveLength(1)
  })

  test('of a type we do not simulate are refused in so many words', async () => {
    const { post, tower } = await open()

    const answer = await post(`/property/${tower}/propertyUse`, office(area(1)).replaceAll('office', 'hotel'))

    expect([answer.status, errorNumber(answer)]).toEqual([400, '-200'])
    expect(answer.text).toContain('this sandbox does not simulate it')
  })

  test('can be read by whoever holds the property, and changed only with full access', async () => {
    const { get, post, annex, barn } = await open()

    const read = await get(`/property/${annex}/propertyUse/list`)
    const write = await post(`/property/${annex}/propertyUse`, office(area(1)))
    const strange = await get(`/property/${barn}/propertyUse/list`)

    expect([read.status, elements(read, 'link').length, write.status, strange.status]).toEqual([200, 0, 403, 403])
  })
})

describe('use details', () => {
  test('stand from their day on, and give way to the one before when they are taken back', async () => {
    const { call, get, post, tower, world } = await open()
    const use = idIn(await get(`/property/${tower}/propertyUse/list`))
    const workers = async () => detail(await get(`/propertyUse/${use}`), 'numberOfWorkers').value
    const before = await workers()

    await post(
      `/propertyUse/${use}/useDetails`,
      '<useDetails><numberOfWorkers currentAsOf="2026-04-01"><value>7</value></numberOfWorkers></useDetails>',
    )
    const early = await workers()
    await world.advance('P30D')
    const later = await workers()
    const all = elements(await get(`/propertyUse/${use}/useDetails`), 'numberOfWorkers')
    await call('DELETE', `/useDetails/${all.at(-1)?.attributes['id']}`)

    expect([before, early, later, await workers()]).toEqual(['23', '23', '7', '23'])
    expect(all).toHaveLength(2)
  })

  test('are corrected one by one, each by a body of its own kind', async () => {
    const { call, get, tower } = await open()
    const use = idIn(await get(`/property/${tower}/propertyUse/list`))
    const { id } = detail(await get(`/propertyUse/${use}`), 'numberOfComputers')

    const other = await call('PUT', `/useDetails/${id}`, '<numberOfWorkers><value>3</value></numberOfWorkers>')
    const right = await call('PUT', `/useDetails/${id}`, '<numberOfComputers><value>3</value></numberOfComputers>')

    expect([other.status, errorNumber(other), right.status]).toEqual([400, '-200', 200])
    expect(detail(await get(`/propertyUse/${use}`), 'numberOfComputers')).toMatchObject({ value: '3', default: 'No' })
  })

  test('of another type of use are refused, and a use keeps its last floor area', async () => {
    const { call, get, post, tower } = await open()
    const use = idIn(await get(`/property/${tower}/propertyUse/list`))
    const { id } = detail(await get(`/propertyUse/${use}`), 'totalGrossFloorArea')

    const bedrooms = await post(
      `/propertyUse/${use}/useDetails`,
      '<useDetails><numberOfBedrooms><value>7</value></numberOfBedrooms></useDetails>',
    )
    const last = await call('DELETE', `/useDetails/${id}`)

    expect([bedrooms.status, errorNumber(bedrooms)]).toEqual([400, '-200'])
    expect([last.status, errorNumber(last)]).toEqual([400, '-200'])
  })
})
