import * as v from 'valibot'
import type { Evidence, Turn } from '../../../evidence.ts'

const id = v.pipe(
  v.union([v.string(), v.number()]),
  v.transform((given) => String(given)),
)
const day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/))
const some = v.optional(v.nullable(v.string()))
const amount = v.optional(v.nullable(v.number()))

/**
 * What a line `wattproof: {…}` may say. Each word tells all of its kind, as the client holds it by the end of the turn;
 * what it has nothing to say about, it leaves out. Days are Pacific ones.
 */
export const vocabulary = {
  authorizations: v.array(
    v.looseObject({ authorization: id, status: v.picklist(['active', 'ended']), endsAt: some, because: some }),
  ),
  /** Every agreement the client knows of, with readings or without. */
  agreements: v.array(
    v.looseObject({
      usagePoint: id,
      authorization: v.optional(v.nullable(id)),
      kind: v.picklist(['electricity', 'gas']),
      meters: v.optional(v.nullable(v.number())),
    }),
  ),
  /** A day of one flow: the sum over the agreement's meters, and how many readings it is the sum of. */
  days: v.array(
    v.looseObject({
      usagePoint: id,
      day,
      flow: v.picklist(['delivered', 'received', 'net']),
      count: v.number(),
      hours: v.optional(v.number()),
      quantity: v.number(),
      unit: v.picklist(['Wh', 'therms']),
    }),
  ),
  /** A bill with its quantity in `unit`, its amount in dollars, its demand in kW, and its line items. */
  bills: v.array(
    v.looseObject({
      usagePoint: id,
      from: day,
      until: day,
      quantity: amount,
      unit: v.optional(v.nullable(v.picklist(['Wh', 'therms']))),
      amount,
      demand: amount,
      lines: v.optional(v.array(v.looseObject({ note: v.string(), amount }))),
    }),
  ),
  /** Whose agreement it is: the customer's name, the account number, the SA id and the class. */
  customers: v.array(
    v.looseObject({ usagePoint: v.optional(id), name: some, account: some, agreement: some, class: some }),
  ),
  programs: v.array(v.looseObject({ usagePoint: id, program: v.string(), status: v.string() })),
  decisions: v.array(
    v.looseObject({
      decision: v.string(),
      because: some,
      authorization: v.optional(v.nullable(id)),
      usagePoint: v.optional(v.nullable(id)),
    }),
  ),
} as const

export type Vocabulary = { [Word in keyof typeof vocabulary]: v.InferOutput<(typeof vocabulary)[Word]> }

/** What the client said last of one kind in a turn; nothing if it said none, or nothing that can be read. */
export function saidIn<Word extends keyof Vocabulary>(
  { said }: Evidence,
  turn: Turn,
  word: Word,
): Vocabulary[Word] | undefined {
  const lines = said.filter((line) => line.turn === turn && line.words[word] !== undefined)
  const read = v.safeParse(vocabulary[word], lines.at(-1)?.words[word])
  return read.success ? (read.output as Vocabulary[Word]) : undefined
}

/** Everything the client said of one kind, turn by turn. */
export function everSaid<Word extends keyof Vocabulary>(
  evidence: Evidence,
  word: Word,
): { turn: Turn; what: Vocabulary[Word] }[] {
  return evidence.turns.flatMap((turn) => {
    const what = saidIn(evidence, turn, word)
    return what === undefined ? [] : [{ turn, what }]
  })
}
