import { describe, expect, test } from 'vitest'
import { elements, errorNumber, links, openWorld, texts, type Answer } from './client.ts'

const given = {
  accounts: { olive: { connected: true } },
  properties: {
    tower: {
      owner: 'olive',
      meters: { power: 'Electric', gas: 'Natural Gas' },
      sharedWithYou: { access: 'Read Write', meters: { power: 'Read Write' } },
    },
  },
}
const identifier = (type: string, value: string) =>
  `<additionalIdentifier><additionalIdentifierType id="${type}"/><description>Our number</description><value>${value}</value></additionalIdentifier>`

async function open() {
  const sandbox = await openWorld(given)
  const [customer] = ids(await sandbox.get('/customer/list'))
  const [tower] = ids(await sandbox.get(`/account/${customer}/property/list`))
  const [power, gas] = ids(await sandbox.get(`/property/${tower}/meter/list`))
  return { ...sandbox, tower, power, gas }
}
const ids = (answer: Answer) => elements(answer, 'link').map(({ attributes }) => attributes['id'])

describe.each(['property', 'meter'] as const)('the identifiers of a %s', (noun) => {
  test('are written, read, edited and deleted', async () => {
    const { call, get, post, tower, power } = await open()
    const path = noun === 'property' ? `/property/${tower}/identifier` : `/meter/${power}/identifier`

    const made = await post(path, identifier('2', 'T-1'))
    const [[, link] = []] = links(made)
    const list = await get(`${path}/list`)
    await call('PUT', link ?? '', identifier('3', 'T-2'))
    const edited = await get(link ?? '')
    const deleted = await call('DELETE', link ?? '')

    expect(links(made)).toEqual([['This is the GET url for this custom ID.', `${path}/${texts(made, 'id')[0]}`]])
    expect(texts(list, 'value')).toEqual(['T-1'])
    expect(elements(list, 'additionalIdentifierType')[0]?.attributes).toMatchObject({ id: '2', name: 'Custom ID 2' })
    expect([texts(edited, 'value'), texts(edited, 'description')]).toEqual([['T-2'], ['Our number']])
    expect(elements(edited, 'additionalIdentifierType')[0]?.attributes['id']).toBe('3')
    expect([deleted.status, (await get(link ?? '')).status]).toEqual([200, 404])
  })

  test('have three free places, and no fourth', async () => {
    const { get, post, tower, power } = await open()
    const path = noun === 'property' ? `/property/${tower}/identifier` : `/meter/${power}/identifier`

    const answers = []
    for (const type of ['1', '2', '3', '3', '999', '']) answers.push(await post(path, identifier(type || '0', 'x')))

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 400, 400, 400])
    expect(answers.slice(3).map(errorNumber)).toEqual(['-200', '-200', '-200'])
    expect(texts(await get(`${path}/list`), 'value')).toHaveLength(3)
  })
})

test('types are listed: for properties also those agreed with cities and states', async () => {
  const { get } = await openWorld({})

  const property = elements(await get('/property/identifier/list'), 'additionalIdentifierType')
  const meter = elements(await get('/meter/identifier/list'), 'additionalIdentifierType')

  expect(meter.map(({ attributes }) => attributes['name'])).toEqual(['Custom ID 1', 'Custom ID 2', 'Custom ID 3'])
  expect(property.slice(0, 3)).toEqual(meter)
  expect(property.filter(({ attributes }) => attributes['standardApproved'] === 'true').length).toBeGreaterThan(5)
})

test('an identifier is not found under an item that is not its own', async () => {
  const { get, post, tower, power } = await open()
  const id = texts(await post(`/property/${tower}/identifier`, identifier('1', 'T-1')), 'id')[0]

  const answer = await get(`/meter/${power}/identifier/${id}`)

  expect(answer.status).toBe(404)
})

test('a meter without access keeps its identifiers to itself; the list of the property leaves them out', async () => {
  const { get, post, tower, power, gas } = await open()
  await post(`/meter/${power}/identifier`, identifier('1', 'P-1'))

  const denied = await get(`/meter/${gas}/identifier/list`)
  const all = await get(`/property/${tower}/meter/identifier/list`)

  expect(denied.status).toBe(403)
  expect([all.status, texts(all, 'value')]).toEqual([200, ['P-1']])
})
