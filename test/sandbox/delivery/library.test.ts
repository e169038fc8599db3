import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { deliver } from '../../../src/sandbox/delivery/index.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wattproof-bare-'))
  const [entry, outfile] = ['src/sandbox/delivery/index.ts', join(folder, 'delivery.mjs')]
  await build({ entryPoints: [entry], outfile, bundle: true, format: 'esm', platform: 'node', external: optional })
})
afterAll(() => rm(folder, { recursive: true }))

/** Delivers where no package is installed. */
async function deliverBare(sending: object): Promise<unknown> {
  const program = `import { deliver } from './delivery.mjs'
    const sending = JSON.parse(process.argv[1])
    console.log(JSON.stringify(await deliver(sending)))`
  const args = ['--input-type=module', '-e', program, JSON.stringify(sending)]
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: folder })
  return JSON.parse(stdout)
}

const optional = ['ssh2', 'basic-ftp']
const delivery = { file: 'a.zip', bytes: new Uint8Array([1, 2, 3]) }
const sending = { delivery, certificate: null, isWary: false, deposits: null, sftpKey: null }

describe('a library that nobody has installed', () => {
  test.each([
    ['sftp://ann:secret@127.0.0.1:9/in', 'SFTP', 'ssh2'],
    ['ftp://ann:secret@127.0.0.1:9/in', 'FTP', 'basic-ftp'],
  ])('fails what is sent to %s, and says how to install it', async (to, by, name) => {
    const attempted = await deliverBare({ ...sending, to })

    expect(attempted).toEqual({
      outcome: 'failed',
      says: `The file was not sent by ${by}: the package ${name} is not installed. Install it: npm i ${name}.`,
    })
  })

  test('is an optional peer of this package, at the version that our tests use', async () => {
    const { peerDependencies, peerDependenciesMeta, devDependencies, dependencies } = JSON.parse(
      await readFile('package.json', 'utf8'),
    ) as Record<string, Record<string, unknown>>

    for (const name of optional) {
      expect(peerDependenciesMeta?.[name]).toEqual({ optional: true })
      expect(peerDependencies?.[name]).toBe(devDependencies?.[name])
      expect(dependencies).not.toHaveProperty(name)
    }
  })
})

test('a file for an address of another kind fails, and so does a request for a folder', async () => {
  const request = { method: 'POST', headers: [], body: '{}' }

  const file = await deliver({ ...sending, to: 'http://127.0.0.1:9/in' })
  const strange = await deliver({ ...sending, to: 'gopher://127.0.0.1:9/in' })
  const asked = await deliver({ ...sending, delivery: request, to: 'folder:in' })

  expect([file.says, strange.says]).toEqual([
    'The file was not sent by http: It takes an address with folder:, sftp:, ftp:.',
    'The file was not sent by gopher: It takes an address with folder:, sftp:, ftp:.',
  ])
  expect(asked).toEqual({
    outcome: 'failed',
    says: 'A request was not sent by folder: It takes an address with http: or https:.',
  })
})
