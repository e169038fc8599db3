import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Low } from 'lowdb'
import { cloneState } from './json.ts'
import { isObject, jsonFile, type Check } from './json-file.ts'
import type { Keeper } from './store.ts'

/** What the file of a world holds: its state, and how it is to be read. */
export type Kept = { format: 1; state: object }

/** Opens the file of a world under lowdb; `isNew` when there is none yet. */
export async function openWorldFile(path: string): Promise<{ db: Low<Kept>; isNew: boolean }> {
  const { Low } = await import('lowdb')
  const db = new Low<Kept>(await jsonFile(path, toKept), notYet)
  await db.read()
  return { db, isNew: db.data === notYet }
}

const notYet: Kept = { format: 1, state: {} }

const toKept: Check<Kept> = ({ format, state }, refuse) => {
  if (format !== 1) throw refuse(`its "format" is ${JSON.stringify(format)} where this version reads 1`)
  if (!isObject(state)) throw refuse('its "state" is not an object')
  return { format, state: cloneState(state) }
}

/** Keeps one world in its file. Changes of one turn, and those that come during a write, share the next write. */
export class WorldFile implements Keeper {
  #next: Promise<void> | undefined
  #last: Promise<void> = Promise.resolve()
  #hasFailed = false
  readonly #db: Pick<Low<Kept>, 'data' | 'write'>
  readonly #closed: () => void

  constructor(db: Pick<Low<Kept>, 'data' | 'write'>, closed: () => void = () => {}) {
    this.#db = db
    this.#closed = closed
  }

  changed(state: object): void {
    this.#db.data = { format: 1, state }
    if (this.#next) return
    this.#next = this.#writeNext()
    this.#next.catch(() => {}) // whoever asks `saved` is told; nobody may be asking
  }

  /** After a write that failed, asking again tries again. */
  saved(): Promise<void> {
    if (this.#hasFailed) this.changed(this.#db.data.state)
    return this.#next ?? this.#last
  }

  async close(): Promise<void> {
    try {
      await this.saved()
    } finally {
      this.#closed()
    }
  }

  async #writeNext(): Promise<void> {
    await this.#last.catch(() => {})
    await nextTurn()
    this.#next = undefined
    this.#last = this.#write()
    await this.#last
  }

  async #write(): Promise<void> {
    this.#hasFailed = false
    try {
      await this.#db.write()
    } catch (error) {
      this.#hasFailed = true
      throw error
    }
  }
}
