import request from 'supertest'
import { describe, expect, test } from 'vitest'
import { controlApp, controlBase, routes, type Control } from '../../../src/sandbox/control/index.ts'
import { controlledToy, useControlledToy } from '../../support/control.ts'

const { ask, toy } = useControlledToy()

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
    expect(body).toMatchObject({ openapi: '3.1.0', info: { version: '1.2.3' }, servers: [{ url: toy().address }] })
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
    expect(toy().token).toBeNull()
  })
})
