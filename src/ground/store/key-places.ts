import { indexFrom, type Bag } from './json.ts'

const gone = Symbol('deleted in this change')

/**
 * Keeps the order of keys through a change. A deleted key leaves a mark in its place until the change lands: a rollback
 * then finds every key where it was, and no delete has to list the keys of a large map.
 */
export class KeyPlaces {
  readonly #deleted = new Map<Bag, Set<string>>()
  /** Keys to stand at the end, in this order, of each object that has lost a key. */
  readonly #late = new Map<Bag, Set<string>>()

  has(bag: Bag, key: string): boolean {
    return key in bag && bag[key] !== gone
  }

  get(bag: Bag, key: string): unknown {
    const value = bag[key]
    return value === gone ? undefined : value
  }

  keysOf(bag: Bag): string[] {
    const late = this.#late.get(bag)
    const keys = Object.keys(bag)
    return late ? [...keys.filter((key) => bag[key] !== gone && !late.has(key)), ...late] : keys
  }

  put(bag: Bag, key: string, value: unknown): void {
    // JavaScript lists keys that look like an index first and in ascending order, whenever they came
    if (!this.has(bag, key) && indexFrom(key) === undefined) this.#late.get(bag)?.add(key)
    bag[key] = value
  }

  /** Deletes a key; `isNew` when it came in this very change, so that no rollback will want its place. */
  remove(bag: Bag, key: string, isNew: boolean): void {
    if (isNew && !this.#deleted.get(bag)?.has(key)) {
      this.#late.get(bag)?.delete(key)
      delete bag[key]
      return
    }
    bag[key] = gone
    setOf(this.#deleted, bag).add(key)
    setOf(this.#late, bag).delete(key)
  }

  /** The change has landed: takes the marks away and moves the late keys to the end. */
  settle(): void {
    for (const [bag, deleted] of this.#deleted) {
      for (const key of deleted) if (bag[key] === gone) delete bag[key]
    }
    for (const [bag, late] of this.#late) {
      for (const key of late) moveToEnd(bag, key)
    }
  }
}

function moveToEnd(bag: Bag, key: string): void {
  const value = bag[key]
  delete bag[key]
  bag[key] = value
}

function setOf(sets: Map<Bag, Set<string>>, bag: Bag): Set<string> {
  const known = sets.get(bag)
  if (known) return known
  const fresh = new Set<string>()
  sets.set(bag, fresh)
  return fresh
}
