import type { Result } from '../run.ts'
import { outcomes, type Verdict, type VerdictOutcome } from '../verdict.ts'
import { byCheck, tally } from './summary.ts'

const marks: Record<VerdictOutcome, [sign: string, colour: number]> = {
  pass: ['✓', 32],
  warn: ['!', 33],
  fail: ['✗', 31],
  skip: ['-', 90],
  error: ['E', 35],
}

/** The verdicts for a person at a terminal: failures in full, the rest in a line each. */
export function terminalReport(result: Result, { colours }: { colours: boolean }): string {
  const verdicts = byCheck(result)
  const lines = [`${result.profile}: ${result.client}`, '', ...verdicts.flatMap((verdict) => told(verdict, colours))]
  const counts = tally(verdicts)
  const parts = outcomes.filter((outcome) => counts[outcome] > 0).map((outcome) => `${counts[outcome]} ${outcome}`)
  return [
    ...lines,
    '',
    `${verdicts.length} checks over ${result.stories.length} scenarios: ${parts.join(', ')}`,
    '',
  ].join('\n')
}

function told(verdict: Verdict, colours: boolean): string[] {
  const [sign, colour] = marks[verdict.outcome]
  const mark = colours ? `\u001b[${colour}m${sign}\u001b[0m` : sign
  const head = `${mark} ${verdict.title}  (${verdict.check})`
  if (verdict.outcome === 'pass') return [head]
  if (verdict.outcome === 'skip') return [`${head}\n    skipped: ${verdict.says}`]
  const entries = verdict.rests.length === 0 ? '' : ` Journal: ${verdict.rests.slice(0, 8).join(', ')}.`
  return [
    head,
    `    ${verdict.says} In ${verdict.scenario}.${entries}`,
    `    Requirement ${verdict.requirement}: ${verdict.requires}`,
    `    Source: ${verdict.source} (${basisInWords[verdict.basis]})`,
    ...(verdict.outcome === 'error' ? [] : [`    To do: ${verdict.remedy}`]),
  ]
}

/** A verdict that rests on a guess of ours says so. */
export const basisInWords: Record<Verdict['basis'], string> = {
  observed: 'a real response was seen',
  documented: 'the provider says so',
  inferred: 'our inference: the provider does not say',
}
