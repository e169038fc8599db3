import type { PackageReadiness } from '../readiness.ts'
import type { Result } from '../run.ts'
import { byCheck, tally } from './summary.ts'

/** The verdicts as data, with the client's turns, for other programs. */
export function jsonReport(result: Result): string {
  const { profile, client, verdicts, stories, readiness } = result
  const told = stories.map(({ scenario, turns, endedEarly }) => ({
    scenario: scenario.id,
    endedEarly,
    turns,
  }))
  const counts = tally(byCheck(result))
  const lists = readiness?.map((one) => ({ ...one, packages: one.packages.map(packageTold) }))
  const whole = { profile, client, counts, ...(lists && { readiness: lists }), verdicts, stories: told }
  return `${JSON.stringify(whole, null, 2)}\n`
}

/** A case by what came of it; its whole verdict stands among the others. */
function packageTold({ cases, ...one }: PackageReadiness): object {
  const told = cases.map(({ verdict: { outcome, says }, called, ...about }) => ({ ...about, outcome, says, ...called }))
  return { ...one, cases: told }
}
