import { describe, expect, test } from 'vitest'
import { useControlledToy } from '../../support/control.ts'
import { as } from '../../support/worlds.ts'

const { ask, client } = useControlledToy()

describe('people', () => {
  test('act by name, and the client sees what came of it', async () => {
    const before = await client('/count', as('bob'))

    const { body } = await ask().post('/worlds/default/customer/toyGrid/share').send({ as: 'bob' }).expect(200)

    expect(before.status).toBe(403)
    expect((await client('/count', as('bob'))).status).toBe(200)
    const { body: told } = await ask().get('/worlds/default/journal?kind=step')
    expect(told.entries).toMatchObject([{ id: body.entry, door: 'customer', action: 'toyGrid.share', by: 'person' }])
  })

  test('and the back office are each behind their own door', async () => {
    const { body } = await ask().post('/worlds/default/utility/toy-grid/publish').send({ of: 'ann' }).expect(200)

    expect(body.result).toEqual({ count: expect.any(Number) })
    await ask().post('/worlds/default/customer/toyGrid/publish').send({ of: 'ann' }).expect(404)
  })

  test('who are refused by the page are told so', async () => {
    const { body } = await ask().post('/worlds/default/customer/toyGrid/share').send({ as: 'ann' }).expect(409)

    expect(body).toEqual({ error: { says: 'You share already.', outcome: 'refused', alert: 'alreadyShared' } })
  })

  test('cannot do what is impossible as things stand', async () => {
    const { body } = await ask().post('/worlds/default/customer/toyGrid/stopSharing').send({ as: 'bob' }).expect(409)

    expect(body).toEqual({ error: { says: 'bob shares nothing.', outcome: 'impossible' } })
  })

  test.each([
    ['/customer/toyGrid/shrae', {}, 404, 'Did you mean "share"?'],
    ['/customer/toyGird/share', {}, 404, 'Did you mean "toyGrid"?'],
    ['/customer/toyGrid/share', { as: 'anne' }, 400, 'Did you mean "ann"?'],
    ['/customer/toyGrid/share', { az: 'ann' }, 400, 'Unknown word "az". Did you mean "as"?'],
    ['/customer/toyGrid/share', [], 400, 'The body is not an object'],
  ])('are asked again after a mistake in %s %j', async (path, args, status, says) => {
    const { body } = await ask().post(`/worlds/default${path}`).send(args).expect(status)

    expect(body.error.says).toContain(says)
  })

  test('find every action with a title and the words it takes', async () => {
    const { body } = await ask().get('/worlds/default/actions').expect(200)

    expect(body.actions).toHaveLength(3)
    expect(body.actions[0]).toEqual({
      provider: 'toyGrid',
      door: 'customer',
      action: 'share',
      title: 'shares the count',
      basis: 'documented',
      source: 'TOY, section 2',
      args: {
        type: 'object',
        properties: { as: { type: 'string', minLength: 1, names: 'person' } },
        required: ['as'],
        additionalProperties: false,
      },
    })
  })
})
