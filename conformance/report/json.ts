import type { Result } from '../run.ts'
import { byCheck, tally } from './summary.ts'

/** The verdicts as data, with the client's turns, for other programs. */
export function jsonReport(result: Result): string {
  const { profile, client, verdicts, stories } = result
  const told = stories.map(({ scenario, turns, endedEarly }) => ({
    scenario: scenario.id,
    endedEarly,
    turns,
  }))
  return `${JSON.stringify({ profile, client, counts: tally(byCheck(result)), verdicts, stories: told }, null, 2)}\n`
}
