// Sends the bytes it was given, to everyone and at once: as fast as Node's own server goes.
import { createServer } from 'node:http'

const { port, headers, body } = JSON.parse(process.argv[2])
const bytes = Buffer.from(body, 'base64')
createServer((_, answer) => answer.writeHead(200, headers).end(bytes)).listen(port, '127.0.0.1')
