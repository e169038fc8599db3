import type { Entry, Step } from '../../../../src/index.ts'
import type { Evidence, Turn } from '../../../evidence.ts'
import { parisDay } from './paris.ts'

/** What a story told the client to do in a turn, with the words for it. */
export type Asked = { turn: Turn; words: Readonly<Record<string, unknown>> }

/** A customer's agreement as the client was told of it. */
export type Agreement = {
  usagePoint: string
  turn: Turn
  client: Readonly<Record<string, unknown>>
  /** Paris days; the last one is included. */
  since: string
  until: string | null
  /** When it was taken back. */
  ended: Turn | null
  of: readonly string[]
  direction: 'consumption' | 'production'
}

/** Turns in which a story asked something, with its words. */
export function askedTo(evidence: Evidence, ask: string): Asked[] {
  const steps = evidence.journal.step(`client.${ask}`).list()
  return evidence.turns
    .filter((turn) => turn.ask === ask)
    .map((turn) => ({ turn, words: wordsOf(steps.find(({ id }) => id === turn.id)) }))
}

const lists = new WeakMap<Evidence, readonly Agreement[]>()

/** Every agreement that the client was told of, in order. */
export function agreementsOf(evidence: Evidence): readonly Agreement[] {
  const known = lists.get(evidence) ?? read(evidence)
  lists.set(evidence, known)
  return known
}

function read(evidence: Evidence): Agreement[] {
  const ends = askedTo(evidence, 'unsubscribe')
  return askedTo(evidence, 'subscribe').map(({ turn, words }) => {
    const usagePoint = String(words['usagePoint'])
    const ended = ends.find((one) => one.turn.id > turn.id && one.words['usagePoint'] === usagePoint)?.turn ?? null
    return {
      ...{ usagePoint, turn, ended, since: parisDay(turn.at) },
      client: (words['client'] ?? {}) as Agreement['client'],
      until: typeof words['until'] === 'string' ? words['until'] : null,
      of: Array.isArray(words['of']) ? (words['of'] as string[]) : ['CDC', 'IDX'],
      direction: words['direction'] === 'production' ? 'production' : 'consumption',
    }
  })
}

/** The agreement that stood for a point at a moment of the story, or the last one there was. */
export function agreementAt(evidence: Evidence, usagePoint: string, { id }: { id: number }): Agreement | undefined {
  return agreementsOf(evidence).findLast((one) => one.usagePoint === usagePoint && one.turn.id <= id)
}

/** Whether an agreement stands at a moment. */
export function stands({ turn, ended, until }: Agreement, { id, at }: { id: number; at: string }): boolean {
  if (id < turn.id || (ended !== null && id >= ended.id)) return false
  return until === null || parisDay(at) <= until
}

/** Agreements that stood at a moment, one for each point. */
export function standingAt(evidence: Evidence, moment: { id: number; at: string }): Agreement[] {
  const all = agreementsOf(evidence).filter((one) => stands(one, moment))
  return all.filter((one) => isLast(all, one))
}

function isLast(all: readonly Agreement[], one: Agreement): boolean {
  return all.findLast(({ usagePoint }) => usagePoint === one.usagePoint) === one
}

function wordsOf(step: Entry<Step> | undefined): Asked['words'] {
  return (step?.args ?? {}) as Asked['words']
}
