import { check, type Check } from '../../check.ts'
import type { Evidence } from '../../evidence.ts'
import { heldDays, type HeldDay, type Kind } from './facts/days.ts'
import { named } from './facts/index.ts'

type Field = 'held' | 'count' | 'hours' | 'quantity' | 'unit' | 'not twice'

type Rule = Omit<Check, 'judge' | 'level' | 'needs'> & {
  level?: Check['level']
  /** Which days it is about: all when left out. */
  of?: readonly Kind[]
  compares: readonly Field[]
}

/** A check of what the client said it holds of some days against what it was told: one observation for each turn. */
export function daysCheck({ of, compares, level = 'must', ...about }: Rule): Check {
  const isMeant = ({ told }: HeldDay) => of === undefined || of.includes(told.kind)
  const isAsked = (held: HeldDay) => isMeant(held) && (compares.includes('held') || held.said !== undefined)
  return check({
    ...about,
    level,
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

function byTurn(held: readonly HeldDay[]): HeldDay[][] {
  const turns = new Map<number, HeldDay[]>()
  for (const day of held) {
    const known = turns.get(day.turn.id) ?? []
    known.push(day)
    turns.set(day.turn.id, known)
  }
  return [...turns.values()]
}

function isRight({ told, said }: HeldDay, field: Field): boolean {
  if (said === undefined) return false
  if (field === 'held') return true
  if (field === 'not twice') return said.count <= told.count
  if (field === 'hours') return said.hours === undefined || said.hours === told.hours
  if (field === 'quantity') return Math.abs(said.quantity - told.quantity) <= Math.max(1, Math.abs(told.quantity)) / 1e6
  return said[field] === told[field]
}

function spelledOut(evidence: Evidence, { told, said }: HeldDay): string {
  const of = `${told.day} of ${named(evidence, told.usagePoint)}, ${told.flow}`
  const was = `${told.count} readings, together ${told.quantity} ${told.unit}`
  const is = said === undefined ? 'nothing' : `${said.count} readings, together ${said.quantity} ${said.unit}`
  return `${of}: told were ${was}; the client holds ${is}.`
}
