// The last line of a run: tests as vitest counted them, and each failed stage as one more failure.
import { readFileSync } from 'node:fs'

const [, , file, ...failedStages] = process.argv
const { passed, failed } = tests()
// A stage of tests that failed without a failing test (a file that does not load, a crash) still counts.
const stages = failedStages.filter((stage) => stage !== 'tests' || failed === 0)

console.log()
if (failedStages.length > 0) console.log(`Stages that failed: ${failedStages.join(', ')}.`)
console.log(`${passed} passed, ${failed + stages.length} failed`)
process.exitCode = failed + stages.length > 0 || passed === 0 ? 1 : 0

function tests() {
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(file, 'utf8'))
    const unloaded = testResults.filter(
      ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
    )
    return { passed: numPassedTests, failed: numFailedTests + unloaded.length }
  } catch {
    return { passed: 0, failed: 0 }
  }
}
