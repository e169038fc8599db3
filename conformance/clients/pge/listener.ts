import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Page } from './habits/authorizing.ts'

/** What the listener hands on: pages for browsers, and notices. */
export type Doors = {
  callback(url: URL): Promise<Page>
  portal(url: URL): Promise<Page>
  isForNotices(path: string): boolean
  /** Answers with a status. */
  notify(body: string): Promise<number>
  /** Asked by HTTP, as a command that keeps running is: `POST /wattproof {ask, now}`. */
  ask?(asking: Asking): Promise<{ ok: boolean; says: string }>
}

/** `redirectedTo` tells of a browser that was sent here, and that may have come. */
export type Asking = { ask: string; now: string; redirectedTo?: string }

/** Listens where browsers return to and where notices come. */
export async function listen(address: string, doors: Doors): Promise<Server> {
  const { hostname, port } = new URL(address)
  const server = createServer((request, response) => {
    answer(request, response, { address, doors }).catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(500)
      response.end(error instanceof Error ? error.message : String(error))
    })
  })
  await new Promise<void>((opened, failed) => {
    server.once('error', failed)
    server.listen(Number(port), hostname, opened)
  })
  return server
}

export async function stopListening(server: Server): Promise<void> {
  const closed = new Promise<void>((done) => server.close(() => done()))
  server.closeAllConnections()
  await closed
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { address, doors }: { address: string; doors: Doors },
): Promise<void> {
  const url = new URL(request.url ?? '/', address)
  if (request.method === 'POST' && doors.isForNotices(url.pathname))
    return void response.writeHead(await doors.notify(await bodyOf(request))).end()
  switch (`${request.method} ${url.pathname}`) {
    case 'GET /callback':
      return show(response, await doors.callback(url))
    case 'GET /portal':
      return show(response, await doors.portal(url))
    case 'GET /wattproof':
      return void response.writeHead(200).end()
    case 'POST /wattproof': {
      const asking = JSON.parse(await bodyOf(request)) as Asking
      const { ok, says } = (await doors.ask?.(asking)) ?? { ok: false, says: 'Ask this client in its own process.' }
      return void response.writeHead(ok ? 200 : 500, { 'content-type': 'text/plain' }).end(says)
    }
    default:
      return void response.writeHead(404).end()
  }
}

function show(response: ServerResponse, { status, says, location }: Page): void {
  const headers = { 'content-type': 'text/plain; charset=utf-8', ...(location !== undefined && { location }) }
  response.writeHead(status, headers).end(`${says}\n`)
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}
