import type { Evidence, Turn } from '../../../evidence.ts'
import type { Item, Kind } from './calls.ts'
import { truth, type Share, type View } from './view.ts'

/** Something that people did to a share that was held: a new level, or its end. */
export type Edit = Item & { id: string; at: number; from: Share; to: Share; property: string }

const lists = new WeakMap<Evidence, readonly Edit[]>()

/** Every change of a share that was active, whoever made it, in order. */
export function editsOf(evidence: Evidence): readonly Edit[] {
  const known = lists.get(evidence) ?? read(evidence)
  lists.set(evidence, known)
  return known
}

/** Changes that somebody on the customer's side made. */
export function editsByOthers(evidence: Evidence): Edit[] {
  const steps = new Set(
    evidence.journal
      .step()
      .list()
      .map(({ id }) => id),
  )
  return editsOf(evidence).filter(({ at }) => steps.has(at))
}

function read(evidence: Evidence): Edit[] {
  return evidence.journal.entries().flatMap(({ id: at }) => {
    const [before, after] = [truth(evidence).before({ id: at }), truth(evidence).after({ id: at })]
    if (before === after) return []
    return [...compared('property', before, after), ...compared('meter', before, after)].map((edit) => ({
      ...edit,
      at,
    }))
  })
}

function compared(kind: Kind, before: View, after: View): Omit<Edit, 'at'>[] {
  const key = kind === 'property' ? 'propertyShares' : 'meterShares'
  return Object.entries(before[key]).flatMap(([id, from]) => {
    const to = after[key][id]
    if (from.status !== 'active' || to === undefined) return []
    if (to.status === from.status && to.level === from.level) return []
    const property = kind === 'property' ? id : (before.meters[id]?.property ?? '')
    return [{ kind, id, from, to, property }]
  })
}

/** Whether somebody changed the level of an item before the end of a turn. */
export function wasEdited(evidence: Evidence, { kind, id }: Item, turn: Turn): boolean {
  return editsOf(evidence).some((edit) => edit.kind === kind && edit.id === id && edit.at <= turn.until)
}

/** Levels that were lowered to read-only, and still are active. */
export function cuts(evidence: Evidence): Edit[] {
  return editsByOthers(evidence).filter(({ from, to }) => to.status === 'active' && from.level === 'Read Write')
}

/** Shares that somebody else ended, for one of some reasons. */
export function losses(evidence: Evidence, ...because: readonly string[]): Edit[] {
  return editsByOthers(evidence).filter(({ to }) => to.status === 'ended' && because.includes(to.because ?? ''))
}
