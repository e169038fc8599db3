import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { Running, up, type Up } from '../support/cli.ts'

let sandbox: Up
const speak = (...args: string[]) => sandbox.speak(...args)
const said = async (...args: string[]) => {
  const { code, out, err } = await speak(...args)
  expect({ code, err }).toEqual({ code: 0, err: '' })
  return out
}
const call = async (path: string) => {
  const { WATTPROOF_PM_URL: url, ...env } = await environment()
  const login = Buffer.from(`${env['WATTPROOF_PM_USERNAME']}:${env['WATTPROOF_PM_PASSWORD']}`).toString('base64')
  return fetch(`${url}${path}`, { headers: { authorization: `Basic ${login}` } })
}
const environment = async () => JSON.parse(await said('env', '--format', 'json')) as Record<string, string>

beforeAll(async () => {
  sandbox = await up(['--frozen'])
})

afterAll(() => sandbox.stop())

beforeEach(() => said('reset'))

describe('env', () => {
  test('prints lines that a shell takes in', async () => {
    const lines = await said('env')

    const { stdout } = await promisify(execFile)('sh', ['-c', `${lines}\necho "$WATTPROOF_PM_URL"`])
    expect(stdout).toBe(`http://localhost:${sandbox.portBase + 1}/wstest\n`)
  })

  test('prints the same for dotenv files, programs and PowerShell', async () => {
    const env = await environment()

    expect(Object.keys(env)).toEqual(
      expect.arrayContaining([
        'WATTPROOF_PM_URL',
        'WATTPROOF_PM_USERNAME',
        'WATTPROOF_PM_PASSWORD',
        'WATTPROOF_CA_FILE',
      ]),
    )
    expect(await said('env', '--format', 'dotenv')).toContain(`WATTPROOF_PM_URL="${env['WATTPROOF_PM_URL']}"\n`)
    expect(await said('env', '--format', 'powershell')).toContain(`$env:WATTPROOF_PM_USERNAME = 'acme-energy'\n`)
  })

  test('lets the calls that follow find the sandbox', async () => {
    const { WATTPROOF_CONTROL_URL = '' } = await environment()
    const elsewhere = new Running(['clock'], { env: { WATTPROOF_CONTROL_URL } })

    expect(await elsewhere.ended).toBe(0)
    expect(elsewhere.out).toMatch(/^2026-03-02T14:00:00/)
  })
})

describe('do', () => {
  test('lists what one can do, behind both doors', async () => {
    const out = await said('do')

    expect(out).toMatch(/^As a customer:$/m)
    expect(out).toMatch(/^ +portfolioManager\.shareProperty +\S/m)
    expect(out).toMatch(/^As the provider’s back office:$/m)
  })

  test('tells what an action needs to know', async () => {
    const out = await said('do', 'portfolioManager.shareProperty')

    expect(out).toMatch(/^ +as +name of an account/m)
    expect(out).toMatch(/^ +\[access\] +Read \| Read Write \| None/m)
  })

  test('is the customer, with dots that reach inside', async () => {
    await said('do', 'portfolioManager.cancelRequest', 'as=olive', 'property=tower')

    const out = await said(
      'do',
      'shareProperty',
      'as=olive',
      'property=tower',
      'access=Read Write',
      'meters.power=Read',
    )

    expect(out).toMatch(/^Done: portfolioManager\.shareProperty\n/)
    const journal = await said('journal', '--json', '--limit', '1')
    expect(JSON.parse(journal)).toMatchObject({
      kind: 'step',
      by: 'person',
      args: { as: 'olive', property: 'tower', access: 'Read Write', meters: { power: 'Read' } },
    })
  })

  test('is the back office where the action stands behind that door', async () => {
    await said('do', 'portfolioManager.goDown')

    expect((await call('/account')).status).toBe(502)
  })

  test.each([
    [['portfolioManager.shareProprety', 'as=olive'], 'Did you mean "portfolioManager.shareProperty"?'],
    [['shareProperty', '--door', 'utility'], 'There is no utility action "shareProperty".'],
    [['shareProperty', 'olive'], '"olive" says nothing: write name=value, such as as=olive.'],
    [['shareProperty', 'as=olive', 'propety=tower'], 'Unknown word "propety". Did you mean "property"?'],
    [['shareProperty', 'as=olvie', 'property=tower'], 'Did you mean "olive"?'],
    [['shareProperty', 'as=peter', 'property=clinic'], 'has not accepted its connection request'],
  ])('answers %j with a sentence and exit code 2', async (words, says) => {
    const { code, err } = await speak('do', ...words)

    expect(code).toBe(2)
    expect(err).toContain(says)
  })
})

describe('clock', () => {
  test('tells the time where the story plays, and moves it on', async () => {
    expect(await said('clock')).toBe(
      '2026-03-02T14:00:00.000Z  Mon 2026-03-02 09:00:00 in America/New_York; time stands still.\n',
    )
    expect(await said('clock', '+P1D')).toMatch(/^2026-03-03T14:00:00\.000Z/)
    expect(await said('clock', '2026-04-01T09:00:00-04:00')).toMatch(/^2026-04-01T13:00:00\.000Z/)
  })

  test('changes how time passes', async () => {
    expect(await said('clock', '--speed', '60')).toContain('time flows 60 times as fast')
    expect(await said('clock', '--flowing')).toContain('time flows.')
    expect(await said('clock', '--frozen')).toContain('time stands still')
  })

  test('refuses what is no time', async () => {
    const { code, err } = await speak('clock', 'tomorrow')

    expect(code).toBe(2)
    expect(err).toMatch(/^"tomorrow" is not an instant: write .*\n$/)
  })
})

describe('journal', () => {
  test('shows what happened, a line each', async () => {
    await call('/account')

    const out = await said('journal', '--endpoint', 'account.*', '--limit', '1')

    expect(out).toBe('2026-03-02 09:00:00  200  account.read                  GET /wstest/account  by acme-energy\n')
  })

  test('follows what happens from now on', async () => {
    const following = new Running(['journal', '--follow', '--limit', '0', '--port-base', String(sandbox.portBase)])
    await following.says('')

    await expect.poll(() => call('/meter/1').then(() => following.out)).toContain('GET /wstest/meter/1')
    await following.stop()

    expect(following.err).toBe('')
  })

  test('is exported in three ways', async () => {
    await call('/account')

    const lines = await said('journal', '--export', 'jsonl')
    const stable = await said('journal', '--export', 'stable')
    const har = JSON.parse(await said('journal', '--export', 'har')) as { log: { version: string } }

    expect(
      lines
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as object)
        .at(-1),
    ).toMatchObject({ kind: 'exchange' })
    expect(stable).toContain('http://localhost:PORT/wstest/account')
    expect(har.log.version).toBe('1.2')
  })
})

describe('state', () => {
  test('is shown whole or by provider', async () => {
    const whole = JSON.parse(await said('state')) as { rooms: { portfolioManager: object } }
    const own = JSON.parse(await said('state', 'portfolioManager')) as object

    expect(whole.rooms.portfolioManager).toEqual(own)
  })

  test('goes back to snapshots and to the opening', async () => {
    await said('clock', '+P1D')
    expect(await said('snapshot', 'tuesday')).toBe('Kept 2026-03-03T14:00:00.000Z as "tuesday".\n')
    await said('clock', '+P1D')

    expect(await said('snapshot')).toBe('tuesday\n')
    expect(await said('restore', 'tuesday')).toBe('Back at "tuesday", 2026-03-03T14:00:00.000Z.\n')
    expect(await said('reset')).toBe('Back at the opening, 2026-03-02T14:00:00.000Z.\n')
    expect((await speak('restore', 'wednesday')).code).toBe(2)
  })
})

describe('settings', () => {
  test('faults are armed, listed and taken away', async () => {
    expect(await said('faults', 'arm', 'account.read', 'empty', 'times=2')).toBe('Armed as fault-1.\n')

    expect(await (await call('/account')).text()).toBe('')
    expect(await said('faults', 'list')).toBe('fault-1  account.read  empty  struck 1 of 1 call  1 to come\n')
    expect(await said('faults', 'disarm')).toBe('Took 1 fault away.\n')
    expect((await speak('faults', 'arm', 'acount.read', 'drop')).err).toContain('Did you mean "account.read"?')
  })

  test('a dialect is shown with its questions, and set by preset or switch', async () => {
    expect(await said('dialect')).toMatch(/^portfolioManager plays preset epa /)

    expect(await said('dialect', 'portfolioManager', 'nrcan')).toContain('disconnectDefault=keep (usually remove)')
    expect(await said('dialect', 'portfolioManager', 'disconnectDefault=remove')).not.toContain('disconnectDefault=')
    expect((await speak('dialect', 'portfolioManager', 'nrcn')).err).toBe(
      'There is no preset "nrcn". Did you mean "nrcan"?\n',
    )
    expect((await speak('dialect', 'portfolioManager.disconnectDefault=keep')).err).toBe(
      '"portfolioManager.disconnectDefault=keep" names no provider. ' +
        'Write: wattproof dialect portfolioManager disconnectDefault=keep\n',
    )
  })

  test('limits are shown and set', async () => {
    const out = await said('limits', 'portfolioManager', 'requests', 'mode=enforce', 'allowance=1')

    expect(out).toMatch(/^portfolioManager {2}requests {2}enforce {2}1 call in PT1M/)
    expect([(await call('/account')).status, (await call('/account')).status]).toEqual([200, 429])
  })

  test('worlds are made and removed, each with a time of its own', async () => {
    const out = await said('worlds', 'create', 'second', 'portfolio-manager/direct-share')
    await said('clock', '+P1D', '--world', 'second')

    expect(out).toMatch(/^second {2}portfolio-manager\/direct-share: /)
    expect(await said('clock')).toMatch(/^2026-03-02T14:00/)
    expect(await said('worlds', 'remove', 'second')).toBe('Removed "second".\n')
    expect((await speak('clock', '--world', 'second')).err).toBe('There is no world "second". Known: default.\n')
  })

  test('the story of the running world is explained', async () => {
    expect(await said('scenarios', 'explain')).toContain('portfolio-manager/pending-shares')
  })
})
