import { fileURLToPath } from 'node:url'
import { medianOf } from './support/median.mjs'
import { freePorts, launcher, startServer, untilOk, untilOpen } from './support/server.mjs'
import { basic, loginOf, variablesOf } from './support/login.mjs'

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

/** Rooms load when they are first asked: here all of them are, at once and before anything else. */
export const startAll = {
  name: 'start-all',
  title:
    'from spawn to the first 200 of GET /account, of a token of PG&E and of a revocation at Enedis, each with a login; ' +
    'baseline: a bare Hono server',
  unit: 'ms',
  target: { atMost: 2.5 },
  async open({ isQuick }) {
    const base = await freePorts()
    const doors = await doorsOf(base)
    const times = isQuick ? 3 : 7
    return {
      ours: () => medianOf(times, () => startAsking(base, doors)),
      theirs: () => medianOf(times, () => startBareHono(base)),
      close: () => undefined,
    }
  },
}

/**
 * One endpoint of each room that asks for a login, and the login of whoever every story knows. At Enedis it is not the
 * token endpoint: the first token waits for an RSA key, whose making takes from 40 to 300 ms by luck alone.
 */
async function doorsOf(base) {
  const { authorization } = await loginOf(base)
  const pge = await variablesOf(base, 'pge/authorized')
  const enedis = await variablesOf(base, 'enedis/data-connect/first-consent')
  return [
    { url: `http://127.0.0.1:${base + 1}/ws/account`, headers: { authorization } },
    {
      url: `http://127.0.0.1:${base + 4}/datacustodian/oauth/v2/token?grant_type=client_credentials`,
      headers: { authorization: basic(pge.WATTPROOF_PGE_CLIENT_ID, pge.WATTPROOF_PGE_CLIENT_SECRET) },
      method: 'POST',
    },
    {
      url: `http://127.0.0.1:${base + 2}/oauth2/v3/revoke?token=none`,
      headers: { authorization: basic(enedis.WATTPROOF_ENEDIS_CLIENT_ID, enedis.WATTPROOF_ENEDIS_CLIENT_SECRET) },
      method: 'POST',
    },
  ]
}

function startAsking(base, doors) {
  return timed([launcher, 'up', '--port-base', String(base)], async (server) => {
    await Promise.all(doors.map(({ url, headers, method }) => untilOk(server, url, headers, method)))
  })
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
