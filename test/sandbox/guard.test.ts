import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { controlGuard, guardControl } from '../../src/sandbox/guard.ts'
import type { Asked, Guarded } from '../../src/sandbox/guard.ts'

const local: Guarded = { port: 4700, addresses: ['127.0.0.1', '::1'], token: null }
const wide: Guarded = { port: 4700, addresses: ['0.0.0.0'], token: 'open-sesame' }

const asked = (more: Partial<Asked> = {}): Asked => ({
  host: 'localhost:4700',
  origin: undefined,
  fetchSite: undefined,
  authorization: undefined,
  ...more,
})

describe('on loopback', () => {
  test.each(['localhost:4700', 'LocalHost:4700', '127.0.0.1:4700', '[::1]:4700'])('host %s passes', (host) => {
    expect(guardControl(asked({ host }), local)).toEqual({ may: 'pass' })
  })

  test.each([
    undefined,
    '',
    'localhost',
    'localhost:4701',
    'localhost:4700.evil.example',
    'evil.example:4700',
    '127.0.0.1.evil.example:4700',
    'localhost.evil.example:4700',
    '192.168.0.4:4700',
    '[::2]:4700',
  ])('host %s does not, whoever pointed it here', (host) => {
    expect(guardControl(asked({ host }), local)).toMatchObject({
      status: 403,
      says: expect.stringContaining('Use http://localhost:4700.'),
    })
  })

  test('the port goes unsaid when it is 80', () => {
    expect(guardControl(asked({ host: 'localhost' }), { ...local, port: 80 })).toEqual({ may: 'pass' })
  })

  test.each([
    ['our own page', { origin: 'http://localhost:4700', fetchSite: 'same-origin' }],
    ['our own page by another loopback name', { origin: 'http://127.0.0.1:4700' }],
    ['an address typed by hand', { fetchSite: 'none' }],
  ])('%s passes', (_, from) => {
    expect(guardControl(asked(from), local)).toEqual({ may: 'pass' })
  })

  test.each([
    ['a foreign page', { origin: 'https://evil.example' }],
    ['a page on another port of this machine', { origin: 'http://localhost:3000' }],
    ['a page that hides its origin', { origin: 'null' }],
    ['a foreign page that sends no origin', { fetchSite: 'cross-site' }],
    ['a page on another port that sends no origin', { fetchSite: 'same-site' }],
    ['a foreign page whose name was pointed here', { origin: 'http://evil.example:4700', host: 'evil.example:4700' }],
  ])('%s does not', (_, from) => {
    expect(guardControl(asked(from), local)).toMatchObject({ status: 403, says: expect.stringContaining('web page') })
  })
})

describe('beyond loopback', () => {
  test.each(['Bearer open-sesame', 'bearer open-sesame'])('%s passes, whatever the host is called', (authorization) => {
    expect(guardControl(asked({ host: 'sandbox.ci:4700', authorization }), wide)).toEqual({ may: 'pass' })
  })

  test.each([undefined, '', 'Bearer', 'Bearer ', 'Bearer open-sesam', 'Basic open-sesame', 'open-sesame'])(
    'authorization %s does not',
    (authorization) => {
      expect(guardControl(asked({ authorization }), wide)).toMatchObject({ status: 401 })
    },
  )

  test.each([null, ''])('nothing passes while the token is %j', (token) => {
    expect(guardControl(asked({ authorization: 'Bearer ' }), { ...wide, token })).toMatchObject({ status: 401 })
    expect(guardControl(asked(), { ...wide, token })).toMatchObject({ status: 401 })
  })

  test('one address beyond loopback is enough to want the token', () => {
    expect(guardControl(asked(), { ...wide, addresses: ['127.0.0.1', '192.168.0.4'] })).toMatchObject({ status: 401 })
  })

  test('a foreign page does not pass even with the token, our own does', () => {
    const withToken = { host: 'sandbox.ci:4700', authorization: 'Bearer open-sesame' }

    expect(guardControl(asked({ ...withToken, origin: 'http://evil.example' }), wide)).toMatchObject({ status: 403 })
    expect(guardControl(asked({ ...withToken, origin: 'http://sandbox.ci:4700' }), wide)).toEqual({ may: 'pass' })
  })
})

describe('as a layer', () => {
  const app = (guarded: Guarded) =>
    new Hono().use(controlGuard(() => guarded)).get('/_wattproof/worlds', (c) => c.json(['default']))

  test('lets the command line through', async () => {
    const answer = await app(local).request('/_wattproof/worlds', { headers: { host: 'localhost:4700' } })

    expect([answer.status, await answer.json()]).toEqual([200, ['default']])
  })

  test('tells a foreign page why not, and nothing else', async () => {
    const headers = { host: 'localhost:4700', origin: 'https://evil.example' }

    const answer = await app(local).request('/_wattproof/worlds', { headers })

    expect(answer.status).toBe(403)
    expect(await answer.json()).toEqual({
      error: { says: expect.stringContaining('it comes from a web page of https://evil.example') },
    })
  })

  test('asks for the token beyond loopback', async () => {
    const answer = await app(wide).request('/_wattproof/worlds', { headers: { host: 'sandbox.ci:4700' } })

    expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([401, 'Bearer'])
  })
})
