import { instanceNamespace, scopeOf, topScope } from '../names.ts'
import type { Scope } from '../names.ts'
import type { XmlElement } from '../tree.ts'
import { fit, Misfit } from './misfit.ts'
import { expectation, fieldsOf, mayComeNext, missingOf } from './places.ts'
import type { Complex, Part, Read, Shape } from './shape.ts'
import type { Simple } from './simple.ts'

export { Misfit } from './misfit.ts'

/**
 * Reads an element by its shape: attributes and children become fields of one object. Throws a `Misfit`. An element that
 * lies in a larger document is read in its scope, and its own name, which may have a namespace, is its reader's business.
 */
export function read<S extends Shape>(element: XmlElement, shape: S, within?: Scope): Read<S> {
  const scope = scopeOf(element, within ?? topScope)
  if (!within) refuseNamespace(element, scope)
  return readContent(element, shape, scope) as Read<S>
}

function readChild(element: XmlElement, { of, nillable }: Part<Shape, unknown>, outer: Scope): unknown {
  const scope = scopeOf(element, outer)
  refuseNamespace(element, scope)
  return nillable && isNil(element, scope) ? null : readContent(element, of, scope)
}

function refuseNamespace(element: XmlElement, scope: Scope): void {
  if (scope['']) throw new Misfit(`Element '{${scope['']}}${element.name}': no namespace is expected.`)
}

/** The element says that it has no value, and indeed holds none. */
function isNil(element: XmlElement, scope: Scope): boolean {
  const nil = Object.keys(element.attributes).find((name) => {
    const [prefix, local] = name.split(':')
    return local === 'nil' && scope[prefix ?? ''] === instanceNamespace
  })
  if (nil === undefined || !['true', '1'].includes(element.attributes[nil] ?? '')) return false
  if (element.text === '' && element.children.length === 0) return true
  throw new Misfit(`Element '${element.name}': it is nil, and may hold nothing.`)
}

function readContent(element: XmlElement, shape: Shape, scope: Scope): unknown {
  const attributes = ownAttributes(element, shape, scope)
  if (shape.content === 'simple') {
    refuseUnknown(element, attributes, {})
    return readText(element, shape)
  }
  return {
    ...readAttributes(element, attributes, shape),
    ...(shape.text ? { value: readText(element, shape.text) } : readChildren(element, shape, scope)),
  }
}

/** The attributes that are the element's own: without those that speak about XML itself. */
function ownAttributes(element: XmlElement, shape: Shape, scope: Scope): Record<string, string> {
  const own: Record<string, string> = {}
  for (const [name, value] of Object.entries(element.attributes)) {
    if (name === 'xmlns' || name.startsWith('xmlns:')) continue
    const [prefix, local] = name.includes(':') ? name.split(':') : ['', name]
    if (prefix && scope[prefix] === undefined) {
      throw new Misfit(`Element '${element.name}': the prefix of attribute '${name}' is not bound.`)
    }
    if (scope[prefix ?? ''] === instanceNamespace && prefix) judgeInstance(element, shape, local ?? '', value)
    else own[name] = value
  }
  return own
}

function judgeInstance(element: XmlElement, shape: Shape, attribute: string, value: string): void {
  if (attribute === 'schemaLocation' || attribute === 'noNamespaceSchemaLocation') return
  if (attribute === 'type' && value.trim().split(':').at(-1) === shape.type) return
  if (attribute === 'type') throw new Misfit(`Element '${element.name}': the type '${value}' is not the one expected.`)
  if (attribute === 'nil') throw new Misfit(`Element '${element.name}': the element is not nillable.`)
  throw new Misfit(`Element '${element.name}': the attribute 'xsi:${attribute}' is not allowed.`)
}

function refuseUnknown(element: XmlElement, found: object, known: object): void {
  const stranger = Object.keys(found).find((name) => !Object.hasOwn(known, name))
  if (stranger !== undefined) {
    throw new Misfit(`Element '${element.name}', attribute '${stranger}': the attribute is not allowed.`)
  }
}

function readAttributes(element: XmlElement, found: Record<string, string>, shape: Complex): Record<string, unknown> {
  refuseUnknown(element, found, shape.attributes)
  const values: Record<string, unknown> = {}
  for (const [name, part] of Object.entries(shape.attributes)) {
    const text = found[name]
    if (text !== undefined) values[name] = fit(`Element '${element.name}', attribute '${name}'`, part.of, text)
    else if (part.least > 0)
      throw new Misfit(`Element '${element.name}': the attribute '${name}' is required but missing.`)
  }
  return values
}

function readText(element: XmlElement, shape: Simple): unknown {
  const [child] = element.children
  if (child) throw new Misfit(`Element '${element.name}': it may hold no element, but holds '${child.name}'.`)
  return fit(`Element '${element.name}'`, shape, element.text)
}

function readChildren(element: XmlElement, shape: Complex, scope: Scope): Record<string, unknown> {
  refuseLooseText(element, shape)
  const found = new Map<string, unknown[]>()
  let reached = 0
  for (const child of element.children) {
    const next = mayComeNext(shape, found, reached)
    const part = next.includes(child.name) ? shape.children[child.name] : undefined
    if (!part) throw new Misfit(`Element '${child.name}': this element is not expected${expectation(next)}.`)
    if (shape.content === 'sequence') reached = Object.keys(shape.children).indexOf(child.name)
    const value = readChild(child, part, scope)
    const before = found.get(child.name)
    if (before) before.push(value)
    else found.set(child.name, [value])
  }
  const missing = missingOf(shape, found)
  if (missing.length > 0) {
    throw new Misfit(`Element '${element.name}': missing child element(s)${expectation(missing)}.`)
  }
  return fieldsOf(shape, found)
}

/** Between elements there may be white space; where none may stand, there may not be even that. */
function refuseLooseText({ name, text }: XmlElement, { children }: Complex): void {
  const holdsElements = Object.keys(children).length > 0
  if (!holdsElements && text) throw new Misfit(`Element '${name}': text is not allowed; the element must be empty.`)
  if (text.trim()) throw new Misfit(`Element '${name}': text is not allowed; only elements are.`)
}
