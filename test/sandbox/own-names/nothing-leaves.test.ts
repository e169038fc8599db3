import { createHook } from 'node:async_hooks'
import { execFile } from 'node:child_process'
import { lookup, resolve4 } from 'node:dns/promises'
import { connect } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { useProxiedToy } from '../../support/proxied-toy.ts'

const toy = useProxiedToy()

/** What this process asks the system for when it looks up a name or goes anywhere, whichever module does it. */
const outward = ['GETADDRINFOREQWRAP', 'GETNAMEINFOREQWRAP', 'QUERYWRAP', 'UDPWRAP', 'UDPSENDWRAP', 'TCPCONNECTWRAP']
let noticed: string[] = []
const noticing = createHook({
  init: (_, type) => {
    if (outward.includes(type)) noticed.push(type)
  },
})
beforeEach(() => {
  noticed = []
  noticing.enable()
})
afterEach(() => void noticing.disable())

/** Asks as another program, so that whatever this process sends is the sandbox's doing. */
function curl(...args: string[]): Promise<string> {
  return new Promise((done) => {
    execFile('curl', ['-sv', '--max-time', '5', ...args], (_, out, err) => done(out + err))
  })
}

describe('a host that is no provider’s', () => {
  test.each([
    ['in a tunnel', ['-x', 'PROXY', 'https://example.com/']],
    ['in a tunnel to port 80', ['-p', '-x', 'PROXY', 'http://example.com/']],
    ['by a whole address', ['-x', 'PROXY', 'http://example.com/']],
    ['by its Host', ['--connect-to', '::PLACE', 'http://example.com/']],
    ['by the name it asks for in TLS', ['-k', '--connect-to', '::PLACE', 'https://example.com/']],
    ['below a provider’s name', ['-x', 'PROXY', 'https://other.toy.example/']],
    ['by number', ['-x', 'PROXY', 'https://192.0.2.1/']],
  ])('is refused %s: nobody is looked up or asked', async (_, args) => {
    const place = toy.address().slice('http://'.length)
    noticed = []

    const seen = await curl(...args.map((arg) => arg.replace('PROXY', toy.address()).replace('PLACE', place)))

    expect(seen).toMatch(/HTTP\/1\.1 403 /)
    expect(noticed).toEqual([])
    expect(toy.exchanges()).toEqual([])
    expect(toy.world().journal.findings('host.refused').count()).toBe(1)
  })

  test('is told apart, in a sentence that says what to do', async () => {
    const [stranger, ourselves] = await Promise.all([
      curl('-x', toy.address(), 'http://example.com/'),
      curl('--noproxy', '', '-x', toy.address(), 'http://127.0.0.1:4708/'),
    ])

    expect(stranger).toContain(
      'Request to example.com refused: this proxy answers for toy.example, strict.example and never lets a request out. If your client must reach it, add it to NO_PROXY.\n',
    )
    expect(ourselves).toContain('Ask it without a proxy: NO_PROXY=localhost,127.0.0.1,::1\n')
  })

  test('is named in the status line of a refused tunnel too, which is all that many clients show', async () => {
    expect(await curl('-x', toy.address(), 'https://example.com/')).toContain('HTTP/1.1 403 Host is not in the sandbox')
  })
})

test.each([
  ['a name that is looked up', 'GETADDRINFOREQWRAP', () => lookup('localhost')],
  ['a resolver that is asked', 'QUERYWRAP', () => resolve4('localhost').catch(() => undefined)],
  [
    'a connection that is opened',
    'TCPCONNECTWRAP',
    () => new Promise((done) => connect(9, '127.0.0.1').on('error', done)),
  ],
])('would be noticed: %s', async (_, type, go) => {
  await go()

  expect(noticed).toContain(type)
})
