import { check, type Check } from '../../check.ts'
import type { Evidence } from '../../evidence.ts'
import { spelled, type Call } from './facts/index.ts'

type About = Omit<Check, 'judge' | 'level'> & { level?: Check['level'] }

/** A check of a rule that each of some calls keeps: one observation for a whole story, with the calls that broke it. */
export function noneOf(
  { level = 'must', ...about }: About,
  calls: (evidence: Evidence) => readonly Call[],
  broke: (evidence: Evidence, call: Call) => boolean,
  words: string,
): Check {
  return check({
    ...about,
    level,
    when: (evidence) => [calls(evidence)].filter(({ length }) => length > 0),
    then: (evidence, all) => {
      const bad = all.filter((call) => broke(evidence, call))
      const [first] = bad
      const example = first === undefined ? '' : ` The first was ${spelled(first)}.`
      const why = first?.entry.refusal === undefined ? '' : ` It was refused: ${first.entry.refusal.says}`
      return [
        { holds: bad.length === 0, says: `${bad.length} of ${all.length} calls ${words}.${example}${why}`, rests: bad },
      ]
    },
  })
}
