import { Unfit } from './simple.ts'
import type { Simple } from './simple.ts'

/** An element is not as its shape wants it. The message names the element and what was expected. */
export class Misfit extends Error {}

/** Reads a piece of text by its kind, and says of what it was a piece where it is not of the kind. */
export function fit<Value>(what: string, kind: Simple<Value>, text: string): Value {
  try {
    return kind.read(text)
  } catch (error) {
    if (error instanceof Unfit) throw new Misfit(`${what}: ${error.message}.`)
    throw error
  }
}
