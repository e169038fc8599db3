import { Kit, type Operation } from './kit.ts'
import type { Setting, Words } from './setting.ts'
import { NoAnswer, OutOfService, Refused } from './trouble.ts'
import { placed } from './wire/placed.ts'
import { answerIn, headerOf, troubleIn, type Answer } from './wire/answers.ts'

/** How the client behaves on the line: how fast it calls, and how it takes trouble. */
export type Manners = {
  /** Seconds between an answer and the next call. */
  pauseBetweenCalls(setting: Setting): number
  /** Seconds to wait before the next attempt when no proper answer came; undefined gives up. */
  pauseAfterTrouble(operation: Operation, trouble: NoAnswer, attempt: number): number | undefined
}

/** The line to SGE: one call at a time, at the provider's pace. */
export class Line {
  readonly #manners: Manners
  readonly #kit: Kit
  #setting: Setting
  /** The end of everything asked for so far. */
  #queue: Promise<unknown> = Promise.resolve()
  /** When the next call may leave. */
  #mayCall: Promise<void>

  constructor(setting: Setting, manners: Manners) {
    this.#setting = setting
    this.#manners = manners
    this.#kit = new Kit(setting)
    // Whoever called last may have been an earlier process.
    this.#mayCall = this.pause(manners.pauseBetweenCalls(setting))
  }

  get setting(): Setting {
    return this.#setting
  }

  set setting(setting: Setting) {
    this.#setting = setting
    this.#kit.setting = setting
  }

  /** Calls a service, again where that may help, and answers with what finally came. */
  call(operation: Operation, words: Words): Promise<Answer> {
    const called = this.#queue.then(() => this.#insist(operation, words))
    this.#queue = called.catch(() => undefined)
    return called
  }

  pause(seconds: number): Promise<void> {
    return new Promise((wake) => setTimeout(wake, (seconds * 1000) / this.setting.pace))
  }

  /** The end of a session of work; another may follow. */
  async close(): Promise<void> {
    await this.#queue
    this.#kit.close()
  }

  async #insist(operation: Operation, words: Words): Promise<Answer> {
    for (let attempt = 0; ; attempt++) {
      try {
        return await this.#attempt(operation, words)
      } catch (error) {
        if (!(error instanceof NoAnswer)) throw error
        const seconds = this.#manners.pauseAfterTrouble(operation, error, attempt)
        if (seconds === undefined) throw error.code === undefined ? new OutOfService(error.message) : error
        await this.pause(seconds)
      }
    }
  }

  async #attempt(operation: Operation, words: Words): Promise<Answer> {
    if (this.#kit.isUndescribed(operation)) await this.#paced(() => this.#kit.client(operation)).catch(asTrouble)
    const client = await this.#kit.client(operation).catch(asTrouble)
    const header = headerOf(operation, words, this.setting)
    client.clearSoapHeaders()
    if (header) client.addSoapHeader(header.content, '', header.prefix, header.namespace)
    const call = client[`${operation}Async`] as (words: object, options: object) => Promise<unknown[]>
    const message = placed(client.describe() as object, operation, words)
    const told = await this.#paced(() => call.call(client, message, this.#kit.options)).catch((error: unknown) => {
      throw troubleIn(operation, error)
    })
    return answerIn(told)
  }

  /** The pause begins when the provider has surely counted this call. */
  async #paced<T>(call: () => Promise<T>): Promise<T> {
    await this.#mayCall
    try {
      return await call()
    } finally {
      this.#mayCall = this.pause(this.#manners.pauseBetweenCalls(this.setting))
    }
  }
}

/** How a good client behaves on the line. */
export const goodManners: Manners = {
  // Homologation takes one call a second; a little more keeps two apart whatever the line does.
  pauseBetweenCalls: ({ environment }) => (environment === 'homologation' ? 1.2 : 0.2),

  // An order may have been taken although no answer came: it is not sent again before somebody has looked.
  pauseAfterTrouble: (operation, _, attempt) =>
    operation.startsWith('command') || attempt >= 2 ? undefined : 2 * 2 ** attempt,
}

function asTrouble(error: unknown): never {
  throw error instanceof NoAnswer || error instanceof Refused ? error : new NoAnswer(reasonOf(error))
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? `${error.message}`.slice(0, 200) : String(error)
}
