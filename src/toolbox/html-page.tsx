import type { Context } from 'hono'
import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { JSX } from 'hono/jsx/jsx-runtime'

/** What every page has: a title for the tab, a style sheet of its own, and whatever it shows. */
export type Frame = { title: string; style: string; lang?: string; children?: Child }

/** The frame of a page that works without scripts, on any screen. */
export function HtmlPage({ title, style, lang = 'en', children }: Frame): JSX.Element {
  return (
    <html lang={lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <link rel="icon" href="data:," />
        <style>{raw(style)}</style>
      </head>
      <body>{children}</body>
    </html>
  )
}

/** Nothing runs in a page, nothing is loaded into it, and no other page may show it in a frame of its own. */
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'; base-uri 'none'; form-action *"

/** Answers with a page, and hands its text to the journal. What a person sees after logging in is kept by no cache. */
export function sendPage(
  c: Context,
  page: JSX.Element,
  { status = 200, headers = {} }: { status?: number; headers?: Readonly<Record<string, string>> } = {},
): Response {
  const html = `<!doctype html>${String(page)}`
  c.set('sent', html)
  return c.body(html, status as 200, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy,
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
    ...headers,
  })
}

/** What a form brings, whichever way the browser sent it: fields by name, some of them several times. */
export type Form = { one(field: string): string; all(field: string): string[] }

/** Reads a form. Whatever is no form brings nothing. */
export async function formOf(c: Context): Promise<Form> {
  const text = await c.req.text()
  const type = c.req.header('content-type') ?? ''
  const fields = type.startsWith('multipart/') ? await multipart(text, type) : new URLSearchParams(text)
  const all = (field: string) => fields.getAll(field).map(String)
  return { all, one: (field) => all(field)[0] ?? '' }
}

/** Files come as text: what people upload here is PEM. */
async function multipart(text: string, type: string): Promise<URLSearchParams> {
  const fields = new URLSearchParams()
  try {
    const form = await new Response(text, { headers: { 'content-type': type } }).formData()
    for (const [name, value] of form) fields.append(name, typeof value === 'string' ? value : await value.text())
  } catch {
    return fields
  }
  return fields
}
