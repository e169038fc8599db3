import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, readdir, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, test } from 'vitest'

const project = fileURLToPath(new URL('..', import.meta.url))
const exec = promisify(execFile)
let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'build-'))
  await mkdir(join(folder, '.config'))
  await cp(join(project, '.config/build.mjs'), join(folder, '.config/build.mjs'))
  await symlink(join(project, 'node_modules'), join(folder, 'node_modules'))
  await write('package.json', '{ "type": "module" }')
  await write('src/index.ts', `export const open = () => import('../mocks/room.ts')`)
  await write('mocks/room.ts', `import { parse } from 'yaml'\nexport const room: string = parse('the room')`)
  await write('src/cli/main.ts', `import { open } from '../index.ts'\nconsole.log((await open()).room)`)
  await longAgo('.config/build.mjs', 'package.json', 'src/index.ts', 'src/cli/main.ts', 'mocks/room.ts')
  await longAgo('src', 'src/cli', 'mocks')
})

afterEach(() => rm(folder, { recursive: true }))

test('bundles the command line and the library, and opens a room from its own chunk', async () => {
  await build()

  const { stdout } = await exec(process.execPath, [join(folder, 'dist/cli.js')])
  const library = (await import(join(folder, 'dist/index.js'))) as { open: () => Promise<{ room: string }> }

  expect(stdout).toBe('the room\n')
  expect((await library.open()).room).toBe('the room')
})

test('touches nothing and says nothing when dist/ is newer than its sources', async () => {
  await build()
  const before = await picture('dist')

  const { stdout, stderr } = await build()

  expect(stdout + stderr).toBe('')
  expect(await picture('dist')).toEqual(before)
})

test('builds again after a source was written', async () => {
  await build()
  await write('mocks/room.ts', `export const room = 'another room'`)

  await build()

  const { stdout } = await exec(process.execPath, [join(folder, 'dist/cli.js')])
  expect(stdout).toBe('another room\n')
})

test('builds again after a source was removed', async () => {
  await build()
  const before = await stat(join(folder, 'dist/built'))
  await write('mocks/unused.ts', '')
  await rm(join(folder, 'mocks/unused.ts'))

  await build()

  expect((await stat(join(folder, 'dist/built'))).mtimeMs).toBeGreaterThan(before.mtimeMs)
})

test('leaves the build that a running program may still be loading rooms from', async () => {
  await build()
  const before = await readFile(join(folder, 'dist/index.js'), 'utf8')
  const [, id = ''] = /'\.\/(\w+)\/index\.js'/.exec(before) ?? []
  await write('mocks/room.ts', `export const room = 'another room'`)

  await build()

  expect(await readFile(join(folder, 'dist/index.js'), 'utf8')).not.toBe(before)
  const running = (await import(join(folder, 'dist', id, 'index.js'))) as { open: () => Promise<{ room: string }> }
  expect((await running.open()).room).toBe('the room')
})

test('leaves what was built before when a source is broken, and says where', async () => {
  await build()
  await write('src/index.ts', `export const broken = `)

  const failure = (await build().catch((problem: unknown) => problem)) as { stderr: string; code: number }

  expect(failure.code).toBe(1)
  expect(failure.stderr).toContain('src/index.ts:1:')
  expect(failure.stderr).not.toContain('node_modules')
  const { stdout } = await exec(process.execPath, [join(folder, 'dist/cli.js')])
  expect(stdout).toBe('the room\n')
})

test('starts the command line from scripts that were compiled, and from their text when they no longer fit', async () => {
  await cp(join(project, 'src/cli/quick.ts'), join(folder, 'src/cli/quick.ts'))
  await write(
    'src/cli/main.ts',
    `import { open } from '../index.ts'\nvoid open().then(({ room }) => console.log(room))`,
  )
  await build()
  const cli = join(folder, 'dist/cli.js')
  const compiled = (await readdir(join(folder, 'dist'), { recursive: true })).filter((name) => /\.compiled$/.test(name))

  const quick = await exec(process.execPath, [cli])
  for (const name of compiled) await write(`dist/${name}`, 'compiled by another Node')
  const slow = await exec(process.execPath, [cli])

  expect(compiled).toContainEqual(expect.stringContaining('/cli.js.compiled'))
  expect([quick.stdout, slow.stdout]).toEqual(['the room\n', 'the room\n'])
})

test('loads a package beside the build when it is wanted, from scripts too, and without a warning', async () => {
  await cp(join(project, 'src/cli/quick.ts'), join(folder, 'src/cli/quick.ts'))
  await write('src/cli/main.ts', `void import('basic-ftp').then(({ default: ftp }) => console.log(typeof ftp.Client))`)
  await build()

  const { stdout, stderr } = await exec(process.execPath, [join(folder, 'dist/cli.js')])

  expect({ stdout, stderr }).toEqual({ stdout: 'function\n', stderr: '' })
  const built = await readdir(join(folder, 'dist'), { recursive: true })
  const texts = built
    .filter((name) => /\.(js|script)$/.test(name))
    .map((name) => readFile(join(folder, 'dist', name), 'utf8'))
  expect((await Promise.all(texts)).filter((text) => text.includes('class FTPContext'))).toEqual([])
})

test('loads a module beside the build that waits while it loads, and one below a package', async () => {
  await cp(join(project, 'src/cli/quick.ts'), join(folder, 'src/cli/quick.ts'))
  const both = `Promise.all([import('libxml2-wasm'), import('libxml2-wasm/lib/nodejs.mjs')])`
  await write(
    'src/cli/main.ts',
    `void ${both}.then(([a, b]) => console.log(typeof a.XmlDocument, typeof b.xmlRegisterFsInputProviders))`,
  )
  await build()

  const { stdout, stderr } = await exec(process.execPath, [join(folder, 'dist/cli.js')])

  expect({ stdout, stderr }).toEqual({ stdout: 'function function\n', stderr: '' })
})

test('builds what there is when an entry is not written yet', async () => {
  await rm(join(folder, 'src/cli'), { recursive: true })

  await build()

  expect(await readdir(join(folder, 'dist'))).toContain('index.js')
})

test('is content with an existing dist/ when there is nothing to build with', async () => {
  await build()
  await rm(join(folder, 'node_modules'))
  await write('mocks/room.ts', `export const room = 'another room'`)

  const { stdout, stderr } = await build()

  expect(stdout + stderr).toBe('')
})

test('says in one sentence what is missing when there is neither dist/ nor anything to build with', async () => {
  await rm(join(folder, 'node_modules'))

  const { stderr } = await build()

  expect(stderr).toBe('Wattproof is not built: esbuild is not installed. Run `npm ci` without `--omit=dev`.\n')
})

test('two builds at once both end with a dist/ that works', async () => {
  await Promise.all([build('--force'), build('--force')])

  const { stdout } = await exec(process.execPath, [join(folder, 'dist/cli.js')])
  expect(stdout).toBe('the room\n')
  expect((await readdir(join(folder, 'dist'))).filter((name) => name.startsWith('half'))).toEqual([])
})

const build = (...args: string[]) => exec(process.execPath, [join(folder, '.config/build.mjs'), ...args])

async function write(path: string, text: string): Promise<void> {
  await mkdir(join(folder, path, '..'), { recursive: true })
  await writeFile(join(folder, path), text)
}

async function longAgo(...paths: string[]): Promise<void> {
  for (const path of paths) await utimes(join(folder, path), 1_000_000_000, 1_000_000_000)
}

async function picture(path: string): Promise<Record<string, number>> {
  const names = await readdir(join(folder, path), { recursive: true })
  const seen = names.map(async (name) => [name, (await stat(join(folder, path, name))).mtimeMs] as const)
  return Object.fromEntries(await Promise.all(seen))
}
