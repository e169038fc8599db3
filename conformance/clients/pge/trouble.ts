/** No answer, or none that can be read: nothing follows from it about what is true. */
export class NoAnswer extends Error {}

/** The provider says itself that it is down: until it is up there is no use in calling. */
export class OutOfService extends Error {}

/** The provider has had enough of us for now: the rest must wait. */
export class Throttled extends Error {}

/** The provider takes none of our certificates: until a person has seen to it, nothing works. */
export class CertificateRefused extends Error {}

/** The provider does not know us any more, or not yet: until a person has seen to it, nothing works. */
export class NotRegistered extends Error {}

/** The provider says no to a call, for a reason that trying again does not change. */
export class Refused extends Error {
  readonly status: number
  readonly body: string

  constructor(what: string, { status, body }: { status: number; body: string }) {
    super(`${what} was refused with ${status}: ${body.slice(0, 200)}`)
    this.status = status
    this.body = body
  }
}
