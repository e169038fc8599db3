import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { startSandbox } from '../../src/index.ts'

test('the lines of the README do what they say', async () => {
  const page = readFileSync('mocks/enedis/README.md', 'utf8')
  const [, story = ''] = /wattproof up (\S+)/.exec(page) ?? []
  const [, lines = ''] = /eval "\$\(npx wattproof env\)"\n([^]*?)```/.exec(page) ?? []
  await using sandbox = await startSandbox({ scenario: story })
  const env = { ...process.env, ...(await sandbox.env()) }

  const { stdout } = await promisify(execFile)('bash', ['-euo', 'pipefail', '-c', lines], { env })

  expect(stdout).toContain('"d":"2026-09-29 00:30:00"')
  expect(stdout).toContain('"contract_type":"Contrat GRD-F"')
})
