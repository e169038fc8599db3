import { readFileSync } from 'node:fs'
import { Agent, fetch } from 'undici'
import type { Setting } from './setting.ts'
import { NoAnswer, Throttled } from './trouble.ts'
import { freeAgainAt } from './wire/refusals.ts'

/** One call: a token or a list of services is asked for by POST, data by GET. */
export type Call = { method: string; url: string; headers: Headers; body: string | undefined }
/** An answer that came whole. */
export type Answer = { status: number; headers: Headers; body: string }

/** How the client behaves on the line: how fast it calls, and how it takes trouble. */
export type Manners = {
  /** Seconds between an answer and the next call, after so many refusals for coming too fast. */
  pauseBetweenCalls(throttled: number): number
  headers(setting: Setting, call: Call): Headers
  /** Seconds to wait before the next attempt after a 429; undefined leaves the rest for another run. */
  pauseAfterThrottling(setting: Setting, answer: Answer, attempt: number): number | undefined
  /** Seconds to wait before the next attempt when no proper answer came; undefined gives up. */
  pauseAfterTrouble(call: Call, attempt: number): number | undefined
  /** Throws when what came cannot be what was asked for. */
  read(call: Call, answer: Answer): void
}

/** The line to the provider: one call at a time, at the provider's pace. */
export class Service {
  readonly #manners: Manners
  readonly #agent: Agent
  setting: Setting
  #throttled = 0
  /** The end of everything asked for so far. */
  #queue: Promise<unknown> = Promise.resolve()
  /** When the next call may leave. */
  #mayCall: Promise<void>

  constructor(setting: Setting, manners: Manners) {
    this.setting = setting
    this.#manners = manners
    const { authorityFile } = setting
    this.#agent = new Agent(authorityFile === undefined ? {} : { connect: { ca: readFileSync(authorityFile) } })
    // Whoever called last may have been an earlier process.
    this.#mayCall = this.pause(manners.pauseBetweenCalls(0))
  }

  /** Sends a call, again where that may help, and answers with what finally came. */
  send(call: Call): Promise<Answer> {
    const sent = this.#queue.then(() => this.#insist(call))
    this.#queue = sent.catch(() => undefined)
    return sent
  }

  async close(): Promise<void> {
    await this.#queue
    await this.#agent.destroy()
  }

  /** Timers count whole milliseconds and forget the rest: where pauses are short, five calls would come too soon. */
  pause(seconds: number): Promise<void> {
    return new Promise((wake) => setTimeout(wake, Math.ceil((seconds * 1000) / this.setting.pace)))
  }

  async #insist(call: Call): Promise<Answer> {
    for (let attempt = 0; ; attempt++) {
      const answer = await this.#attempt(call)
      if (answer instanceof NoAnswer) {
        await this.#pauseOr(answer, this.#manners.pauseAfterTrouble(call, attempt))
      } else if (answer.status === 429) {
        this.#throttled++
        const spent = new Throttled('Enedis takes no more calls for now.', freeAgainAt(answer.body))
        await this.#pauseOr(spent, this.#manners.pauseAfterThrottling(this.setting, answer, attempt))
      } else {
        return answer
      }
    }
  }

  async #attempt(call: Call): Promise<Answer | NoAnswer> {
    await this.#mayCall
    const what = `${call.method} ${call.url.split('?')[0]}`
    try {
      const answer = await this.#exchange(call)
      if (answer.status >= 500) return new NoAnswer(`${what} failed with ${answer.status}: ${answer.body.slice(0, 80)}`)
      this.#manners.read(call, answer)
      return answer
    } catch (error) {
      return error instanceof NoAnswer ? error : new NoAnswer(`${what} had no answer: ${reasonOf(error)}`)
    } finally {
      // The pause begins when the provider has surely counted this call.
      this.#mayCall = this.pause(this.#manners.pauseBetweenCalls(this.#throttled))
    }
  }

  async #exchange(call: Call): Promise<Answer> {
    const { method, url, body } = call
    const headers = Object.fromEntries(this.#manners.headers(this.setting, call))
    const options = { method, headers, redirect: 'manual', dispatcher: this.#agent } as const
    const answer = await fetch(url, body === undefined ? options : { ...options, body })
    return { status: answer.status, headers: new Headers([...answer.headers]), body: await answer.text() }
  }

  async #pauseOr(trouble: Error, seconds: number | undefined): Promise<void> {
    if (seconds === undefined) throw trouble
    await this.pause(seconds)
  }
}

/** So long a good client waits for its quota in the middle of a run, in seconds. */
const patience = 60

/** How a good client behaves on the line. */
export const goodManners: Manners = {
  // Five calls a second are allowed, all of an entity's applications together: four leave something over.
  pauseBetweenCalls: (throttled) => 0.25 * 2 ** Math.min(throttled, 3),

  headers: (_, { headers }) => headers,

  // No header tells when to come back; one of the four bodies does, to the second.
  pauseAfterThrottling: ({ now }, { body }, attempt) => {
    const [told, usual] = [freeAgainAt(body), 2 ** attempt]
    const wait = told === undefined ? usual : Math.max(usual, (Date.parse(told) - Date.parse(now)) / 1000)
    return attempt >= 3 || wait > patience ? undefined : wait
  },

  pauseAfterTrouble: (_, attempt) => (attempt < 2 ? 2 ** (attempt + 1) : undefined),

  // Pages and halves of answers come with 200 as well; what measures are sent as tells nothing.
  read: (_, { status, body }) => {
    if (status === 200 && body !== '' && !isJson(body))
      throw new NoAnswer(`The answer is no JSON, or broke off: ${body.slice(0, 80)}`)
  },
}

function isJson(body: string): boolean {
  try {
    JSON.parse(body)
    return true
  } catch {
    return false
  }
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined
  return cause instanceof Error ? cause.message : String(error)
}
