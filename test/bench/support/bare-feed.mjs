// What a user would write by hand: a ready-made string of the size it is told, sent whole.
import { serve } from '@hono/node-server'
import { Hono } from 'hono'

const [port, length] = process.argv.slice(2).map(Number)
const feed = '<reading/>'.repeat(Math.ceil(length / 10)).slice(0, length)
const app = new Hono()
app.get('/', (c) => c.text('ok'))
app.get('/feed', (c) => c.body(feed, 200, { 'content-type': 'application/atom+xml' }))
serve({ fetch: app.fetch, port, hostname: '127.0.0.1' })
