import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { transform } from 'esbuild'
import { afterEach, beforeEach, expect, test } from 'vitest'

const source = new URL('../../src/cli/wattproof.js', import.meta.url)
let folder: string
let launcher: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'launcher-'))
  launcher = join(folder, 'src/cli/wattproof.js')
  await mkdir(join(folder, 'src/cli'), { recursive: true })
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }')
  await cp(source, launcher)
})

afterEach(() => rm(folder, { recursive: true }))

test('runs the built program with the arguments it was given', async () => {
  await build('console.log(process.argv.slice(2).join(" ")); process.exitCode = 1')

  const { code, out, err } = await run([launcher, 'clock', '+P1D'])

  expect({ code, out, err }).toEqual({ code: 1, out: 'clock +P1D\n', err: '' })
})

test('names the remedy when nothing was built', async () => {
  const { code, out, err } = await run([launcher, 'up'])

  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(err).toBe('wattproof cannot start: dist/ is missing. Run "npm ci" in the package folder, which builds it.\n')
})

test.each(['12.22.12', '18.20.4', '20.18.3'])('names the remedy on Node %s', async (version) => {
  await build('console.log("started")')

  const { code, out, err } = await run(['--import', pretending(version), launcher, 'up'])

  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(err).toBe(
    `wattproof cannot start: Node ${version} is too old. Install Node 20.19 or newer and run the command again.\n`,
  )
})

test.each(['20.19.0', '22.0.0', '24.1.0'])('starts on Node %s', async (version) => {
  await build('console.log("started")')

  const { code, out } = await run(['--import', pretending(version), launcher])

  expect({ code, out }).toEqual({ code: 0, out: 'started\n' })
})

test('is written in words that Node 12 can read', async () => {
  const code = await readFile(source, 'utf8')

  const [old, today] = await Promise.all(['node12.20', 'esnext'].map((target) => transform(code, { target })))

  expect(old?.code).toBe(today?.code)
  expect(code).not.toContain("from 'node:")
})

test('may be executed', async () => {
  const { mode } = await stat(source)

  expect(mode & 0o111).toBe(0o111)
})

async function build(program: string): Promise<void> {
  await mkdir(join(folder, 'dist'))
  await writeFile(join(folder, 'dist/cli.js'), program)
}

const pretending = (version: string) =>
  `data:text/javascript,Object.defineProperty(process, 'versions', { value: { node: '${version}' } })`

function run(args: string[]): Promise<{ code: number | string; out: string; err: string }> {
  return new Promise((done) => {
    execFile(process.execPath, args, (problem, out, err) => done({ code: problem?.code ?? 0, out, err }))
  })
}
