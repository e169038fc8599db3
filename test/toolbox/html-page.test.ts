import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { formOf, HtmlPage, sendPage, type Form } from '../../src/toolbox/html-page.tsx'

const app = new Hono<{ Variables: { sent: string } }>()
app.get('/', (c) => {
  const page = HtmlPage({ title: 'A <b> page', style: 'p > a { color: red }', children: '<script>' })
  return sendPage(c, page, { status: 403, headers: { 'x-more': 'yes' } })
})

async function read(body: string, headers: Record<string, string> = {}): Promise<Form> {
  let form: Form | undefined
  const reading = new Hono().post('/', async (c) => {
    // As in the house, where the journal has read the body before.
    await c.req.text()
    form = await formOf(c)
    return c.text('')
  })
  await reading.request('/', { method: 'POST', body, headers })
  return form as Form
}

test('a page shows texts as texts, and its style sheet as it is', async () => {
  const answer = await app.request('/')

  const html = await answer.text()
  expect(html).toMatch(/^<!doctype html><html lang="en">/)
  expect(html).toContain('<title>A &lt;b&gt; page</title>')
  expect(html).toContain('<style>p > a { color: red }</style>')
  expect(html).toContain('<body>&lt;script&gt;</body>')
})

test('a page says in which language it is', () => {
  expect(String(HtmlPage({ title: 'Une page', style: '', lang: 'fr' }))).toMatch(/^<html lang="fr">/)
})

test('a page runs nothing, stands in no frame and stays in no cache', async () => {
  const { status, headers } = await app.request('/')

  expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/)
  expect([status, headers.get('cache-control'), headers.get('x-more')]).toEqual([403, 'no-store', 'yes'])
})

test('a form brings its fields, some of them several times', async () => {
  const form = await read('a=1&b=x%20y&a=2', { 'content-type': 'application/x-www-form-urlencoded' })

  expect([form.one('a'), form.all('a'), form.one('b'), form.one('c')]).toEqual(['1', ['1', '2'], 'x y', ''])
})

test('a form with a file brings its text', async () => {
  const body = new FormData()
  body.append('pem', '')
  body.append('file', new File(['-----BEGIN'], 'client.pem'))
  const sent = new Request('http://localhost/', { method: 'POST', body })
  const headers = { 'content-type': sent.headers.get('content-type') ?? '' }

  const form = await read(await sent.text(), headers)

  expect([form.one('file'), form.one('pem')]).toEqual(['-----BEGIN', ''])
})

test('what is no form brings nothing', async () => {
  const form = await read('no form', { 'content-type': 'multipart/form-data; boundary=x' })

  expect(form.all('file')).toEqual([])
})
