import request from 'supertest'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { controlApp, controlBase, routes, type Control } from '../../src/sandbox/control/index.ts'
import { controlledToy, type Controlled } from '../support/control.ts'
import { as } from '../support/worlds.ts'

let toy: Controlled

beforeEach(async () => {
  toy = await controlledToy()
})

afterEach(() => toy.stop())

const ask = () => request(`${toy.address}/_wattproof`)
const client = async (path: string, init: RequestInit = as('ann')) => {
  const { toyGrid } = await toy.sandbox.addresses()
  return fetch(`${toyGrid?.['api']?.http}/api${path}`, init)
}

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

  test('that are removed answer no more', async () => {
    const { toyGrid } = await toy.sandbox.addresses()

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
    await expect.poll(() => toy.sandbox.world().clock.now()).not.toBe(body.now)
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

describe('the journal', () => {
  test('is read by endpoint, since a number, the newest first to stay', async () => {
    await client('/count')
    await client('/count', { ...as('ann'), method: 'PUT', body: '7' })
    await client('/count')

    const { body } = await ask().get('/worlds/default/journal?endpoint=count.*&since=1&limit=1').expect(200)

    expect(body.entries).toMatchObject([{ id: 3, endpoint: 'count.read', caller: 'ann', response: { status: 200 } }])
    expect(body).toMatchObject({ lastId: 3, evicted: 0 })
  })

  test('answers a wait as soon as what was waited for happens', async () => {
    const waiting = ask().get('/worlds/default/journal/wait?endpoint=count.write&within=PT5S&since=0')
    const [{ body }] = await Promise.all([waiting, client('/count', { ...as('ann'), method: 'PUT', body: '7' })])

    expect(body.entry).toMatchObject({ endpoint: 'count.write', request: { decoded: { count: 7 } } })
  })

  test('answers a wait with nothing when its bound has passed', async () => {
    await ask().get('/worlds/default/journal/wait?kind=step&within=PT0.01S').expect(200, { entry: null })
    await ask().get('/worlds/default/journal/wait?within=PT1H').expect(400)
  })

  test('is followed line by line until the reader hangs up', async () => {
    await client('/count')
    const hangUp = new AbortController()
    const address = `${toy.address}/_wattproof/worlds/default/journal/follow?since=0&kind=exchange`
    const answer = await fetch(address, { signal: hangUp.signal })
    const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader()

    const first = JSON.parse((await reader.read()).value ?? '') as object
    await ask().post('/worlds/default/utility/toyGrid/publish').send({ of: 'ann' })
    await client('/count', as('bob'))
    const second = JSON.parse((await reader.read()).value ?? '') as object
    hangUp.abort()

    expect(first).toMatchObject({ id: 1, endpoint: 'count.read', response: { status: 200 } })
    expect(second).toMatchObject({ endpoint: 'count.read', refusal: { refusal: 'notShared' } })
  })

  test('is exported as JSON lines, as lines that two runs share, and as an HTTP Archive', async () => {
    await client('/count')

    const lines = await ask().get('/worlds/default/journal/export').expect(200)
    const stable = await ask().get('/worlds/default/journal/export?format=stable').expect(200)
    const har = await ask().get('/worlds/default/journal/export?format=har').expect(200)

    expect(JSON.parse(lines.text)).toMatchObject({ kind: 'exchange', real: { at: expect.any(String) } })
    expect(JSON.parse(stable.text)).toMatchObject({ request: { url: 'http://localhost:PORT/api/count' } })
    expect(har.body.log).toMatchObject({ version: '1.2', creator: { version: '1.2.3' }, entries: [{}] })
  })

  test.each(['kind=exchanges', 'since=x', 'endpiont=count.read'])('refuses to be asked by ?%s', async (query) => {
    const { body } = await ask().get(`/worlds/default/journal?${query}`).expect(400)

    expect(body.error.says).toContain(`"${query.split('=')[0]}"`)
  })
})

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
    [{ on: 'count.read', kind: 'refusal', refusal: 'throtled' }, 404, 'Did you mean "throttled"?'],
    [{ on: 'count.read', kind: 'refusal' }, 400, 'A fault of kind refusal needs "refusal".'],
    [{ on: 'count.read', kind: 'explode' }, 400, '"kind"'],
  ])('that could never strike are refused: %j', async (fault, status, says) => {
    const { body } = await ask().post('/worlds/default/faults').send(fault).expect(status)

    expect(body.error.says).toContain(says)
  })
})

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

test('tells the client under test what it must know', async () => {
  const { body } = await ask().get('/worlds/default/env').expect(200)

  const { toyGrid } = await toy.sandbox.addresses()
  const env = Object.fromEntries(
    body.variables.map(({ variable, value }: { variable: string; value: string }) => [variable, value]),
  )
  expect(env).toEqual({
    WATTPROOF_TOY_URL: toyGrid?.['api']?.http,
    WATTPROOF_TOY_TOKEN: 'token-ann',
    WATTPROOF_CA_FILE: expect.stringMatching(/ca\.pem$/),
    WATTPROOF_CONTROL_URL: toy.address,
    WATTPROOF_WORLD: 'default',
  })
})

describe('the API itself', () => {
  test('describes every route it has, and no other', async () => {
    const { body } = await ask().get('/openapi.json').expect(200)

    const described = Object.entries(body.paths as Record<string, object>).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
    )
    const app = controlApp({ control: {} as Control, guarded: () => ({ port: 0, addresses: [], token: null }) })
    const answered = app.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path}`)
    expect(described.sort()).toEqual(answered.sort())
    expect(described).toHaveLength(routes.length)
  })

  test('describes names, bodies and queries so that others can ask without reading our code', async () => {
    const { body } = await ask().get('/openapi.json').expect(200)

    const operations = Object.values(body.paths as Record<string, Record<string, { operationId: string }>>)
    const names = operations.flatMap((path) => Object.values(path).map(({ operationId }) => operationId))
    expect(new Set(names).size).toBe(routes.length)
    expect(body).toMatchObject({ openapi: '3.1.0', info: { version: '1.2.3' }, servers: [{ url: toy.address }] })
    const advance = body.paths[`${controlBase}/worlds/{world}/clock/advance`].post
    expect(advance.parameters).toEqual([{ name: 'world', in: 'path', required: true, schema: { type: 'string' } }])
    expect(advance.requestBody.content['application/json'].schema).toMatchObject({
      required: ['by'],
      properties: { by: { type: 'string', description: expect.stringContaining('P1D') } },
    })
    const wait = body.paths[`${controlBase}/worlds/{world}/journal/wait`].get
    expect(wait.parameters.map(({ name }: { name: string }) => name)).toContain('within')
  })

  test('says what is wrong with a body that is no JSON', async () => {
    const { body } = await ask()
      .post('/worlds/default/clock/advance')
      .set('content-type', 'application/json')
      .send('{"by":')
      .expect(400)

    expect(body.error.says).toMatch(/^The body is not JSON: /)
  })

  test('answers an unknown address with the nearest it has', async () => {
    const { body } = await ask().get('/world').expect(404)

    expect(body.error).toEqual({
      says: 'The control API has no GET /_wattproof/world. /_wattproof/openapi.json lists what it has.',
      nearest: 'GET /_wattproof/worlds',
    })
  })

  test('keeps web pages out', async () => {
    await ask().get('/worlds').set('origin', 'https://evil.example').expect(403)
    await ask().get('/worlds').set('host', 'evil.example').expect(403)
  })

  test('tells a defect of ours in a sentence, and the stack to us alone', async () => {
    const defects: unknown[] = []
    const clumsy = await controlledToy({
      onDefect: (error) => defects.push(error),
      shelf: { explain: () => Promise.reject(new Error('a bug')) } as never,
    })

    const answer = await request(clumsy.address).get('/_wattproof/worlds/default/scenario').expect(500)
    await clumsy.stop()

    expect(answer.body.error.says).toBe('Wattproof met a defect of its own: a bug Please report it.')
    expect(answer.headers['x-wattproof-defect']).toBeDefined()
    expect(defects).toMatchObject([{ message: 'a bug' }])
  })

  test('wants its token where other machines can reach it', async () => {
    const wide = await controlledToy({ hosts: ['0.0.0.0'] })

    const [without, with_] = await Promise.all([
      fetch(`${wide.address}/_wattproof/worlds`),
      fetch(`${wide.address}/_wattproof/worlds`, { headers: { authorization: `Bearer ${wide.token}` } }),
    ])
    await wide.stop()

    expect([without.status, with_.status]).toEqual([401, 200])
    expect(toy.token).toBeNull()
  })
})
