import type { XmlElement } from '../tree.ts'
import type { Complex, Read, Shape } from './shape.ts'
import { Unfit } from './simple.ts'
import type { Simple } from './simple.ts'

/** An element is not as its shape wants it. The message names the element and what was expected. */
export class Misfit extends Error {}

const instanceNamespace = 'http://www.w3.org/2001/XMLSchema-instance'
/** Which prefix stands for which namespace. */
type Scope = Readonly<Record<string, string>>

/** Reads an element by its shape: attributes and children become fields of one object. Throws a `Misfit`. */
export function read<S extends Shape>(element: XmlElement, shape: S): Read<S> {
  return readElement(element, shape, { xml: 'http://www.w3.org/XML/1998/namespace' }) as Read<S>
}

function readElement(element: XmlElement, shape: Shape, outer: Scope): unknown {
  const scope = scopeOf(element, outer)
  if (scope['']) throw new Misfit(`Element '{${scope['']}}${element.name}': no namespace is expected.`)
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

function scopeOf(element: XmlElement, outer: Scope): Scope {
  let scope = outer
  for (const [name, value] of Object.entries(element.attributes)) {
    const [, prefix] = /^xmlns(?::(.+))?$/.exec(name) ?? [undefined, undefined]
    if (name === 'xmlns' || prefix !== undefined) scope = { ...scope, [prefix ?? '']: value }
  }
  return scope
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

function fit(what: string, shape: Simple, text: string): unknown {
  try {
    return shape.read(text)
  } catch (error) {
    if (error instanceof Unfit) throw new Misfit(`${what}: ${error.message}.`)
    throw error
  }
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
    const value = readElement(child, part.of, scope)
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

type Found = ReadonlyMap<string, readonly unknown[]>

/** The children that may follow those found; `reached` counts the places of a sequence that lie behind. */
function mayComeNext(shape: Complex, found: Found, reached: number): string[] {
  if (shape.content === 'choice' && found.size > 0) return []
  const possible: string[] = []
  for (const [at, [name, { least, most }]] of Object.entries(shape.children).entries()) {
    if (shape.content === 'sequence' && at < reached) continue
    const count = found.get(name)?.length ?? 0
    if (count < most) possible.push(name)
    if (shape.content === 'sequence' && count < least) break
  }
  return possible
}

function missingOf(shape: Complex, found: Found): string[] {
  const names = Object.keys(shape.children)
  if (shape.content === 'choice') return found.size === 0 ? names : []
  return names.filter((name) => (found.get(name)?.length ?? 0) < (shape.children[name]?.least ?? 0))
}

function fieldsOf(shape: Complex, found: Found): Record<string, unknown> {
  const fields: Record<string, unknown> = {}
  for (const [name, { most }] of Object.entries(shape.children)) {
    const values = found.get(name)
    if (most > 1) fields[name] = values ?? []
    else if (values) fields[name] = values[0]
  }
  return fields
}

function expectation(names: readonly string[]): string {
  if (names.length === 0) return ''
  return names.length === 1 ? `. Expected is ( ${names[0]} )` : `. Expected is one of ( ${names.join(', ')} )`
}
