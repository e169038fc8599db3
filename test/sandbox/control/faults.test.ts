import { describe, expect, test } from 'vitest'
import { useControlledToy } from '../../support/control.ts'
import { filesCard } from '../../support/toy/files.ts'

const { ask, client, toy } = useControlledToy([filesCard])

describe('faults', () => {
  test('strike the calls they mean until they are spent', async () => {
    const { body } = await ask()
      .post('/worlds/default/faults')
      .send({ on: 'count.*', kind: 'refusal', refusal: 'throttled' })
      .expect(201)
    const { body: armed } = await ask().get('/worlds/default/faults')

    const statuses = [(await client('/count')).status, (await client('/count')).status]

    expect(armed.faults).toMatchObject([{ id: body.id, provider: 'toyGrid', kind: 'refusal', seen: 0 }])
    expect(statuses).toEqual([429, 200])
    await ask().get('/worlds/default/faults').expect(200, { faults: [] })
  })

  test('strike the notices they mean', async () => {
    await ask().post('/worlds/default/faults').send({ on: 'counts', kind: 'lost' }).expect(201)
    const world = toy().sandbox.world()

    await world.act('toyGrid', 'utility', 'deliver', { to: 'http://127.0.0.1:9/' })
    await world.outbox.settled

    expect(world.outbox.list()[0]?.attempts).toMatchObject([{ outcome: 'lost', fault: 'lost' }])
  })

  test('are taken away one by one, or all', async () => {
    const arm = () => ask().post('/worlds/default/faults').send({ on: '*', kind: 'empty', times: 'always' })
    const { body } = await arm()
    await arm()
    await arm()

    await ask().delete(`/worlds/default/faults/${body.id}`).expect(200, { disarmed: 1 })
    await ask().delete(`/worlds/default/faults/${body.id}`).expect(404)
    await ask().delete('/worlds/default/faults').expect(200, { disarmed: 2 })
  })

  test.each([
    [{ on: 'cuont.read', kind: 'drop' }, 404, 'Did you mean "count.read"?'],
    [{ on: 'count', kind: 'truncated' }, 404, 'No notice is named "count". Did you mean "counts"?'],
    [{ on: 'count.read', kind: 'refusal', refusal: 'throtled' }, 404, 'Did you mean "throttled"?'],
    [{ on: 'count.read', kind: 'refusal' }, 400, 'A fault of kind refusal needs "refusal".'],
    [{ on: 'count.read', kind: 'explode' }, 400, '"kind"'],
  ])('that could never strike are refused: %j', async (fault, status, says) => {
    const { body } = await ask().post('/worlds/default/faults').send(fault).expect(status)

    expect(body.error.says).toContain(says)
  })
})
