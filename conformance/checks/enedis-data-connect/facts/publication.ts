import type { Evidence, Turn } from '../../../evidence.ts'
import { parisDay, parisMidnight } from './paris.ts'
import { syncs } from './turns.ts'
import { truth } from './view.ts'

/** Whether yesterday is out by the time of a run. */
export function isPublished(evidence: Evidence, turn: Turn): boolean {
  const { publishAt } = truth(evidence).after(turn)
  const [hours = 0, minutes = 0] = publishAt.split(':').map(Number)
  return Date.parse(turn.at) - Date.parse(parisMidnight(parisDay(turn.at))) >= (hours * 60 + minutes) * 60_000
}

/** Whether the client was asked to work already on that day, before yesterday was out. */
export function isMorningAfter(evidence: Evidence, turn: Turn): boolean {
  const isEarlier = (one: Turn) => one.id < turn.id && parisDay(one.at) === parisDay(turn.at)
  return isPublished(evidence, turn) && syncs(evidence).some((one) => isEarlier(one) && !isPublished(evidence, one))
}
