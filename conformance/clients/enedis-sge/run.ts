import type { Habits } from './habits/index.ts'
import type { Line } from './line.ts'
import type { Keeper, Memory } from './memory.ts'
import type { Setting } from './setting.ts'

/** One run of the client: everything its habits work with. */
export type Run = {
  setting: Setting
  line: Line
  memory: Memory
  /** Puts memory where a sudden end of this run cannot reach it. */
  save: Keeper['save']
  /** The habits in force: each calls the others through here, so that one can be replaced. */
  habits: Habits
  /** Says something at once: what cannot wait for the end of the run. */
  say: (words: Readonly<Record<string, unknown>>) => void
  /** How many things technical trouble has kept this run from. */
  troubles: number
}
