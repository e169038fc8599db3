import { execFile } from 'node:child_process'
import { access, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { freePortBase, project, up, wattproof, type Running, type Up } from '../support/cli.ts'

const exec = promisify(execFile)
const started: Running[] = []
let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wattproof-up-'))
})

afterEach(async () => {
  await Promise.all(started.splice(0).map((running) => running.stop()))
  await rm(folder, { recursive: true })
})

async function start(...args: Parameters<typeof up>): Promise<Up> {
  const running = await up(...args)
  started.push(running)
  return running
}

const valueOf = (variable: string, { out }: Running) => new RegExp(`${variable} +(\\S+)`).exec(out)?.[1] ?? ''

describe('up', () => {
  test('prints addresses and logins that work, the story, and what to do next', async () => {
    const running = await start()

    const { out, portBase } = running
    expect(out).toContain('Two customers have asked, and wait for your answer')
    expect(out).toContain(`http://localhost:${portBase + 1}`)
    expect(out).toContain(`https://localhost:${portBase + 11}`)
    expect(out).toContain('Your client does this: sync')
    expect(out).toContain(`npx wattproof clock +P1D --port-base ${portBase}`)
    const [, curl = ''] = /^ +(curl -u .+)$/m.exec(out) ?? []
    const { stdout } = await exec('sh', ['-c', curl.replace('curl', 'curl -s')])
    expect(stdout).toMatch(/^<\?xml .*<account><id>\d+<\/id><username>acme-energy</)
  })

  test('names Share My Data once, and a call that brings a token', async () => {
    const running = await start(['pge/authorized'])

    const { out, portBase } = running
    expect(out.match(/^ +PG&E Share My Data .*$/gm)).toHaveLength(1)
    expect(out).toContain(`WATTPROOF_PGE_PAGES_URL            http://localhost:${portBase + 4}`)
    const [, curl = ''] = /^ +(curl -u .+)$/m.exec(out) ?? []
    const { stdout } = await exec('sh', ['-c', curl.replace('curl', 'curl -s')])
    expect(stdout).toMatch(/^\{"client_access_token":"/)
  })

  test('names Enedis once for all that shares its ports, SGE beside it, and a call that brings a token', async () => {
    const running = await start(['enedis/data-connect/consented'])

    const { out, portBase } = running
    expect(out.match(/^ +Enedis {2}.*$/gm)).toHaveLength(1)
    expect(out).toMatch(
      new RegExp(`^ +Enedis SGE +http://localhost:${portBase + 3} +https://localhost:${portBase + 13}$`, 'm'),
    )
    expect(out).toContain(`http://localhost:${portBase + 2}/oauth2/v3/token`)
    const [, curl = ''] = /^ +(curl -u .+)$/m.exec(out) ?? []
    const { stdout } = await exec('sh', ['-c', curl.replace('curl', 'curl -s')])
    expect(stdout).toMatch(/^\{"access_token":"/)
  })

  test('answers on https for whoever trusts its authority, and answers for readiness', async () => {
    const running = await start()
    const login = `${valueOf('WATTPROOF_PM_USERNAME', running)}:${valueOf('WATTPROOF_PM_PASSWORD', running)}`
    const https = `https://localhost:${running.portBase + 11}/wstest/account`

    const { stdout } = await exec('curl', ['-s', '--cacert', valueOf('WATTPROOF_CA_FILE', running), '-u', login, https])

    expect(stdout).toContain('<username>acme-energy</username>')
    const ready = await fetch(`http://localhost:${running.portBase}/_wattproof/worlds`)
    expect(await ready.json()).toMatchObject({ worlds: [{ name: 'default', clock: { mode: 'flowing' } }] })
  })

  test('prints a line for every exchange: endpoint, status, refusal', async () => {
    const running = await start()

    await fetch(`${valueOf('WATTPROOF_PM_URL', running)}/account`)
    await fetch(`${valueOf('WATTPROOF_PM_URL', running)}/no/such/thing`)

    await running.says(/401 {2}account\.read +GET \/wstest\/account {2}unauthorized: /)
    await running.says(/\d{3} {2}\(no endpoint\) +GET \/wstest\/no\/such\/thing/)
  })

  test('is plain where nobody watches', async () => {
    const running = await start()
    await fetch(`${valueOf('WATTPROOF_PM_URL', running)}/account`)
    await running.says('401')

    expect(running.out).not.toContain('\u001b')
  })

  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('ends at once and cleanly on %s', async (signal) => {
    const running = await start()
    const caFile = valueOf('WATTPROOF_CA_FILE', running)
    await access(caFile)
    const connection = await fetch(`http://localhost:${running.portBase}/_wattproof/worlds/default/journal/follow`)

    const code = await running.stop(signal)

    expect(code).toBe(0)
    expect(running.out.trimEnd()).toMatch(/Ended\.$/)
    expect(running.err).toBe('')
    await expect(access(caFile)).rejects.toThrow()
    await expect(connection.text()).rejects.toThrow()
  })

  test('says which port is taken and how to choose another', async () => {
    const portBase = await freePortBase()
    const other = createServer()
    await new Promise<void>((done) => other.listen(portBase + 1, '127.0.0.1', done))

    const { code, out, err } = await wattproof(['up', '--port-base', String(portBase)])
    other.close()

    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toBe(
      `Port ${portBase + 1} (ENERGY STAR Portfolio Manager, http) is already taken by another program: choose another with --port-base.\n`,
    )
  })

  test('plays the story it is given, at the pace it is given', async () => {
    const running = await start(['portfolio-manager/direct-share', '--frozen', '--seed', 'mine', '--world', 'trial'])

    const { out } = await running.speak('worlds', 'list')
    const told = `npx wattproof clock +P1D --port-base ${running.portBase} --world trial`

    expect(running.out).toContain('A customer connects, then shares a property and two meters')
    expect(running.out).toContain('time stands still')
    expect(running.out).toContain(told)
    expect(out).toContain('trial  portfolio-manager/direct-share')
  })

  test('wants a token for control where other machines can reach it', async () => {
    const running = await start(['--host', '0.0.0.0', 'portfolio-manager/direct-share', '--frozen'])
    const token = valueOf('WATTPROOF_CONTROL_TOKEN', running)

    const without = await running.speak('clock')
    const elsewhere = ['clock', '--port-base', String(running.portBase)]
    const withIt = await wattproof(elsewhere, { env: { WATTPROOF_CONTROL_TOKEN: token } })

    expect(without.code).toBe(2)
    expect(without.err).toContain('The command line takes it from WATTPROOF_CONTROL_TOKEN.')
    expect(withIt).toMatchObject({ code: 0, out: expect.stringContaining('time stands still') as string })
  })

  test('writes its journal to a file', async () => {
    const file = join(folder, 'journal.jsonl')
    const running = await start(['--journal', file])
    await fetch(`${valueOf('WATTPROOF_PM_URL', running)}/account`)
    await running.stop()

    const lines = (await readFile(file, 'utf8')).trimEnd().split('\n')

    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ kind: 'exchange', endpoint: 'account.read' })
  })

  test('goes on where it stopped when its world is kept in a folder', async () => {
    const data = join(folder, 'data')
    const first = await start(['--data', data, '--frozen'])
    await first.speak('clock', '+P1D')
    const caFile = valueOf('WATTPROOF_CA_FILE', first)
    await first.stop()

    const second = await start(['--data', data, '--frozen'])

    const { out } = await second.speak('clock')
    expect(out).toMatch(/^2026-03-03T14:00:00\.000Z/)
    expect(valueOf('WATTPROOF_CA_FILE', second)).toBe(caFile)
    expect((await stat(caFile)).mode & 0o077).toBe(0)
  })

  test('refuses a folder that another sandbox is using', async () => {
    const data = join(folder, 'data')
    await start(['--data', data])

    const { code, err } = await wattproof(['up', '--data', data, '--port-base', String(await freePortBase())])

    expect(code).toBe(2)
    expect(err.trimEnd().split('\n')).toHaveLength(1)
    expect(err).toContain(data)
  })
})

test('a call beside a running sandbox rewrites no file of dist/', async () => {
  const running = await start()
  const before = await picture()

  const { stdout } = await exec('npx', ['wattproof', 'clock', '+P1D', '--port-base', String(running.portBase)], {
    cwd: project,
    env: { ...process.env, WATTPROOF_CONTROL_URL: '' },
  })

  expect(stdout).toMatch(/^2026-03-03T/)
  expect(await picture()).toEqual(before)
})

async function picture(): Promise<Record<string, number>> {
  const names = await readdir(join(project, 'dist'), { recursive: true })
  const seen = names.map(async (name) => [name, (await stat(join(project, 'dist', name))).mtimeMs] as const)
  return Object.fromEntries(await Promise.all(seen))
}
