import type { Result } from '../run.ts'
import type { VerdictOutcome } from '../verdict.ts'
import { byCheck, inOneSentence, notes, type Summed } from './summary.ts'
import { details } from './words.ts'

const marks: Record<VerdictOutcome, [sign: string, colour: number]> = {
  pass: ['✓', 32],
  warn: ['!', 33],
  fail: ['✗', 31],
  skip: ['-', 90],
  error: ['E', 35],
}

/** The verdicts for a person at a terminal: what is broken in full, what is good in a line, what was not tried by why. */
export function terminalReport(result: Result, { colours }: { colours: boolean }): string {
  const verdicts = byCheck(result)
  const tried = verdicts.filter(({ outcome }) => outcome !== 'skip')
  const told = tried.flatMap((verdict) => [head(verdict, colours), ...details(verdict).map((line) => `    ${line}`)])
  const beside = notes(result).map((note) => `  ${note}`)
  return [
    `${result.profile}: ${result.client}`,
    '',
    ...told,
    ...skipped(verdicts),
    ...(beside.length > 0 ? ['', 'Worth knowing:', ...beside] : []),
    '',
    inOneSentence(result),
    '',
  ].join('\n')
}

function skipped(verdicts: readonly Summed[]): string[] {
  const reasons = new Map<string, string[]>()
  for (const { outcome, says, check } of verdicts)
    if (outcome === 'skip') reasons.set(says, [...(reasons.get(says) ?? []), check])
  return [...reasons].flatMap(([why, checks]) => ['', `- skipped: ${why}`, ...checks.map((check) => `    ${check}`)])
}

function head({ outcome, title, check }: Summed, colours: boolean): string {
  const [sign, colour] = marks[outcome]
  const mark = colours ? `\u001b[${colour}m${sign}\u001b[0m` : sign
  return `${mark} ${title}  (${check})`
}
