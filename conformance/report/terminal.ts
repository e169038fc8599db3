import type { CaseResult, Readiness } from '../readiness.ts'
import type { Result } from '../run.ts'
import type { VerdictOutcome } from '../verdict.ts'
import { besideRehearsals, caseDetails, codeOf, dayOf, packageSentence, timeOf } from './readiness.ts'
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
  const verdicts = byCheck(besideRehearsals(result))
  const { readiness = [] } = result
  const tried = verdicts.filter(({ outcome }) => outcome !== 'skip')
  const told = tried.flatMap((verdict) => [head(verdict, colours), ...details(verdict).map((line) => `    ${line}`)])
  const beside = notes(result).map((note) => `  ${note}`)
  return [
    `${result.profile}: ${result.client}`,
    ...(told.length > 0 ? ['', ...told] : []),
    ...skipped(verdicts),
    ...readiness.flatMap((one) => casesTold(one, colours)),
    ...(beside.length > 0 ? ['', 'Worth knowing:', ...beside] : []),
    '',
    inOneSentence(result),
    ...readinessTold(readiness),
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
  return `${mark(outcome, colours)} ${title}  (${check})`
}

function mark(outcome: VerdictOutcome, colours: boolean): string {
  const [sign, colour] = marks[outcome]
  return colours ? `\u001b[${colour}m${sign}\u001b[0m` : sign
}

/** Every case of a rehearsal with its time and code, by packages. */
function casesTold(one: Readiness, colours: boolean): string[] {
  const day = dayOf(one)
  const when = day === undefined ? '' : `, on ${day}`
  const widest = Math.max(...one.packages.flatMap(({ cases }) => cases.map(({ id }) => id.length)))
  const told = one.packages.flatMap(({ name, cases }) => [
    '',
    `package ${name}`,
    ...cases.flatMap((result) => caseTold(result, one, { widest, colours })),
  ])
  return ['', `Cases of the ${one.title}${when}:`, ...told]
}

function caseTold(result: CaseResult, list: Readiness, { widest, colours }: { widest: number; colours: boolean }) {
  const { id, about, verdict } = result
  const { at, took } = timeOf(result, list)
  const columns = [id.padEnd(widest), at.padEnd(8), took.padStart(7), codeOf(result).padEnd(9), about]
  const why = caseDetails(result).map((line) => `    ${line}`)
  return [`${mark(verdict.outcome, colours)} ${columns.join('  ')}`, ...why]
}

/** What the cases come to, last of all, and what is the same for every list once. */
function readinessTold(lists: readonly Readiness[]): string[] {
  const once = (told: readonly string[]) => [...new Set(told)].map((one) => `  ${one}`)
  return [
    ...lists.flatMap(({ title, packages, notSimulated }) => [
      '',
      `Readiness for the ${title}, by this run alone:`,
      ...packages.map((one) => `  ${packageSentence(one)}`),
      ...once(notSimulated),
    ]),
    ...(lists.length > 0 ? ['Where to turn with the real one:'] : []),
    ...once(lists.flatMap(({ help }) => help)),
  ]
}
