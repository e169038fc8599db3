import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { startSandbox } from '../src/index.ts'

test('a start that fails leaves its folder to the next one', async () => {
  const data = await mkdtemp(join(tmpdir(), 'wattproof-test-'))
  onTestFinished(() => rm(data, { recursive: true }))
  await expect(startSandbox({ scenario: 'portfolio-manager/pending-share', data })).rejects.toThrow('Did you mean')

  await using sandbox = await startSandbox({ scenario: 'portfolio-manager/pending-shares', data })

  expect(sandbox.world.hasOpened).toBe(true)
})
