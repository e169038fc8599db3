import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { connect } from 'node:tls'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { isTls, serverNameOf } from '../../../src/sandbox/own-names/client-hello.ts'

let named: Buffer
let nameless: Buffer
beforeAll(async () => {
  named = await helloOf({ servername: 'gateway.toy.example' })
  nameless = await helloOf({})
})

/** What Node itself says first. */
async function helloOf(options: { servername?: string }): Promise<Buffer> {
  const server = createServer()
  await new Promise<void>((open) => server.listen(0, '127.0.0.1', open))
  const client = connect({ port: (server.address() as AddressInfo).port, host: '127.0.0.1', ...options })
  client.on('error', () => undefined)
  const [socket] = await once(server, 'connection')
  const [hello] = await once(socket, 'data')
  client.destroy()
  server.close()
  return hello as Buffer
}

/** The same message in records of so many bytes. */
function inRecordsOf(size: number, hello: Buffer): Buffer {
  const message = hello.subarray(5)
  const records: Buffer[] = []
  for (let at = 0; at < message.length; at += size) {
    const part = message.subarray(at, at + size)
    records.push(Buffer.from([0x16, 3, 1, part.length >> 8, part.length & 0xff]), part)
  }
  return Buffer.concat(records)
}

describe('the name in a ClientHello', () => {
  test('is the one the client asks for', () => {
    expect(serverNameOf(named)).toBe('gateway.toy.example')
  })

  test('is null where the client asks for none', () => {
    expect(serverNameOf(nameless)).toBeNull()
  })

  test('is waited for as long as bytes are missing', () => {
    for (let length = 0; length < named.length; length++)
      expect(serverNameOf(named.subarray(0, length))).toBeUndefined()
  })

  test.each([1, 7, 100])('is found in records of %i bytes', (size) => {
    const hello = inRecordsOf(size, named)

    expect(serverNameOf(hello)).toBe('gateway.toy.example')
    expect(serverNameOf(hello.subarray(0, -1))).toBeUndefined()
  })

  test.each([
    ['another kind of message', [0x16, 3, 1, 0, 4, 2, 0, 0, 0]],
    ['a record that is no handshake after the first', [0x16, 3, 1, 0, 1, 1, 0x15, 3, 1, 0, 1, 0]],
    ['a length that nobody means', [0x16, 3, 1, 0, 4, 1, 255, 255, 255]],
    ['a message that breaks off inside', [0x16, 3, 1, 0, 6, 1, 0, 0, 2, 3, 3]],
  ])('is null for %s', (_, bytes) => {
    expect(serverNameOf(Uint8Array.from(bytes))).toBeNull()
  })

  test('is text, nothing or to come, whatever the bytes say', () => {
    const spoilt = fc.tuple(fc.nat(named.length - 1), fc.nat(255))
    const bytes = fc.array(spoilt, { maxLength: 8 }).map((changes) => {
      const hello = Buffer.from(named)
      for (const [at, byte] of changes) hello[at] = byte
      return hello
    })

    fc.assert(fc.property(bytes, (hello) => ['string', 'object', 'undefined'].includes(typeof serverNameOf(hello))))
    fc.assert(fc.property(fc.uint8Array(), (noise) => void serverNameOf(noise)))
  })
})

test('TLS and HTTP are told apart by the first byte', () => {
  expect([isTls(named), isTls(Buffer.from('GET / HTTP/1.1')), isTls(Buffer.from(''))]).toEqual([true, false, false])
})
