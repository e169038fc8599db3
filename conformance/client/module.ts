import { usualBoundMs, within } from './bounded.ts'
import type { Answered, ClientUnderTest, Words } from './client.ts'

/** What a client written as a module gets with each ask. */
export type AskContext = {
  env: Readonly<Record<string, string>>
  /** Says what it concluded, as a command does with a line `wattproof: {…}`. */
  say: (words: Words) => void
}

/** A client written as a module: a function for each ask, and one that ends what it left running, such as a server. */
export type ClientModule = {
  asks: Readonly<Record<string, (context: AskContext) => Promise<void>>>
  stop?: () => Promise<void>
}

/** Calls a module in this process. One that hangs is left behind: nothing can stop it. */
export function moduleClient(
  title: string,
  { asks, stop }: ClientModule,
  { boundMs = usualBoundMs, traits = [] }: { boundMs?: number; traits?: readonly string[] } = {},
): ClientUnderTest {
  return {
    title,
    traits,
    ask: async ({ ask, env, hear }) => {
      const words: Words[] = []
      const turn = Object.hasOwn(asks, ask) ? asks[ask] : undefined
      if (turn === undefined)
        return { exit: 2, hung: false, output: `The client does not know the ask "${ask}".`, words }
      const say = (said: Words) => {
        words.push(said)
        hear?.(said)
      }
      const ended = turn({ env, say }).then(
        (): Answered => ({ exit: 0, hung: false, output: '', words }),
        (error: unknown): Answered => ({ exit: 1, hung: false, output: textOf(error), words }),
      )
      return (await within(boundMs, ended)) ?? { exit: null, hung: true, output: '', words }
    },
    ...(stop && { stop }),
  }
}

function textOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
