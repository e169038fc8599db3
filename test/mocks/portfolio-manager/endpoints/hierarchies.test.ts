import { expect, test } from 'vitest'
import type { State } from '../../../../mocks/portfolio-manager/model/index.ts'
import { openWorld, type Answer } from './client.ts'

const given = {
  accounts: { olive: { username: 'olive', connected: true }, bob: {} },
  properties: {
    tower: { owner: 'olive', meters: { power: 'Electric' }, sharedWithYou: 'Read Write' },
    annex: { owner: 'olive', meters: { light: 'Electric' } },
  },
}
const entry =
  '<meterData><meterConsumption><startDate>2026-01-01</startDate><endDate>2026-02-01</endDate><usage>1</usage></meterConsumption></meterData>'

async function open() {
  const sandbox = await openWorld(given)
  const state = sandbox.world.read('portfolioManager', (state) => structuredClone(state) as State)
  const { account, property, meter } = state.names
  const meterOf = (name: string) => Object.values(meter[name] ?? {})[0] ?? ''
  return { ...sandbox, state, olive: account['olive'], tower: property['tower'], annex: property['annex'], meterOf }
}
const told = ({ root }: Answer) => Object.fromEntries(root.children.map(({ name, text }) => [name, text]))

test('says what lies above a property, a use, a detail, a meter and an entry', async () => {
  const { get, post, state, olive, tower, meterOf } = await open()
  const [use] = Object.keys(state.index.usesOf[tower as never] ?? {})
  const [detail] = Object.keys(state.index.useDetailsOf[use as never] ?? {})
  const power = meterOf('power')
  const posted = await post(`/meter/${power}/consumptionData`, entry)
  const [, data] = /<id>(\d+)</.exec(posted.text) ?? []

  const owner = { accountId: olive, username: 'olive', propertyId: tower }
  expect(told(await get(`/idHierarchy/property/${tower}`))).toEqual(owner)
  expect(told(await get(`/idHierarchy/propertyUse/${use}`))).toEqual({ ...owner, propertyUseId: use })
  expect(told(await get(`/idHierarchy/useDetails/${detail}`))).toEqual({
    ...owner,
    propertyUseId: use,
    useDetailId: detail,
  })
  expect(told(await get(`/idHierarchy/meter/${power}`))).toEqual({ ...owner, meterId: power })
  expect(told(await get(`/idHierarchy/consumptionData/${data}`))).toEqual({
    ...owner,
    meterId: power,
    consumptionDataId: data,
  })
})

test('says what lies above a waste entry', async () => {
  const { get, post, tower } = await open()
  const made = await post(
    `/property/${tower}/meter`,
    '<wasteMeter><name>Bins</name><type>Disposed - Trash</type><unitOfMeasure>tons</unitOfMeasure><dataEntryMethod>regular</dataEntryMethod><inUse>true</inUse></wasteMeter>',
  )
  const [, meter] = /<id>(\d+)</.exec(made.text) ?? []
  const posted = await post(
    `/meter/${meter}/wasteData`,
    '<wasteDataList><wasteData><startDate>2026-01-01</startDate><endDate>2026-02-01</endDate><quantity>2</quantity></wasteData></wasteDataList>',
  )
  const [, data] = /<id>(\d+)</.exec(posted.text) ?? []

  expect(told(await get(`/idHierarchy/wasteData/${data}`))).toMatchObject({ meterId: meter, wasteMeterDataId: data })
  expect((await get(`/idHierarchy/consumptionData/${data}`)).status).toBe(404)
})

test('is told while the share waits for an answer, when nothing else is', async () => {
  const { act, get, annex, meterOf } = await open()
  const light = meterOf('light')
  const before = await get(`/idHierarchy/property/${annex}`)

  await act('shareProperty', { as: 'olive', property: 'annex', access: 'Read', meters: { light: 'Read' } })

  expect(before.status).toBe(403)
  expect((await get(`/property/${annex}`)).status).toBe(403)
  expect(told(await get(`/idHierarchy/property/${annex}`))).toMatchObject({ username: 'olive' })
  expect(told(await get(`/idHierarchy/meter/${light}`))).toMatchObject({ propertyId: annex })
})

test('names the new administrator after a transfer, and nobody for what does not exist', async () => {
  const { act, get, state, tower } = await open()
  await act('proposeTransfer', { as: 'olive', property: 'tower', to: 'bob' })
  await act('acceptTransfer', { as: 'bob', property: 'tower' })

  expect(told(await get(`/idHierarchy/property/${tower}`))).toMatchObject({ accountId: state.names.account['bob'] })
  for (const thing of ['property', 'propertyUse', 'useDetails', 'meter', 'consumptionData', 'wasteData'])
    expect([thing, (await get(`/idHierarchy/${thing}/999`)).status]).toEqual([thing, 404])
})
