import { describe, expect, test } from 'vitest'
import { elements, errorNumber, links, openWorld, texts, type Answer } from './client.ts'

const given = {
  accounts: { olive: { organization: 'Olive Tower LLC', connected: true } },
  properties: {
    tower: {
      owner: 'olive',
      meters: { power: 'Electric', gas: 'Natural Gas' },
      sharedWithYou: { access: 'Read', meters: { power: 'Read Write' } },
    },
  },
}
type Sandbox = Awaited<ReturnType<typeof openWorld>>

async function found({ get }: Sandbox) {
  const idOf = (answer: Answer, at = 0) => elements(answer, 'link')[at]?.attributes['id'] ?? ''
  const customer = idOf(await get('/customer/list'))
  const property = idOf(await get(`/account/${customer}/property/list`))
  const meter = idOf(await get(`/property/${property}/meter/list?myAccessOnly=true`))
  return { customer, property, meter }
}

const property = `<property><name>Annex</name><primaryFunction>Office</primaryFunction><constructionStatus>Existing</constructionStatus><yearBuilt>1990</yearBuilt><address address1="1 Main" city="Arlington" state="VA" postalCode="22201" country="US"/><grossFloorArea units="Square Feet"><value>1000</value></grossFloorArea><isFederalProperty>false</isFederalProperty><occupancyPercentage>80</occupancyPercentage></property>`
const meter =
  '<meter><type>Electric</type><name>Lights</name><unitOfMeasure>kWh (thousand Watt-hours)</unitOfMeasure><firstBillDate>2020-01-01</firstBillDate><inUse>true</inUse></meter>'
const wasteMeter =
  '<wasteMeter><name>Bins</name><type>Disposed - Trash</type><unitOfMeasure>tons</unitOfMeasure><dataEntryMethod>regular</dataEntryMethod><inUse>true</inUse></wasteMeter>'
const monthly = (month: number, usage = month) =>
  `<meterConsumption><startDate>${2000 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01</startDate><endDate>${2000 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-28</endDate><usage>${usage}</usage></meterConsumption>`
const entries = (count: number) =>
  `<meterData>${Array.from({ length: count }, (_, at) => monthly(at)).join('')}</meterData>`

describe('a property', () => {
  test('made for a customer is held at once, can be edited in part, and deleted', async () => {
    const sandbox = await openWorld(given)
    const { customer } = await found(sandbox)

    const made = await sandbox.post(`/account/${customer}/property`, property)
    const id = texts(made, 'id')[0] ?? ''
    expect(links(made)).toEqual([['This is the GET url for this Property.', `/property/${id}`]])
    const edited = await sandbox.call(
      'PUT',
      `/property/${id}`,
      '<property><name>New Annex</name><isFederalProperty>false</isFederalProperty><occupancyPercentage>70</occupancyPercentage></property>',
    )
    const read = await sandbox.get(`/property/${id}`)

    expect(edited.status).toBe(200)
    expect([texts(read, 'name'), texts(read, 'yearBuilt'), texts(read, 'accessLevel')]).toEqual([
      ['New Annex'],
      ['1990'],
      ['Read Write'],
    ])
    expect((await sandbox.call('DELETE', `/property/${id}`)).status).toBe(200)
    expect((await sandbox.get(`/property/${id}`)).status).toBe(404)
  })

  test('held at Read is not edited', async () => {
    const sandbox = await openWorld(given)
    const { property: id } = await found(sandbox)

    const answer = await sandbox.call('PUT', `/property/${id}`, property)

    expect([answer.status, errorNumber(answer)]).toEqual([403, '-200'])
  })

  test('without what no property can be without is refused with -200', async () => {
    const sandbox = await openWorld(given)
    const { customer } = await found(sandbox)

    const answer = await sandbox.post(
      `/account/${customer}/property`,
      property.replace(/<yearBuilt>.*<\/yearBuilt>/, ''),
    )

    expect([answer.status, errorNumber(answer)]).toEqual([400, '-200'])
  })

  test('of an account that is not connected is not listed', async () => {
    const { act, get } = await openWorld(given)
    await act('disconnect', { as: 'olive' })
    const account = texts(await get('/notification/list'), 'accountId')[0]

    expect((await get(`/account/${account}/property/list`)).status).toBe(403)
    expect((await get(`/account/${account}/customFieldList`)).status).toBe(403)
  })

  test('is listed as a building where the switch says so', async () => {
    const sandbox = await openWorld(given, { legacyBuildingLinks: 'on' })
    const { customer, property: id } = await found(sandbox)

    expect(links(await sandbox.get(`/account/${customer}/property/list`))).toEqual([
      ['This is the GET url for this Building.', `/building/${id}`],
    ])
  })
})

describe('a meter', () => {
  test('list holds all meters of a property, or only those within reach', async () => {
    const sandbox = await openWorld(given)
    const { property: id } = await found(sandbox)
    const counts = []

    for (const query of ['', '?myAccessOnly=false', '?myAccessOnly=(myAccessOnly)', '?myAccessOnly=true'])
      counts.push(elements(await sandbox.get(`/property/${id}/meter/list${query}`), 'link').length)

    expect(counts).toEqual([2, 2, 2, 1])
  })

  test.each([
    ['meter', meter],
    ['wasteMeter', wasteMeter],
  ])('of either kind (%s) is made, read, edited and deleted', async (root, body) => {
    const sandbox = await openWorld(given)
    const { customer } = await found(sandbox)
    const [place] = texts(await sandbox.post(`/account/${customer}/property`, property), 'id')

    const [id] = texts(await sandbox.post(`/property/${place}/meter/`, body), 'id')
    const edited = await sandbox.call('PUT', `/meter/${id}`, body.replace(/<name>.*<\/name>/, '<name>Other</name>'))
    const read = await sandbox.get(`/meter/${id}`)

    expect(edited.status).toBe(200)
    expect([read.root.name, texts(read, 'name'), texts(read, 'id')]).toEqual([root, ['Other'], [id]])
    expect((await sandbox.call('DELETE', `/meter/${id}`)).status).toBe(200)
    expect((await sandbox.get(`/meter/${id}`)).status).toBe(404)
  })

  test('does not turn into one of the other kind', async () => {
    const sandbox = await openWorld(given)
    const { meter: id } = await found(sandbox)

    const answer = await sandbox.call('PUT', `/meter/${id}`, wasteMeter)

    expect([answer.status, errorNumber(answer)]).toEqual([400, '-200'])
  })
})

describe('entries of a meter', () => {
  test('are written, with their ids in the answer, and read again', async () => {
    const sandbox = await openWorld(given)
    const { meter: id } = await found(sandbox)

    const written = await sandbox.post(`/meter/${id}/consumptionData`, entries(2))
    const read = await sandbox.get(`/meter/${id}/consumptionData`)

    expect(texts(written, 'usage')).toEqual(['0', '1'])
    expect(texts(written, 'id')).toEqual(texts(read, 'id'))
    expect(elements(read, 'links')).toHaveLength(1)
  })

  test('come 120 to a page, whose links end with the number of the page', async () => {
    const sandbox = await openWorld(given)
    const { meter: id } = await found(sandbox)
    const path = `/meter/${id}/consumptionData`
    await sandbox.post(path, entries(120))
    await sandbox.post(path, `<meterData>${monthly(200)}</meterData>`)

    const first = await sandbox.get(`${path}?startDate=1999-01-01`)
    const second = await sandbox.get(links(first)[0]?.[1] ?? '')

    expect(links(first)).toEqual([['next page', `${path}?startDate=1999-01-01&page=2`]])
    expect(elements(first, 'link')[0]?.attributes['httpMethod']).toBe('get')
    expect([elements(first, 'meterConsumption').length, elements(second, 'meterConsumption').length]).toEqual([120, 1])
    expect(links(second)).toEqual([['previous page', `${path}?startDate=1999-01-01&page=1`]])
  })

  test.each([
    ['121 of them', entries(121), '-100'],
    ['the end before the start', entries(1).replace('-01</startDate>', '-30</startDate>'), '-200'],
    [
      'estimatedValue as an element',
      entries(1).replace('</usage>', '</usage><estimatedValue>true</estimatedValue>'),
      '-100',
    ],
  ])('with %s are refused, and none is written', async (_, body, number) => {
    const sandbox = await openWorld(given)
    const { meter: id } = await found(sandbox)

    const answer = await sandbox.post(`/meter/${id}/consumptionData`, body)

    expect([answer.status, errorNumber(answer)]).toEqual([400, number])
    expect(elements(await sandbox.get(`/meter/${id}/consumptionData`), 'meterConsumption')).toEqual([])
  })

  test('lose the cost that is left empty, and the demand that is left out', async () => {
    const sandbox = await openWorld(given)
    const { meter: id } = await found(sandbox)
    const full = monthly(1).replace(
      '</usage>',
      '</usage><cost>5</cost><demandTracking><demand>1</demand></demandTracking>',
    )
    const [entry] = texts(await sandbox.post(`/meter/${id}/consumptionData`, `<meterData>${full}</meterData>`), 'id')

    const edited = await sandbox.call(
      'PUT',
      `/consumptionData/${entry}`,
      monthly(1, 9).replace('</usage>', '</usage><cost/>'),
    )
    const read = await sandbox.get(`/meter/${id}/consumptionData`)

    expect(edited.status).toBe(200)
    expect([texts(read, 'usage'), texts(read, 'cost'), elements(read, 'demandTracking')]).toEqual([['9'], [], []])
  })

  test('are deleted one by one or by days, and all at once by a misspelt day, with a finding', async () => {
    const sandbox = await openWorld(given)
    const { meter: id } = await found(sandbox)
    const path = `/meter/${id}/consumptionData`
    const [one] = texts(await sandbox.post(path, entries(24)), 'id')
    const left = async () => elements(await sandbox.get(path), 'meterConsumption').length

    await sandbox.call('DELETE', `/consumptionData/${one}`)
    expect(await left()).toBe(23)
    await sandbox.call('DELETE', `${path}?startDate=2001-01-01&endDate=2001-12-31`)
    expect(await left()).toBe(11)
    expect(sandbox.world.journal.findings('all-entries-deleted').none()).toBe(true)
    await sandbox.call('DELETE', `${path}?startdate=2001-01-01`)

    expect(await left()).toBe(0)
    expect(sandbox.world.journal.findings('all-entries-deleted').count()).toBe(1)
  })

  test('of another shape than the meter takes are refused', async () => {
    const sandbox = await openWorld(given)
    const { meter: id } = await found(sandbox)
    const delivery = '<meterDelivery><deliveryDate>2026-01-01</deliveryDate><quantity>1</quantity></meterDelivery>'

    const answer = await sandbox.post(`/meter/${id}/consumptionData`, `<meterData>${delivery}</meterData>`)

    expect([answer.status, errorNumber(answer)]).toEqual([400, '-200'])
  })
})

describe('metrics', () => {
  const asking = (names: string) => ({ headers: { 'pm-metrics': names } })
  const query = '?year=2026&month=2&measurementSystem=EPA'

  test('say who administers and shares a property, and nil where nothing can be computed', async () => {
    const sandbox = await openWorld(given)
    const { customer, property: id } = await found(sandbox)

    const answer = await sandbox.get(
      `/property/${id}/metrics${query}`,
      asking('propertyDataAdministratorAccountId, myPermissions,numberOfPeopleWithAccess, score'),
    )

    expect(answer.root.attributes).toEqual({ propertyId: id, year: '2026', month: '2' })
    expect(texts(answer, 'value')).toEqual([customer, 'Read Only Access', '2', ''])
    expect(elements(answer, 'value')[3]?.attributes['xsi:nil']).toBe('true')
  })

  test.each([
    ['no header', query, ''],
    ['eleven names', query, Array.from({ length: 11 }, () => 'score').join(',')],
    ['an unknown name', query, 'shoeSize'],
    ['no system of units', '?year=2026&month=2', 'siteTotal'],
    ['a month that is none', '?year=2026&month=13&measurementSystem=EPA', 'score'],
    ['no year', '?month=2&measurementSystem=EPA', 'score'],
  ])('asked with %s are refused', async (_, query, names) => {
    const sandbox = await openWorld(given)
    const { property: id } = await found(sandbox)

    const answer = await sandbox.get(`/property/${id}/metrics${query}`, asking(names))

    expect([answer.status, errorNumber(answer)]).toEqual([400, '-200'])
  })
})
