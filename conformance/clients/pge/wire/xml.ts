import { XMLParser } from 'fast-xml-parser'

/** An element as it was read: text, or children by name; attributes begin with `@`. Prefixes are not told. */
export type Node = string | { readonly [name: string]: Node | readonly Node[] | undefined }

// Values stay text: as numbers, ids would lose their zeros. Prefixes differ from feed to feed, so names go without.
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
})

export function parse(body: string): Node {
  return parser.parse(body) as Node
}

/** The children of a name, however often there are any. */
export function all(node: Node | undefined, name: string): Node[] {
  if (node === undefined || typeof node === 'string') return []
  const found = node[name]
  return found === undefined ? [] : Array.isArray(found) ? (found as Node[]) : [found as Node]
}

export function one(node: Node | undefined, ...path: string[]): Node | undefined {
  return path.reduce<Node | undefined>((inside, name) => all(inside, name)[0], node)
}

/** The text at a path, or undefined where there is none. */
export function text(node: Node | undefined, ...path: string[]): string | undefined {
  const found = one(node, ...path)
  if (found === undefined || typeof found === 'string') return found === '' ? undefined : found
  return text(found, '#text')
}

export function number(node: Node | undefined, ...path: string[]): number | undefined {
  const found = text(node, ...path)
  return found === undefined || !Number.isFinite(Number(found)) ? undefined : Number(found)
}
