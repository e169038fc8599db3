import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { build } from 'esbuild'
import { medianOf } from './support/median.mjs'

setFlagsFromString('--expose-gc')
const sweep = runInNewContext('gc')

const accepts = 1_000
const [many, few] = [100_000, 100]

export const meters = {
  name: 'meters',
  title: `${accepts} accepts of meter shares, a change of the store each, in a world of ${many} meters; baseline: of ${few}`,
  unit: 'ms',
  target: { atMost: 3 },
  async open({ isQuick }) {
    const times = isQuick ? 3 : 7
    const { metersWorld, accept, accepted } = await bundled('support/meters-world.ts')

    /** As many worlds as it takes. What building them left behind is swept away before the watch starts. */
    function timed(size) {
      const each = Math.min(size, accepts)
      const worlds = Array.from({ length: accepts / each }, () => metersWorld(size))
      sweep()
      const begun = performance.now()
      for (const world of worlds) {
        for (let at = 0; at < each; at++) accept(world, world.pending[(at * size) / each])
      }
      const took = performance.now() - begun
      if (worlds.some((world) => accepted(world) !== each)) throw new Error('Not every share was accepted.')
      return took
    }

    for (let warmUp = 0; warmUp < 3; warmUp++) timed(few)
    return {
      ours: () => medianOf(times, () => timed(many)),
      theirs: () => medianOf(times, () => timed(few)),
      close: () => undefined,
    }
  },
}

async function bundled(path) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  const outfile = join(folder, 'bundle.mjs')
  try {
    const entry = fileURLToPath(new URL(path, import.meta.url))
    await build({ entryPoints: [entry], outfile, bundle: true, format: 'esm', platform: 'node', target: 'node20.19' })
    return await import(pathToFileURL(outfile).href)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
