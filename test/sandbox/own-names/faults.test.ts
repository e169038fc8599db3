import { once } from 'node:events'
import type { Socket } from 'node:net'
import { describe, expect, test } from 'vitest'
import { allOf, askingFor, useProxiedToy } from '../../support/proxied-toy.ts'

const toy = useProxiedToy()

type Way = () => Promise<{ socket: Socket; target: string }>

/** Ways to the toy under its own name: a connection to ask on, and what to ask for. */
const ways: Record<string, Way> = {
  'in a tunnel with TLS': async () => {
    const tunnel = await toy.tunnel('toy.example:443')
    return { socket: await toy.secure(tunnel, 'toy.example'), target: '/api/count' }
  },
  'in a tunnel without TLS': async () => ({ socket: await toy.tunnel('toy.example:80'), target: '/api/count' }),
  'by a whole address': async () => ({ socket: await toy.line(), target: 'http://toy.example/api/count' }),
}

describe.each(Object.entries(ways))('a request %s', (_, open) => {
  test('meets a connection that is reset', async () => {
    toy.world().arm({ on: 'count.read', kind: 'reset' })
    const { socket, target } = await open()
    const broken = once(socket, 'error').then(([error]) => (error as NodeJS.ErrnoException).code)

    socket.write(askingFor(target, 'toy.example'))

    expect(await broken).toBe('ECONNRESET')
  })

  test('meets a connection that ends without an answer', async () => {
    toy.world().arm({ on: 'count.read', kind: 'drop' })
    const { socket, target } = await open()

    socket.write(askingFor(target, 'toy.example'))

    expect(await allOf(socket)).toBe('')
  })

  test('meets an answer that breaks off', async () => {
    toy.world().arm({ on: 'count.read', kind: 'truncate', at: 0 })
    const { socket, target } = await open()

    socket.write(askingFor(target, 'toy.example'))

    expect(await allOf(socket)).toMatch(/content-length: 1\r\n[^]*\r\n\r\n$/i)
  })

  test('meets an answer that comes twice', async () => {
    toy.world().arm({ on: 'count.read', kind: 'duplicate' })
    const { socket, target } = await open()

    socket.write(askingFor(target, 'toy.example'))

    expect((await allOf(socket)).match(/HTTP\/1\.1 200 OK/g)).toHaveLength(2)
  })

  test('meets an answer that comes byte by byte, and after it the next', async () => {
    toy.world().arm({ on: 'count.read', kind: 'drip', delay: 'PT0.01S' })
    const { socket, target } = await open()

    socket.write(askingFor(target, 'toy.example', ''))
    await once(socket, 'data')
    socket.write(askingFor(target, 'toy.example'))

    expect(await allOf(socket)).toMatch(/HTTP\/1\.1 200 OK/)
    expect(toy.exchanges().map(({ fault }) => fault === undefined)).toEqual([false, true])
  })
})
