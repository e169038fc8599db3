import { createServer, type AddressInfo } from 'node:net'

/** An address on this machine that nobody else takes until it is released: whoever calls meanwhile is turned away. */
export type ReservedAddress = { url: string; release: () => Promise<void> }

/** Reserves an address for a client under test. */
export async function reserveAddress(): Promise<ReservedAddress> {
  const server = createServer((socket) => socket.destroy())
  await new Promise<void>((open) => server.listen(0, '127.0.0.1', open))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    release: () => new Promise((released) => void server.close(() => released())),
  }
}
