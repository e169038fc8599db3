import { describe, expect, test } from 'vitest'
import { useControlledToy } from '../../support/control.ts'

const { ask, toy } = useControlledToy()

describe('the clock', () => {
  test('moves on by a duration and plays what is due on the way', async () => {
    await ask().post('/worlds/default/customer/toyGrid/share').send({ as: 'bob' })

    const { body } = await ask().post('/worlds/default/clock/advance').send({ by: 'P1D' }).expect(200)

    expect(body).toEqual({ now: '2026-03-03T14:00:00.000Z', zone: 'UTC', mode: 'frozen', next: null, due: 0 })
    const { body: told } = await ask().get('/worlds/default/journal?step=toyGrid.publish')
    expect(told.entries).toMatchObject([{ at: '2026-03-02T15:00:00.000Z', by: 'agenda' }])
  })

  test('tells what is due next', async () => {
    await ask().post('/worlds/default/customer/toyGrid/share').send({ as: 'bob' })

    const { body } = await ask().get('/worlds/default/clock').expect(200)

    expect(body).toMatchObject({ due: 1, next: { at: '2026-03-02T15:00:00.000Z', action: 'toyGrid.utility.publish' } })
  })

  test('flows when told to, at the pace it is told', async () => {
    const { body } = await ask()
      .put('/worlds/default/clock/mode')
      .send({ mode: { scaled: 3600 } })
      .expect(200)

    expect(body.mode).toEqual({ scaled: 3600 })
    await expect.poll(() => toy().sandbox.world().clock.now()).not.toBe(body.now)
  })

  test.each([
    ['post', '/advance', { by: 'tomorrow' }, '"tomorrow" is not an instant'],
    ['post', '/advance', { by: 'P1X' }, '"P1X" is not a duration: write PT15M, P1D or P13M.'],
    ['post', '/advance', { by: '-P1D' }, 'only reset and restore turn it back'],
    ['post', '/advance', {}, '"by"'],
    ['put', '/mode', { mode: 'fast' }, 'Unknown value "fast" for "mode". Known: frozen, flowing.'],
  ] as const)('refuses to %s %s %j', async (method, path, wanted, says) => {
    const { body } = await ask()[method](`/worlds/default/clock${path}`).send(wanted).expect(400)

    expect(body.error.says).toContain(says)
  })
})
