import { copyTree, spell, StateError, type Bag, type Branch, type Json, type Key, type Path } from './json.ts'

/** One thing a change did. On a list, `add` makes room at the index and `remove` closes the gap, as in JSON Patch. */
export type Patch = { op: 'add' | 'replace' | 'remove'; path: Path; value?: Json; was?: Json }

/** Does to a plain tree what the change did, so that a console or a test can replay history. */
export function applyPatches(root: object, patches: readonly Patch[]): void {
  for (const patch of patches) perform(root, patch)
}

/** Takes back what the change did. A key whose removal is taken back stands last: a patch knows no neighbours. */
export function revertPatches(root: object, patches: readonly Patch[]): void {
  for (const patch of patches.toReversed()) perform(root, inverse(patch))
}

function inverse({ op, path, value, was }: Patch): Patch {
  if (op === 'add') return { op: 'remove', path }
  return { op: op === 'remove' ? 'add' : 'replace', path, value: was ?? null, was: value ?? null }
}

function perform(root: object, { op, path, value }: Patch): void {
  const branch = branchAt(root, path)
  const key = path.at(-1)
  if (key === undefined || !isPlace(branch, key, op)) {
    throw new StateError(`Cannot ${op} ${spell(path)}: there is no such place. Patch the state it came from.`)
  }
  if (op === 'remove') return takeOut(branch, key)
  const copy = copyTree(value, [...path])
  if (op === 'add' && Array.isArray(branch)) branch.splice(Number(key), 0, copy)
  else Object.defineProperty(branch, key, { value: copy, writable: true, enumerable: true, configurable: true })
}

function branchAt(root: object, path: Path): Branch {
  let branch: unknown = root
  for (const key of path.slice(0, -1)) {
    branch = isBranch(branch) && Object.hasOwn(branch, key) ? (branch as Bag)[key] : undefined
  }
  if (isBranch(branch)) return branch
  throw new StateError(`Cannot patch ${spell(path)}: there is no such place. Patch the state it came from.`)
}

function isPlace(branch: Branch, key: Key, op: Patch['op']): boolean {
  if (!Array.isArray(branch)) return op === 'add' || Object.hasOwn(branch, key)
  return typeof key === 'number' && key >= 0 && key < branch.length + (op === 'add' ? 1 : 0)
}

function takeOut(branch: Branch, key: Key): void {
  if (Array.isArray(branch)) branch.splice(Number(key), 1)
  else delete branch[key]
}

function isBranch(value: unknown): value is Branch {
  return typeof value === 'object' && value !== null
}
