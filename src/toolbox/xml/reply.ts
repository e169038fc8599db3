import { channel } from 'node:diagnostics_channel'
import type { Context } from 'hono'

/** Tells whoever listens of every XML body that leaves a room: `{ text, c }`. The suite holds them to the schema. */
export const xmlReplies = channel('wattproof:xml')

/** Answers with XML, and leaves the text where the journal finds it without reading the response again. */
export function xml(
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the house's own variables are none of the toolbox's business
  c: Context<any>,
  text: string,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): Response {
  c.set('sent', text)
  if (xmlReplies.hasSubscribers) xmlReplies.publish({ text, c })
  return c.body(text, status as 200, { 'Content-Type': 'application/xml', ...headers })
}
