import { check, type Check } from '../../check.ts'
import type { Evidence } from '../../evidence.ts'
import { heldDays, type HeldDay, type Kind } from './facts/days.ts'
import { named } from './facts/index.ts'

type Field = 'held' | 'points' | 'wh' | 'no more'

type Rule = Omit<Check, 'judge' | 'level' | 'needs'> & {
  /** Which days it is about. */
  of: readonly Kind[]
  from?: 'curve' | 'daily'
  compares: readonly Field[]
}

/** A check of what the client said it holds of some days against what it was told: one observation for each turn. */
export function daysCheck({ of, from = 'curve', compares, ...about }: Rule): Check {
  const isMeant = ({ told }: HeldDay) => told.from === from && of.includes(told.kind)
  const isAsked = (held: HeldDay) => isMeant(held) && (compares.includes('held') || held.said !== undefined)
  return check({
    ...about,
    level: 'must',
    needs: 'words',
    when: (evidence) => byTurn(heldDays(evidence).filter(isAsked)),
    then: (evidence, days) => {
      const wrong = days.filter((day) => !compares.every((field) => isRight(day, field)))
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

/** Whether two energies are one, but for roundings on the way. */
export function isNear(said: number, told: number): boolean {
  return Math.abs(said - told) <= Math.max(1, Math.abs(told) * 0.002)
}

/** A day in words: what was told, and what the client holds. */
export function spelledOut(evidence: Evidence, { told, said }: Pick<HeldDay, 'told' | 'said'>): string {
  const of = `${told.day} of ${named(evidence, told.usagePoint)}, ${told.direction}`
  const is =
    said === undefined ? 'nothing' : `${said.wh} Wh${(said.points ?? null) === null ? '' : ` of ${said.points} points`}`
  return `${of}: told were ${told.wh} Wh${told.from === 'curve' ? ` of ${told.count} points` : ''}; the client holds ${is}.`
}

function isRight({ told, said }: HeldDay, field: Field): boolean {
  if (said === undefined) return false
  const points = said.points ?? undefined
  if (field === 'no more') return points === undefined ? said.wh <= told.wh * 1.2 : points <= told.count
  if (field === 'points') return points === undefined || points === told.count
  return field === 'held' || isNear(said.wh, told.wh)
}
