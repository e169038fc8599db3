import type { Run } from '../run.ts'
import type { Answer } from '../service.ts'
import { Refused } from '../trouble.ts'
import { entriesOf, type Entry } from '../wire/feed.ts'

/** Whose token opens a resource: the client's own, that of its registration, or that of one authorization. */
export type Opener = { by: 'client' } | { by: 'registration' } | { by: 'customer'; authorization: string }

/** How resources are fetched, each with the class of token it asks for. */
export const calls = {
  /** Fetches with the right token; when that is refused, renews it once and tries once again. */
  async call(run: Run, opener: Opener, url: string, method = 'GET'): Promise<Answer> {
    const { habits } = run
    const answer = await habits.callWith(run, await habits.tokenFor(run, opener), url, method)
    if (!habits.isTokenRefused(answer)) return habits.accept(url, answer)
    const renewed = await habits.renewedToken(run, opener)
    if (renewed === undefined) return habits.accept(url, answer)
    return habits.accept(url, await habits.callWith(run, renewed, url, method))
  },

  callWith({ service }: Run, token: string, url: string, method: string): Promise<Answer> {
    const headers = new Headers({ authorization: `Bearer ${token}`, accept: 'application/atom+xml' })
    return service.send({ method, url, headers, body: undefined })
  },

  async tokenFor(run: Run, opener: Opener): Promise<string> {
    switch (opener.by) {
      case 'client':
        return run.habits.clientToken(run)
      case 'registration':
        return run.setting.registrationToken
      case 'customer':
        return run.habits.accessToken(run, opener.authorization)
    }
  },

  /** A new token in place of one that was refused, where there can be one. */
  async renewedToken(run: Run, opener: Opener): Promise<string | undefined> {
    switch (opener.by) {
      case 'client':
        return run.habits.newClientToken(run)
      case 'registration':
        return undefined
      case 'customer':
        return run.habits.refresh(run, opener.authorization)
    }
  },

  /** Expired tokens are refused with 403 as well as with 401. */
  isTokenRefused({ status, body }: Answer): boolean {
    return status === 401 || (status === 403 && /invalid access token/i.test(body))
  },

  accept(url: string, { status, body, ...answer }: Answer): Answer {
    if (status >= 400) throw new Refused(url, { status, body })
    return { status, body, ...answer }
  },

  /** The entries of a feed. 204 says that there are none, and so did a feed without any, of old. */
  async read(run: Run, opener: Opener, url: string): Promise<Entry[]> {
    return run.habits.entriesIn(await run.habits.call(run, opener, url))
  },

  entriesIn({ status, body }: Answer): Entry[] {
    return status === 204 ? [] : entriesOf(body)
  },
}
