/**
 * Bundles what runs, so that a start loads a few files and not a few hundred.
 *
 * Each build is a folder of its own, `dist/<id>/`, and `dist/index.js` and `dist/cli.js` only point into it: a running
 * sandbox goes on loading rooms from the build it started with, and a call beside it sees one whole build or the other.
 * The folder is as deep as `src/<part>/`, so `new URL('../../scenarios', import.meta.url)` means the same in both.
 *
 * Without `--force` this is npm's `prepare`, which Node 20's npm runs on every npx call: it costs nothing and says
 * nothing when dist/ is newer than its sources. `--alone` leaves no earlier build beside this one.
 */
import { createHash } from 'node:crypto'
import * as fs from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const dist = join(root, 'dist')
const stamp = join(dist, 'built')
const sources = ['src', 'mocks', 'conformance', 'package.json', 'package-lock.json', '.config/build.mjs']
const entries = {
  index: 'src/index.ts',
  cli: 'src/cli/main.ts',
  'portfolio-manager-client': 'conformance/clients/portfolio-manager/main.ts',
  'pge-client': 'conformance/clients/pge/main.ts',
  'enedis-data-connect-client': 'conformance/clients/enedis-data-connect/main.ts',
}

const mayReuse = !process.argv.includes('--force') && !process.argv.includes('--alone')
if (!mayReuse || !isCurrent()) await build({ keep: process.argv.includes('--alone') ? 0 : 4 })

/** Folders count too: a file that was removed leaves its trace only there. */
function isCurrent() {
  const builtAt = fs.statSync(stamp, { throwIfNoEntry: false })?.mtimeMs ?? 0
  const isOlder = (path) => {
    const info = fs.statSync(path, { throwIfNoEntry: false })
    if (info === undefined) return true
    if (info.mtimeMs >= builtAt) return false
    return !info.isDirectory() || fs.readdirSync(path).every((name) => isOlder(join(path, name)))
  }
  return sources.every((source) => isOlder(join(root, source)))
}

async function build({ keep }) {
  const startedAt = new Date()
  const esbuild = await import('esbuild').catch(() => undefined)
  if (esbuild === undefined) return sayWhatIsMissing()
  const present = Object.entries(entries).filter(([, path]) => fs.existsSync(join(root, path)))
  const outputFiles = await bundle(esbuild, present)
  if (outputFiles === undefined) {
    // esbuild has said where and why; whatever was built before stays.
    process.exitCode = 1
    return
  }
  const id = place(outputFiles)
  for (const [name] of present) replace(join(dist, `${name}.js`), `export * from './${id}/${name}.js'\n`)
  replace(stamp, `${id}\n`, startedAt)
  forgetAllBut(keep, id)
}

async function bundle(esbuild, present) {
  const options = {
    absWorkingDir: root,
    entryPoints: Object.fromEntries(present),
    outdir: join(dist, 'build'),
    write: false,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    mainFields: ['module', 'main'],
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    // Read only by a Node started with --enable-source-maps: the bundle keeps names and lines readable by itself.
    sourcemap: 'linked',
    sourcesContent: false,
    logLevel: 'warning',
  }
  const built = await esbuild.build(options).catch(() => undefined)
  return built?.outputFiles
}

/** Writes the build beside its place and moves it there in one step. The same bytes have the same id. */
function place(files) {
  const hash = createHash('sha256')
  for (const { path, contents } of files) hash.update(basename(path)).update(contents)
  const folder = join(dist, hash.digest('hex').slice(0, 12))
  const half = join(dist, `half-${process.pid}`)
  fs.rmSync(half, { recursive: true, force: true })
  fs.mkdirSync(half, { recursive: true })
  for (const { path, text, contents } of files) {
    fs.writeFileSync(join(half, basename(path)), text.includes('var __require =') ? withRequire(text) : contents)
  }
  try {
    fs.renameSync(half, folder)
  } catch (problem) {
    if (!fs.existsSync(folder)) throw problem
    fs.rmSync(half, { recursive: true })
  }
  return basename(folder)
}

/** CommonJS packages ask for Node's modules through esbuild's `__require`, which looks for a `require` that ESM lacks. */
function withRequire(text) {
  return `import { createRequire } from 'node:module'; const require = createRequire(import.meta.url); ${text}`
}

function replace(path, text, modifiedAt = new Date()) {
  const half = `${path}.${process.pid}`
  fs.writeFileSync(half, text)
  fs.utimesSync(half, modifiedAt, modifiedAt)
  fs.renameSync(half, path)
}

/** A few earlier builds stay for sandboxes that still run from them. */
function forgetAllBut(keep, current) {
  const builds = fs.readdirSync(dist).filter((name) => /^([0-9a-f]{12}|half-\d+)$/.test(name) && name !== current)
  const age = (name) => fs.statSync(join(dist, name), { throwIfNoEntry: false })?.mtimeMs ?? 0
  const newestFirst = builds.map((name) => ({ name, at: age(name) })).sort((one, other) => other.at - one.at)
  for (const { name } of newestFirst.slice(keep)) fs.rmSync(join(dist, name), { recursive: true, force: true })
}

/** An install without development dependencies has nothing to build with, and needs nothing where dist/ is there. */
function sayWhatIsMissing() {
  if (fs.existsSync(stamp)) return
  console.error('Wattproof is not built: esbuild is not installed. Run `npm ci` without `--omit=dev`.')
  if (!mayReuse) process.exitCode = 1
}
