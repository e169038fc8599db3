/**
 * `npm run bench`: each benchmark as a ratio of ours to a baseline, so that it means the same on any machine.
 * Ours and theirs take turns, three rounds; the table shows medians and ranges. A target that is missed is printed,
 * not failed: a busy machine is no defect. `--quick` does less in each round, `--only NAME` one benchmark.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { feedMemory, feedStart, feedTime } from './feeds.mjs'
import { meters } from './meters.mjs'
import { start, startAll } from './start.mjs'
import { throughput } from './throughput.mjs'

const benchmarks = [start, startAll, throughput, meters, feedTime, feedStart, feedMemory]
const rounds = 3
const { values: options } = parseArgs({ options: { quick: { type: 'boolean' }, only: { type: 'string' } } })
const chosen = benchmarks.filter(({ name }) => options.only === undefined || options.only === name)
if (chosen.length === 0) {
  console.error(`No benchmark "${options.only}". Known: ${benchmarks.map(({ name }) => name).join(', ')}.`)
  process.exit(2)
}

const results = []
for (const benchmark of chosen) results.push(await run(benchmark))
print(results)
write(results)

async function run({ open, ...about }) {
  const { ours, theirs, close } = await open({ isQuick: options.quick === true })
  const taken = { ours: [], theirs: [], ratio: [] }
  try {
    for (let round = 0; round < rounds; round++) {
      const [baseline, own] = [await theirs(), await ours()]
      taken.theirs.push(baseline)
      taken.ours.push(own)
      taken.ratio.push(own / baseline)
    }
  } finally {
    await close()
  }
  return { ...about, ...Object.fromEntries(Object.entries(taken).map(([what, values]) => [what, summary(values)])) }
}

function summary(values) {
  const sorted = [...values].sort((one, other) => one - other)
  return { median: sorted[Math.floor(sorted.length / 2)], from: sorted[0], to: sorted.at(-1), values }
}

function print(results) {
  console.table(
    Object.fromEntries(
      results.map(({ name, unit, ours, theirs, ratio, target }) => [
        name,
        { [`ours`]: spell(ours, unit), baseline: spell(theirs, unit), ratio: spell(ratio), ...verdict(ratio, target) },
      ]),
    ),
  )
  for (const { name, title } of results) console.log(`${name}: ${title}`)
}

function spell({ median, from, to }, unit = '') {
  const short = (value) => (value >= 100 ? value.toFixed(0) : value.toPrecision(3))
  return `${short(median)} (${short(from)} to ${short(to)}) ${unit}`.trim()
}

function verdict({ median }, { atMost = Infinity, atLeast = 0 }) {
  const target = Number.isFinite(atMost) ? `at most ${atMost}` : `at least ${atLeast}`
  return { target, met: median <= atMost && median >= atLeast ? 'yes' : 'no' }
}

function write(results) {
  const folder = new URL('results/', import.meta.url)
  const at = new Date().toISOString()
  const machine = { node: process.version, cpu: cpus()[0]?.model, cores: availableParallelism() }
  const file = new URL(`${at.replaceAll(':', '-')}.json`, folder)
  mkdirSync(folder, { recursive: true })
  writeFileSync(file, `${JSON.stringify({ at, machine, isQuick: options.quick === true, results }, null, 2)}\n`)
  console.log(`Written to ${fileURLToPath(file)}`)
}
