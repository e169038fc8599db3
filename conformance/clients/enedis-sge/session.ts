import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Words } from '../../client/index.ts'
import type { Habits } from './habits/index.ts'
import { Line, type Manners } from './line.ts'
import { openMemory, type Keeper } from './memory.ts'
import type { Run } from './run.ts'
import { settingFrom, type Setting } from './setting.ts'

/** How a session is lived: with whose habits and manners. */
export type Living = { habits: Habits; manners: Manners }
type Asked = { env: Readonly<Record<string, string | undefined>>; say: (words: Words) => void }
/** What the client can be asked to do. */
export const asks = ['sync', 'subscribe', 'unsubscribe', 'history', 'order', 'find', 'case'] as const
export type Ask = (typeof asks)[number]

/** The client while it runs: what it remembers, and its line to the provider. */
export class Session {
  readonly #living: Living
  #kept: { keeper: Keeper; line: Line } | undefined

  constructor(living: Living) {
    this.#living = living
  }

  /** One turn: what was asked, and what is concluded from it. */
  async turn({ env, say }: Asked, ask: Ask): Promise<void> {
    const setting = settingFrom(env)
    if (setting === undefined) {
      const because = 'Enedis has given us neither a user nor a contract yet.'
      return say({ decisions: [{ decision: 'SGE not open to us', because }] })
    }
    const { keeper, line } = this.#keptFor(setting)
    const { habits } = this.#living
    const run: Run = { setting, line, memory: keeper.memory, save: keeper.save, habits, say, troubles: 0 }
    // This client takes its time from WATTPROOF_NOW, as one does whose clock was shifted.
    if (setting.stateDir !== undefined) writeFileSync(join(setting.stateDir, '.clock-shifted'), '')
    await habits.attempt(run, habits[ask]).finally(() => line.close())
    say(habits.conclude(run))
  }

  async close(): Promise<void> {
    await this.#kept?.line.close()
    this.#kept = undefined
  }

  #keptFor(setting: Setting): { keeper: Keeper; line: Line } {
    this.#kept ??= { keeper: openMemory(setting.stateDir), line: new Line(setting, this.#living.manners) }
    this.#kept.line.setting = setting
    return this.#kept
  }
}
