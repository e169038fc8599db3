import { nameOf, parseXml, scopeOf, topScope } from '../xml/index.ts'
import type { QualifiedName, Scope, XmlElement } from '../xml/index.ts'
import { SoapError } from './error.ts'

/** The namespace of SOAP 1.1, the only version spoken here. */
export const envelopeNamespace = 'http://schemas.xmlsoap.org/soap/envelope/'

/** An element in an envelope: what its name means, and which prefixes stood for what around it. */
export type Block = QualifiedName & { element: XmlElement; outer: Scope; mustUnderstand: boolean }
/** What an envelope holds, whatever its prefixes are. */
export type Envelope = { header: readonly Block[]; body: Block }

/** Takes an envelope apart, or throws a `SoapError`. */
export function readEnvelope(text: string): Envelope {
  const root = blockOf(parseXml(text), topScope)
  refuseOtherRoot(root)
  const parts = childrenOf(root)
  const header = parts[0]?.local === 'Header' ? parts[0] : undefined
  const [body, ...more] = header ? parts.slice(1) : parts
  const stranger = [header, body, ...more].find((part) => part && !isPart(part, part === header ? 'Header' : 'Body'))
  if (stranger) throw new SoapError(`Element '${spelled(stranger)}': it is no part of an envelope of SOAP 1.1.`)
  if (!body) throw new SoapError(`Element '${root.element.name}': the envelope has no body.`)
  if (more.length > 0) throw new SoapError(`Element '${root.element.name}': the envelope has more than one body.`)
  const [content, second] = childrenOf(body)
  if (!content) throw new SoapError(`Element '${body.element.name}': the body is empty.`)
  if (second) throw new SoapError(`Element '${spelled(second)}': the body holds one element, and this is a second.`)
  return { header: header ? childrenOf(header) : [], body: content }
}

/** A name in the notation of those who count namespaces: `{namespace}local`. */
export function spelled({ namespace, local }: QualifiedName): string {
  return namespace ? `{${namespace}}${local}` : local
}

function refuseOtherRoot(root: Block): void {
  if (isPart(root, 'Envelope')) return
  const said = `Element '${spelled(root)}': an Envelope of ${envelopeNamespace} is expected.`
  throw new SoapError(said, root.local === 'Envelope' ? 'VersionMismatch' : 'Client')
}

const isPart = ({ namespace, local }: Block, name: string) => namespace === envelopeNamespace && local === name

function childrenOf({ element, outer }: Block): Block[] {
  const scope = scopeOf(element, outer)
  return element.children.map((child) => blockOf(child, scope))
}

function blockOf(element: XmlElement, outer: Scope): Block {
  const scope = scopeOf(element, outer)
  const name = nameOf(element, scope)
  if (!name) throw new SoapError(`Element '${element.name}': its prefix is not bound.`)
  const [own, aboutSoap] = attributesOf(element, scope)
  const mustUnderstand = aboutSoap['mustUnderstand'] === '1'
  return { ...name, element: { ...element, attributes: own }, outer, mustUnderstand }
}

/** An element's own attributes, and apart from them what SOAP says of it: who must understand it, how it is encoded. */
function attributesOf({ attributes }: XmlElement, scope: Scope): [Record<string, string>, Record<string, string>] {
  const own: Record<string, string> = {}
  const aboutSoap: Record<string, string> = {}
  for (const [name, value] of Object.entries(attributes)) {
    const [prefix = '', local] = name.split(':')
    if (local !== undefined && prefix !== 'xmlns' && scope[prefix] === envelopeNamespace) aboutSoap[local] = value
    else own[name] = value
  }
  return [own, aboutSoap]
}
