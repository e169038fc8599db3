import type { Evidence } from '../../../evidence.ts'
import type { Item } from './calls.ts'
import { truth } from './view.ts'

/** An account, property or meter in words: the story's name, and the id the client knows it by. */
export function named(evidence: Evidence, { kind, id }: Item): string {
  const { names } = truth(evidence).after({ id: Number.MAX_SAFE_INTEGER })
  return names[id] === undefined ? `${kind} ${id}` : `${kind} ${names[id]} (${id})`
}

/** Several in a row. */
export function listed(evidence: Evidence, items: readonly Item[]): string {
  return items.map((item) => named(evidence, item)).join(', ')
}
