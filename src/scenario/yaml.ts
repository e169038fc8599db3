import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, visit, type Document, type YAMLError } from 'yaml'
import type { Path } from '../contract/schema-walk.ts'
import type { Place, Problem } from './scenario.ts'

export type { Path }

/** A YAML text with the place of every word, so that what is wrong can be pointed at. */
export type Page = {
  file: string
  text: string
  value: unknown
  problems: Problem[]
  /** The place of a value, of the word before it, or of the nearest thing around it. */
  place: (path: Path, at?: 'key' | 'value') => Place
}

/** Reads YAML 1.2 without the parts that make a text mean more than it says: anchors, aliases, several documents. */
export function readYaml(text: string, file: string): Page {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, stringKeys: true })
  const placeOf = (offset: number): Place => {
    const { line, col } = lines.linePos(offset)
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) }
  }
  const wrong = [...document.errors, ...document.warnings].map((error) => ({
    at: error.pos[0],
    says: saysOf(error, text),
  }))
  const isNew = ({ at }: { at: number }): boolean => wrong.every((error) => error.at !== at)
  const problems = [...wrong, ...references(document, text).filter(isNew)]
    .sort((a, b) => a.at - b.at)
    .map(({ at, says }) => ({ place: placeOf(at), says }))
  return {
    file,
    text,
    value: problems.length === 0 ? document.toJS() : undefined,
    problems,
    place: (path, at = 'value') => placeOf(offsetOf(document, path, at)),
  }
}

function offsetOf(document: Document, path: Path, at: 'key' | 'value'): number {
  if (path.length === 0) return 0
  let node: unknown = document.contents
  let key: unknown = node
  for (const word of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(word))
      if (pair === undefined) break
      key = pair.key
      node = pair.value ?? key
    } else if (isSeq(node)) {
      const item = node.items[Number(word)]
      if (item === undefined) break
      key = node = item
    } else break
  }
  const spot = at === 'key' ? key : node
  return (spot as { range?: [number, number, number] | null } | null)?.range?.[0] ?? 0
}

function references(document: Document, text: string): { at: number; says: string }[] {
  const found: { at: number; says: string }[] = []
  visit(document, {
    Node: (_, node) => {
      const at = node.range?.[0] ?? 0
      if (isAlias(node)) found.push({ at, says: noReferences(text.slice(at, node.range?.[1])) })
      else if (node.anchor !== undefined) found.push({ at, says: noReferences(`&${node.anchor}`) })
    },
  })
  return found
}

function noReferences(word: string): string {
  return `"${word}" is a YAML reference, which scenarios do without. Write the value out, or put it in quotes.`
}

function saysOf({ code, message, pos }: YAMLError, text: string): string {
  const [start, end] = pos
  switch (code) {
    case 'DUPLICATE_KEY':
      return `"${/^[\w.*-]+/.exec(text.slice(start))?.[0] ?? text.slice(start, end)}" is written twice here. Keep one.`
    case 'TAB_AS_INDENT':
      return 'A tab indents this line. Indent with spaces.'
    case 'BAD_ALIAS':
      return 'A value that starts with * is a reference in YAML. Put it in quotes.'
    case 'BLOCK_AS_IMPLICIT_KEY':
      return 'This value holds a colon and a space, which start a new word in YAML. Put the value in quotes.'
    case 'BAD_SCALAR_START':
      return `A value may not start with ${text.slice(start, start + 1)} in YAML. Put it in quotes.`
    case 'MULTIPLE_DOCS':
      return 'A second document begins here ("---"). A file holds one scenario.'
    case 'NON_STRING_KEY':
      return 'A word before a colon must be plain text.'
    default:
      return `This is not YAML: ${message.charAt(0).toLowerCase()}${message.slice(1).replace(/\.$/, '')}. Check indentation, quotes and brackets.`
  }
}
