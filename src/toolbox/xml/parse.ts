import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { XmlError } from './tree.ts'
import type { XmlElement } from './tree.ts'

const deepest = 100
const own = { text: '#text', cdata: '#cdata', comment: '#comment', attributes: ':@' } as const

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  processEntities: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  cdataPropName: own.cdata,
  commentPropName: own.comment,
  maxNestedTags: deepest,
})

/** Reads a document into its root element, or says what is wrong with it. A document type is never read. */
export function parseXml(text: string): XmlElement {
  const document = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  refuseDoctype(document)
  const judged = XMLValidator.validate(document)
  if (judged !== true) throw new XmlError(judged.err.msg.replace(/\.$/, ''), judged.err.line)
  const [root, second] = elementsOf(parse(document), document)
  if (!root) throw new XmlError('the document has no element', 1)
  if (second) throw new XmlError(`<${second.name}> follows the end of the document`, lastLine(document))
  if (!document.trimEnd().endsWith('>')) throw new XmlError('text follows the end of the document', lastLine(document))
  return root
}

function refuseDoctype(document: string): void {
  const at = document.replace(/<!--[\s\S]*?-->/g, blank).search(/<!DOCTYPE/i)
  if (at >= 0) throw new XmlError('a document type declaration is not allowed', lineAt(document, at))
}

const blank = (comment: string) => comment.replace(/[^\n]/g, ' ')

function parse(document: string): Node[] {
  try {
    return parser.parse(document) as Node[]
  } catch (error) {
    throw new XmlError(error instanceof Error ? error.message : String(error), 1)
  }
}

/** As the parser keeps order: an object with one key, its name, beside its attributes. */
type Node = Record<string, Node[] | Record<string, string> | string>

function elementsOf(nodes: readonly Node[], document: string): XmlElement[] {
  const elements: XmlElement[] = []
  for (const node of nodes) {
    const name = Object.keys(node).find((key) => key !== own.attributes)
    if (name === undefined || name.startsWith('#')) continue
    const children = node[name] as Node[]
    elements.push({
      name,
      attributes: attributesOf(node[own.attributes], document),
      children: elementsOf(children, document),
      text: textOf(children, document),
    })
  }
  return elements
}

function textOf(nodes: readonly Node[], document: string): string {
  let text = ''
  for (const node of nodes) {
    if (own.text in node) text += decode(String(node[own.text]), document)
    if (own.cdata in node) text += (node[own.cdata] as Node[]).map((part) => String(part[own.text])).join('')
  }
  return text
}

function attributesOf(raw: Node[string] | undefined, document: string): Record<string, string> {
  const attributes: Record<string, string> = {}
  for (const [name, value] of Object.entries((raw ?? {}) as Record<string, string>)) {
    if (value.includes('<')) throw new XmlError(`"<" in attribute "${name}"`, lineAt(document, document.indexOf(value)))
    attributes[name] = decode(value.replace(/[\t\n]/g, ' '), document)
  }
  return attributes
}

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

function decode(text: string, document: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&([^;\s]*);?/g, (reference, name: string) => {
    const character = named[name] ?? characterOf(name)
    if (character !== undefined && reference.endsWith(';')) return character
    throw new XmlError(`"${reference}" is not an entity`, lineAt(document, document.indexOf(reference)))
  })
}

function characterOf(name: string): string | undefined {
  const [, hex, decimal] = /^#(?:x([0-9a-fA-F]+)|([0-9]+))$/.exec(name) ?? []
  const code = hex ? parseInt(hex, 16) : decimal ? parseInt(decimal, 10) : NaN
  return isCharacter(code) ? String.fromCodePoint(code) : undefined
}

/** What XML 1.0 lets stand in a document. */
function isCharacter(code: number): boolean {
  if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd
  return (code >= 0x20 && code < 0xd800) || (code > 0xdfff && code < 0xfffe) || (code > 0xffff && code <= 0x10ffff)
}

const lastLine = (document: string) => lineAt(document, document.length)

function lineAt(document: string, at: number): number {
  return document.slice(0, Math.max(at, 0)).split('\n').length
}
