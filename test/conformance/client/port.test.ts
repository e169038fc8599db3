import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { afterEach, expect, test, vi } from 'vitest'
import { reserveAddress, type ReservedAddress } from '../../../conformance/client/port.ts'

const reserved: ReservedAddress[] = []
afterEach(async () => {
  await Promise.all(reserved.splice(0).map(({ release }) => release()))
})

/** Reserves an address until the test is over. */
async function reserve(by = reserveAddress): Promise<string> {
  const address = await by()
  reserved.push(address)
  return address.url
}

/** Another program begins to look where this one began. */
async function anotherProgram(): Promise<typeof reserveAddress> {
  vi.resetModules()
  return (await import('../../../conformance/client/port.ts')).reserveAddress
}

const portOf = (url: string) => Number(new URL(url).port)

async function listenAt(port: number) {
  const server = createServer()
  await once(server.listen(port, '127.0.0.1'), 'listening')
  return { close: () => new Promise((closed) => server.close(closed)) }
}

test('a client listens at its address whenever it likes to', async () => {
  const url = await reserve()

  const firstTurn = await listenAt(portOf(url))
  await firstTurn.close()
  const secondTurn = await listenAt(portOf(url))
  await secondTurn.close()

  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
})

test('an address is of no port that systems give to servers which ask for any, and to connections that leave', async () => {
  const lowestGiven = 32_768

  const urls = await Promise.all(Array.from({ length: 20 }, () => reserve()))

  expect(urls.map(portOf).filter((port) => port >= lowestGiven)).toEqual([])
})

test('an address is given once, by all programs together', async () => {
  const other = await anotherProgram()

  const urls = await Promise.all(Array.from({ length: 20 }, () => [reserve(), reserve(other)] as const).flat())

  expect(new Set(urls).size).toBe(40)
})

test('an address where somebody listens is passed over', async () => {
  const { url, release } = await reserveAddress()
  const somebody = await listenAt(portOf(url))
  await release()

  const other = await anotherProgram()
  const urls = await Promise.all(Array.from({ length: 100 }, () => reserve(other)))

  expect(urls).not.toContain(url)
  await somebody.close()
})

test('an address that was released may be given again', async () => {
  const { url, release } = await reserveAddress()

  await release()

  const mark = createSocket('udp4')
  await once(mark.bind({ port: portOf(url), address: '127.0.0.1', exclusive: true }), 'listening')
  expect(mark.address().port).toBe(portOf(url))
  mark.close()
})
