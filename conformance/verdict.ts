import type { Check, Observation } from './check.ts'
import type { Evidence } from './evidence.ts'
import { linesOf } from './lines.ts'
import type { Requirement } from './requirements.ts'

export const outcomes = ['skip', 'pass', 'warn', 'fail', 'error'] as const
/** `error` is ours: evidence was lost, or the sandbox met a defect. */
export type VerdictOutcome = (typeof outcomes)[number]

/** What a check says of one story, with what it rests on and what to do. */
export type Verdict = {
  check: string
  title: string
  scenario: string
  outcome: VerdictOutcome
  says: string
  /** Ids of the journal entries it rests on. */
  rests: number[]
  /** What those entries show, a line each, where something was not as it should be. */
  shows: string[]
  requirement: string
  requires: string
  source: string
  basis: Requirement['basis']
  remedy: string
}

/** Evidence that is there no longer, or was never whole: what rests on it cannot be judged. */
export class EvidenceLost extends Error {}

/** Judges one check over one story's evidence. */
export function judge(check: Check, requirement: Requirement, evidence: Evidence): Verdict {
  const found = resultOf(check, evidence)
  return {
    check: check.id,
    title: check.title,
    scenario: evidence.scenario.id,
    requirement: requirement.id,
    requires: requirement.says,
    source: requirement.source,
    basis: requirement.basis,
    remedy: check.remedy,
    ...found,
  }
}

type Found = Pick<Verdict, 'outcome' | 'says' | 'rests' | 'shows'>

function resultOf(check: Check, evidence: Evidence): Found {
  const lost = whyEvidenceFails(evidence)
  if (lost !== undefined) return { ...skip(lost), outcome: 'error' }
  const notMeant = whyNotMeant(check, evidence)
  if (notMeant !== undefined) return skip(notMeant)
  const observed = observe(check, evidence)
  if (observed instanceof EvidenceLost) return { ...skip(observed.message), outcome: 'error' }
  if (observed.length === 0) return skip(evidence.endedEarly ?? 'The moment it judges never came in this story.')
  const broken = observed.filter(({ holds }) => !holds)
  if (broken.length === 0) return { outcome: 'pass', ...told(observed), shows: [] }
  const found = told(broken)
  return { outcome: isMild(check, evidence) ? 'warn' : 'fail', ...found, shows: linesOf(evidence.journal, found.rests) }
}

function observe(check: Check, evidence: Evidence): Observation[] | EvidenceLost {
  try {
    return check.judge(evidence)
  } catch (error) {
    if (error instanceof EvidenceLost) return error
    throw error
  }
}

function whyNotMeant({ needs, only }: Check, { speaks, traits }: Evidence): string | undefined {
  if (only && 'when' in only && !traits.includes(only.when)) return `Only for clients of which "${only.when}" is said.`
  if (only && 'unless' in only && traits.includes(only.unless))
    return `Not for clients of which "${only.unless}" is said.`
  if (needs !== 'words' || speaks) return undefined
  return 'The client printed no "wattproof: {…}" line, so what it concluded is not known.'
}

/** A `should`, or what the client could not know because its clock stayed its own. */
function isMild({ level, needs }: Check, { clock }: Evidence): boolean {
  return level === 'should' || (needs === 'own clock' && clock !== 'shifted')
}

function whyEvidenceFails({ journal }: Evidence): string | undefined {
  if (journal.evicted > 0) return `${journal.evicted} journal entries were dropped, so nothing can be said for sure.`
  const defect = journal
    .calls()
    .where(({ defect }) => defect !== undefined)
    .first()
  return defect && `The sandbox met a defect of its own at journal entry ${defect.id}. Please report it.`
}

function skip(says: string): Found {
  return { outcome: 'skip', says, rests: [], shows: [] }
}

function told(observed: readonly Observation[]): Pick<Found, 'says' | 'rests'> {
  const [first] = observed
  const more = observed.length > 1 ? ` (and ${observed.length - 1} more)` : ''
  const rests = [...new Set(observed.flatMap(({ rests = [] }) => rests.map(({ id }) => id)))]
  return { says: `${first?.says ?? ''}${more}`, rests }
}

/** The worst of several: one story where it broke counts more than ten where it held. */
export function worst(verdicts: readonly Verdict[]): Verdict | undefined {
  return [...verdicts].sort((a, b) => outcomes.indexOf(b.outcome) - outcomes.indexOf(a.outcome))[0]
}
