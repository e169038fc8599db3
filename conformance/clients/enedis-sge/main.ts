import { createServer } from 'node:http'
import { withDifferences } from './index.ts'
import { asks, Session, type Ask } from './session.ts'

/**
 * The good client as a command: asked by WATTPROOF_ASK, it says what it concluded in lines `wattproof: {…}`. With
 * `--serve` it stays, and is asked by HTTP at WATTPROOF_CLIENT_URL.
 */
type Asking = { ask: string; now?: string; with?: object }

const session = new Session(withDifferences())
const say = (words: object) => console.log(`wattproof: ${JSON.stringify(words)}`)

const answer = async ({ ask, now, with: told }: Asking) => {
  const env = {
    ...process.env,
    ...(now !== undefined && { WATTPROOF_NOW: now }),
    ...(told !== undefined && { WATTPROOF_WITH: JSON.stringify(told) }),
  }
  if (!isAsk(ask))
    return { ok: false, says: `This client does not know the ask "${ask}". It knows ${asks.join(', ')}.` }
  await session.turn({ env, say }, ask)
  return { ok: true, says: '' }
}

if (process.argv.includes('--serve')) serve()
else {
  const { ok, says } = await answer({ ask: process.env['WATTPROOF_ASK'] ?? 'sync' })
  if (!ok) console.error(says)
  process.exitCode = ok ? 0 : 2
  await session.close()
}

/** Nobody but who asks calls this client: its files arrive in a folder. */
function serve(): void {
  const { hostname, port } = new URL(process.env['WATTPROOF_CLIENT_URL'] ?? 'http://127.0.0.1:0')
  const server = createServer((request, response) => {
    const isAsked = request.method === 'POST' && request.url === '/wattproof'
    if (!isAsked) return void response.writeHead(request.url === '/wattproof' ? 200 : 404).end()
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const ended = answer(JSON.parse(Buffer.concat(chunks).toString('utf8')) as Asking)
      const told = ended.catch((error: unknown) => ({ ok: false, says: String(error) }))
      void told.then(({ ok, says }) => response.writeHead(ok ? 200 : 500).end(says))
    })
  })
  server.listen(Number(port), hostname)
}

function isAsk(ask: string): ask is Ask {
  return asks.some((one) => one === ask)
}
