import { XMLParser } from 'fast-xml-parser'
import type { Body } from '../../../../src/index.ts'
import { EvidenceLost } from '../../../verdict.ts'

type Tree = { [name: string]: unknown }

const parser = new XMLParser({
  ignoreAttributes: false,
  parseTagValue: false,
  isArray: (_name, _path, _isLeaf, isAttribute) => !isAttribute,
})

/** Reads a body that the journal kept; every element is a list here. One that was cut proves nothing. */
export function treeOf(body: Body | null | undefined): Tree {
  if (body === null || body === undefined) return {}
  if (body.sha256 !== undefined)
    throw new EvidenceLost(`The journal kept only the beginning of a body of ${body.length} bytes.`)
  try {
    return parser.parse(body.text) as Tree
  } catch {
    return {}
  }
}

/** The elements at a path of names, from every branch. */
export function all(tree: unknown, ...path: readonly string[]): Tree[] {
  const [name, ...rest] = path
  if (name === undefined) return isTree(tree) ? [tree] : []
  const found = isTree(tree) ? tree[name] : undefined
  return (Array.isArray(found) ? found : []).flatMap((one) => (rest.length === 0 ? [asTree(one)] : all(one, ...rest)))
}

/** The text of an element's child, if it has one. */
export function text(tree: Tree, name: string): string | undefined {
  const [first] = Array.isArray(tree[name]) ? (tree[name] as unknown[]) : []
  if (typeof first === 'string') return first
  const inside = isTree(first) ? first['#text'] : undefined
  return typeof inside === 'string' ? inside : undefined
}

function asTree(one: unknown): Tree {
  return isTree(one) ? one : { '#text': one }
}

function isTree(one: unknown): one is Tree {
  return typeof one === 'object' && one !== null && !Array.isArray(one)
}
