import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { startSandbox } from '../../src/index.ts'
import { story } from '../support/worlds.ts'

const page = readFileSync('mocks/enedis/README.md', 'utf8')

const stories = [...page.matchAll(/wattproof up (\S+)/g)].map(([, story = '']) => story)
const examples = [...page.matchAll(/eval "\$\(npx wattproof env\)"\n([^]*?)```/g)].map(([, lines = '']) => lines)

test.each([
  ['Data Connect', 0, ['"d":"2026-09-29 00:30:00"', '"contract_type":"Contrat GRD-F"']],
  ['SGE', 1, ['<resultat code="SGT200">', '<point id="25946599093143">', '<situationContractuelle>']],
])('the lines of the README for %s do what they say', async (_, at, says) => {
  await using sandbox = await startSandbox({ scenario: stories[at] ?? '' })
  const env = { ...process.env, ...(await sandbox.env()) }

  const { stdout } = await promisify(execFile)('bash', ['-euo', 'pipefail', '-c', examples[at] ?? ''], { env })

  for (const words of says) expect(stdout).toContain(words)
})

test('the variables that the README tells of are there, each in some story', async () => {
  const ofDataConnect = ['consented', 'token-cached-too-long', 'refresh-token-rotated']
  const expiring = story({ enedis: { sge: { party: { certificateExpires: '2026-10-20' } } } })
  const told = await Promise.all(
    [...ofDataConnect.map((story) => `enedis/data-connect/${story}`), expiring].map(async (scenario) => {
      await using sandbox = await startSandbox({ scenario })
      return Object.keys(await sandbox.env())
    }),
  )

  const named = page.match(/WATTPROOF_[A-Z_]+[A-Z]/g) ?? []
  expect(named.length).toBeGreaterThan(8)
  for (const variable of named) expect(told.flat()).toContain(variable)
})
