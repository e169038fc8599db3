/** No answer, or none that can be read, or a technical one: nothing follows from it about what is true. */
export class NoAnswer extends Error {
  /** The return code, where there was one. */
  readonly code: string | undefined

  constructor(says: string, code?: string) {
    super(says)
    this.code = code
  }
}

/** Nothing answers: until that is over there is no use in calling. */
export class OutOfService extends Error {}

/** SGE says no to a call, with one of its codes, for a reason that trying again at once does not change. */
export class Refused extends Error {
  readonly operation: string
  readonly code: string
  readonly text: string

  constructor(operation: string, { code, text }: { code: string; text: string }) {
    super(`${operation} was refused with ${code}: ${text}`)
    this.operation = operation
    this.code = code
    this.text = text
  }
}

/** We do not call for this: a rule that we keep forbids it now. */
export class NotNow extends Error {
  readonly decision: string

  constructor(decision: string, because: string) {
    super(because)
    this.decision = decision
  }
}

/** We do not call at all now. */
export class Closed extends NotNow {}

/** A file that cannot be read as a whole: it must come again. */
export class DamagedFile extends Error {}

/** A file that none of our keys opens. */
export class NotDecrypted extends Error {}
