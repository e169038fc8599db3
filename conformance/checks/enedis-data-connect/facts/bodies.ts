import type { Entry, Exchange } from '../../../../src/index.ts'
import { EvidenceLost } from '../../../verdict.ts'

type Body = NonNullable<Entry<Exchange>['response']>['body']

/** A body read as JSON; nothing where it is no JSON. */
export function bodyOf(body: Body): unknown {
  if (body?.sha256 !== undefined)
    throw new EvidenceLost(`The journal kept only the beginning of a body of ${body.length} bytes.`)
  try {
    return JSON.parse(body?.text ?? '')
  } catch {
    return undefined
  }
}

type Tree = Readonly<Record<string, unknown>>

/** What stands under a name, as an object. */
export function within(told: unknown, ...names: readonly string[]): Tree {
  return names.reduce<Tree>((tree, name) => treeOf(tree[name]), treeOf(told))
}

/** The objects of a list; none where there is no list. */
export function listIn(told: unknown, name: string): readonly Tree[] {
  const list = treeOf(told)[name]
  return Array.isArray(list) ? list.map(treeOf) : []
}

/** Numbers and texts, as text. */
export function textOf(told: unknown): string | undefined {
  return typeof told === 'string' || typeof told === 'number' ? String(told) : undefined
}

function treeOf(told: unknown): Tree {
  return typeof told === 'object' && told !== null && !Array.isArray(told) ? (told as Tree) : {}
}
