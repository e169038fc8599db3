import { check, type Check } from '../../check.ts'
import type { Evidence } from '../../evidence.ts'
import { heldDays, mistakeIn, named, type HeldDay, type Mistake } from './facts/index.ts'

type Rule = Omit<Check, 'judge' | 'level' | 'needs'> & {
  /** Which days it is about: those on which the mistake could be made. */
  of: (told: HeldDay['told'], evidence: Evidence) => boolean
  mistakes: readonly Mistake[]
}

/** A check of what the client said it holds of some days against what it was told: one observation for each turn. */
export function daysCheck({ of, mistakes, ...about }: Rule): Check {
  const isMeant = (evidence: Evidence, held: HeldDay) =>
    of(held.told, evidence) && (held.said !== undefined || mistakes.includes('missing'))
  return check({
    ...about,
    level: 'must',
    needs: 'words',
    when: (evidence) => byTurn(heldDays(evidence).filter((held) => isMeant(evidence, held))),
    then: (evidence, days) => {
      const wrong = days.filter((held) => mistakes.some((mistake) => mistake === mistakeIn(held)))
      const [first] = wrong
      const example = first === undefined ? '' : ` ${spelledOut(evidence, first)}`
      const says = `Of ${days.length} such days that the client was told of, ${wrong.length} were not kept so.${example}`
      return [{ holds: wrong.length === 0, says, rests: first ? [first.turn, ...first.told.rests.slice(-2)] : [] }]
    },
  })
}

/** What belongs to one turn, together. */
export function byTurn(held: readonly HeldDay[]): HeldDay[][] {
  const turns = new Map<number, HeldDay[]>()
  for (const day of held) turns.set(day.turn.id, [...(turns.get(day.turn.id) ?? []), day])
  return [...turns.values()]
}

/** A day in words: what was told, and what the client holds. */
function spelledOut(evidence: Evidence, { told, said }: HeldDay): string {
  const of = `${told.day} of ${named(evidence, told.usagePoint)}, ${told.direction} by ${told.source}`
  const is = said === undefined ? 'nothing' : `${said.wh} Wh${counted(said.points)}`
  return `${of}: told were ${Math.round(told.whs[0] ?? 0)} Wh${counted(told.curve?.count)}; the client holds ${is}.`
}

function counted(points: number | null | undefined): string {
  return points === undefined || points === null ? '' : ` of ${points} points`
}
