import { copyTree, type Branch, type Json, type Key, type Path } from './json.ts'
import type { Patch } from './patches.ts'

type Line = { op: Patch['op']; path: Path; value: unknown; was: unknown; struck: boolean }

/**
 * Where a recording writes down what a change does, in the order done. A second write to the same place amends the
 * first line instead of adding one. Values are copied only when the change lands: what was put in by the same change
 * may still be edited in place, and then needs no line of its own.
 */
export class PatchSheet {
  readonly #lines: Line[] = []
  readonly #latest = new Map<Branch, Map<Key, Line>>()

  put(branch: Branch, key: Key, path: Path, value: unknown): void {
    this.#write(branch, key, { op: 'add', path: [...path, key], value, was: undefined, struck: false })
  }

  replaced(branch: Branch, key: Key, path: Path, { was, value }: { was: unknown; value: unknown }): void {
    const line = this.#latest.get(branch)?.get(key)
    if (line) line.value = value
    else this.#write(branch, key, { op: 'replace', path: [...path, key], value, was, struck: false })
  }

  removed(branch: Branch, key: Key, path: Path, was: unknown): void {
    const line = this.#latest.get(branch)?.get(key)
    if (line) line.struck = true
    if (line?.op === 'add') return
    const first = line ? line.was : was
    this.#lines.push({ op: 'remove', path: [...path, key], value: undefined, was: first, struck: false })
  }

  /** Whether the key came in this very change. */
  isNew(branch: Branch, key: Key): boolean {
    return this.#latest.get(branch)?.get(key)?.op === 'add'
  }

  /** The indexes of a list have moved: its lines so far stand as they are. */
  shifted(list: unknown[]): void {
    this.#latest.delete(list)
  }

  patches(copy: (value: unknown, path: Path) => Json = copyTree): Patch[] {
    return this.#lines.flatMap((line) => {
      const patch = line.struck ? undefined : finish(line, copy)
      return patch ? [patch] : []
    })
  }

  #write(branch: Branch, key: Key, line: Line): void {
    this.#lines.push(line)
    const known = this.#latest.get(branch)
    if (known) known.set(key, line)
    else this.#latest.set(branch, new Map([[key, line]]))
  }
}

/** What was before has left the state for good, so the patch may have it as it is; what is now stays, and is copied. */
function finish({ op, path, value, was }: Line, copy: (value: unknown, path: Path) => Json): Patch | undefined {
  if (op === 'remove') return { op, path, was: was as Json }
  if (op === 'add') return { op, path, value: copy(value, [...path]) }
  if (JSON.stringify(value) === JSON.stringify(was)) return undefined
  return { op, path, value: copy(value, [...path]), was: was as Json }
}
