import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { request } from 'node:http'
import { connect, createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const patience = 30_000
const running = new Set()
process.once('exit', () => running.forEach((program) => program.kill()))

export const launcher = fileURLToPath(new URL('../../../src/cli/wattproof.js', import.meta.url))

/** Starts a program and hands back how to ask it and how to end it. */
export function startServer(args) {
  const program = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] })
  running.add(program)
  let complaint = ''
  program.stderr.on('data', (text) => (complaint += text))
  const checkAlive = () => {
    if (program.exitCode !== null) throw new Error(`${args.join(' ')} ended with ${program.exitCode}: ${complaint}`)
  }
  return { checkAlive, stop: () => stop(program) }
}

/** Asks an address, again and again while nobody listens, until it answers 200. */
export async function untilOk(server, url, headers = {}, method = 'GET') {
  const givenUp = performance.now() + patience
  for (;;) {
    const answer = await ask(url, headers, method).catch(() => undefined)
    if (answer?.status === 200) return answer
    server.checkAlive()
    if (performance.now() > givenUp) throw new Error(`${url} did not answer 200 in time, but ${answer?.status}.`)
    await pause(1)
  }
}

/** Waits until somebody listens on a port. */
export async function untilOpen(server, port) {
  const givenUp = performance.now() + patience
  while (!(await isOpen(port))) {
    server.checkAlive()
    if (performance.now() > givenUp) throw new Error(`Nobody listens on port ${port}.`)
    await pause(1)
  }
}

/** One exchange, with the header lines as they were written. */
export function ask(url, headers = {}, method = 'GET') {
  return new Promise((resolve, reject) => {
    const asking = request(url, { headers, method, agent: false }, async (answer) => {
      const chunks = await answer.toArray()
      resolve({ status: answer.statusCode, headers: answer.rawHeaders, body: Buffer.concat(chunks) })
    })
    asking.on('error', reject).end()
  })
}

/** A port, and those above it that a sandbox takes, that are free and that no outgoing connection is given. */
export async function freePorts() {
  for (;;) {
    const base = 10_000 + Math.floor(Math.random() * 20_000)
    const near = Array.from({ length: 20 }, (_, above) => isFree(base + above))
    if ((await Promise.all(near)).every(Boolean)) return base
  }
}

function isFree(port) {
  return new Promise((resolve) => {
    const probe = createServer().on('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })
}

async function stop(program) {
  running.delete(program)
  if (program.exitCode !== null) return
  program.kill('SIGTERM')
  const impatience = setTimeout(() => program.kill('SIGKILL'), 5_000)
  await once(program, 'exit')
  clearTimeout(impatience)
}

function isOpen(port) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.on('connect', () => (socket.destroy(), resolve(true)))
    socket.on('error', () => resolve(false))
  })
}
