import * as v from 'valibot'
import type { Evidence, Turn } from '../../../evidence.ts'
import { readerOf, saidId as prm } from '../../../said.ts'

const day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/))
const some = v.optional(v.nullable(v.string()))
const direction = v.optional(v.picklist(['consumption', 'production']), 'consumption')
/** Where a client has the energy of a day from: the services, or files. */
export const sources = ['curve', 'daily', 'R50', 'R4x', 'R151', 'R171', 'history', 'ordered'] as const
export type Source = (typeof sources)[number]

/**
 * What a line `wattproof: {…}` may say. Each word tells all of its kind, as the client holds it by the end of the turn;
 * what it has nothing to say about, it leaves out. Days are those of Paris.
 */
export const vocabulary = {
  /** What cases of the homologation catalogue came to. */
  outcomes: v.array(v.looseObject({ case: v.string(), code: v.string(), text: some })),
  services: v.array(
    v.looseObject({ usagePoint: prm, service: prm, state: v.picklist(['asked', 'active', 'ended']), of: some }),
  ),
  days: v.array(
    v.looseObject({
      ...{ usagePoint: prm, day, direction, wh: v.number(), from: v.picklist(sources) },
      points: v.optional(v.nullable(v.number())),
    }),
  ),
  /** The points of the last day of each curve, by the instants at which they begin. */
  points: v.array(
    v.looseObject({ usagePoint: prm, direction, at: v.string(), minutes: v.number(), w: v.nullable(v.number()) }),
  ),
  peaks: v.array(v.looseObject({ usagePoint: prm, day, va: v.number() })),
  reactive: v.array(v.looseObject({ usagePoint: prm, day, direction, varh: v.number(), from: some })),
  files: v.array(
    v.looseObject({
      ...{ name: v.string(), state: v.picklist(['read', 'damaged', 'not decrypted', 'empty']), because: some },
    }),
  ),
  decisions: v.array(v.looseObject({ decision: v.string(), because: some, usagePoint: v.optional(v.nullable(prm)) })),
} as const

export type Vocabulary = { [Word in keyof typeof vocabulary]: v.InferOutput<(typeof vocabulary)[Word]> }

export const { saidIn, everSaid } = readerOf(vocabulary)

/** What a client told a person in a turn. */
export function decisionsIn(
  evidence: Evidence,
  turn: Turn,
): { decision: string; because: string; usagePoint: string }[] {
  const said = evidence.said.filter((line) => line.turn === turn)
  const lists = said.flatMap(({ words }) => {
    const read = v.safeParse(vocabulary.decisions, words['decisions'])
    return read.success ? read.output : []
  })
  return lists.map(({ decision, because, usagePoint }) => ({
    ...{ decision, because: because ?? '', usagePoint: usagePoint ?? '' },
  }))
}
