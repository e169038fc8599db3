import * as v from 'valibot'
import type { Evidence, Turn } from './evidence.ts'

/** An id as a client may say it, as text or as a number. */
export const saidId = v.pipe(
  v.union([v.string(), v.number()]),
  v.transform((given) => String(given)),
)

/** Reads what a client said in the words of one provider's vocabulary; what cannot be read was not said. */
export function readerOf<Words extends Readonly<Record<string, v.GenericSchema>>>(vocabulary: Words) {
  type Said<Word extends keyof Words> = v.InferOutput<Words[Word]>

  /** What the client said last of one kind in a turn. */
  function saidIn<Word extends keyof Words & string>(
    { said }: Evidence,
    turn: Turn,
    word: Word,
  ): Said<Word> | undefined {
    const schema: Words[Word] = vocabulary[word]
    const lines = said.filter((line) => line.turn === turn && line.words[word] !== undefined)
    const read = v.safeParse(schema, lines.at(-1)?.words[word])
    return read.success ? read.output : undefined
  }

  /** Everything the client said of one kind, turn by turn. */
  function everSaid<Word extends keyof Words & string>(
    evidence: Evidence,
    word: Word,
  ): { turn: Turn; what: Said<Word> }[] {
    return evidence.turns.flatMap((turn) => {
      const what = saidIn(evidence, turn, word)
      return what === undefined ? [] : [{ turn, what }]
    })
  }

  return { saidIn, everSaid }
}
