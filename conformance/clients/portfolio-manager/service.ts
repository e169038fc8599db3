import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { PortfolioManagerApi, PortfolioManagerApiError } from 'portfolio-manager'
import type { Setting } from './setting.ts'

/** The parts of a request that decide how it is sent and whether it may be sent again. */
export type Sending = { method: string; path: string; given: RequestInit['headers']; body: string | undefined }

/** How the client behaves on the line: what it adds to each request, and how it takes trouble. */
export type Manners = {
  address(setting: Setting, path: string): string
  headers(setting: Setting, given: Headers, attempt: number): Headers
  /** Seconds to wait before the next attempt after a 429; undefined takes it for an answer. */
  pauseAfterThrottling(answer: Response, attempt: number): number | undefined
  /** Seconds to wait before the next attempt when no proper answer came; undefined gives up. */
  pauseAfterTrouble(sending: Sending, attempt: number): number | undefined
  /** What an answer says; throws on one that cannot be read. */
  read(answer: Response, text: string): void
  /** How to behave after a refusal other than 429: seconds to wait before trying again, or undefined to take it. */
  pauseAfterRefusal(answer: Response, attempt: number): number | undefined
}

/** No answer, or none that can be read: nothing follows from it about what is true. */
export class NoAnswer extends Error {}

const mostAttempts = 7

/**
 * The package's typed calls over a transport of our own: the package waits as long as it is told, but cannot divide its
 * pauses by a pace, and forgets what a 429 said once it gives up.
 */
export class Service extends PortfolioManagerApi {
  readonly #setting: Setting
  readonly #manners: Manners

  constructor(setting: Setting, manners: Manners) {
    super(setting.url, setting.username, setting.password)
    // Ids and field values are text: as a number, 0044120 would lose its zeros.
    this.xmlParserOptions = { ...this.xmlParserOptions, parseTagValue: false }
    this.#setting = setting
    this.#manners = manners
  }

  override async fetch<Answer>(path: string, options: RequestInit = {}): Promise<Answer> {
    const { method = 'GET', body } = options
    const sending = { method, path, given: options.headers, body: typeof body === 'string' ? body : undefined }
    for (let attempt = 0; ; attempt++) {
      const { answer, seconds } = await this.#attempt<Answer>(sending, attempt)
      if (seconds === undefined) return answer as Answer
      await new Promise((wake) => setTimeout(wake, (seconds * 1000) / this.#setting.pace))
    }
  }

  /** An answer, or how long to wait before the next attempt. */
  async #attempt<Answer>(sending: Sending, attempt: number): Promise<{ answer?: Answer; seconds?: number }> {
    const mayGoOn = attempt < mostAttempts
    try {
      return await this.#send<Answer>(sending, attempt)
    } catch (error) {
      const isRefusal = error instanceof PortfolioManagerApiError && error.status < 500
      const seconds = isRefusal || !mayGoOn ? undefined : this.#manners.pauseAfterTrouble(sending, attempt)
      if (seconds === undefined) throw error
      return { seconds }
    }
  }

  async #send<Answer>(
    { method, path, given, body }: Sending,
    attempt: number,
  ): Promise<{ answer?: Answer; seconds?: number }> {
    const url = this.#manners.address(this.#setting, path)
    const headers = this.#manners.headers(this.#setting, new Headers(given), attempt)
    const answer = await fetch(url, { method, headers, ...(body !== undefined && { body }) }).catch(
      (error: unknown) => {
        throw new NoAnswer(`${method} ${path} had no answer: ${String(error)}`)
      },
    )
    const text = await answer.text().catch((error: unknown) => {
      throw new NoAnswer(`The answer to ${method} ${path} broke off: ${String(error)}`)
    })
    if (answer.status >= 400) {
      const seconds = attempt < mostAttempts ? this.#pauseAfter(answer, attempt) : undefined
      if (seconds !== undefined) return { seconds }
      throw new PortfolioManagerApiError(answer.status, answer.statusText, text, url)
    }
    this.#manners.read(answer, text)
    return { answer: new XMLParser(this.xmlParserOptions).parse(text) as Answer }
  }

  #pauseAfter(answer: Response, attempt: number): number | undefined {
    if (answer.status === 429) return this.#manners.pauseAfterThrottling(answer, attempt)
    return answer.status < 500 ? this.#manners.pauseAfterRefusal(answer, attempt) : undefined
  }
}

/** How a good client behaves on the line. */
export const goodManners: Manners = {
  address: ({ url }, path) => `${url.replace(/\/$/, '')}/${path.replace(/^\//, '')}`,

  headers: ({ username, password }, given) => {
    given.set('authorization', `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`)
    given.set('content-type', 'application/xml')
    return given
  },

  pauseAfterThrottling: ({ headers }, attempt) => {
    const told = headers.get('retry-after')
    const seconds = told === null ? Number.NaN : Number(told)
    return Number.isFinite(seconds) ? seconds : 2 ** attempt
  },

  // An answer to a share may be sent twice: the second is refused as done already. Readings may not: they would double.
  pauseAfterTrouble: ({ method, path }, attempt) => {
    const mayBeRepeated = method === 'GET' || /^\/?(connect|share)\//.test(path)
    return mayBeRepeated && attempt < 2 ? 0.5 : undefined
  },

  read: (_, text) => {
    if (text.trim() === '') throw new NoAnswer('The answer is empty.')
    if (XMLValidator.validate(text) !== true) throw new NoAnswer(`The answer is no XML: ${text.slice(0, 80)}`)
  },

  pauseAfterRefusal: () => undefined,
}

/** The status of the provider's refusal, or undefined for any other trouble. */
export function refusedWith(error: unknown): number | undefined {
  return error instanceof PortfolioManagerApiError && error.status < 500 ? error.status : undefined
}
