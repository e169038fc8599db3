import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { State } from '../../../../mocks/portfolio-manager/model/index.ts'
import { elements, errorNumber, links, openWorld, provider, texts, type Answer } from './client.ts'

const history = { from: '2024-01', to: '2026-02', annualUse: 120_000, annualCost: 18_000 }
const given = {
  accounts: { olive: { organization: 'Olive Tower LLC', connected: true } },
  properties: {
    tower: {
      owner: 'olive',
      grossFloorArea: 100_000,
      score: 75,
      meters: {
        power: { type: 'Electric', history },
        gas: { type: 'Natural Gas', associated: false },
        tap: 'Municipally Supplied Potable Water - Indoor',
        bins: { type: 'Disposed - Trash', unit: 'tons' },
      },
      sharedWithYou: 'Read Write',
    },
  },
}
type Sandbox = Awaited<ReturnType<typeof openWorld>>

const idsIn = ({ world }: Sandbox) =>
  world.read(provider, (state) => {
    const { names } = state as unknown as State
    const meter = (name: string) => Object.values(names.meter[name] ?? {})[0] ?? ''
    return { tower: names.property['tower'] ?? '', power: meter('power'), gas: meter('gas'), bins: meter('bins') }
  })

const waste = (month: number, inside = '<quantity>2.5</quantity>') =>
  `<wasteData><startDate>2025-${String(month).padStart(2, '0')}-01</startDate><endDate>2025-${String(month).padStart(2, '0')}-28</endDate>${inside}</wasteData>`
const wasteList = (count: number) =>
  `<wasteDataList>${Array.from({ length: count }, (_, at) => waste((at % 12) + 1)).join('')}</wasteDataList>`

describe('waste data', () => {
  test('are written, read, edited and deleted like consumption data', async () => {
    const sandbox = await openWorld(given)
    const path = `/meter/${idsIn(sandbox).bins}/wasteData`

    const written = await sandbox.post(path, wasteList(3))
    const [first, second] = texts(written, 'id')
    const edited = await sandbox.call('PUT', `/wasteData/${first}`, waste(1, '<quantity>9</quantity>'))
    const deleted = await sandbox.call('DELETE', `/wasteData/${second}`)
    const read = await sandbox.get(path)

    expect([written.root.name, edited.status, deleted.status]).toEqual(['wasteDataList', 200, 200])
    expect([texts(read, 'quantity'), elements(read, 'links').length]).toEqual([['9', '2.5'], 1])
  })

  test('come 120 to a page, are refused from 121 on, and all go by a misspelt day', async () => {
    const sandbox = await openWorld(given)
    const path = `/meter/${idsIn(sandbox).bins}/wasteData`
    await sandbox.post(path, wasteList(120))
    await sandbox.post(path, wasteList(1))

    expect(links(await sandbox.get(path))).toEqual([['next page', `${path}?page=2`]])
    expect(errorNumber(await sandbox.post(path, wasteList(121)))).toBe('-100')
    await sandbox.call('DELETE', `${path}?startdate=2025-01-01&endDate=2025-01-31`)
    await sandbox.call('DELETE', `${path}?startdate=2025-01-01&enddate=2025-01-31`)

    expect(elements(await sandbox.get(path), 'wasteData')).toEqual([])
    const [open, all] = ['open-range-deleted', 'all-entries-deleted'].map((finding) =>
      sandbox.world.journal.findings(finding).list(),
    )
    expect([open?.length, all?.length]).toEqual([1, 1])
    expect(all?.[0]?.says).toMatch(/does not say startDate and endDate, but "startdate", "enddate"/)
  })

  test('and consumption data are services of their own', async () => {
    const sandbox = await openWorld(given)
    const { bins, power } = idsIn(sandbox)
    const [entry] = texts(await sandbox.post(`/meter/${bins}/wasteData`, wasteList(1)), 'id')

    const answers = [
      await sandbox.get(`/meter/${bins}/consumptionData`),
      await sandbox.get(`/meter/${power}/wasteData`),
      await sandbox.post(`/meter/${power}/wasteData`, wasteList(1)),
      await sandbox.call('DELETE', `/meter/${power}/wasteData`),
      await sandbox.call('DELETE', `/consumptionData/${entry}`),
      await sandbox.call('DELETE', '/wasteData/77'),
    ]

    expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 400, 404, 404])
  })
})

describe('associations', () => {
  const list = (meters: readonly string[], more = '') =>
    `<meterPropertyAssociationList><energyMeterAssociation><meters>${meters.map((id) => `<meterId>${id}</meterId>`).join('')}</meters><propertyRepresentation><propertyRepresentationType>Whole Property</propertyRepresentationType></propertyRepresentation></energyMeterAssociation>${more}</meterPropertyAssociationList>`

  test('are listed by kind, each with what it stands for', async () => {
    const sandbox = await openWorld(given)
    const { tower, power } = idsIn(sandbox)

    const answer = await sandbox.get(`/association/property/${tower}/meter`)

    expect(answer.root.children.map(({ name }) => name)).toEqual([
      'energyMeterAssociation',
      'waterMeterAssociation',
      'wasteMeterAssociation',
    ])
    expect(texts(answer, 'meterId')[0]).toBe(power)
    expect(texts(answer, 'propertyRepresentationType')).toEqual(['No Selection Made', 'No Selection Made'])
  })

  test('are replaced, added and taken out, and each answer but the last says where the list is', async () => {
    const sandbox = await openWorld(given)
    const { tower, power, gas } = idsIn(sandbox)
    const path = `/association/property/${tower}/meter`

    const replaced = await sandbox.post(path, list([gas]))
    const added = await sandbox.post(`${path}/${power}`)
    const removed = await sandbox.call('DELETE', `${path}/${gas}`)

    expect([replaced, added].map(links)).toEqual(
      Array(2).fill([['This is the GET url for this property meter association list.', path]]),
    )
    expect([removed.status, links(removed)]).toEqual([200, []])
    const now = await sandbox.get(path)
    expect([texts(now, 'meterId')[0], texts(now, 'propertyRepresentationType')[0]]).toEqual([power, 'Whole Property'])
  })

  test.each([
    ['a kind the schema does not have', '<meterPropertyAssociationList><gas/></meterPropertyAssociationList>', '-100'],
    [
      'a representation that lacks its uses',
      list([]).replace('Whole Property', 'Combination of Tenant and Common Area Consumption'),
      '-200',
    ],
  ])('with %s are refused', async (_, body, number) => {
    const sandbox = await openWorld(given)

    const answer = await sandbox.post(`/association/property/${idsIn(sandbox).tower}/meter`, body)

    expect([answer.status, errorNumber(answer)]).toEqual([400, number])
  })
})

describe('metrics of what meters measured', () => {
  const asking = (...names: string[]) => ({ headers: { 'pm-metrics': names.join(', ') } })
  const query = '?year=2025&month=12&measurementSystem=EPA'

  test('are there once a meter is associated, and nil before, with the reason in the journal', async () => {
    const sandbox = await openWorld(given)
    const { tower, power } = idsIn(sandbox)
    const ask = () => sandbox.get(`/property/${tower}/metrics${query}`, asking('siteTotal', 'score', 'energyCost'))
    await sandbox.call('DELETE', `/association/property/${tower}/meter/${power}`)

    const before = await ask()
    await sandbox.post(`/association/property/${tower}/meter/${power}`)
    const after = await ask()

    expect(elements(before, 'value').map(({ attributes }) => attributes['xsi:nil'])).toEqual(['true', 'true', 'true'])
    const [finding] = sandbox.world.journal.findings('nil-metrics').list()
    expect(finding?.says).toBe('siteTotal, score, energyCost: No energy meter is associated with the property.')
    expect(texts(after, 'value').slice(1)).toEqual(['75', '18000.00'])
    expect(Number(texts(after, 'value')[0])).toBeCloseTo(120_000 * 3.412, 0)
  })

  test('are told in the units asked for', async () => {
    const sandbox = await openWorld(given)
    const { tower } = idsIn(sandbox)

    const answer = await sandbox.get(
      `/property/${tower}/metrics${query.replace('EPA', 'METRIC')}`,
      asking('siteTotal', 'siteIntensity'),
    )

    expect(elements(answer, 'metric').map(({ attributes }) => attributes['uom'])).toEqual(['GJ', 'GJ/m²'])
  })

  test('come by month from a service of their own, twelve of each', async () => {
    const sandbox = await openWorld(given)
    const { tower } = idsIn(sandbox)

    const answer = await sandbox.get(`/property/${tower}/metrics/monthly${query}`, asking('siteElectricityUseMonthly'))

    const months = elements(answer, 'monthlyMetric').map(
      ({ attributes }) => `${attributes['year']}/${attributes['month']}`,
    )
    expect([months.length, months[0], months.at(-1)]).toEqual([12, '2025/1', '2025/12'])
    const wrong = await sandbox.get(`/property/${tower}/metrics/monthly${query}`, asking('siteTotal'))
    expect([wrong.status, errorNumber(wrong)]).toEqual([400, '-200'])
  })

  test('carry the system of units where the switch says so', async () => {
    const sandbox = await openWorld(given, { metricsAttr: 'present' })

    const answer = await sandbox.get(`/property/${idsIn(sandbox).tower}/metrics${query}`, asking('siteTotal'))

    expect(answer.root.attributes['measurementSystem']).toBe('EPA')
  })

  test('have reasons where there is no score', async () => {
    const sandbox = await openWorld(given)
    const { tower } = idsIn(sandbox)

    const [fine, early, water] = [
      await sandbox.get(`/property/${tower}/reasonsForNoScore?year=2025&month=12`),
      await sandbox.get(`/property/${tower}/reasonsForNoScore?year=2024&month=6`),
      await sandbox.get(`/property/${tower}/reasonsForNoWaterScore?year=2025&month=12`),
    ]

    expect(fine.root).toMatchObject({ attributes: { propertyId: tower, year: '2025', month: '12' }, children: [] })
    expect(texts(early, 'name')).toEqual(['Energy Meter has less than 12 full calendar months of data'])
    expect(texts(water, 'name').length).toBeGreaterThan(0)
    expect((await sandbox.get(`/property/${tower}/reasonsForNoScore?year=2025`)).status).toBe(400)
  })
})

test('a window begins and ends on days of the calendar', async () => {
  const sandbox = await openWorld(given)
  const path = `/meter/${idsIn(sandbox).power}/consumptionData`

  const answers = [await sandbox.get(`${path}?startDate=2024-02-29`), await sandbox.get(`${path}?startDate=2026-02-30`)]

  expect(answers.map(({ status }) => status)).toEqual([200, 400])
})

test('for every seed, the pages of a long history concatenate to the whole, each entry once', async () => {
  const walk = async ({ get }: Sandbox, path: string): Promise<Answer[]> => {
    const answer = await get(path)
    const next = links(answer).find(([text]) => text === 'next page')?.[1]
    return [answer, ...(next === undefined ? [] : await walk({ get } as Sandbox, next))]
  }
  await fc.assert(
    fc.asyncProperty(fc.string({ minLength: 1 }), fc.integer({ min: 1980, max: 2025 }), async (seed, year) => {
      const power = { type: 'Electric', history: { ...history, from: `${year}-01` } }
      const properties = { tower: { owner: 'olive', meters: { power }, sharedWithYou: 'Read' } }
      const sandbox = await openWorld({ ...given, properties }, {}, { seed })
      const months = (2026 - year) * 12 + 2

      const pages = await walk(sandbox, `/meter/${idsIn(sandbox).power}/consumptionData?startDate=${year}-01-01`)

      const ids = pages.flatMap((page) => texts(page, 'id'))
      const starts = pages.flatMap((page) => texts(page, 'startDate'))
      expect(pages).toHaveLength(Math.ceil(months / 120))
      expect([ids.length, new Set(ids).size]).toEqual([months, months])
      expect(starts).toEqual(starts.toSorted())
    }),
    { numRuns: 15 },
  )
})
