import { describe, expect, test } from 'vitest'
import { useControlledToy } from '../../support/control.ts'
import { as } from '../../support/worlds.ts'

const { ask, toy } = useControlledToy()

describe('worlds', () => {
  test('are listed once their ports answer and the authority is written', async () => {
    const { body } = await ask().get('/worlds').expect(200)

    expect(body).toMatchObject({ wattproof: '1.2.3', caFile: expect.stringMatching(/ca\.pem$/) })
    const [{ name, scenario, clock, addresses }] = body.worlds
    expect({ name, scenario, now: clock.now }).toEqual({
      name: 'default',
      scenario: { id: 'test/story', title: 'A story' },
      now: '2026-03-02T14:00:00.000Z',
    })
    expect((await fetch(`${addresses.toyGrid.api.http}/api/count`, as('ann'))).status).toBe(200)
  })

  test('are made from a story in the request, each with addresses and a state of its own', async () => {
    const text = `id: test/other
title: Another story
source: none
clock: { start: 2026-05-01T00:00:00Z }
given: { toyGrid: { people: { ann: {} } } }
steps:
  - customer: toyGrid.share
    with: { as: ann }
  - client: read
  - clock: P1D`

    const { body } = await ask().post('/worlds').send({ name: 'other', text, seed: 'mine' }).expect(201)

    expect(body).toMatchObject({ name: 'other', seed: 'mine', clock: { now: '2026-05-01T00:00:00.000Z', due: 1 } })
    const { body: told } = await ask().get('/worlds/other/scenario').expect(200)
    expect(told).toMatchObject({ stopped: 'at a client step', next: 1, title: 'Another story' })
    expect(told.explained).toContain('client: the client under test is asked to "read".')
    const { body: listed } = await ask().get('/worlds')
    const ports = listed.worlds.map((world: { addresses: object }) => JSON.stringify(world.addresses))
    expect(new Set(ports).size).toBe(2)
  })

  test('let time flow only once their opening has been played', async () => {
    const text = `id: test/flowing
title: Time that flows
source: none
clock: { start: 2026-05-01T00:00:00Z }
given: { toyGrid: { people: { ann: {}, bob: {} } } }
steps:
  - { customer: toyGrid.share, with: { as: ann } }
  - { customer: toyGrid.share, with: { as: bob } }`

    await ask()
      .post('/worlds')
      .send({ name: 'flowing', text, clock: { scaled: 1000 } })
      .expect(201)

    const { body } = await ask().get('/worlds/flowing/journal?kind=step')
    expect(body.entries.map(({ at }: { at: string }) => at)).toEqual(Array(2).fill('2026-05-01T00:00:00.000Z'))
    const { body: clock } = await ask().get('/worlds/flowing/clock')
    expect(clock.mode).toEqual({ scaled: 1000 })
  })

  test('whose opening could not be played leave their name to others', async () => {
    const text = (as: string) => `id: test/again
title: A second try
source: none
clock: { start: 2026-05-01T00:00:00Z }
given: { toyGrid: { people: { ann: {} } } }
steps: [{ customer: toyGrid.share, with: { as: ${as} } }]`

    await ask()
      .post('/worlds')
      .send({ name: 'again', text: text('nobody') })
      .expect(400)

    await ask()
      .post('/worlds')
      .send({ name: 'again', text: text('ann') })
      .expect(201)
  })

  test('that are removed answer no more', async () => {
    const { toyGrid } = await toy().sandbox.addresses()

    await ask().delete('/worlds/default').expect(200, { removed: 'default' })

    await ask().get('/worlds/default/clock').expect(404)
    await expect(fetch(`${toyGrid?.['api']?.http}/api/count`)).rejects.toThrow()
  })

  test.each([
    [{ name: 'default', text: 'x' }, 409, 'There is already a world "default": reset it, or choose another name.'],
    [{ name: 'b', scenario: 'a', text: 'x' }, 400, 'Write one of "scenario" (an id) and "text" (YAML)'],
    [{ name: 'b', scenario: '../../etc/passwd.yaml' }, 400, 'is no id of a scenario'],
    [{ name: 'b', scenario: 'no-such-story' }, 400, 'Unknown scenario "no-such-story".'],
    [{ name: 'b', text: 'id: [' }, 400, 'This is not YAML'],
    [{ name: 'b' }, 400, 'Write one of'],
    [{ scenario: 'x' }, 400, '"name"'],
  ])('refuse %j', async (wanted, status, says) => {
    const { body } = await ask().post('/worlds').send(wanted).expect(status)

    expect(body.error.says).toContain(says)
  })

  test('unknown by name are answered with the nearest', async () => {
    const { body } = await ask().get('/worlds/defualt/clock').expect(404)

    expect(body).toEqual({
      error: { says: 'There is no world "defualt". Did you mean "default"?', nearest: 'default' },
    })
  })

  test('say when nothing of them is under way', async () => {
    await ask().get('/worlds/default/settled').expect(200, { settled: true })
  })
})

test('tells the client under test what it must know', async () => {
  const { body } = await ask().get('/worlds/default/env').expect(200)

  const { toyGrid } = await toy().sandbox.addresses()
  const env = Object.fromEntries(
    body.variables.map(({ variable, value }: { variable: string; value: string }) => [variable, value]),
  )
  expect(env).toEqual({
    WATTPROOF_TOY_URL: toyGrid?.['api']?.http,
    WATTPROOF_TOY_TOKEN: 'token-ann',
    WATTPROOF_TOY_CERT_FILE: expect.stringMatching(/default.toy-grid.good\.pem$/),
    WATTPROOF_CA_FILE: expect.stringMatching(/ca\.pem$/),
    WATTPROOF_CONTROL_URL: toy().address,
    WATTPROOF_WORLD: 'default',
  })
})

test('says how to get a proxy where there is none', async () => {
  const { body } = await ask().get('/worlds/default/proxy').expect(404)

  expect(body).toEqual({ error: { says: 'This sandbox has no proxy: start it with --proxy.' } })
})
