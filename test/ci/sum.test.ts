import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'

const program = fileURLToPath(new URL('../../.ci/sum.mjs', import.meta.url))
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sum-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const good = { status: 'passed', assertionResults: [{}] }
const unloadable = { status: 'failed', assertionResults: [] }

test('a run in which everything passed is good', () => {
  const { lastLine, code } = sum({ numPassedTests: 12, numFailedTests: 0, testResults: [good] }, [])

  expect({ lastLine, code }).toEqual({ lastLine: '12 passed, 0 failed', code: 0 })
})

test('a failed stage is a failure beside those of the tests, which it does not count twice', () => {
  const { lastLine, code } = sum({ numPassedTests: 10, numFailedTests: 2, testResults: [good] }, ['lint', 'tests'])

  expect({ lastLine, code }).toEqual({ lastLine: '10 passed, 3 failed', code: 1 })
})

test('a test file that does not load is a failure', () => {
  const { lastLine, code } = sum({ numPassedTests: 10, numFailedTests: 0, testResults: [good, unloadable] }, ['tests'])

  expect({ lastLine, code }).toEqual({ lastLine: '10 passed, 1 failed', code: 1 })
})

test('tests that ended badly without a failed test are a failure', () => {
  const { lastLine, code } = sum({ numPassedTests: 10, numFailedTests: 0, testResults: [good] }, ['tests'])

  expect({ lastLine, code }).toEqual({ lastLine: '10 passed, 1 failed', code: 1 })
})

test('a run without results is no good, whatever else passed', () => {
  const { lastLine, code } = sum(undefined, [])

  expect({ lastLine, code }).toEqual({ lastLine: '0 passed, 0 failed', code: 1 })
})

function sum(
  results: object | undefined,
  failedStages: string[],
): { lastLine: string | undefined; code: number | null } {
  const file = join(folder, 'tests.json')
  if (results) writeFileSync(file, JSON.stringify(results))
  const { stdout, status } = spawnSync(process.execPath, [program, file, ...failedStages], { encoding: 'utf8' })
  return { lastLine: stdout.trimEnd().split('\n').at(-1), code: status }
}
