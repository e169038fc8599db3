import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { startSandbox } from '../src/index.ts'
import { run } from './support/tools.ts'

test('a start that fails leaves its folder to the next one', async () => {
  const data = await mkdtemp(join(tmpdir(), 'wattproof-test-'))
  onTestFinished(() => rm(data, { recursive: true }))
  await expect(startSandbox({ scenario: 'portfolio-manager/pending-share', data })).rejects.toThrow('Did you mean')

  await using sandbox = await startSandbox({ scenario: 'portfolio-manager/pending-shares', data })

  expect(sandbox.world.hasOpened).toBe(true)
})

test('a sandbox with a proxy tells in its environment how clients get there', async () => {
  await using sandbox = await startSandbox({ scenario: 'portfolio-manager/pending-shares', proxy: true })
  const ask = `fetch('https://portfoliomanager.energystar.gov/ws/account').then(({ status }) => console.log(status))`

  const printed = await run(process.execPath, ['-e', ask], await sandbox.env())

  expect(printed).toBe('401\n')
  expect(sandbox.journal.calls('account.read').first()?.request.url).toBe(
    'https://portfoliomanager.energystar.gov/ws/account',
  )
})

test('a sandbox without one leaves the environment of clients alone', async () => {
  await using sandbox = await startSandbox({ scenario: 'portfolio-manager/pending-shares' })

  expect(Object.keys(await sandbox.env()).filter((name) => !name.startsWith('WATTPROOF_'))).toEqual([])
})
