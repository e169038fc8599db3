import type { Habits } from './habits/index.ts'
import type { Keeper, Memory } from './memory.ts'
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
  /** What went wrong without being a reason to stop. */
  troubles: string[]
  /** What this run found out and says at its end. */
  findings: { readings: Record<string, number>; metrics: { property: string; name: string; value: string | null }[] }
}
