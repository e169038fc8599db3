import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { startSandbox } from '../../src/index.ts'

const page = readFileSync('mocks/enedis/README.md', 'utf8')

test('the lines of the README do what they say', async () => {
  const [, story = ''] = /wattproof up (\S+)/.exec(page) ?? []
  const [, lines = ''] = /eval "\$\(npx wattproof env\)"\n([^]*?)```/.exec(page) ?? []
  await using sandbox = await startSandbox({ scenario: story })
  const env = { ...process.env, ...(await sandbox.env()) }

  const { stdout } = await promisify(execFile)('bash', ['-euo', 'pipefail', '-c', lines], { env })

  expect(stdout).toContain('"d":"2026-09-29 00:30:00"')
  expect(stdout).toContain('"contract_type":"Contrat GRD-F"')
})

test('the variables that the README tells of are there, each in some story', async () => {
  const stories = ['consented', 'token-cached-too-long', 'refresh-token-rotated']
  const told = await Promise.all(
    stories.map(async (story) => {
      await using sandbox = await startSandbox({ scenario: `enedis/data-connect/${story}` })
      return Object.keys(await sandbox.env())
    }),
  )

  const named = page.match(/WATTPROOF_[A-Z_]+[A-Z]/g) ?? []
  expect(named.length).toBeGreaterThan(8)
  for (const variable of named) expect(told.flat()).toContain(variable)
})
