import * as v from 'valibot'
import type { Evidence, Turn } from '../../../evidence.ts'
import { readerOf, saidId as id } from '../../../said.ts'

const fields = v.optional(v.record(v.string(), v.unknown()))
const share = v.looseObject({
  property: v.optional(id),
  meter: v.optional(id),
  access: v.optional(v.string()),
  owner: v.optional(v.nullable(id)),
  sharedBy: v.optional(v.nullable(id)),
  customFields: fields,
})

/**
 * What a line `wattproof: {…}` may say. Each word tells all of its kind: `connections` everyone the client takes itself
 * to be connected with, `shares` everything it takes itself to hold. What it has nothing to say about, it leaves out.
 */
export const vocabulary = {
  connections: v.array(v.looseObject({ account: id, customFields: fields })),
  shares: v.array(share),
  readings: v.array(v.looseObject({ meter: id, count: v.number() })),
  metrics: v.array(v.looseObject({ property: id, name: v.string(), value: v.unknown() })),
  decisions: v.array(
    v.looseObject({ decision: v.string(), account: v.optional(id), property: v.optional(id), meter: v.optional(id) }),
  ),
  notifications: v.array(id),
} as const

export type Vocabulary = { [Word in keyof typeof vocabulary]: v.InferOutput<(typeof vocabulary)[Word]> }
export type SaidShare = Vocabulary['shares'][number]

export const { saidIn } = readerOf(vocabulary)

/** Everything the client said of one kind, in any turn. */
export function everSaid<Word extends 'decisions' | 'notifications'>(
  { said }: Evidence,
  word: Word,
): { turn: Turn; what: Vocabulary[Word][number] }[] {
  return said.flatMap(({ turn, words }) => {
    const read = v.safeParse(vocabulary[word], words[word])
    return read.success ? (read.output as Vocabulary[Word][number][]).map((what) => ({ turn, what })) : []
  })
}

/** A said share of one item. */
export function saidOf(
  shares: Vocabulary['shares'],
  { kind, id }: { kind: string; id: string },
): SaidShare | undefined {
  return shares.find((share) =>
    kind === 'meter' ? share.meter === id : share.property === id && share.meter === undefined,
  )
}
