import type { CaseResult, PackageReadiness, Readiness } from '../readiness.ts'
import type { Result } from '../run.ts'
import { byCheck, type Summed } from './summary.ts'

/** So many cases are named where a package is not ready. */
const most = 3

/** Verdicts that are told outside of a rehearsal: those of its cases are told in it. */
export function besideRehearsals({ readiness = [], ...result }: Result): Result {
  const isCase = new Map(readiness.map(({ scenario, packages }) => [scenario, new Set(packages.flatMap(checksOf))]))
  const told = new Set([...isCase.values()].flatMap((checks) => [...checks]))
  const verdicts = result.verdicts.filter(({ check, scenario, outcome }) => {
    // A case of another list only is nothing to tell of this story.
    if (isCase.get(scenario)?.has(check)) return false
    return !(told.has(check) && outcome === 'skip')
  })
  return { ...result, verdicts }
}

function checksOf({ cases }: PackageReadiness): string[] {
  return cases.map(({ check }) => check)
}

/** The verdict on a case, as other verdicts are told. */
export function summedOf({ verdict }: CaseResult): Summed {
  return byCheck({ verdicts: [verdict] })[0] as Summed
}

/** What is told of a case that did not pass: its own source, as its requirement is about a whole package. */
export function caseDetails({ source, verdict }: CaseResult): string[] {
  const { outcome, says, shows, remedy } = verdict
  if (outcome === 'pass' || outcome === 'skip') return []
  return [
    says,
    ...(shows.length > 0 ? [`Evidence: ${shows.join('; ')}`] : []),
    `Source: ${source}`,
    ...(outcome === 'error' ? [] : [`To do: ${remedy}`]),
  ]
}

/** `package Consultation: not ready: RP-NR1 (expected SGT4F8, got SGT200)`. */
export function packageSentence({ name, isReady, cases }: PackageReadiness): string {
  if (isReady) return `package ${name}: ready`
  const missed = cases.filter(({ verdict }) => verdict.outcome !== 'pass')
  const named = missed
    .slice(0, most)
    .map(({ id, verdict }) => `${id} (${verdict.outcome === 'skip' ? 'not made' : inside(verdict.says)})`)
  const more = missed.length > most ? [`${missed.length - most} more`] : []
  return `package ${name}: not ready: ${[...named, ...more].join(', ') || 'no case was made'}`
}

/** The first thing that a sentence says, as it stands within another. */
function inside(says: string): string {
  const [first = ''] = says.replace(/\.$/, '').split('; ')
  return `${first.charAt(0).toLowerCase()}${first.slice(1)}`
}

/** The code of a case, or why there is none. */
export function codeOf({ called, verdict }: CaseResult): string {
  return called?.code ?? (verdict.outcome === 'skip' ? 'not made' : '')
}

/** The world's time in the zone of the list, and how long the answer took. */
export function timeOf({ called }: CaseResult, { zone }: Pick<Readiness, 'zone'>): { at: string; took: string } {
  if (called === undefined) return { at: '', took: '' }
  return { at: clock(called.at, zone), took: `${Math.round(called.ms)} ms` }
}

function clock(at: string, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone, timeStyle: 'medium' }).format(new Date(at))
}

/** The day of a run in the story: the one of its first call. */
export function dayOf({ packages, zone }: Readiness): string | undefined {
  const first = packages.flatMap(({ cases }) => cases).find(({ called }) => called !== undefined)?.called
  return first && new Intl.DateTimeFormat('en-GB', { timeZone: zone, dateStyle: 'long' }).format(new Date(first.at))
}
