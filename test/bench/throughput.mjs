import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { loginNow } from './support/login.mjs'
import { ask, freePorts, launcher, startServer, untilOk } from './support/server.mjs'

const run = promisify(execFile)
const load = fileURLToPath(new URL('support/load.mjs', import.meta.url))
const plainHttp = fileURLToPath(new URL('support/plain-http.mjs', import.meta.url))
const scenario = 'portfolio-manager/access-cut-to-read'

export const throughput = {
  name: 'throughput',
  title: 'GET /property/{id} with the journal on, 8 kept connections; baseline: node:http sending the same bytes',
  unit: 'requests/s',
  target: { atLeast: 0.25 },
  async open({ isQuick }) {
    const base = await freePorts()
    const sandbox = startServer([launcher, 'up', scenario, '--port-base', String(base)])
    await untilOk(sandbox, `http://127.0.0.1:${base}/_wattproof/worlds`)
    const headers = await loginNow(base)
    const url = await propertyAddress(`http://127.0.0.1:${base + 1}/ws`, headers)
    const plainPort = await freePorts()
    const plain = startServer([plainHttp, JSON.stringify({ port: plainPort, ...(await bytesOf(url, headers)) })])
    await untilOk(plain, `http://127.0.0.1:${plainPort}/`)
    const requests = isQuick ? 3_000 : 30_000
    return {
      ours: () => rate({ url, headers, requests }),
      theirs: () => rate({ url: `http://127.0.0.1:${plainPort}/`, headers, requests }),
      close: () => Promise.all([sandbox.stop(), plain.stop()]),
    }
  },
}

/** A client in a process of its own, so that it does not share the server's one thread. */
async function rate(what) {
  const { stdout } = await run(process.execPath, [load, JSON.stringify({ connections: 8, ...what })])
  return Number(stdout)
}

async function propertyAddress(root, headers) {
  const account = String((await ask(`${root}/account`, headers)).body)
  const [, id] = /<id>(\d+)<\/id>/.exec(account) ?? []
  const list = String((await ask(`${root}/account/${id}/property/list`, headers)).body)
  const [, link] = /link="(\/property\/\d+)"/.exec(list) ?? []
  if (link === undefined) throw new Error(`${scenario} has no property that the client may read.`)
  return `${root}${link}`
}

async function bytesOf(url, asked) {
  const { headers, body } = await ask(url, asked)
  const own = headers.filter((_, at) => !/^(connection|keep-alive|transfer-encoding)$/i.test(headers[at - (at % 2)]))
  return { headers: own, body: body.toString('base64') }
}
