import { fileURLToPath } from 'node:url'
import { medianOf } from './support/median.mjs'
import { freePorts, launcher, startServer, untilOk, untilOpen } from './support/server.mjs'
import { loginOf } from './support/login.mjs'

const bareHono = fileURLToPath(new URL('support/bare-hono.mjs', import.meta.url))

export const start = {
  name: 'start',
  title: 'from spawn to the first 200 of GET /account with a login, https listening; baseline: a bare Hono server',
  unit: 'ms',
  target: { atMost: 2.5 },
  async open({ isQuick }) {
    const base = await freePorts()
    const { authorization } = await loginOf(base)
    const times = isQuick ? 3 : 7
    return {
      ours: () => medianOf(times, () => startSandbox(base, authorization)),
      theirs: () => medianOf(times, () => startBareHono(base)),
      close: () => undefined,
    }
  },
}

function startSandbox(base, authorization) {
  return timed([launcher, 'up', '--port-base', String(base)], async (server) => {
    await untilOk(server, `http://127.0.0.1:${base + 1}/ws/account`, { authorization })
    await untilOpen(server, base + 11)
  })
}

function startBareHono(base) {
  return timed([bareHono, String(base)], (server) => untilOk(server, `http://127.0.0.1:${base}/account`))
}

async function timed(args, isUp) {
  const begun = performance.now()
  const server = startServer(args)
  try {
    await isUp(server)
    return performance.now() - begun
  } finally {
    await server.stop()
  }
}
