import * as v from 'valibot'
import { readerOf, saidId as id } from '../../../said.ts'

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

export const { saidIn, everSaid } = readerOf(vocabulary)
