import type { Context } from 'hono'
import { draw, StreamedBody } from '../streamed-body.ts'
import { xmlReplies } from '../xml/reply.ts'

/** Longer feeds are not told to whoever listens: a listener would have to hold them whole. */
const toldUpTo = 4_000_000

/**
 * Answers with a feed or an entry, spelled piece by piece: a short one is sent whole, with its length; a long one
 * streams, and is never held. What the pieces tell must have been copied from the state before the first is drawn.
 */
export function atom(
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the house's own variables are none of the toolbox's business
  c: Context<any>,
  pieces: Iterable<string>,
  { type = 'application/atom+xml', headers = {} }: { type?: string; headers?: Readonly<Record<string, string>> } = {},
): Response {
  const told = xmlReplies.hasSubscribers ? telling(c, pieces) : pieces
  const parts = told[Symbol.iterator]()
  const sent = { 'Content-Type': type, ...headers }
  const { text, isLast } = draw(parts)
  const body = isLast ? text : new StreamedBody(parts, text)
  c.set('sent', body)
  return c.body(typeof body === 'string' ? body : body.stream, 200, sent)
}

/** The same pieces; the whole text is published once the last has been drawn. */
function* telling(c: Context, pieces: Iterable<string>): Iterable<string> {
  let text = ''
  for (const piece of pieces) {
    if (text.length <= toldUpTo) text += piece
    yield piece
  }
  if (text.length <= toldUpTo) xmlReplies.publish({ text, c })
}
