import type { Habits } from './habits/index.ts'
import type { Generation, Keeper, Memory } from './memory.ts'
import type { Service } from './service.ts'
import type { Setting } from './setting.ts'

/** One run of the client: everything its habits work with. */
export type Run = {
  setting: Setting
  service: Service
  memory: Memory
  /** Puts memory where a sudden end of this run cannot reach it. */
  save: Keeper['save']
  /** The habits in force: each calls the others through here, so that one can be replaced. */
  habits: Habits
  /** Says something at once: what cannot wait for the end of the run. */
  say: (words: Readonly<Record<string, unknown>>) => void
  /** Usage points of which something was answered in this run. */
  answered: Set<string>
  /** Generations whose addresses are there no more, as this run has learnt. */
  gone: Set<Generation>
  /** APIs that this application may not use, as this run has learnt. */
  unsubscribed: Set<string>
}
