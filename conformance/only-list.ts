import type { Rehearsal } from './readiness.ts'
import type { Profile, Result } from './run.ts'

/** A profile with one of its lists alone: its story, and no cases of other lists. */
export function onlyList(profile: Profile, one: Rehearsal): Profile {
  const own = checksOf(one)
  const others = new Set((profile.rehearsals ?? []).flatMap((each) => [...checksOf(each)]))
  const checks = profile.checks.filter(({ id }) => own.has(id) || !others.has(id))
  return { ...profile, scenarios: [one.scenario], checks, traits: {}, rehearsals: [one] }
}

/** What there is to tell of one list: its cases, and of everything else what showed in its story. */
export function toldOfList(result: Result, one: Rehearsal): Result {
  const own = checksOf(one)
  return { ...result, verdicts: result.verdicts.filter(({ check, outcome }) => own.has(check) || outcome !== 'skip') }
}

function checksOf({ packages }: Rehearsal): Set<string> {
  return new Set(packages.flatMap(({ cases }) => cases.map(({ check }) => check)))
}
