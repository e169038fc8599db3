/**
 * Bundles what runs, so that a start loads a few files and not a few hundred.
 *
 * Each build is a folder of its own, `dist/<id>/`, and `dist/index.js` and `dist/cli.js` only point into it: a running
 * sandbox goes on loading rooms from the build it started with, and a call beside it sees one whole build or the other.
 * The folder is as deep as `src/<part>/`, so `new URL('../../scenarios', import.meta.url)` means the same in both.
 *
 * The command line is there once more, as scripts that are compiled already, and so are the stories, read and checked:
 * that halves a start.
 *
 * Without `--force` this is npm's `prepare`, which Node 20's npm runs on every npx call: it costs nothing and says
 * nothing when dist/ is newer than its sources. `--alone` leaves no earlier build beside this one.
 */
import { createHash } from 'node:crypto'
import * as fs from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { constants, Script } from 'node:vm'

const root = fileURLToPath(new URL('..', import.meta.url))
const dist = join(root, 'dist')
const stamp = join(dist, 'built')
const sources = ['src', 'mocks', 'conformance', 'package.json', 'package-lock.json', '.config/build.mjs']
const entries = {
  index: 'src/index.ts',
  cli: 'src/cli/main.ts',
  quick: 'src/cli/quick.ts',
  prepare: 'src/cli/prepare.ts',
  'portfolio-manager-client': 'conformance/clients/portfolio-manager/main.ts',
  'pge-client': 'conformance/clients/pge/main.ts',
  'enedis-data-connect-client': 'conformance/clients/enedis-data-connect/main.ts',
  'enedis-sge-client': 'conformance/clients/enedis-sge/main.ts',
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
  const built = await bundle(esbuild, present)
  if (built === undefined) {
    // esbuild has said where and why; whatever was built before stays.
    process.exitCode = 1
    return
  }
  const isQuick = present.some(([name]) => name === 'quick')
  const id = await place([...built.outputFiles, ...(isQuick ? await scripts(esbuild, built) : [])])
  for (const [name] of present) replace(join(dist, `${name}.js`), `export * from './${id}/${name}.js'\n`)
  if (isQuick) replace(join(dist, 'cli.js'), `import { load } from './${id}/quick.js'\nload('cli.js')\n`)
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
    // Whoever wants files delivered brings these; one of them is machine code, which no bundle can hold.
    external: ['ssh2', 'basic-ftp', 'libxml2-wasm'],
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    // Read only by a Node started with --enable-source-maps: the bundle keeps names and lines readable by itself.
    sourcemap: 'linked',
    sourcesContent: false,
    logLevel: 'warning',
    metafile: true,
  }
  return esbuild.build(options).catch(() => undefined)
}

/** What the command line is made of, once more as scripts, each with what V8 has compiled of it: see src/cli/quick.ts. */
async function scripts(esbuild, { outputFiles, metafile }) {
  const wanted = reachable(metafile.outputs, 'dist/build/cli.js').map((path) => join(root, path))
  const made = outputFiles
    .filter(({ path }) => wanted.includes(path))
    .map(async ({ path, text }) => {
      const define = { 'import.meta.url': 'use.url' }
      const { code } = await esbuild.transform(text, { format: 'cjs', target: 'node20.19', define })
      const chunks = code
        .replaceAll(/\bimport\("\.\/([\w.-]+)"\)/g, 'use.later("$1")')
        .replaceAll(/\bimport\("([\w@/.-]+)"\)/g, 'use.beside("$1")')
      const script = `(function (module, use) { const { require } = use; ${chunks}\n})`
      const importModuleDynamically = constants.USE_MAIN_CONTEXT_DEFAULT_LOADER
      const compiled = new Script(script, { filename: path, importModuleDynamically }).createCachedData()
      return [
        { path: `${path}.script`, text: script, contents: Buffer.from(script) },
        { path: `${path}.compiled`, text: '', contents: compiled },
      ]
    })
  return (await Promise.all(made)).flat()
}

function reachable(outputs, from) {
  const found = new Set([from])
  for (const path of found) for (const { path: next } of outputs[path].imports) if (next in outputs) found.add(next)
  return [...found]
}

/** Writes the build beside its place and moves it there in one step. The same bytes have the same id. */
async function place(files) {
  const half = join(dist, `half-${process.pid}`)
  fs.rmSync(half, { recursive: true, force: true })
  fs.mkdirSync(half, { recursive: true })
  for (const { path, text, contents } of files) {
    const needsRequire = path.endsWith('.js') && text.includes('var __require =')
    fs.writeFileSync(join(half, basename(path)), needsRequire ? withRequire(text) : contents)
  }
  await readStories(half)
  const folder = join(dist, idOf(half))
  try {
    fs.renameSync(half, folder)
  } catch (problem) {
    if (!fs.existsSync(folder)) throw problem
    fs.rmSync(half, { recursive: true })
  }
  return basename(folder)
}

/** Lets the build read the stories that it will tell. */
async function readStories(folder) {
  const file = join(folder, 'prepare.js')
  if (fs.existsSync(file)) await (await import(pathToFileURL(file).href)).prepare()
}

/** What V8 compiles differs a little each time, and more from one Node to the next. */
function idOf(folder) {
  const hash = createHash('sha256').update(process.version)
  for (const name of fs.readdirSync(folder, { recursive: true }).sort()) {
    const path = join(folder, name)
    if (name.endsWith('.compiled') || fs.statSync(path).isDirectory()) continue
    hash.update(name).update(fs.readFileSync(path))
  }
  return hash.digest('hex').slice(0, 12)
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
