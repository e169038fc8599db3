import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Scenario } from '../../src/index.ts'

/** An address for notices that answers 200 and remembers what it was told to fetch. */
export class NoticeBoard {
  readonly told: string[] = []
  readonly #server = createServer((request, response) => {
    if (request.url !== '/notify') return void response.writeHead(404).end()
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      this.told.push(...[...body.matchAll(/<ns0:resources[^>]*>([^<]+)</g)].map(([, address = '']) => address))
      response.end()
    })
  })

  async open(): Promise<string> {
    await new Promise<void>((opened) => this.#server.listen(0, '127.0.0.1', opened))
    return `http://localhost:${(this.#server.address() as AddressInfo).port}/notify`
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((closed) => this.#server.close(closed))
  }
}

/** The story with notices that come to this address: the port it names may be anybody's on this machine. */
export function withNoticesTo(address: string, story: Scenario): Scenario {
  const { you } = (story.given.pge ?? {}) as { you?: { notifyUri?: string | null } }
  if (story.given.pge === undefined || you?.notifyUri === null) return story
  return { ...story, given: { ...story.given, pge: { ...story.given.pge, you: { ...you, notifyUri: address } } } }
}
