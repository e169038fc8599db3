import type { Result } from '../run.ts'
import { outcomes, worst, type Verdict, type VerdictOutcome } from '../verdict.ts'

/** A check's worst verdict, and in how many more stories it came to the same. */
export type Summed = Verdict & { elsewhere: number }

/** Each check by its worst verdict over all stories: what a reader looks at first. */
export function byCheck({ verdicts }: Pick<Result, 'verdicts'>): Summed[] {
  return [...grouped(verdicts, ({ check }) => check).values()].map((group) => {
    const one = worst(group) as Verdict
    const alike = group.filter(({ outcome, scenario }) => outcome === one.outcome && scenario !== one.scenario)
    return { ...one, elsewhere: new Set(alike.map(({ scenario }) => scenario)).size }
  })
}

/** Each story by the worst verdict of each check on it: one that was played twice is told once. */
export function byStory({ verdicts }: Pick<Result, 'verdicts'>): Map<string, Summed[]> {
  const stories = grouped(verdicts, ({ scenario }) => scenario)
  return new Map([...stories].map(([story, group]) => [story, byCheck({ verdicts: group })]))
}

/** How many verdicts ended how. */
export function tally(verdicts: readonly Verdict[]): Record<VerdictOutcome, number> {
  const counts = Object.fromEntries(outcomes.map((outcome) => [outcome, 0])) as Record<VerdictOutcome, number>
  for (const { outcome } of verdicts) counts[outcome]++
  return counts
}

/** The whole result in one sentence. */
export function inOneSentence(result: Result): string {
  const counts = tally(byCheck(result))
  const parts = outcomes.filter((outcome) => counts[outcome] > 0).map((outcome) => `${counts[outcome]} ${outcome}`)
  const of = `${counted(byCheck(result).length, 'check')} over ${counted(byStory(result).size, 'scenario')}`
  return `${of}: ${parts.join(', ')}`
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

/** What is worth knowing beside the verdicts: how the client ended, and where a story could not go on. */
export function notes({ stories }: Pick<Result, 'stories'>): string[] {
  const wanted = new Set(['client.exit', 'story.ended'])
  return stories.flatMap(({ scenario, journal }) =>
    journal
      .findings()
      .where(({ finding }) => wanted.has(finding))
      .list()
      .map(({ says }) => `In ${scenario.id}: ${says}`),
  )
}

/** Exit code of a conformance run: 0 good, 1 the client failed, 3 our defect. */
export function exitCodeOf(result: Pick<Result, 'verdicts'>): 0 | 1 | 3 {
  const { fail, error } = tally(result.verdicts)
  if (error > 0) return 3
  return fail > 0 ? 1 : 0
}

function grouped(verdicts: readonly Verdict[], keyOf: (verdict: Verdict) => string): Map<string, Verdict[]> {
  const groups = new Map<string, Verdict[]>()
  for (const verdict of verdicts) {
    const group = groups.get(keyOf(verdict))
    if (group) group.push(verdict)
    else groups.set(keyOf(verdict), [verdict])
  }
  return groups
}
