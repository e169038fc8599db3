import { createHash, type Hash } from 'node:crypto'
import { headSize, usuallyWholeUpTo } from '../ground/journal/index.ts'

/** How a body came to its end: all of it passed, its reader went away, or making it failed. */
export type Ending = 'whole' | 'cut' | 'broken'

/** As many characters as one chunk has, about. */
const chunkSize = 65_536

/**
 * A body that is spelled while it is sent, a chunk whenever its reader is ready for one. It counts, hashes and keeps
 * the head of what passes, so that nobody has to read it a second time; a reader that goes away frees it at once.
 */
export class StreamedBody {
  readonly stream: ReadableStream<Uint8Array>
  readonly #hash: Hash = createHash('sha256')
  #parts: Iterator<string> | null
  #kept: string[] = []
  #length = 0
  #wholeUpTo = usuallyWholeUpTo
  #ending: Ending | null = null
  #error: unknown
  #listeners: (() => void)[] = []

  /** `parts` are pieces of any length; `begun` is text that was already drawn from them. */
  constructor(parts: Iterator<string>, begun = '') {
    this.#parts = parts
    let first = begun
    this.stream = new ReadableStream<Uint8Array>(
      {
        pull: (controller) => {
          this.#send(first, controller)
          first = ''
        },
        cancel: () => this.cut(),
      },
      // Nothing is spelled before somebody asks.
      { highWaterMark: 0 },
    )
  }

  /** Says up to which length the text is kept whole; before the first of it has passed. */
  keepWhole({ upTo = usuallyWholeUpTo }: { upTo?: number | undefined }): void {
    this.#wholeUpTo = upTo
  }

  /** How many characters have passed. */
  get length(): number {
    return this.#length
  }

  get ending(): Ending | null {
    return this.#ending
  }

  /** What went wrong where the ending is `broken`. */
  get error(): unknown {
    return this.#error
  }

  /** What passed, or the head of it, and its hash; for one that has ended. */
  seen(): { length: number; text: string; sha256?: string } {
    const text = this.#kept.join('')
    if (this.#ending === 'whole' && this.#length <= this.#wholeUpTo) return { length: this.#length, text }
    return { length: this.#length, text: text.slice(0, headSize), sha256: this.#hash.copy().digest('hex') }
  }

  /** Calls back when the last of it is about to leave, or at once where it already has. */
  whenEnded(then: () => void): void {
    if (this.#ending) then()
    else this.#listeners.push(then)
  }

  /** Nobody wants the rest. */
  cut(): void {
    this.#end('cut')
  }

  #send(begun: string, controller: ReadableStreamDefaultController<Uint8Array>): void {
    try {
      const { text, isLast } = draw(this.#parts, begun)
      const bytes = this.#pass(text)
      // Told before the last bytes leave: who has read them may rely on what was told.
      if (isLast) this.#end('whole')
      if (bytes.length > 0) controller.enqueue(bytes)
      if (isLast) controller.close()
    } catch (error) {
      this.#error = error
      this.#end('broken')
      controller.error(error)
    }
  }

  #pass(text: string): Uint8Array {
    const bytes = encoded(text)
    this.#hash.update(bytes)
    this.#length += text.length
    if (this.#length <= this.#wholeUpTo) this.#kept.push(text)
    else if (this.#kept.length > 1) this.#kept = [this.#kept.join('').slice(0, headSize)]
    return bytes
  }

  #end(ending: Ending): void {
    if (this.#ending) return
    this.#ending = ending
    if (ending !== 'whole') this.#parts?.return?.()
    this.#parts = null
    for (const then of this.#listeners.splice(0)) then()
  }
}

/**
 * Most bodies are ASCII, a byte for each character, and nothing has to be measured first. Other text has more bytes
 * than characters: with room for one more character of any kind, it cannot come out at exactly as many.
 */
function encoded(text: string): Uint8Array {
  const bytes = Buffer.allocUnsafeSlow(text.length + 4)
  const written = bytes.write(text)
  return written === text.length ? bytes.subarray(0, written) : Buffer.from(text)
}

/** The next chunk of a body: pieces until it is full, and whether they were the last. */
export function draw(parts: Iterator<string> | null, begun = ''): { text: string; isLast: boolean } {
  let text = begun
  while (text.length < chunkSize) {
    const next = parts?.next()
    if (next === undefined || next.done) return { text, isLast: true }
    text += next.value
  }
  return { text, isLast: false }
}
