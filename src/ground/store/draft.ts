import { indexFrom, StateError, type Branch } from './json.ts'
import type { Recording } from './recording.ts'

/** What a draft does when the edit reads or writes it: an ordinary object or list to the rule, a record to the store. */
export class DraftTraps implements ProxyHandler<Branch> {
  readonly #recording: Recording<object>

  constructor(recording: Recording<object>) {
    this.#recording = recording
  }

  get(branch: Branch, key: string | symbol): unknown {
    this.#recording.enter()
    if (typeof key === 'symbol') return Reflect.get(branch, key)
    if (!Array.isArray(branch)) return this.#recording.see(branch, key)
    const index = indexFrom(key)
    if (index !== undefined) return this.#recording.see(branch, index)
    return this.#listMethod(branch, key) ?? Reflect.get(branch, key)
  }

  has(branch: Branch, key: string | symbol): boolean {
    this.#recording.enter()
    if (typeof key === 'symbol' || Array.isArray(branch)) return Reflect.has(branch, key)
    return this.#recording.has(branch, key)
  }

  ownKeys(branch: Branch): (string | symbol)[] {
    this.#recording.enter()
    if (!Array.isArray(branch)) return this.#recording.keysOf(branch)
    this.#recording.enter(branch.length)
    return Reflect.ownKeys(branch)
  }

  getOwnPropertyDescriptor(branch: Branch, key: string | symbol): PropertyDescriptor | undefined {
    this.#recording.enter()
    const found = Reflect.getOwnPropertyDescriptor(branch, key)
    if (!found || typeof key === 'symbol' || key === 'length') return found
    if (Array.isArray(branch)) return { ...found, value: this.#recording.see(branch, Number(key)) }
    return this.#recording.has(branch, key) ? { ...found, value: this.#recording.see(branch, key) } : undefined
  }

  set(branch: Branch, key: string | symbol, value: unknown): boolean {
    this.#recording.enter()
    if (typeof key === 'symbol') throw refuse('key by a symbol', 'Use a text key.')
    if (Array.isArray(branch) && key === 'length') this.#setLength(branch, Number(value))
    else this.#recording.write(branch, Array.isArray(branch) ? placeIn(branch, key) : key, value)
    return true
  }

  deleteProperty(branch: Branch, key: string | symbol): boolean {
    this.#recording.enter()
    if (Array.isArray(branch)) throw refuse('leave a hole in a list', 'Use splice.')
    if (typeof key === 'string') this.#recording.remove(branch, key)
    return true
  }

  getPrototypeOf(branch: Branch): object | null {
    this.#recording.enter()
    return Reflect.getPrototypeOf(branch)
  }

  defineProperty(): never {
    throw refuse('define a property', 'Assign the value.')
  }

  setPrototypeOf(): never {
    throw refuse('set a prototype', 'State is plain data.')
  }

  preventExtensions(): never {
    throw refuse('freeze or seal', 'State stays open to later changes.')
  }

  #setLength(list: unknown[], length: number): void {
    if (length > list.length) throw refuse('lengthen a list without items', 'Use push.')
    if (length < list.length) this.#recording.splice(list, length, list.length - length, [])
  }

  /** Methods done on the list itself: through a draft they would go item by item, and copy every item they move. */
  #listMethod(list: unknown[], name: string): ((...args: unknown[]) => unknown) | undefined {
    const splice = (start: number, count: number, items: readonly unknown[] = []) =>
      this.#recording.splice(list, start, count, items)
    switch (name) {
      case 'pop':
        return () => splice(Math.max(list.length - 1, 0), Math.min(list.length, 1))[0]
      case 'shift':
        return () => splice(0, Math.min(list.length, 1))[0]
      case 'push':
        return (...items) => (splice(list.length, 0, items), list.length)
      case 'unshift':
        return (...items) => (splice(0, 0, items), list.length)
      case 'splice':
        return (...args) => {
          const start = clamp(args[0], list.length)
          const rest = list.length - start
          const count = args.length === 0 ? 0 : args.length === 1 ? rest : Math.min(Math.max(whole(args[1]), 0), rest)
          return splice(start, count, args.slice(2))
        }
      default:
        return undefined
    }
  }
}

function placeIn(list: unknown[], key: string): number {
  const index = indexFrom(key)
  if (index === undefined) throw refuse(`give a list the key "${key}"`, 'Keep it in an object.')
  if (index > list.length) throw refuse('leave a hole in a list', 'Use push.')
  return index
}

function clamp(start: unknown, length: number): number {
  const at = whole(start)
  return at < 0 ? Math.max(length + at, 0) : Math.min(at, length)
}

function whole(value: unknown): number {
  return Math.trunc(Number(value)) || 0
}

function refuse(what: string, remedy: string): StateError {
  return new StateError(`Cannot ${what} in the state: it is a JSON tree. ${remedy}`)
}
