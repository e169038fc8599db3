import { createSocket, type Socket } from 'node:dgram'
import { createServer } from 'node:net'
import { threadId } from 'node:worker_threads'

/** An address on this machine for a client to listen at, which nobody else is given until it is released. */
export type ReservedAddress = { url: string; release: () => Promise<void> }

/**
 * Below the ports that systems give to servers which ask for any and to connections that leave: of those one could be
 * gone whenever the client does not listen, as before its first turn, and between turns where each is a process.
 */
const [lowest, many] = [10_000, 2_000]

/** Where to look next: programs and their threads begin apart. */
let next = process.pid * 40 + threadId * 400

/** Reserves an address for a client under test, which need not listen all the time. */
export async function reserveAddress(): Promise<ReservedAddress> {
  for (let tried = 0; tried < many; tried++) {
    const port = lowest + (next++ % many)
    const mark = await marked(port)
    if (mark === undefined) continue
    if (await isFree(port)) return { url: `http://127.0.0.1:${port}`, release: () => closed(mark) }
    await closed(mark)
  }
  const [from, to] = [lowest, lowest + many - 1]
  throw new Error(`Your client has no address: all ports from ${from} to ${to} are taken. End some programs.`)
}

/** Only the client listens by TCP. The same number by UDP is of no use to it, and tells other programs of ours. */
function marked(port: number): Promise<Socket | undefined> {
  return new Promise((answer) => {
    const socket = createSocket('udp4').unref()
    socket.once('error', () => socket.close(() => answer(undefined)))
    socket.bind({ port, address: '127.0.0.1', exclusive: true }, () => answer(socket))
  })
}

function isFree(port: number): Promise<boolean> {
  return new Promise((answer) => {
    const server = createServer()
    server.once('error', () => answer(false))
    server.listen(port, '127.0.0.1', () => server.close(() => answer(true)))
  })
}

function closed(socket: Socket): Promise<void> {
  return new Promise((done) => void socket.close(() => done()))
}
