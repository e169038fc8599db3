import type { Evidence } from './evidence.ts'
import { worst, type Verdict } from './verdict.ts'

/** A case of a list that somebody has to pass before a provider lets them in, and the check that judges it. */
export type ListedCase = { id: string; about: string; service: string; expects: string; source: string; check: string }

/** What came of a case: the world's time at which it was called, how long the answer took, and its code. */
export type Called = { at: string; ms: number; code: string }

/** Tests that a provider has its clients take, as a story to play and as packages that are granted as a whole. */
export type Rehearsal = {
  /** What people call the list. */
  list: string
  title: string
  scenario: string
  /** The zone in which its times are told. */
  zone: string
  packages: readonly { name: string; cases: readonly ListedCase[] }[]
  /** What belongs to it and is not rehearsed here, and why that matters. */
  notSimulated: readonly string[]
  /** Where to turn with what. */
  help: readonly string[]
  /** The call that a case was judged by, in what is left of a story. */
  called: (evidence: Evidence, id: string) => Called | undefined
}

export type CaseResult = ListedCase & { verdict: Verdict; called: Called | undefined }
export type PackageReadiness = { name: string; isReady: boolean; cases: readonly CaseResult[] }
/** How far somebody is with a list after a run: a package is ready if all its cases have passed in it. */
export type Readiness = Omit<Rehearsal, 'packages' | 'called'> & { packages: readonly PackageReadiness[] }

/** Readiness for each list whose story was played. Runs are never put together: each story counts by itself. */
export function readinessOf(
  rehearsals: readonly Rehearsal[],
  { stories, verdicts }: { stories: readonly Evidence[]; verdicts: readonly Verdict[] },
): Readiness[] {
  return rehearsals.flatMap(({ called, packages, ...about }) => {
    const evidence = stories.find(({ scenario }) => scenario.id === about.scenario)
    if (evidence === undefined) return []
    const here = verdicts.filter(({ scenario }) => scenario === about.scenario)
    const resultOf = (one: ListedCase): CaseResult[] => {
      const verdict = worst(here.filter(({ check }) => check === one.check))
      return verdict === undefined ? [] : [{ ...one, verdict, called: called(evidence, one.id) }]
    }
    const judged = packages.map(({ name, cases }): PackageReadiness => {
      const results = cases.flatMap(resultOf)
      const isReady = results.length > 0 && results.every(({ verdict }) => verdict.outcome === 'pass')
      return { name, isReady, cases: results }
    })
    return [{ ...about, packages: judged }]
  })
}
