import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { bin, built, Running, wattproof } from '../support/cli.ts'

const story = 'portfolio-manager/pending-shares'
let folder: string

beforeEach(async () => {
  await built
  folder = await mkdtemp(join(tmpdir(), 'wattproof-run-'))
})

afterEach(() => rm(folder, { recursive: true }))

describe('run', () => {
  test.each([0, 1, 7])('passes exit code %i on', async (code) => {
    expect((await wattproof(['run', story, '--', 'sh', '-c', `exit ${code}`])).code).toBe(code)
  })

  test('gives the command addresses and logins that work', async () => {
    const ask =
      'curl -s --cacert "$WATTPROOF_CA_FILE" -u "$WATTPROOF_PM_USERNAME:$WATTPROOF_PM_PASSWORD" "$WATTPROOF_PM_URL/account"'

    const { code, out } = await wattproof(['run', story, '--', 'sh', '-c', ask])

    expect(code).toBe(0)
    expect(out).toContain('<username>acme-energy</username>')
  })

  test('lets the command move time and be the customer, in a world where time stands still', async () => {
    const both = `node "${bin}" clock +P1D && node "${bin}" journal --kind clock`

    const { code, out } = await wattproof(['run', story, '--', 'sh', '-c', both])

    expect(code).toBe(0)
    expect(out).toContain('2026-03-03T14:00:00.000Z  Tue 2026-03-03 09:00:00 in America/New_York; time stands still.')
    expect(out).toContain('clock: advance to 2026-03-03T14:00:00.000Z')
  })

  test('leaves words after -- alone', async () => {
    const { out } = await wattproof(['run', story, '--', 'echo', '--world', 'x', '--help'])

    expect(out).toBe('--world x --help\n')
  })

  test('hands signals on and passes on how the command ended', async () => {
    const running = new Running(['run', story, '--', 'node', '-e', waiting])
    await running.says('waiting')

    running.child.kill('SIGTERM')

    expect(await running.ended).toBe(5)
    expect(running.out).toContain('SIGTERM came')
  })

  test('stops the sandbox when the command has ended', async () => {
    const { out } = await wattproof([
      'run',
      story,
      '--',
      'sh',
      '-c',
      'echo "$WATTPROOF_CONTROL_URL $WATTPROOF_CA_FILE"',
    ])
    const [url = '', caFile = ''] = out.trim().split(' ')

    await expect(fetch(`${url}/_wattproof/worlds`)).rejects.toThrow()
    await expect(readFile(caFile)).rejects.toThrow()
  })

  test('makes the folder for files that providers deliver, and tells the command', async () => {
    const deposits = join(folder, 'in')
    const look = 'echo "$WATTPROOF_DEPOSITS"; ls "$WATTPROOF_DEPOSITS"'

    const { code, out } = await wattproof(['run', story, '--deposits', deposits, '--', 'sh', '-c', look])

    expect({ code, out }).toEqual({ code: 0, out: `${deposits}\nportfolio-manager\n` })
  })

  test('says so when there is no such command', async () => {
    const { code, err } = await wattproof(['run', story, '--', 'nonesuch-command'])

    expect(code).toBe(2)
    expect(err).toBe(
      '"nonesuch-command" could not be run: there is no such program. Check its spelling and your PATH.\n',
    )
  })
})

describe.each([
  ['run', ['run', story, '--', 'true']],
  ['up', ['up', story, '--port-base', '0']],
  ['play', ['play', story, '--client', 'true']],
  ['check', ['check', 'portfolio-manager', '--client', 'true']],
])('%s', (_, [command = '', ...words]) => {
  test('wants official schemas to be where it is told', async () => {
    const { code, out, err } = await wattproof([command, '--sge-schemas', join(folder, 'nowhere'), ...words])

    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toBe(`${join(folder, 'nowhere')} could not be used: there is no such folder. Name one that is there.\n`)
  })
})

describe('play', () => {
  test('gives the client a folder for files that is gone afterwards, unless one is named', async () => {
    const file = await write('\n  - client: look around')
    const look = `echo "$WATTPROOF_DEPOSITS" >> ${join(folder, 'told')}; ls "$WATTPROOF_DEPOSITS" >> ${join(folder, 'told')}`

    await wattproof(['play', file, '--client', look])
    await wattproof(['play', file, '--client', look, '--deposits', join(folder, 'in')])

    const [first = '', , ...others] = (await readFile(join(folder, 'told'), 'utf8')).split('\n')
    expect(existsSync(first)).toBe(false)
    expect(others).toEqual([join(folder, 'in'), 'portfolio-manager', ''])
    expect(await readdir(join(folder, 'in'))).toEqual(['portfolio-manager'])
  })

  test('plays a story to its end with a client, and sums up what it did', async () => {
    const file = await write(`
  - client: look around
  - clock: P1D
  - client: look again`)

    const { code, out } = await wattproof(['play', file, '--client', `node "${await client()}"`])

    expect(code).toBe(0)
    expect(out).toMatch(/The story came to its end: 2 calls, 0 refused, 0 findings\.\n$/)
    expect(await turns()).toMatchObject([
      { ask: 'look around', now: '2026-03-02T14:00:00.000Z', pace: '1', status: 200, before: [] },
      { ask: 'look again', now: '2026-03-03T14:00:00.000Z', pace: '1', status: 200, before: ['turn-1'] },
    ])
  })

  test('passes pace and seed on', async () => {
    const file = await write('\n  - client: look around')

    await wattproof(['play', file, '--client', `node "${await client()}"`, '--pace', '100', '--seed', 'mine'])

    expect(await turns()).toMatchObject([{ pace: '100' }])
  })

  test('ends with 1 when the client fails, and plays no further', async () => {
    const file = await write(`
  - client: first
  - client: second`)

    const { code, out } = await wattproof(['play', file, '--client', 'echo "asked to $WATTPROOF_ASK"; exit 3'])

    expect(code).toBe(1)
    expect(out).toContain('asked to first')
    expect(out).not.toContain('asked to second')
    expect(out).toContain('the client ended with exit code 3 when asked to "first". The last step was not played.')
  })

  test('ends with 1 when the client left undone what the story needs', async () => {
    const { code, out } = await wattproof(['play', story, '--client', 'true'])

    expect(code).toBe(1)
    expect(out).toContain('The story ended early: 0 calls, 0 refused, 1 finding.')
  })

  test('plays a story without turns of the client without one', async () => {
    const file = await write('\n  - clock: P1D')

    const { code, out } = await wattproof(['play', file])

    expect(code).toBe(0)
    expect(out).toContain('The story came to its end: 0 calls')
  })

  test('writes its journal, with every turn of the client in it', async () => {
    const file = await write('\n  - client: look around')
    const journal = join(folder, 'journal.jsonl')

    await wattproof(['play', file, '--client', 'true', '--journal', journal])

    const entries = (await readFile(journal, 'utf8')).trimEnd().split('\n')
    expect(entries.map((line) => JSON.parse(line) as object)).toContainEqual(
      expect.objectContaining({ kind: 'step', door: 'client', action: 'look around', by: 'scenario' }),
    )
  })

  test('plays the browser that a client sends somewhere, and runs it again with where that was redirected to', async () => {
    const redirect = '$(printf %s "$WATTPROOF_CLIENT_URL/callback" | sed "s,:,%3A,g; s,/,%2F,g")'
    const page = `$WATTPROOF_PGE_URL/myAuthorization?client_id=$WATTPROOF_PGE_CLIENT_ID&redirect_uri=${redirect}&response_type=code`
    const open = `echo 'wattproof: {"open":"'"${page}"'"}'`
    const line = `if [ $WATTPROOF_ASK$WATTPROOF_REDIRECTED_TO = authorize ]; then ${open}; else echo "came to $WATTPROOF_REDIRECTED_TO."; fi`

    const { code, out } = await wattproof(['play', 'pge/guest-authorizes', '--client', line])

    expect(code).toBe(0)
    expect(out).toMatch(/^came to http:\/\/127\.0\.0\.1:\d+\/callback\?.*code=[0-9a-f-]+.*\.$/m)
    expect(out.match(/^came to \.$/gm)).toHaveLength(2)
  })

  test('leaves nothing behind when it is interrupted', async () => {
    const file = await write('\n  - client: wait')
    const running = new Running(['play', file, '--client', `echo "$WATTPROOF_STATE_DIR $WATTPROOF_CA_FILE"; sleep 30`])
    const [, stateDir = '', caFile = ''] = /^(\S+) (\S+ca\.pem)$/m.exec(await running.says('ca.pem')) ?? []

    expect(await running.stop('SIGINT')).toBe(130)

    await expect(readdir(stateDir)).rejects.toThrow()
    await expect(readFile(caFile)).rejects.toThrow()
  })
})

/** Ends with 5 when it is asked to end. */
const waiting =
  'process.on("SIGTERM", () => { console.log("SIGTERM came"); process.exit(5) }); setInterval(() => {}, 1000); console.log("waiting")'

async function write(steps: string): Promise<string> {
  const file = join(folder, 'story.yaml')
  const head = `id: test/story
title: A story of this test
source: none
clock: { start: 2026-03-02T09:00:00-05:00, zone: America/New_York }
given: { portfolioManager: { you: { username: acme-energy } } }`
  await writeFile(file, `${head}\nsteps:${steps}\n`)
  return file
}

/** A client that reads its account, and writes down what it was told each time. */
async function client(): Promise<string> {
  const file = join(folder, 'client.mjs')
  await writeFile(
    file,
    `import { appendFileSync, readdirSync, writeFileSync } from 'node:fs'
const env = process.env
const authorization = 'Basic ' + Buffer.from(env.WATTPROOF_PM_USERNAME + ':' + env.WATTPROOF_PM_PASSWORD).toString('base64')
const { status } = await fetch(env.WATTPROOF_PM_URL + '/account', { headers: { authorization } })
const before = readdirSync(env.WATTPROOF_STATE_DIR)
writeFileSync(env.WATTPROOF_STATE_DIR + '/turn-' + (before.length + 1), '')
const turn = { ask: env.WATTPROOF_ASK, now: env.WATTPROOF_NOW, pace: env.WATTPROOF_PACE, status, before }
appendFileSync(${JSON.stringify(join(folder, 'turns'))}, JSON.stringify(turn) + '\\n')
`,
  )
  return file
}

async function turns(): Promise<object[]> {
  const lines = (await readFile(join(folder, 'turns'), 'utf8')).trimEnd().split('\n')
  return lines.map((line) => JSON.parse(line) as object)
}
