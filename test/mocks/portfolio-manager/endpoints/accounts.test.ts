import { describe, expect, test } from 'vitest'
import { endpoints } from '../../../../mocks/portfolio-manager/endpoints/index.ts'
import { elements, errorNumber, links, openWorld, texts } from './client.ts'

const given = {
  you: { customFields: [{ name: 'Account number', whenToPrompt: 'Once', required: true }] },
  accounts: { olive: { organization: 'Olive Tower LLC', connected: true, customFields: { 'Account number': 'A-1' } } },
}

describe('the own account', () => {
  test('is read and written back; the asterisks leave the password as it is', async () => {
    const { call, get } = await openWorld({})
    const { text } = await get('/account')

    const written = await call('PUT', '/account', text.replace('<searchable>true<', '<searchable>false<'))

    expect(written.status).toBe(200)
    expect(texts(await get('/account'), 'searchable')).toEqual(['false'])
  })

  test('takes a new password, which stands nowhere afterwards', async () => {
    const { call, get, lastExchange, world } = await openWorld({})
    const { text } = await get('/account')

    await call('PUT', '/account', text.replace('********', 'Other-Secret-9'))

    expect((await get('/account')).status).toBe(401)
    expect(lastExchange().refusal?.refusal).toBe('unauthorized')
    expect(JSON.stringify([world.snapshots.take(), world.journal.entries()])).not.toContain('Other-Secret-9')
  })

  test.each([
    ['POST', '/account', '<account><password>Other-Secret-9</password></account>'],
    ['PUT', '/account', '<account><password x="1"><![CDATA[Other-Secret-9]]></password></account>'],
    ['PUT', '/account', '<account><password>Other-Secret-9'],
  ])('keeps no password of a refused %s %s in the journal: %s', async (method, path, body) => {
    const { call, world } = await openWorld({})

    const answer = await call(method, path, body)

    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(JSON.stringify(world.journal.entries())).not.toContain('Other-Secret-9')
    expect(JSON.stringify(world.journal.entries())).toContain('<password')
  })

  test('does not take the name of another', async () => {
    const { call, get } = await openWorld({ accounts: { olive: { username: 'olive' } } })
    const { text } = await get('/account')

    const answer = await call('PUT', '/account', text.replace('<username>acme-energy<', '<username>olive<'))

    expect([answer.status, errorNumber(answer)]).toEqual([400, '-200'])
  })
})

describe('a customer', () => {
  test('made by its provider is connected at once', async () => {
    const { get, post } = await openWorld({ accounts: {} })
    const { text } = await get('/account')
    const other = text.replace(/<username>.*?</, '<username>newcomer<').replace('********', 'Secret-123')

    const made = await post('/customer', other)

    expect(links(made)).toEqual([['This is the GET url for this Customer.', `/customer/${texts(made, 'id')[0]}`]])
    expect(texts(await get(`/customer/${texts(made, 'id')[0]}`), 'username')).toEqual(['newcomer'])
  })

  test('made by its provider gets a property and a meter, which the provider holds at once', async () => {
    const { get, post } = await openWorld({ accounts: {} })
    const { text } = await get('/account')
    const other = text.replace(/<username>.*?</, '<username>newcomer<').replace('********', 'Secret-123')
    const customer = texts(await post('/customer', other), 'id')[0]
    const details =
      '<property><name>Annex</name><primaryFunction>Office</primaryFunction><constructionStatus>Existing</constructionStatus><yearBuilt>1990</yearBuilt><address address1="1 Main" city="Arlington" state="VA" postalCode="22201" country="US"/><grossFloorArea units="Square Feet"><value>1000</value></grossFloorArea><isFederalProperty>false</isFederalProperty><occupancyPercentage>80</occupancyPercentage></property>'
    const electric =
      '<meter><type>Electric</type><name>Lights</name><unitOfMeasure>kWh (thousand Watt-hours)</unitOfMeasure><firstBillDate>2020-01-01</firstBillDate><inUse>true</inUse></meter>'

    const property = texts(await post(`/account/${customer}/property`, details), 'id')[0]
    const meter = texts(await post(`/property/${property}/meter`, electric), 'id')[0]

    expect(texts(await get(`/property/${property}`), 'accessLevel')).toEqual(['Read Write'])
    expect(texts(await get(`/meter/${meter}`), 'accessLevel')).toEqual(['Read Write'])
    expect(texts(await get('/share/property/pending/list'), 'propertyId')).toEqual([])
    expect(texts(await get(`/idHierarchy/meter/${meter}`), 'accountId')).toEqual([customer])
  })

  test('is edited in part', async () => {
    const { call, get } = await openWorld(given)
    const id = elements(await get('/customer/list'), 'link')[0]?.attributes['id']

    const edited = await call(
      'PUT',
      `/customer/${id}`,
      '<customer><languagePreference>fr_CA</languagePreference></customer>',
    )
    const read = await get(`/customer/${id}`)

    expect(edited.status).toBe(200)
    expect([texts(read, 'languagePreference'), texts(read, 'organization')]).toEqual([['fr_CA'], ['Olive Tower LLC']])
  })

  test('told its provider what it filled in', async () => {
    const { get } = await openWorld(given)
    const id = elements(await get('/customer/list'), 'link')[0]?.attributes['id']

    const answer = await get(`/account/${id}/customFieldList`)

    expect(elements(answer, 'customField')).toMatchObject([{ attributes: { name: 'Account number' }, text: 'A-1' }])
  })
})

describe('the settings of a provider', () => {
  test('change only in what a body names', async () => {
    const { call, get } = await openWorld({ you: { terms: 'Be kind' } })

    await call(
      'PUT',
      '/dataExchangeSettings',
      '<dataExchangeSettings><supportedMeterTypes><meterType>Electric</meterType></supportedMeterTypes></dataExchangeSettings>',
    )
    const read = await get('/dataExchangeSettings')

    expect([texts(read, 'meterType'), texts(read, 'text')]).toEqual([['Electric'], ['Be kind']])
  })

  test('hold custom fields that are made, listed, read, edited and deleted', async () => {
    const { call, get, post } = await openWorld({})
    const field = '<customField name="Region" required="false" validCharacters="Any" whenToPrompt="Property"/>'
    const [id] = texts(await post('/dataExchangeSettings/customField', field), 'id')
    const path = `/dataExchangeSettings/customField/${id}`

    expect(elements(await get('/dataExchangeSettings/customField/list'), 'link')[0]?.attributes).toMatchObject({
      id,
      hint: 'Region',
      link: path,
    })
    await call('PUT', path, field.replace('Region', 'State'))
    expect((await get(path)).root.attributes['name']).toBe('State')
    expect((await call('DELETE', path)).status).toBe(200)

    expect((await get(path)).status).toBe(404)
  })
})

test('every endpoint is cited and named as noun and verb', () => {
  const names = endpoints.map(({ name }) => name)

  expect(new Set(names).size).toBe(names.length)
  expect(names.filter((name) => !/^[a-z]+[A-Za-z]*\.[a-z]+[A-Za-z]*$/.test(name))).toEqual([])
  expect(endpoints.filter(({ source }) => !/^(DOC|REC|NRCAN|GUIDE|XSD26|RUN)\b/.test(source))).toEqual([])
})
