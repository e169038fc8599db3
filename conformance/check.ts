import type { Evidence } from './evidence.ts'

/** How binding a requirement is: breaking a `must` fails, breaking a `should` warns. */
export type Level = 'must' | 'should'

/** One thing a check looked at, whether it was as it should be, and the entries that show it. */
export type Observation = { holds: boolean; says: string; rests?: readonly { id: number }[] }

/** A pure question to the evidence: what it observed, each with its own answer. None: the moment never came. */
export type Check = {
  /** `portfolio-manager/connection/answers-once`. */
  id: string
  /** What a good client does, in words that follow "the client". */
  title: string
  /** Id of the requirement it tries. */
  requirement: string
  level: Level
  /** What to do about a failure. */
  remedy: string
  /** `words`: judges what the client said it concluded. `own clock`: judges what depends on the client's own clock. */
  needs?: 'words' | 'own clock'
  /** For clients of which this is said only, or of which it is not. */
  only?: { when: string } | { unless: string }
  judge: (evidence: Evidence) => Observation[]
}

type Written<Moment> = Omit<Check, 'judge'> & {
  when: (evidence: Evidence) => Iterable<Moment>
  then: (evidence: Evidence, moment: Moment) => readonly Observation[]
}

/** Declares a check: `when` finds the moments it is about, `then` judges each. */
export function check<Moment>({ when, then, ...about }: Written<Moment>): Check {
  return { ...about, judge: (evidence) => [...when(evidence)].flatMap((moment) => then(evidence, moment)) }
}
