import { createHash } from 'node:crypto'
import { closeSync, openSync, readSync, unlinkSync, writeSync } from 'node:fs'
import type { Body } from './entries.ts'

/** How much of a long body is kept: up to which length the whole of it, and where long texts lie. */
export type BodyKeeping = {
  /** In characters; a million when left out. */
  wholeUpTo?: number | undefined
  /** In memory when left out. */
  spill?: SpillFile | undefined
}

/** Of a body that is not kept whole, so much. */
export const headSize = 64_000
/** Shorter texts are not worth a file. */
const spilledFrom = 16_000
/** So long a body is kept whole unless somebody says otherwise. */
export const usuallyWholeUpTo = 1_000_000

/** A body as a journal keeps it: whole up to a bound, else its head with length and hash. */
export function bodyOf(type: string, text: string, { wholeUpTo = usuallyWholeUpTo, spill }: BodyKeeping = {}): Body {
  if (text.length <= wholeUpTo) return spilled({ type, length: text.length, text }, spill)
  const sha256 = createHash('sha256').update(text).digest('hex')
  return spilled({ type, length: text.length, text: text.slice(0, headSize), sha256 }, spill)
}

/** The same body, its text in a file where there is one, and read from there whenever somebody looks at it. */
export function spilled(body: Body, spill: SpillFile | undefined): Body {
  if (spill === undefined || body.text.length < spilledFrom) return body
  const read = spill.keep(body.text)
  return Object.defineProperty({ ...body }, 'text', { get: read, enumerable: true })
}

/** A file for texts that would fill the memory, for as long as somebody may ask for them. */
export class SpillFile {
  readonly #path: string
  readonly #file: number
  #end = 0

  constructor(path: string) {
    this.#path = path
    this.#file = openSync(path, 'wx+', 0o600)
  }

  /** Writes a text down; the answer reads it again. */
  keep(text: string): () => string {
    const [at, bytes] = [this.#end, Buffer.from(text)]
    for (let done = 0; done < bytes.length;) done += writeSync(this.#file, bytes, done, bytes.length - done, at + done)
    this.#end += bytes.length
    return () => this.#read(at, bytes.length)
  }

  /** Ends the file with everything in it. */
  close(): void {
    closeSync(this.#file)
    unlinkSync(this.#path)
  }

  #read(at: number, length: number): string {
    const bytes = Buffer.allocUnsafe(length)
    for (let done = 0; done < length;) done += readSync(this.#file, bytes, done, length - done, at + done)
    return bytes.toString()
  }
}
