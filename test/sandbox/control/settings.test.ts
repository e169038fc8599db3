import { describe, expect, test } from 'vitest'
import { useControlledToy } from '../../support/control.ts'

const { ask, client } = useControlledToy()

describe('settings', () => {
  test('tell every switch with its question and change how the provider answers', async () => {
    const { body: before } = await ask().get('/worlds/default/dialect').expect(200)

    const { body } = await ask().patch('/worlds/default/dialect/toyGrid').send({ preset: 'kind' }).expect(200)

    expect(before.toyGrid).toMatchObject({
      preset: 'cold',
      switches: {
        greeting: { question: 'Does it greet?', values: ['plain', 'warm'], default: 'plain', value: 'plain' },
      },
    })
    expect(body).toMatchObject({ preset: 'kind', switches: { greeting: { value: 'warm' } } })
    expect(await (await client('/count')).text()).toBe('Hello! 0')
  })

  test.each([
    [{ preset: 'kid' }, 404, 'There is no preset "kid". Did you mean "kind"?'],
    [{ switches: { greting: 'warm' } }, 404, 'There is no switch "greting". Did you mean "greeting"?'],
    [{ switches: { greeting: 'hot' } }, 400, 'Switch greeting has no value "hot": choose one of plain, warm.'],
  ])('of a dialect that does not exist are refused: %j', async (change, status, says) => {
    const { body } = await ask().patch('/worlds/default/dialect/toyGrid').send(change).expect(status)

    expect(body.error.says).toBe(says)
  })

  test('of limits are read and changed', async () => {
    const change = { mode: 'enforce', allowance: 1, window: 'PT1H' }

    const { body } = await ask().patch('/worlds/default/limits/toyGrid/calls').send(change).expect(200)

    expect(body.calls).toMatchObject({ ...change, refusal: 'throttled', source: 'TOY, section 5' })
    expect([(await client('/count')).status, (await client('/count')).status]).toEqual([200, 429])
    await ask().get('/worlds/default/limits').expect(200, { toyGrid: body })
    await ask().patch('/worlds/default/limits/toyGrid/cals').send({}).expect(404)
    await ask().patch('/worlds/default/limits/toyGrid/calls').send({ window: 'soon' }).expect(400)
  })
})
