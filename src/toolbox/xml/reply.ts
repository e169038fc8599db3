import type { Context } from 'hono'

/** Answers with XML, and leaves the text where the journal finds it without reading the response again. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the house's own variables are none of the toolbox's business
export function xml(c: Context<any>, text: string, status = 200, headers: Readonly<Record<string, string>> = {}) {
  c.set('sent', text)
  return c.body(text, status as 200, { 'Content-Type': 'application/xml', ...headers })
}
