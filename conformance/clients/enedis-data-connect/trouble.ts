import type { Answer } from './service.ts'

/** What Enedis means by saying no. Each calls for something else. */
export type Meaning =
  | 'no consent'
  | 'consent needed'
  | 'before the consent'
  | 'not the holder'
  | 'API not subscribed'
  | 'API gone'
  | 'no data'
  | 'before commissioning'
  | 'beyond history'
  | 'window too long'
  | 'wrong direction'
  | 'curve not recorded'
  | 'call refused'

/** No answer, or none that can be read: nothing follows from it about what is true. */
export class NoAnswer extends Error {}

/** Nothing answers: until that is over there is no use in calling. */
export class OutOfService extends Error {}

/** The quota is spent: the rest must wait, until an instant where Enedis has told one. */
export class Throttled extends Error {
  readonly until: string | undefined

  constructor(says: string, until?: string) {
    super(says)
    this.until = until
  }
}

/** Enedis does not know our application any more, or not yet: until a person has seen to it, nothing works. */
export class NotKnown extends Error {}

/** Enedis says no to a call, for a reason that trying again at once does not change. */
export class Refused extends Error {
  readonly means: Meaning

  constructor(what: string, { means, answer }: { means: Meaning; answer: Pick<Answer, 'status' | 'body'> }) {
    super(`${what} was refused with ${answer.status}: ${answer.body.slice(0, 200)}`)
    this.means = means
  }
}
