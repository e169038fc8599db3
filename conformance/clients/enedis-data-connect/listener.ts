import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'

/** What a browser is shown when it comes back. */
export type Page = { status: number; says: string }
/** `redirectedTo` tells of a browser that was sent here, and that may have come. */
export type Asking = { ask: string; now: string; redirectedTo?: string }

/** What the listener hands on. */
export type Doors = {
  callback(url: URL): Promise<Page>
  /** Asked by HTTP, as a command that keeps running is: `POST /wattproof {ask, now}`. */
  ask?(asking: Asking): Promise<{ ok: boolean; says: string }>
}

/** Listens where browsers return to. */
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
  const asked = `${request.method} ${url.pathname}`
  // Enedis was seen to hang what it says on the path, where a question mark belongs.
  if (asked.startsWith('GET /callback')) return show(response, await doors.callback(url))
  if (asked === 'GET /wattproof') return void response.writeHead(200).end()
  if (asked !== 'POST /wattproof') return void response.writeHead(404).end()
  const asking = JSON.parse(await bodyOf(request)) as Asking
  const { ok, says } = (await doors.ask?.(asking)) ?? { ok: false, says: 'Ask this client in its own process.' }
  show(response, { status: ok ? 200 : 500, says })
}

function show(response: ServerResponse, { status, says }: Page): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${says}\n`)
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}
