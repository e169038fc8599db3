import { writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { join } from 'node:path'
import type { Words } from '../../client/index.ts'
import type { Habits } from './habits/index.ts'
import { listen, stopListening, type Doors } from './listener.ts'
import { openMemory, type Keeper } from './memory.ts'
import type { Run } from './run.ts'
import { Service, type Manners } from './service.ts'
import { settingFrom, type Setting } from './setting.ts'

type Asked = { env: Readonly<Record<string, string | undefined>>; say: (words: Words) => void }
type Task = (run: Run) => Promise<void>

/** The client while it runs: what it remembers, its line to the provider, and its ear for browsers and notices. */
export class Session {
  readonly #habits: Habits
  readonly #manners: Manners
  #kept: { keeper: Keeper; service: Service } | undefined
  #server: Server | undefined
  #run: Run | undefined

  constructor({ habits, manners }: { habits: Habits; manners: Manners }) {
    this.#habits = habits
    this.#manners = manners
  }

  /** One turn: a task, and what is concluded from it. */
  async turn({ env, say }: Asked, task: Task, ask?: Doors['ask']): Promise<void> {
    const setting = settingFrom(env)
    if (setting === undefined) {
      const because = 'PG&E has given us no client id.'
      return say({ decisions: [{ decision: 'registration not in force', because }] })
    }
    const run = this.#begin(setting, say)
    await this.#hear(setting, ask)
    if (setting.redirectedTo !== undefined) await run.habits.takeBack(run, new URL(setting.redirectedTo))
    else await run.habits.attempt(run, task)
    say(run.habits.conclude(run))
  }

  async close(): Promise<void> {
    if (this.#server) await stopListening(this.#server)
    await this.#kept?.service.close()
  }

  #begin(setting: Setting, say: Asked['say']): Run {
    const { keeper, service } = (this.#kept ??= this.#open(setting))
    service.setting = setting
    const run: Run = { setting, service, memory: keeper.memory, save: keeper.save, habits: this.#habits, say }
    this.#run = run
    // This client takes its time from WATTPROOF_NOW, as one does whose clock was shifted.
    if (setting.stateDir !== undefined) writeFileSync(join(setting.stateDir, '.clock-shifted'), '')
    return run
  }

  #open(setting: Setting): { keeper: Keeper; service: Service } {
    const keeper = openMemory(setting.stateDir)
    return { keeper, service: new Service(setting, keeper.memory, this.#manners) }
  }

  /** Listens from the first turn on, wherever it was told to. */
  async #hear({ ownUrl, redirectedTo }: Setting, ask: Doors['ask']): Promise<void> {
    if (this.#server !== undefined || ownUrl === undefined || redirectedTo !== undefined) return
    const during = () => this.#run as Run
    this.#server = await listen(ownUrl, {
      callback: (url) => during().habits.takeBack(during(), url),
      portal: (url) => during().habits.atPortal(during(), url),
      notify: (body) => during().habits.takeNotice(during(), body),
      ...(ask && { ask }),
    })
  }
}
