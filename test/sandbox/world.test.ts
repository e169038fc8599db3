import { describe, expect, test } from 'vitest'
import { as, ask, toyWorld } from '../support/worlds.ts'

describe('a request', () => {
  test('walks through the layers and leaves an entry with endpoint, caller and bodies', async () => {
    const world = await toyWorld()

    const answer = await ask(world, 'toyGrid', '/api/count', { method: 'PUT', body: '7', ...as('ann') })

    expect(answer.status).toBe(200)
    const [call] = world.journal.calls('count.write').list()
    expect(call).toMatchObject({ caller: 'ann', request: { decoded: { count: 7 } }, response: { status: 200 } })
    expect(call?.change).toEqual([
      { op: 'replace', path: ['rooms', 'toyGrid', 'people', 'ann', 'count'], value: 7, was: 0 },
    ])
  })

  test('is dated by the world and numbered from its seed', async () => {
    const [one, two] = [await toyWorld(), await toyWorld()]

    const answers = await Promise.all([one, two].map((world) => ask(world, 'toyGrid', '/api/count', as('ann'))))

    expect(answers[0]?.headers.get('date')).toBe('Mon, 02 Mar 2026 14:00:00 GMT')
    expect(answers[0]?.headers.get('x-toy-request')).toBe(answers[1]?.headers.get('x-toy-request'))
  })

  test('leaves a fingerprint of its secret, never the secret', async () => {
    const world = await toyWorld()

    await ask(world, 'toyGrid', '/api/count', as('ann'))

    expect(JSON.stringify(world.journal.entries())).not.toContain('token-ann')
    expect(world.journal.calls().first()?.request.headers).toContainEqual([
      'authorization',
      expect.stringMatching(/^Bearer sha256:/) as string,
    ])
  })

  test('is found under every base, with double slashes and with a slash at the end', async () => {
    const world = await toyWorld()

    const paths = ['/api/count', '/test/count', '/test//count', '/api/count/']
    const statuses = await Promise.all(paths.map(async (path) => (await ask(world, 'toyGrid', path, as('ann'))).status))

    expect(statuses).toEqual([200, 200, 200, 200])
  })

  test('that nobody answers is refused in the voice of the provider, after the caller is judged', async () => {
    const world = await toyWorld()

    const stranger = await ask(world, 'toyGrid', '/api/nothing')
    const known = await ask(world, 'toyGrid', '/nowhere', as('ann'))
    const wrong = await ask(world, 'toyGrid', '/api/count', { method: 'DELETE', ...as('ann') })

    expect([stranger.status, known.status, wrong.status]).toEqual([401, 404, 405])
    expect(wrong.headers.get('allow')).toBe('GET, PUT')
  })

  test('for a path that we do not simulate leaves a finding', async () => {
    const world = await toyWorld()

    await ask(world, 'toyGrid', '/api/bill', as('ann'))

    expect(world.journal.findings('not-simulated').count()).toBe(1)
  })

  test('that meets a defect of ours says so and is no refusal', async () => {
    const world = await toyWorld()
    world.store.change(({ rooms }) => {
      rooms['toyGrid'] = { people: null, portal: null }
    })

    const answer = await ask(world, 'toyGrid', '/api/count', as('ann'))

    expect(answer.status).toBe(500)
    expect(answer.headers.get('x-wattproof-defect')).not.toBeNull()
    expect(await answer.text()).not.toContain('at ')
    expect(world.journal.calls().last()?.defect).toContain('TypeError')
  })
})

describe('an act', () => {
  test('is written down with the change it caused', async () => {
    const world = await toyWorld()

    const outcome = await world.act('toyGrid', 'customer', 'share', { as: 'bob' })

    expect(outcome.outcome).toBe('done')
    expect(world.journal.step('customer.share').last()).toMatchObject({
      outcome: 'done',
      args: { as: 'bob' },
      by: 'person',
    })
  })

  test('refused by the page changes nothing and the story goes on', async () => {
    const world = await toyWorld()
    const before = JSON.stringify(world.store.read((root) => root.rooms))

    const outcome = await world.act('toyGrid', 'customer', 'share', { as: 'ann' })

    expect(outcome).toEqual({ outcome: 'refused', alert: 'alreadyShared', says: 'You share already.' })
    expect(JSON.stringify(world.store.read((root) => root.rooms))).toBe(before)
  })

  test('with a misspelt action, argument or name says which word was meant', async () => {
    const world = await toyWorld()

    await expect(world.act('toyGrid', 'customer', 'shaer', {})).rejects.toThrow('Did you mean "share"?')
    await expect(world.act('toyGrid', 'customer', 'share', { as: 'anne' })).rejects.toThrow('Did you mean "ann"?')
    await expect(world.act('toyGrid', 'customer', 'share', {})).rejects.toThrow('"as"')
    await expect(world.act('toyGird', 'customer', 'share', {})).rejects.toThrow('Did you mean "toyGrid"?')
  })
})

describe('two worlds', () => {
  test('that run at once share nothing', async () => {
    const [one, two] = [await toyWorld(), await toyWorld()]

    await ask(one, 'toyGrid', '/api/count', { method: 'PUT', body: '5', ...as('ann') })
    await one.advance('P2D')

    expect(await (await ask(two, 'toyGrid', '/api/count', as('ann'))).text()).toBe('0')
    expect(two.clock.now()).toBe('2026-03-02T14:00:00.000Z')
    expect(two.journal.calls('count.write').none()).toBe(true)
  })
})

describe('the dialect', () => {
  test('is set by preset and by switch, and an unknown word names the valid ones', async () => {
    const world = await toyWorld()

    await world.setDialect('toyGrid', { preset: 'kind' })
    const warm = await (await ask(world, 'toyGrid', '/api/count', as('ann'))).text()

    expect(warm).toBe('Hello! 0')
    await expect(world.setDialect('toyGrid', { switches: { greeting: 'hot' } })).rejects.toThrow('plain, warm')
    await expect(world.setDialect('toyGrid', { switches: { greting: 'warm' } })).rejects.toThrow(
      'Did you mean "greeting"?',
    )
    await expect(world.setDialect('toyGrid', { preset: 'cool' })).rejects.toThrow('Did you mean "cold"?')
  })
})

describe('a limit', () => {
  test('that is enforced refuses in the voice of the provider and says when to come back', async () => {
    const world = await toyWorld()
    await world.setLimit('toyGrid', 'calls', { mode: 'enforce', allowance: 1 })

    const first = await ask(world, 'toyGrid', '/api/count', as('ann'))
    const second = await ask(world, 'toyGrid', '/api/count', as('ann'))
    await world.advance('PT1M')
    const later = await ask(world, 'toyGrid', '/api/count', as('ann'))

    expect([first.status, second.status, later.status]).toEqual([200, 429, 200])
    expect(second.headers.get('retry-after')).toBe('60')
  })

  test('that is only observed lets the call through and leaves one finding', async () => {
    const world = await toyWorld()
    await world.setLimit('toyGrid', 'calls', { mode: 'observe', allowance: 1 })

    for (let call = 0; call < 4; call++) await ask(world, 'toyGrid', '/api/count', as('ann'))

    expect(world.journal.calls('count.read').succeeded().count()).toBe(4)
    expect(world.journal.findings('limit-passed').count()).toBe(1)
  })

  test('counts each caller apart', async () => {
    const world = await toyWorld({ people: { ann: { shares: true }, bob: { shares: true } } })
    await world.setLimit('toyGrid', 'calls', { mode: 'enforce', allowance: 1 })

    const statuses = [
      await ask(world, 'toyGrid', '/api/count', as('ann')),
      await ask(world, 'toyGrid', '/api/count', as('bob')),
    ]

    expect(statuses.map(({ status }) => status)).toEqual([200, 200])
  })
})
