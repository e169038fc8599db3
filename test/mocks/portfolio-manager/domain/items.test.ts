import { describe, expect, test } from 'vitest'
import {
  createProperty,
  deleteProperty,
  listProperties,
  editProperty,
} from '../../../../mocks/portfolio-manager/domain/property.ts'
import { createMeter, deleteMeter, editMeter, listMeters } from '../../../../mocks/portfolio-manager/domain/meter.ts'
import { meterDetails, propertyDetails } from '../../../../mocks/portfolio-manager/domain/made-up.ts'
import {
  connectedTown,
  portfolioManager,
  statusOf,
  thrownBy,
  town,
  type Pm,
} from '../../../support/portfolio-manager.ts'

const held = (sharedWithYou: object | string = 'Read Write', settings = {}) =>
  portfolioManager(
    {
      ...connectedTown,
      properties: { ...town.properties, tower: { ...town.properties.tower, sharedWithYou: sharedWithYou as 'Read' } },
    },
    settings,
  )
const listed = (pm: Pm, account: string) =>
  pm.read((state) => listProperties(state, { caller: pm.you, account: pm.account(account) }).map(({ id }) => id))

describe('a property', () => {
  test('that the provider creates for a customer is held at once (P11)', () => {
    const pm = portfolioManager(connectedTown)

    const id = pm.change((state, house) => {
      const asked = { caller: pm.you, account: pm.account('olive'), details: propertyDetails('barn', {}, house) }
      return createProperty(state, asked, house)
    })

    expect([pm.sees.property(id), listed(pm, 'olive'), pm.pending().properties]).toEqual([200, [id], []])
    const { audit, level } = pm.read((state) => state.propertyShares[`${pm.you}/${id}`]) ?? {}
    expect([audit?.createdByAccountId, level]).toEqual([pm.you, 'Read Write'])
  })

  test('that the provider creates for itself is its own', () => {
    const pm = portfolioManager(connectedTown)

    const id = pm.change((state, house) =>
      createProperty(state, { caller: pm.you, account: pm.you, details: propertyDetails('lab', {}, house) }, house),
    )

    expect([pm.sees.property(id), listed(pm, 'you')]).toEqual([200, [id]])
    expect(pm.read((state) => state.propertyShares)).toEqual({})
  })

  test('cannot be created for a stranger', () => {
    const pm = portfolioManager(connectedTown)

    const create = () =>
      pm.change((state, house) =>
        createProperty(
          state,
          { caller: pm.you, account: pm.account('bob'), details: propertyDetails('x', {}, house) },
          house,
        ),
      )

    expect(statusOf(create)).toBe(403)
  })

  test.each([
    ['Read Write', 200],
    ['Read', 403],
  ])('held at %s answers %i to an edit and a deletion', (level, status) => {
    const pm = held({ access: level })
    const property = pm.property('tower')

    const edit = () =>
      pm.change((state, house) => {
        const details = propertyDetails('renamed', {}, house)
        editProperty(state, { caller: pm.you, property, details }, house)
      })
    const remove = () => pm.change((state, house) => deleteProperty(state, { caller: pm.you, property }, house))

    expect([statusOf(edit), statusOf(remove)]).toEqual([status, status])
    expect(pm.read((state) => state.properties[property]?.details.name)).toBe(
      status === 200 ? 'Renamed' : 'Olive Tower',
    )
    expect(pm.notifications()).toEqual([])
  })

  test('that its owner deletes is gone with its meters, a notice each (P9)', () => {
    const pm = held({ access: 'Read', meters: { power: 'Read' } })
    pm.act('shareMeters', { as: 'olive', property: 'tower', meters: { light: 'Read' } })

    pm.act('deleteProperty', { as: 'olive', property: 'tower' })

    expect(pm.notifications().map(({ type, meterId }) => [type, meterId])).toEqual([
      ['UNSHARE', undefined],
      ['UNSHARE', pm.meter('power')],
    ])
    expect([pm.sees.property('tower'), pm.sees.meter('power'), pm.pending().meters]).toEqual([404, 404, []])
    expect(thrownBy(() => pm.act('shareProperty', { as: 'olive', property: 'tower' })).alert).toBe('gone')
  })

  test('that the client deleted cannot be shared any more: the story ends', () => {
    const pm = held()
    pm.change((state, house) => deleteProperty(state, { caller: pm.you, property: pm.property('tower') }, house))

    const thrown = thrownBy(() => pm.act('shareProperty', { as: 'olive', property: 'tower' }))

    expect([thrown.constructor.name, thrown.message]).toEqual([
      'Impossible',
      'tower no longer exists: the client deleted it.',
    ])
  })

  test.each([
    ['off', [404, 404]],
    ['on', [200, 403]],
  ] as const)('deleted under softDelete=%s: property and meter answer %j (X16)', (softDelete, then) => {
    const pm = held('Read Write', { dialect: { softDelete } })

    pm.act('deleteProperty', { as: 'olive', property: 'tower' })

    expect([pm.sees.property('tower'), pm.sees.meter('power')]).toEqual(then)
    expect(listed(pm, 'olive')).toEqual([])
    const edit = () =>
      pm.change((state, house) => {
        const details = propertyDetails('renamed', {}, house)
        editProperty(state, { caller: pm.you, property: pm.property('tower'), details }, house)
      })
    expect(statusOf(edit)).toBe(softDelete === 'on' ? 403 : 404)
  })

  test('is listed under its owner and under whoever was given it', () => {
    const pm = held({ access: 'Read' })

    expect([listed(pm, 'olive'), listed(pm, 'mason'), listed(pm, 'you')]).toEqual(Array(3).fill([pm.property('tower')]))
    pm.unshareProperty('tower')
    expect([listed(pm, 'olive'), listed(pm, 'mason'), listed(pm, 'you')]).toEqual([[], [], []])
  })

  test('is set up and named by its owner on the page', () => {
    const pm = portfolioManager(connectedTown)

    pm.act('addProperty', { as: 'olive', name: 'barn', title: 'Old Barn', primaryFunction: 'Hotel', yearBuilt: 1900 })
    pm.act('addMeter', { as: 'olive', property: 'barn', name: 'power', type: 'Electric', unit: 'GJ' })
    pm.act('shareProperty', { as: 'olive', property: 'barn', access: 'Read', meters: { power: 'Read' } })

    const [property, meter] = [pm.property('barn'), pm.meter('barn.power')]
    expect(pm.pending()).toMatchObject({ properties: [property], meters: [meter] })
    expect(pm.read((state) => state.properties[property]?.details)).toMatchObject({ name: 'Old Barn', yearBuilt: 1900 })
    expect(pm.read((state) => state.meters[meter]?.details)).toMatchObject({ unitOfMeasure: 'GJ', name: 'Power' })
  })
})

describe('a meter', () => {
  const solar = (pm: Pm) => pm.read((_, house) => meterDetails('solar', { type: 'Electric', unit: 'tons' }, house))
  const create = (pm: Pm) =>
    pm.change((state, house) =>
      createMeter(state, { caller: pm.you, property: pm.property('tower'), details: solar(pm) }, house),
    )

  test.each([
    ['Read Write', 200],
    ['Read', 403],
  ])('is created on a property held at %s: %i (M8)', (level, status) => {
    expect(statusOf(() => create(held({ access: level })))).toBe(status)
  })

  test.each([
    ['any', 200],
    ['strict', 400],
  ] as const)('of an odd unit under unitPairs=%s: %i', (unitPairs, status) => {
    expect(statusOf(() => create(held('Read Write', { dialect: { unitPairs } })))).toBe(status)
  })

  test.each([
    ['Read Write', 200],
    ['Read', 403],
  ])('held at %s answers %i to an edit and a deletion', (level, status) => {
    const pm = held({ access: 'Read', meters: { power: level } })
    const meter = pm.meter('power')

    const edit = () =>
      pm.change((state, house) => {
        const details = meterDetails('renamed', { type: 'Electric' }, house)
        editMeter(state, { caller: pm.you, meter, details }, house)
      })
    const remove = () => pm.change((state, house) => deleteMeter(state, { caller: pm.you, meter }, house))

    expect([statusOf(edit), statusOf(remove)]).toEqual([status, status])
    expect(pm.sees.meter('power')).toBe(status === 200 ? 404 : 200)
    expect(pm.notifications()).toEqual([])
  })

  test('deleted alone under softDelete=on answers 403 (X16)', () => {
    const pm = held('Read Write', { dialect: { softDelete: 'on' } })

    pm.act('deleteMeter', { as: 'olive', meter: 'power' })

    expect([pm.sees.meter('power'), statusOf(() => pm.unshareMeter('power'))]).toEqual([403, 403])
  })

  test('is listed with its property, and alone if the caller may read it', () => {
    const pm = held({ access: 'Read', meters: { power: 'Read' } })
    const list = (myAccessOnly: boolean) =>
      pm.read((state, house) =>
        listMeters(state, { caller: pm.you, property: pm.property('tower'), myAccessOnly }, house).map(({ id }) => id),
      )

    expect(list(false)).toEqual([pm.meter('power'), pm.meter('light'), pm.meter('gas')])
    expect(list(true)).toEqual([pm.meter('power')])
  })

  test('is deleted on the page by its owner or a full-access user only', () => {
    const pm = held()

    expect(thrownBy(() => pm.act('deleteMeter', { as: 'bob', meter: 'power' })).alert).toBe('notYours')
    expect(
      thrownBy(() => pm.act('addMeter', { as: 'bob', property: 'tower', name: 'x', type: 'Electric' })).alert,
    ).toBe('notYours')
    pm.act('deleteMeter', { as: 'fran', property: 'tower', meter: 'power' })

    expect(pm.notifications()).toMatchObject([{ type: 'UNSHARE', createdBy: 'fran' }])
    expect(thrownBy(() => pm.act('deleteMeter', { as: 'olive', meter: 'power' })).alert).toBe('gone')
  })
})
