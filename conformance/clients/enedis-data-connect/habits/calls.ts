import type { Run } from '../run.ts'
import type { Answer } from '../service.ts'
import { NotKnown } from '../trouble.ts'

/**
 * What is asked for: an address, and a body where something is posted. `api` is the word it is subscribed by, `grantOf`
 * the usage point whose own token opens it.
 */
export type Asked = { api: string; url: string; body?: unknown; grantOf?: string }

/** How data is asked for, with a token. */
export const calls = {
  /** Asks with the token that is there; when that is refused, renews it once and asks once again. */
  async call(run: Run, asked: Asked): Promise<Answer> {
    const { habits } = run
    habits.mayAsk(run, asked)
    const answer = await habits.callWith(run, await habits.token(run, asked), asked)
    if (!habits.isTokenRefused(answer)) return habits.accept(run, asked, answer)
    const second = await habits.callWith(run, await habits.newToken(run, asked), asked)
    if (habits.isTokenRefused(second)) throw new NotKnown('Enedis refuses even a new token.')
    return habits.accept(run, asked, second)
  },

  callWith({ service }: Run, token: string, { url, body }: Asked): Promise<Answer> {
    const headers = new Headers({ authorization: `Bearer ${token}`, accept: 'application/json' })
    if (body === undefined) return service.send({ method: 'GET', url, headers, body: undefined })
    headers.set('content-type', 'application/json')
    return service.send({ method: 'POST', url, headers, body: JSON.stringify(body) })
  },

  /** Expired tokens were also answered with an empty object. */
  isTokenRefused({ status, body }: Answer): boolean {
    return status === 401 || (status === 200 && body.trim() === '{}')
  },

  accept(run: Run, { api, url }: Asked, answer: Answer): Answer {
    const { habits } = run
    if (answer.status < 400) return answer
    const means = habits.meaningOf(answer)
    if (means === 'API not subscribed') run.unsubscribed.add(api)
    throw habits.refused(url, answer, means)
  },

  /** An API that is closed to this application is closed to all its calls: a person must subscribe to it. */
  mayAsk({ unsubscribed, habits }: Run, { api, url }: Asked): void {
    const known = { status: 403, body: `${api} was refused before` }
    if (unsubscribed.has(api)) throw habits.refused(url, known, 'API not subscribed')
  },
}
