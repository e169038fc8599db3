import { describe, expect, test } from 'vitest'
import { useControlledToy } from '../../support/control.ts'
import { as } from '../../support/worlds.ts'

const { ask, client } = useControlledToy()

describe('the state', () => {
  test('is shown whole, or by provider', async () => {
    const whole = await ask().get('/worlds/default/state').expect(200)
    const own = await ask().get('/worlds/default/state/toy-grid').expect(200)

    expect(whole.body).toMatchObject({ scenario: 'test/story', agenda: {}, rooms: { toyGrid: own.body } })
    expect(Object.keys(own.body.people)).toEqual(['ann', 'bob'])
  })

  test('goes back to a snapshot by name, and to the opening', async () => {
    const count = async () => await (await client('/count')).text()
    const write = (body: string) => client('/count', { ...as('ann'), method: 'PUT', body })
    await write('1')
    await ask().put('/worlds/default/snapshots/one').expect(200)
    await write('2')
    await ask().post('/worlds/default/clock/advance').send({ by: 'PT1H' })

    const { body } = await ask().post('/worlds/default/snapshots/one/restore').expect(200)
    const restored = await count()
    await ask().post('/worlds/default/reset').expect(200)

    expect(body.now).toBe('2026-03-02T14:00:00.000Z')
    expect([restored, await count()]).toEqual(['1', '0'])
    await ask()
      .get('/worlds/default/snapshots')
      .expect(200, { snapshots: ['one'] })
  })

  test('goes back to no snapshot that nobody took', async () => {
    await ask().put('/worlds/default/snapshots/before-lunch')

    const { body } = await ask().post('/worlds/default/snapshots/before-lnch/restore').expect(404)

    expect(body.error).toMatchObject({ nearest: 'before-lunch' })
    await ask().put('/worlds/default/snapshots/opening').expect(400)
  })
})
