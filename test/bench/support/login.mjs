import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { launcher, startServer, untilOk } from './server.mjs'

const run = promisify(execFile)

/** Starts the default scenario once to learn its login: the same seed gives the same one at every start. */
export async function loginOf(base) {
  return whileUp(base, [], () => loginNow(base))
}

/** Starts a story once to learn by what variables its client is let in. */
export async function variablesOf(base, story) {
  return whileUp(base, [story], () => variablesNow(base))
}

/** Asks a running sandbox for its login. */
export async function loginNow(base) {
  const { WATTPROOF_PM_USERNAME: user, WATTPROOF_PM_PASSWORD: word } = await variablesNow(base)
  return { authorization: basic(user, word) }
}

export function basic(user, word) {
  return `Basic ${Buffer.from(`${user}:${word}`).toString('base64')}`
}

async function variablesNow(base) {
  const args = [launcher, 'env', '--port-base', String(base), '--format', 'json']
  return JSON.parse((await run(process.execPath, args)).stdout)
}

async function whileUp(base, story, look) {
  const server = startServer([launcher, 'up', ...story, '--port-base', String(base)])
  try {
    await untilOk(server, `http://127.0.0.1:${base}/_wattproof/worlds`)
    return await look()
  } finally {
    await server.stop()
  }
}
