import type { Context, MiddlewareHandler } from 'hono'
import { machine } from '../../ground/clock.ts'
import { bodyOf, spilled, type Body, type Exchange } from '../../ground/journal/index.ts'
import { StreamedBody } from '../../toolbox/streamed-body.ts'
import type { DoorEnv, ExchangeInProgress } from '../exchange.ts'
import { kept, withoutSecret } from './secrets.ts'

/** Writes every exchange down, after its change is safe and before the answer leaves. */
export const journal: MiddlewareHandler<DoorEnv> = async (c, next) => {
  const { exchange } = c.env
  const { world } = exchange
  const requestBody = mayHaveBody(c.req.method) ? await bodyIn(c) : ''
  exchange.number = world.requestBegins()
  try {
    await next()
    if (exchange.patches.length > 0) await world.saved()
  } finally {
    const at = world.clock.now()
    const close = () => {
      const tookMs = machine.monotonic() - exchange.startedMs
      const entry = world.journal.append(describe(c, exchange, requestBody), { at, tookMs })
      for (const finding of exchange.findings) world.note(finding, entry.id)
      world.requestEnds()
    }
    exchange.whole = wholeBody(c, exchange)
    const leaving = leavingBody(c, exchange)
    if (leaving) leaving.whenEnded(close)
    else close()
  }
}

/** What was sent, as text. Read as bytes first: whoever is behind may know that they are in another encoding. */
async function bodyIn({ req }: Context<DoorEnv>): Promise<string> {
  await req.arrayBuffer()
  return req.text()
}

/** The answer's text, if that is what will leave: not after a fault, and not where only the head was asked for. */
function wholeBody(c: Context<DoorEnv>, { fault }: ExchangeInProgress): string | undefined {
  const sent = c.get('sent')
  return typeof sent === 'string' && fault === undefined && c.req.method !== 'HEAD' ? sent : undefined
}

/** A streamed body that is still to leave: only when it has, the exchange is over. One that never will is freed. */
function leavingBody(c: Context<DoorEnv>, exchange: ExchangeInProgress): StreamedBody | undefined {
  const sent = c.get('sent')
  if (!(sent instanceof StreamedBody)) return undefined
  sent.keepWhole({ upTo: exchange.world.journal.bodies.wholeUpTo })
  const isReplaced = exchange.fault !== undefined && c.res.body !== sent.stream
  if (sent.ending === null && !exchange.unanswered && !isReplaced && c.req.method !== 'HEAD') return sent
  sent.cut()
  return undefined
}

function describe(c: Context<DoorEnv>, exchange: ExchangeInProgress, requestBody: string): Exchange {
  const { endpoint, refusal, open } = exchange
  const response = exchange.unanswered ? null : responseOf(c)
  return {
    kind: 'exchange',
    provider: open.provider,
    endpoint: endpoint?.name ?? null,
    cited: endpoint && { basis: endpoint.basis, source: endpoint.source },
    caller: exchange.callerName,
    request: {
      method: c.req.method,
      url: kept(open, c.req.url, 'address'),
      headers: requestHeaders(c, exchange),
      body: requestBody === '' ? null : requestBodyOf(c, requestBody),
      ...(exchange.decoded === undefined ? {} : { decoded: exchange.decoded }),
    },
    response,
    ...(refusal && {
      refusal: {
        refusal: refusal.refusal,
        says: refusal.message,
        basis: refusal.basis,
        source: refusal.source,
        ...(refusal.code === undefined ? {} : { code: refusal.code }),
      },
    }),
    ...(exchange.fault === undefined ? {} : { fault: exchange.fault }),
    ...defectOf(c, exchange),
    change: exchange.patches,
  }
}

function requestBodyOf(c: Context<DoorEnv>, text: string): Body {
  const { open, world } = c.env.exchange
  return bodyOf(c.req.header('content-type') ?? '', kept(open, text, 'request'), world.journal.bodies)
}

function responseOf(c: Context<DoorEnv>): Exchange['response'] {
  const { open } = c.env.exchange
  const headers = [...c.res.headers].map(([name, value]) => withoutSecret(open, name, value))
  return { status: c.res.status, headers, body: sentBody(c) }
}

function sentBody(c: Context<DoorEnv>): Body | null {
  const sent = c.get('sent')
  const type = c.res.headers.get('content-type') ?? ''
  const { open, world } = c.env.exchange
  const { bodies } = world.journal
  if (sent === undefined) return null
  if (!(sent instanceof StreamedBody)) return bodyOf(type, kept(open, sent, 'answer'), bodies)
  const { ending } = sent
  const { text, ...seen } = sent.seen()
  const how = ending === null || ending === 'whole' ? {} : { ended: ending }
  return spilled({ type, ...seen, text: kept(open, text, 'answer'), ...how }, bodies.spill)
}

/** Ours, whether it showed before the answer began or while it was being sent. */
function defectOf(c: Context<DoorEnv>, { defect }: ExchangeInProgress): { defect?: string } {
  const sent = c.get('sent')
  const error = sent instanceof StreamedBody ? (sent.error ?? defect) : defect
  if (error === undefined) return {}
  return { defect: error instanceof Error ? (error.stack ?? error.message) : String(error) }
}

function requestHeaders(c: Context<DoorEnv>, { wire, open }: ExchangeInProgress): [string, string][] {
  const raw = wire?.incoming.rawHeaders
  if (raw === undefined) return [...c.req.raw.headers].map(([name, value]) => withoutSecret(open, name, value))
  const headers: [string, string][] = []
  for (let at = 0; at + 1 < raw.length; at += 2)
    headers.push(withoutSecret(open, raw[at] as string, raw[at + 1] as string))
  return headers
}

function mayHaveBody(method: string): boolean {
  return method !== 'GET' && method !== 'HEAD'
}
