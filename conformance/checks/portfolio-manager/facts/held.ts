import type { Evidence, Turn } from '../../../evidence.ts'
import { answersOf } from './answers.ts'
import type { Item } from './calls.ts'
import { syncs } from './turns.ts'
import { truth, type Share, type View } from './view.ts'
import { saidIn, saidOf, type SaidShare, type Vocabulary } from './words.ts'

export type Held = Item & { share: Share; property: string; owner: string }

/** What the provider says you hold, or were offered, at a moment. */
export function sharesAt(view: View, status: Share['status'] = 'active'): Held[] {
  const ownerOf = (property: string) => view.properties[property]?.owner ?? ''
  const properties = Object.entries(view.propertyShares).map(([id, share]) => {
    return { kind: 'property', id, share, property: id, owner: ownerOf(id) } as const
  })
  const meters = Object.entries(view.meterShares).map(([id, share]) => {
    const property = view.meters[id]?.property ?? ''
    return { kind: 'meter', id, share, property, owner: ownerOf(property) } as const
  })
  return [...properties, ...meters].filter(({ share }) => share.status === status)
}

/** What is true and what the client said of each turn in which it said what it holds. */
export type Told = { turn: Turn; view: View; said: Vocabulary['shares'] }

export function toldShares(evidence: Evidence, turns: readonly Turn[] = syncs(evidence)): Told[] {
  return turns.flatMap((turn) => {
    const said = saidIn(evidence, turn, 'shares')
    return said === undefined ? [] : [{ turn, said, view: truth(evidence).after({ id: turn.until }) }]
  })
}

/** Shares that are held and said to be held, side by side. */
export function heldAndSaid({ view, said }: Told): (Held & { told: SaidShare })[] {
  return sharesAt(view).flatMap((held) => {
    const told = saidOf(said, held)
    return told === undefined ? [] : [{ ...held, told }]
  })
}

/** Whether the client has this share by its own acceptance, or had it when the story began. */
export function isOwnDoing(evidence: Evidence, { kind, id }: Item, turn: Turn): boolean {
  const begun = truth(evidence).after({ id: 0 })
  const first = (kind === 'property' ? begun.propertyShares : begun.meterShares)[id]
  if (first?.status === 'active') return true
  return answersOf(evidence).some(
    (answer) =>
      answer.kind === kind &&
      answer.id === id &&
      answer.call.done &&
      answer.action === 'Accept' &&
      answer.call.id <= turn.until,
  )
}

/** Whether a property has changed hands since the story began. */
export function hasMoved(evidence: Evidence, property: string, moment: { id: number }): boolean {
  const [before, after] = [truth(evidence).after({ id: 0 }), truth(evidence).after(moment)]
  const first = before.properties[property]
  return first !== undefined && first.owner !== after.properties[property]?.owner
}
