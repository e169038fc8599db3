import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { ask, freePorts, startServer, untilOk } from './server.mjs'

const run = promisify(execFile)
const here = (name) => fileURLToPath(new URL(name, import.meta.url))

/** A sandbox that streams feeds, in a process of its own, and how to read them from another. */
export async function openFeeds() {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  const bundle = join(folder, 'feed-server.mjs')
  // What is not bundled is found where the project has it.
  symlinkSync(here('../../../node_modules'), join(folder, 'node_modules'))
  await build({
    entryPoints: [here('feed-server.ts')],
    outfile: bundle,
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
  })
  const port = await freePorts()
  const server = startServer([bundle, String(port)])
  const info = `http://127.0.0.1:${port + 2}`
  const feeds = JSON.parse((await untilOk(server, `${info}/`)).body)
  return {
    ...feeds,
    memory: async () => JSON.parse((await ask(`${info}/memory`)).body),
    stop: async () => {
      await server.stop()
      rmSync(folder, { recursive: true })
    },
  }
}

/** The same number of bytes from a handler that has them ready. */
export async function openBare(bytes) {
  const port = await freePorts()
  const server = startServer([here('bare-feed.mjs'), String(port), String(bytes)])
  await untilOk(server, `http://127.0.0.1:${port}/`)
  return { url: `http://127.0.0.1:${port}/feed`, headers: {}, stop: () => server.stop() }
}

/** Reads a feed some times in a process of its own, so that reading takes nothing from the server's one thread. */
export async function readFeed({ url, headers }, times) {
  const { stdout } = await run(process.execPath, [here('read-feed.mjs'), JSON.stringify({ url, headers, times })])
  return JSON.parse(stdout)
}
