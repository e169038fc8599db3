import { check, type Check } from './check.ts'
import type { Evidence } from './evidence.ts'

type About = Omit<Check, 'judge' | 'level'> & { level?: Check['level'] }
type AnyCall = { id: number; entry: { refusal?: { says: string } } }

/** Declares checks of rules that each of some calls keeps, of a provider whose calls are spelled so. */
export function noneOfCalls<Call extends AnyCall>(spelled: (call: Call) => string) {
  /** One observation for a whole story, with the calls that broke the rule. */
  return (
    { level = 'must', ...about }: About,
    calls: (evidence: Evidence) => readonly Call[],
    broke: (evidence: Evidence, call: Call) => boolean,
    words: string,
  ): Check =>
    check({
      ...about,
      level,
      when: (evidence) => [calls(evidence)].filter(({ length }) => length > 0),
      then: (evidence, all) => {
        const bad = all.filter((call) => broke(evidence, call))
        const [first] = bad
        const example = first === undefined ? '' : ` The first was ${spelled(first)}.`
        const why = first?.entry.refusal === undefined ? '' : ` It was refused: ${first.entry.refusal.says}`
        const says = `${bad.length} of ${all.length} calls ${words}.${example}${why}`
        return [{ holds: bad.length === 0, says, rests: bad }]
      },
    })
}
