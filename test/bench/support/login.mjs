import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { launcher, startServer, untilOk } from './server.mjs'

const run = promisify(execFile)

/** Starts the default scenario once to learn its login: the same seed gives the same one at every start. */
export async function loginOf(base) {
  const server = startServer([launcher, 'up', '--port-base', String(base)])
  try {
    await untilOk(server, `http://127.0.0.1:${base}/_wattproof/worlds`)
    return await loginNow(base)
  } finally {
    await server.stop()
  }
}

/** Asks a running sandbox for its login. */
export async function loginNow(base) {
  const args = [launcher, 'env', '--port-base', String(base), '--format', 'json']
  const { WATTPROOF_PM_USERNAME: user, WATTPROOF_PM_PASSWORD: word } = JSON.parse(
    (await run(process.execPath, args)).stdout,
  )
  return { authorization: `Basic ${Buffer.from(`${user}:${word}`).toString('base64')}` }
}
