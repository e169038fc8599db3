import { writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { join } from 'node:path'
import type { Words } from '../../client/index.ts'
import type { Habits } from './habits/index.ts'
import { listen, stopListening, type Doors, type Page } from './listener.ts'
import { openMemory, type Generation, type Keeper } from './memory.ts'
import type { Run } from './run.ts'
import { Service, type Manners } from './service.ts'
import { settingFrom, type Setting } from './setting.ts'

/** How a session is lived: with whose habits, and whether it has an ear for browsers. */
export type Living = { habits: Habits; manners: Manners; listens: boolean }
type Asked = { env: Readonly<Record<string, string | undefined>>; say: (words: Words) => void }
/** What the client can be asked to do. */
export const asks = ['sync', 'authorize'] as const
export type Ask = (typeof asks)[number]

/** The client while it runs: what it remembers, its line to the provider, and its ear for browsers. */
export class Session {
  readonly #living: Living
  /** Browsers that came to our own door. */
  readonly #met = new Set<string>()
  #kept: { keeper: Keeper; service: Service } | undefined
  #server: Server | undefined
  #run: Run | undefined

  constructor(living: Living) {
    this.#living = living
  }

  /** One turn: what was asked, and what is concluded from it. */
  async turn(asked: Asked, ask: Ask): Promise<void> {
    const run = this.#begin(asked)
    if (this.#living.listens) await this.listen(asked)
    if (run === undefined) {
      const because = 'Enedis has opened no application for us.'
      return asked.say({ decisions: [{ decision: 'application not known', because }] })
    }
    const { redirectedTo } = run.setting
    await run.habits.attempt(run, redirectedTo === undefined ? run.habits[ask] : () => this.#meet(run, redirectedTo))
    asked.say(run.habits.conclude(run))
  }

  /** Listens for browsers from now on, and, as a command does, for what it is asked. */
  async listen(asked: Asked, ask?: Doors['ask']): Promise<void> {
    const address = asked.env['WATTPROOF_CLIENT_URL']
    if (this.#server !== undefined || address === undefined) return
    if (this.#run === undefined) this.#begin(asked)
    this.#server = await listen(address, { callback: (url) => this.#welcome(url), ...(ask && { ask }) })
  }

  async close(): Promise<void> {
    if (this.#server) await stopListening(this.#server)
    await this.#kept?.service.close()
  }

  /** Nothing can be begun without credentials. */
  #begin({ env, say }: Asked): Run | undefined {
    const setting = settingFrom(env)
    if (setting === undefined) return undefined
    const { keeper, service } = (this.#kept ??= this.#open(setting))
    service.setting = setting
    const { habits } = this.#living
    const learnt = { answered: new Set<string>(), gone: new Set<Generation>(), unsubscribed: new Set<string>() }
    this.#run = { setting, service, memory: keeper.memory, save: keeper.save, habits, say, ...learnt }
    // This client takes its time from WATTPROOF_NOW, as one does whose clock was shifted.
    if (setting.stateDir !== undefined) writeFileSync(join(setting.stateDir, '.clock-shifted'), '')
    return this.#run
  }

  #open(setting: Setting): { keeper: Keeper; service: Service } {
    return { keeper: openMemory(setting.stateDir), service: new Service(setting, this.#living.manners) }
  }

  /** A browser that somebody tells of, unless it has found its way by itself. */
  async #meet(run: Run, address: string): Promise<void> {
    const url = new URL(address)
    if (!this.#met.has(pathOf(url))) await run.habits.takeBack(run, url)
  }

  /** What came of a browser's visit is said when it is over: the turn that sent it may have been over before. */
  async #welcome(url: URL): Promise<Page> {
    const run = this.#run
    if (run === undefined) return { status: 503, says: 'We cannot take consents yet.' }
    this.#met.add(pathOf(url))
    const page = await run.habits.takeBack(run, url)
    run.say(run.habits.conclude(run))
    return page
  }
}

function pathOf({ pathname, search }: URL): string {
  return pathname + search
}
