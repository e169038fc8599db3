import { DraftTraps } from './draft.ts'
import { copyTree, spell, StateError, type Bag, type Branch, type Json, type Key, type Path } from './json.ts'
import { KeyPlaces } from './key-places.ts'
import { PatchSheet } from './patch-sheet.ts'
import type { Patch } from './patches.ts'
import { release } from './release.ts'

/** A branch of the state that the edit has looked at. `isNew`: it came in this change, and leaves whole if it fails. */
type Node = { raw: Branch; parent: Node | undefined; key: Key; isNew: boolean; draft: Branch }

/** One change under way: hands out drafts, writes to the live state, and remembers how to take all of it back. */
export class Recording<Root extends object> {
  /** How many keys the edit has looked at, copied or moved: what the change cost. */
  touched = 0
  #isOpen = true
  readonly #traps = new DraftTraps(this)
  readonly #nodes = new Map<Branch, Node>()
  readonly #drafts = new Map<object, Node>()
  readonly #newBranches = new Set<object>()
  readonly #undo: (() => void)[] = []
  readonly #places = new KeyPlaces()
  readonly #sheet = new PatchSheet()
  readonly root: Root

  constructor(root: Root) {
    this.root = this.#nodeFor(root as Branch, undefined, '').draft as Root
  }

  /** Every trap of a draft passes here, so that a draft kept beyond its change says so instead of lying. */
  enter(cost = 1): void {
    if (this.#isOpen) this.touched += cost
    else throw new StateError('A draft was used after its change ended. Take what you need inside the change.')
  }

  has(bag: Bag, key: string): boolean {
    return this.#places.has(bag, key)
  }

  keysOf(bag: Bag): string[] {
    const keys = this.#places.keysOf(bag)
    this.touched += keys.length
    return keys
  }

  /** The value at a key as the edit may see it: a draft when it is a branch. */
  see(branch: Branch, key: Key): unknown {
    const value = Array.isArray(branch) ? branch[Number(key)] : this.#places.get(branch, String(key))
    if (typeof value !== 'object' || value === null) return value
    return this.#nodeFor(value as Branch, this.#nodes.get(branch), key).draft
  }

  write(branch: Branch, key: Key, value: unknown): void {
    const { node, path } = this.#placeOf(branch)
    const isThere = Array.isArray(branch) ? Number(key) < branch.length : this.#places.has(branch, String(key))
    const was = Array.isArray(branch) ? branch[Number(key)] : this.#places.get(branch, String(key))
    if (isThere && this.#rawOf(value) === was) return
    const next = this.#adopt(value, [...path, key])
    if (!node.isNew && isThere) this.#sheet.replaced(branch, key, path, { was, value: next })
    if (!node.isNew && !isThere) this.#sheet.put(branch, key, path, next)
    if (Array.isArray(branch)) this.#writeItem(node, branch, Number(key), next)
    else this.#writeKey(node, branch, String(key), next)
  }

  remove(bag: Bag, key: string): void {
    if (!this.#places.has(bag, key)) return
    const { node, path } = this.#placeOf(bag)
    if (node.isNew) return void delete bag[key]
    const was = bag[key]
    this.#places.remove(bag, key, this.#sheet.isNew(bag, key))
    this.#undo.push(() => (bag[key] = was))
    this.#sheet.removed(bag, key, path, was)
  }

  /** Takes items out of a list and puts others in, moving the rest as they are; returns those taken out. */
  splice(list: unknown[], start: number, count: number, items: readonly unknown[]): unknown[] {
    const { node, path } = this.#placeOf(list)
    const isAtEnd = start + count === list.length
    const added = items.map((item, index) => this.#adopt(item, [...path, start + index]))
    const removed = list.splice(start, count, ...added)
    this.touched += isAtEnd ? count : list.length - start
    if (!node.isNew) {
      this.#undo.push(() => list.splice(start, added.length, ...removed))
      if (!isAtEnd) this.#sheet.shifted(list)
      for (let at = count - 1; at >= 0; at--) this.#sheet.removed(list, start + at, path, removed[at])
      added.forEach((item, at) => this.#sheet.put(list, start + at, path, item))
      if (!isAtEnd) this.#sheet.shifted(list)
    }
    return removed.map((item) => (isBranch(item) ? this.#nodeFor(item, node, start).draft : item))
  }

  /** Replaces every draft within a result or an error by a copy, for drafts end with their change. */
  release<T>(value: T): T {
    return release(value, (inner) => {
      const node = this.#drafts.get(inner)
      return node && this.#copy(node.raw, [])
    })
  }

  land(): Patch[] {
    this.#places.settle()
    const patches = this.#sheet.patches((value, path) => this.#copy(value, path))
    this.#isOpen = false
    return patches
  }

  rollBack(): void {
    for (const undo of this.#undo.toReversed()) undo()
    this.#isOpen = false
  }

  #writeItem(node: Node, list: unknown[], index: number, next: Json): void {
    const isThere = index < list.length
    const was = list[index]
    if (!node.isNew) this.#undo.push(() => (isThere ? (list[index] = was) : (list.length = index)))
    list[index] = next
  }

  #writeKey(node: Node, bag: Bag, key: string, next: Json): void {
    if (node.isNew) return void (bag[key] = next)
    const isThere = key in bag
    const was = bag[key]
    this.#undo.push(() => (isThere ? (bag[key] = was) : delete bag[key]))
    this.#places.put(bag, key, next)
  }

  /** The state is a tree of its own: whatever is assigned is copied, be it from outside or from elsewhere in it. */
  #adopt(value: unknown, path: Path): Json {
    const copy = this.#copy(value, path)
    if (isBranch(copy)) this.#newBranches.add(copy)
    return copy
  }

  #copy(value: unknown, path: Path): Json {
    this.touched++
    return copyTree(value, path, {
      into: (branch) => {
        const raw = this.#rawOf(branch) as object
        if (Array.isArray(raw)) this.touched += raw.length
        return raw
      },
      keysOf: (bag) => this.keysOf(bag),
    })
  }

  #rawOf(value: unknown): unknown {
    return isBranch(value) ? (this.#drafts.get(value)?.raw ?? value) : value
  }

  #nodeFor(raw: Branch, parent: Node | undefined, key: Key): Node {
    const known = this.#nodes.get(raw)
    if (known) return known
    const isNew = (parent?.isNew ?? false) || this.#newBranches.has(raw)
    const node: Node = { raw, parent, key, isNew, draft: new Proxy(raw, this.#traps) }
    this.#nodes.set(raw, node)
    this.#drafts.set(node.draft, node)
    return node
  }

  #placeOf(branch: Branch): { node: Node; path: Path } {
    const node = this.#nodes.get(branch) as Node
    const path: Path = []
    for (let at = node; at.parent; at = at.parent) path.push(this.#keyOf(at, at.parent))
    return { node, path: path.reverse() }
  }

  /** Where a branch stands now: a list may have moved it, and the edit may have taken it out of the state. */
  #keyOf(node: Node, parent: Node): Key {
    if ((parent.raw as Bag)[node.key] === node.raw) return node.key
    const index = Array.isArray(parent.raw) ? parent.raw.indexOf(node.raw) : -1
    if (Array.isArray(parent.raw)) this.touched += parent.raw.length
    if (index >= 0) return (node.key = index)
    const what = `what was at ${spell([node.key])}`
    throw new StateError(
      `Cannot write to ${what}: this change has taken it out of the state. Write to its copy instead.`,
    )
  }
}

function isBranch(value: unknown): value is Branch {
  return typeof value === 'object' && value !== null
}
