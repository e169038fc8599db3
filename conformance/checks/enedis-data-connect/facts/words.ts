import * as v from 'valibot'
import { readerOf, saidId as prm } from '../../../said.ts'

const id = v.optional(v.nullable(prm))
const day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/))
const some = v.optional(v.nullable(v.string()))

/**
 * What a line `wattproof: {…}` may say. Each word tells all of its kind, as the client holds it by the end of the turn;
 * what it has nothing to say about, it leaves out. Days are those of Paris.
 */
export const vocabulary = {
  /** `none`: the customer was asked, and has not consented. */
  consents: v.array(
    v.looseObject({ autorisation: id, usagePoint: id, status: v.picklist(['active', 'ended', 'none']), because: some }),
  ),
  usagePoints: v.array(
    v.looseObject({
      usagePoint: prm,
      consumption: v.boolean(),
      production: v.boolean(),
      services: v.optional(v.nullable(v.array(v.unknown()))),
    }),
  ),
  /** The energy of a day, as the client makes it from the points of the curve or takes it from the daily value. */
  days: v.array(
    v.looseObject({
      usagePoint: prm,
      day,
      direction: v.picklist(['consumption', 'production']),
      wh: v.number(),
      points: v.optional(v.nullable(v.number())),
      from: v.picklist(['curve', 'daily']),
    }),
  ),
  /** The highest power of a day. */
  peaks: v.array(v.looseObject({ usagePoint: prm, day, va: v.number() })),
  decisions: v.array(v.looseObject({ decision: v.string(), because: some, usagePoint: id })),
} as const

export type Vocabulary = { [Word in keyof typeof vocabulary]: v.InferOutput<(typeof vocabulary)[Word]> }

export const { saidIn, everSaid } = readerOf(vocabulary)
