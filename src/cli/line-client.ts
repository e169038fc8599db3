import type { Asking, ClientUnderTest, Words } from '../../conformance/index.ts'
import { runLine } from './child.ts'

/** A client that is a line in a shell, run in this terminal for each of its turns: what it prints is there to read. */
export function lineClient(line: string, wordsOf: (line: string) => Words | undefined): ClientUnderTest {
  return {
    title: line,
    ask: async ({ ask, env, hear }: Asking) => {
      const words: Words[] = []
      const exit = await runLine(line, { ...env, WATTPROOF_ASK: ask }, (printed) => {
        const said = wordsOf(printed)
        if (said === undefined) return
        words.push(said)
        hear?.(said)
      })
      return { exit, hung: false, output: '', words }
    },
  }
}
