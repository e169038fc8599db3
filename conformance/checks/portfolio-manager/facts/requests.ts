import type { Observation } from '../../../check.ts'
import type { Evidence, Turn } from '../../../evidence.ts'
import { answersOf, statusAt, type Answer } from './answers.ts'
import type { Item, Kind } from './calls.ts'
import { named } from './names.ts'
import { shownIn, type Shown } from './shown.ts'
import { truth } from './view.ts'

/** Of the requests a turn was shown, whether each was answered in it, or settled in some other way. */
export function leftUnanswered(evidence: Evidence, turn: Turn, isMeant: (shown: Shown) => boolean): Observation[] {
  const seen = new Set<string>()
  return shownIn(evidence).flatMap((shown) => {
    const key = `${shown.kind}/${shown.id}`
    if (shown.turn !== turn || seen.has(key) || !isMeant(shown)) return []
    seen.add(key)
    const answers = answersOf(evidence).filter((answer) => isSame(answer, shown) && answer.call.turn === turn)
    const holds = answers.length > 0 || statusAt(evidence, shown, { id: turn.until }) !== 'pending'
    const says = `The client ${holds ? 'answered' : 'was shown and did not answer'} the request for ${named(evidence, shown)}.`
    return [{ holds, says, rests: [shown.call, ...answers.map(({ call }) => call)] }]
  })
}

/** Whether a request that the client settled was answered by it again, although nobody had asked anew. */
export function answersTwice(evidence: Evidence, answer: Answer, kind: Kind): Observation[] {
  if (answer.kind !== kind || !answer.call.done || !answer.call.heard) return []
  const again = answersOf(evidence).filter(
    (other) =>
      isSame(other, answer) &&
      other.call.id > answer.call.id &&
      statusAt(evidence, answer, { id: other.call.id - 1 }) !== 'pending',
  )
  const says = `The client answered the request for ${named(evidence, answer)} ${again.length + 1} times.`
  return [{ holds: again.length === 0, says, rests: [answer, ...again].map(({ call }) => call) }]
}

/** Whether a share in an account's name had been turned down when a turn began. */
export function hasRejectedShare(evidence: Evidence, account: string, turn: Turn): boolean {
  const { properties, meters, propertyShares, meterShares } = truth(evidence).after({ id: turn.id })
  const isTheirs = (property: string | undefined) => properties[property ?? '']?.owner === account
  const isRejected = ({ status, because }: { status: string; because?: string }) =>
    status === 'ended' && because === 'rejected'
  return (
    Object.entries(propertyShares).some(([id, share]) => isTheirs(id) && isRejected(share)) ||
    Object.entries(meterShares).some(([id, share]) => isTheirs(meters[id]?.property) && isRejected(share))
  )
}

export function isSame(one: Item, other: Item): boolean {
  return one.kind === other.kind && one.id === other.id
}
