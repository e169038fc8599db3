// What a user would write by hand: the least server that says something.
import { serve } from '@hono/node-server'
import { Hono } from 'hono'

const app = new Hono()
app.get('/account', (c) => c.body('<account/>', 200, { 'content-type': 'application/xml' }))
serve({ fetch: app.fetch, port: Number(process.argv[2]), hostname: '127.0.0.1' })
