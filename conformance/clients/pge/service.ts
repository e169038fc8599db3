import { fetch, type Agent } from 'undici'
import { agentFor, type Showing } from './certificates.ts'
import type { Memory } from './memory.ts'
import type { Setting } from './setting.ts'
import { CertificateRefused, NoAnswer, Throttled } from './trouble.ts'

/** One call: a token is asked for by POST, a resource is fetched with one. */
export type Call = { method: string; url: string; headers: Headers; body: string | undefined }
/** An answer that came whole. */
export type Answer = { status: number; headers: Headers; body: string }

/** How the client behaves on the line: how fast it calls, what it shows, and how it takes trouble. */
export type Manners = {
  /** Seconds between an answer and the next call. */
  pauseBetweenCalls(): number
  /** Which certificate a call shows, if any. */
  certificateFor(setting: Setting, memory: Memory, call: Call): Showing
  /** The certificate to try after a refusal, or undefined to give up. */
  certificateAfterRefusal(setting: Setting, shown: Showing): Showing | undefined
  /** What is made of it that the provider has taken a certificate. */
  certificateTaken(memory: Memory, shown: Showing): void
  headers(setting: Setting, call: Call): Headers
  /** Seconds to wait before the next attempt after a 429; undefined leaves the rest for another run. */
  pauseAfterThrottling(answer: Answer, attempt: number): number | undefined
  /** Seconds to wait before the next attempt when no proper answer came; undefined gives up. */
  pauseAfterTrouble(call: Call, attempt: number): number | undefined
  /** Throws when what came cannot be what was asked for. */
  read(call: Call, answer: Answer): void
}

/** The line to the provider: one call at a time, each with a certificate, at the provider's pace. */
export class Service {
  readonly #manners: Manners
  readonly #memory: Memory
  readonly #agents = new Map<Showing, Agent>()
  setting: Setting
  /** The end of everything asked for so far. */
  #queue: Promise<unknown> = Promise.resolve()
  /** When the next call may leave. */
  #mayCall: Promise<void>

  constructor(setting: Setting, memory: Memory, manners: Manners) {
    this.setting = setting
    this.#memory = memory
    this.#manners = manners
    // Whoever called last may have been an earlier process.
    this.#mayCall = this.#pause(manners.pauseBetweenCalls())
  }

  /** Sends a call, again where that may help, and answers with what finally came. */
  send(call: Call): Promise<Answer> {
    const sent = this.#queue.then(() => this.#insist(call))
    this.#queue = sent.catch(() => undefined)
    return sent
  }

  async close(): Promise<void> {
    await this.#queue
    await Promise.all([...this.#agents.values()].map((agent) => agent.destroy()))
  }

  async #insist(call: Call): Promise<Answer> {
    let shown = this.#manners.certificateFor(this.setting, this.#memory, call)
    for (let attempt = 0; ;) {
      const answer = await this.#attempt(call, shown)
      if (answer instanceof NoAnswer) {
        await this.#pauseOr(answer, this.#manners.pauseAfterTrouble(call, attempt++))
      } else if (answer.status === 429) {
        const seconds = this.#manners.pauseAfterThrottling(answer, attempt++)
        await this.#pauseOr(new Throttled('The provider takes no more calls for now.'), seconds)
      } else if (isCertificateRefused(answer)) {
        const other = this.#manners.certificateAfterRefusal(this.setting, shown)
        if (other === undefined) throw new CertificateRefused('The provider refuses our certificate.')
        shown = other
      } else {
        this.#manners.certificateTaken(this.#memory, shown)
        return answer
      }
    }
  }

  async #attempt(call: Call, shown: Showing): Promise<Answer | NoAnswer> {
    await this.#mayCall
    const what = `${call.method} ${call.url.split('?')[0]}`
    try {
      const answer = await this.#exchange(call, shown)
      if (answer.status >= 500) return new NoAnswer(`${what} failed with ${answer.status}: ${answer.body.slice(0, 80)}`)
      this.#manners.read(call, answer)
      return answer
    } catch (error) {
      return error instanceof NoAnswer ? error : new NoAnswer(`${what} had no answer: ${reasonOf(error)}`)
    }
  }

  async #exchange(call: Call, shown: Showing): Promise<Answer> {
    const { method, url, body } = call
    const headers = Object.fromEntries(this.#manners.headers(this.setting, call))
    const options = { method, headers, redirect: 'manual', dispatcher: this.#agent(shown) } as const
    try {
      const answer = await fetch(url, body === undefined ? options : { ...options, body })
      // The pause begins when the provider has surely counted this call.
      this.#mayCall = this.#pause(this.#manners.pauseBetweenCalls())
      return { status: answer.status, headers: new Headers([...answer.headers]), body: await answer.text() }
    } catch (error) {
      this.#mayCall = this.#pause(this.#manners.pauseBetweenCalls())
      throw error
    }
  }

  #agent(shown: Showing): Agent {
    const agent = this.#agents.get(shown) ?? agentFor(this.setting, shown)
    this.#agents.set(shown, agent)
    return agent
  }

  async #pauseOr(trouble: Error, seconds: number | undefined): Promise<void> {
    if (seconds === undefined) throw trouble
    await this.#pause(seconds)
  }

  #pause(seconds: number): Promise<void> {
    return new Promise((wake) => setTimeout(wake, (seconds * 1000) / this.setting.pace))
  }
}

/** How a good client behaves on the line. */
export const goodManners: Manners = {
  // One call a second for all of a vendor's clients, and a little more: clocks differ.
  pauseBetweenCalls: () => 1.1,

  certificateFor: (_, memory) => memory.certificate,

  // The next certificate counts only once it was seen to be taken: until then the old one stays.
  certificateAfterRefusal: ({ nextCertificate }, shown) =>
    shown === 'current' && nextCertificate !== undefined ? 'next' : undefined,

  certificateTaken: (memory, shown) => {
    if (shown !== 'none') memory.certificate = shown
  },

  headers: (_, { headers }) => headers,

  pauseAfterThrottling: ({ headers }, attempt) => {
    const told = Number(headers.get('retry-after') ?? Number.NaN)
    if (attempt >= 3) return undefined
    return Number.isFinite(told) ? told : 2 ** attempt
  },

  pauseAfterTrouble: (_, attempt) => (attempt < 2 ? 2 ** (attempt + 1) : undefined),

  read: ({ method }, { status, body }) => {
    if (method === 'GET' && status === 200 && !isWhole(body))
      throw new NoAnswer(`The answer is no feed, or broke off: ${body.slice(0, 80)}`)
  },
}

/** Whether XML that is no page ends as it began: feeds are too long to be read twice. */
function isWhole(body: string): boolean {
  const [, root] = /^(?:\s*<\?[^>]*>)?\s*<([\w:.-]+)/.exec(body) ?? []
  if (root === undefined || /^html$/i.test(root)) return false
  return body.trimEnd().endsWith(`</${root}>`) || /^[^<]*(<\?[^>]*>\s*)?<[^>]*\/>\s*$/.test(body)
}

/** Source: a JSON string, whatever the certificate lacks. */
function isCertificateRefused({ status, body }: Answer): boolean {
  return status === 400 && /invalid certificate/i.test(body)
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined
  return cause instanceof Error ? cause.message : String(error)
}
