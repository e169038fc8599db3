/** What a state may hold: a tree of JSON values and nothing else. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/** The state as a reader sees it: the compiler refuses every write. */
export type DeepReadonly<T> = T extends string | number | boolean | null | undefined
  ? T
  : { readonly [Key in keyof T]: DeepReadonly<T[Key]> }

/** The place of a value in an object or a list. */
export type Key = string | number
/** The way from the root of a state to a value. */
export type Path = Key[]
/** An object of a state, whatever it holds. */
export type Bag = Record<string, unknown>
/** What holds other values. */
export type Branch = Bag | unknown[]

/** Says that our own code used a store as it must not be used; whatever was being changed is as it was before. */
export class StateError extends Error {
  override name = 'StateError'
}

/**
 * Objects in a state inherit nothing, so that a key chosen by a client (`constructor`, `__proto__`) is an ordinary key
 * in rules and readers alike. Inheriting from an empty object, not from null, keeps them fast in V8.
 */
const nothing: object = Object.freeze(
  Object.create(null, { [Symbol.for('nodejs.util.inspect.custom')]: { value: withoutItsPrototype } }) as object,
)

function withoutItsPrototype(this: object): object {
  return { ...this }
}

const emptyBag = (): Bag => Object.create(nothing) as Bag

/** How a copy looks into what it copies; a recording sees through its drafts and past the keys it has deleted. */
export type Looks = { into(branch: object): object; keysOf(bag: Bag): readonly string[] }

const plainly: Looks = { into: (branch) => branch, keysOf: Object.keys }

/** Copies a JSON tree so that nothing of it is shared with the original; refuses what a state may not hold. */
export function cloneState<Root>(root: Root): Root {
  return copyTree(root, []) as Root
}

/** The copy behind `cloneState`; `path` names the place in the message when a value is refused. */
export function copyTree(value: unknown, path: Path, looks: Looks = plainly): Json {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value
    case 'number':
      if (!Number.isFinite(value)) throw refusal(value, path)
      return value + 0 // JSON has no -0
    case 'object':
      return value === null ? null : copyBranch(looks.into(value), path, looks)
    default:
      throw refusal(value, path)
  }
}

function copyBranch(branch: object, path: Path, looks: Looks): Json {
  if (path.length >= deepest) throw refusal(branch, path)
  return Array.isArray(branch) ? copyList(branch, path, looks) : copyBag(branch as Bag, path, looks)
}

function copyList(list: readonly unknown[], path: Path, looks: Looks): Json[] {
  const copy: Json[] = []
  for (let index = 0; index < list.length; index++) {
    path.push(index)
    copy.push(copyTree(list[index], path, looks))
    path.pop()
  }
  return copy
}

function copyBag(bag: Bag, path: Path, looks: Looks): Json {
  const parent: unknown = Object.getPrototypeOf(bag)
  if (parent !== nothing && parent !== Object.prototype && parent !== null) throw refusal(bag, path)
  const copy = emptyBag()
  for (const key of looks.keysOf(bag)) {
    path.push(key)
    copy[key] = copyTree(bag[key], path, looks)
    path.pop()
  }
  return copy as { [key: string]: Json }
}

/** A bound on nesting, so that a value that holds itself is refused by name instead of overflowing the stack. */
const deepest = 400

function refusal(value: unknown, path: Path): StateError {
  const [what, remedy] = describe(value, path)
  return new StateError(`Cannot keep ${spell(path)} in the state: it is ${what}. ${remedy}`)
}

function describe(value: unknown, path: Path): [what: string, remedy: string] {
  if (value === undefined) return ['undefined', 'Leave the key out, or keep null.']
  if (typeof value === 'number') return [String(value), 'Keep a finite number, or null.']
  if (typeof value !== 'object' || value === null) return [`a ${typeof value}`, 'Keep plain JSON data.']
  if (path.length >= deepest) return ['nested too deeply, or holds itself', 'Refer to it by its key instead.']
  if (value instanceof Date) return ['a Date', 'Keep its ISO text.']
  if (value instanceof Map || value instanceof Set) return [`a ${value.constructor.name}`, 'Keep an object or a list.']
  return [`of the class ${classOf(value)}`, 'Keep plain JSON data.']
}

function classOf(value: { constructor?: { name: string } }): string {
  return value.constructor?.name ?? '(unnamed)'
}

/** A place in the state as a person writes it: `shares.m1.meters.0`. */
export function spell(path: readonly Key[]): string {
  return path.length === 0 ? 'the root' : excerpt(path).join('.')
}

function excerpt(path: readonly Key[]): readonly Key[] {
  return path.length <= 12 ? path : [...path.slice(0, 6), '…', ...path.slice(-2)]
}

/** The list index a property name stands for, if it stands for one. */
export function indexFrom(key: string): number | undefined {
  const index = Number(key)
  return Number.isInteger(index) && index >= 0 && index < 2 ** 32 - 1 && String(index) === key ? index : undefined
}
