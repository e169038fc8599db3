import type { Result } from '../run.ts'
import { outcomes, worst, type Verdict, type VerdictOutcome } from '../verdict.ts'

/** A check's worst verdict over all stories: what a reader looks at first. */
export function byCheck({ verdicts }: Pick<Result, 'verdicts'>): Verdict[] {
  const groups = new Map<string, Verdict[]>()
  for (const verdict of verdicts) groups.set(verdict.check, [...(groups.get(verdict.check) ?? []), verdict])
  return [...groups.values()].map((group) => worst(group) as Verdict)
}

/** How many checks ended how. */
export function tally(verdicts: readonly Verdict[]): Record<VerdictOutcome, number> {
  const counts = Object.fromEntries(outcomes.map((outcome) => [outcome, 0])) as Record<VerdictOutcome, number>
  for (const { outcome } of verdicts) counts[outcome]++
  return counts
}

/** Exit code of a conformance run: 0 good, 1 the client failed, 3 our defect. */
export function exitCodeOf(result: Pick<Result, 'verdicts'>): 0 | 1 | 3 {
  const { fail, error } = tally(byCheck(result))
  if (error > 0) return 3
  return fail > 0 ? 1 : 0
}
