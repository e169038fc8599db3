import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, test } from 'vitest'
import { commands } from '../../src/cli/commands.ts'
import { project, wattproof } from '../support/cli.ts'

test('prints its version', async () => {
  const { version } = JSON.parse(await readFile(`${project}/package.json`, 'utf8')) as { version: string }

  expect(await wattproof(['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' })
})

test('lists every command with a line, and where to begin', async () => {
  const { code, out } = await wattproof(['--help'])

  expect(code).toBe(0)
  for (const [name, { says }] of Object.entries(commands)) expect(out).toMatch(new RegExp(`^ +${name} +${says}$`, 'm'))
  expect(out).toContain('$ wattproof up')
})

test.each(Object.keys(commands))('explains %s with examples, and how to name sandbox and world', async (name) => {
  const { code, out } = await wattproof(['help', name])

  expect(code).toBe(0)
  expect(out).toMatch(/^Examples?:$/m)
  expect(out).toContain(`$ wattproof ${name}`)
  expect(out).toContain('--world <name>')
  expect(out).toContain('--port-base <port>')
})

describe('a mistake in the call', () => {
  test.each([
    [['clok'], "error: unknown command 'clok'\n(Did you mean clock?)\n"],
    [['clock', '--wrold', 'x'], "error: unknown option '--wrold'\n(Did you mean --world?)\n"],
    [['clock', '--port-base', 'x'], 'Write a whole number.'],
    [['clock', '--port-base', '66000'], 'Write a port up to 65500.'],
    [['clock', '--speed', '0'], 'Write a number above 0.'],
    [
      ['clock', '--frozen', '--flowing', '+P1D'],
      'Time passes in one way: choose one of --frozen, --flowing and --speed.',
    ],
    [['restore'], "error: missing required argument 'name'"],
    [['env', '--format', 'yaml'], 'Allowed choices are sh, dotenv, json, powershell.'],
    [['run', 'portfolio-manager/pending-shares'], 'Name a command after "--": wattproof run STORY -- npm test'],
    [['play', 'portfolio-manager/pending-shares'], 'name it with --client "node my-sync.js".'],
    [['up', 'portfolio-manager/pending-share'], 'Did you mean "portfolio-manager/pending-shares"?'],
    [['up', './no-such-story.yaml'], 'no-such-story.yaml could not be read: there is no such file.'],
    [['up', '--frozen', '--speed', '2'], 'Time passes in one way: choose one of --frozen and --speed.'],
  ])('%j is answered in a sentence, with exit code 2', async (args, says) => {
    const { code, out, err } = await wattproof(args)

    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(says)
    expect(err).not.toMatch(/^ +at /m)
  })

  test('no command at all shows the overview', async () => {
    const { code, err } = await wattproof([])

    expect(code).toBe(2)
    expect(err).toContain('Begin here:')
  })
})

test('says how to start a sandbox when none is running', async () => {
  const { code, err } = await wattproof(['clock', '+P1D', '--port-base', '4'])

  expect(code).toBe(2)
  expect(err).toBe(
    'No sandbox answers at http://127.0.0.1:4 (ECONNREFUSED). Start one with "npx wattproof up", or name the port of a running one with --port-base.\n',
  )
})

test('notices that something else answers', async () => {
  const other = createServer((_, answer) => answer.end('<html>Hello</html>'))
  await new Promise<void>((done) => other.listen(0, '127.0.0.1', done))
  const { port } = other.address() as AddressInfo

  const { code, err } = await wattproof(['clock'], { env: { WATTPROOF_CONTROL_URL: `http://127.0.0.1:${port}` } })
  other.close()

  expect(code).toBe(2)
  expect(err).toContain(`Something else than Wattproof answers at http://127.0.0.1:${port}`)
})

test('tells a defect of the sandbox with exit code 3', async () => {
  const broken = createServer((_, answer) => {
    answer.statusCode = 500
    answer.end(JSON.stringify({ error: { says: 'Wattproof met a defect of its own: a bug.', defect: true } }))
  })
  await new Promise<void>((done) => broken.listen(0, '127.0.0.1', done))
  const { port } = broken.address() as AddressInfo

  const { code, err } = await wattproof(['clock'], { env: { WATTPROOF_CONTROL_URL: `http://127.0.0.1:${port}` } })
  broken.close()

  expect(code).toBe(3)
  expect(err).toContain('Please report it')
})

describe('scenarios', () => {
  test('are listed with their titles', async () => {
    const { code, out } = await wattproof(['scenarios', 'list'])

    expect(code).toBe(0)
    expect(out).toMatch(/^portfolio-manager\/pending-shares +Two customers have asked, and wait for your answer$/m)
  })

  test('are explained before anything runs', async () => {
    const { code, out } = await wattproof(['scenarios', 'explain', 'portfolio-manager/pending-shares'])

    expect(code).toBe(0)
    expect(out).toContain('client: the client under test is asked to "sync".')
  })

  test('are linted, every file, with exit code 2 when one has a mistake', async () => {
    const { code, out } = await wattproof(['scenarios', 'lint', './no-such.yaml', 'portfolio-manager/pending-shares'])

    expect(code).toBe(2)
    expect(out).toContain('no-such.yaml could not be read: there is no such file.')
    expect(out).toContain('portfolio-manager/pending-shares: good')
  })
})
