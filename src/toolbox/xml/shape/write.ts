import { instanceNamespace } from '../names.ts'
import { branchWith, each, leaf } from '../write.ts'
import type { Attributes, Markup, Value } from '../write.ts'
import { fit, Misfit } from './misfit.ts'
import { expectation, missingOf } from './places.ts'
import type { Complex, Part, Read, Shape } from './shape.ts'
import type { Simple } from './simple.ts'

type Fields = Readonly<Record<string, unknown>>

/**
 * Writes what reading by the shape would yield, in the order of the shape. What does not fit its own shape is a `Misfit`:
 * nobody is sent what the schema beside it refuses. `attributes` are those of XML itself, such as a namespace.
 */
export function write<S extends Shape>(name: string, shape: S, value: Read<S>, attributes: Attributes = {}): Markup {
  return writeElement(name, shape, value, attributes)
}

function writeElement(name: string, shape: Shape, value: unknown, own: Attributes): Markup {
  if (shape.content === 'simple') return leaf(name, textOf(`Element '${name}'`, shape, value), own)
  const fields = (value ?? {}) as Fields
  refuseStrangers(name, shape, fields)
  const attributes = { ...own, ...attributesOf(name, shape, fields) }
  if (shape.text) return leaf(name, textOf(`Element '${name}'`, shape.text, fields['value']), attributes)
  return branchWith(name, attributes, childrenOf(name, shape, fields))
}

/** What is no field of the shape would be lost without a word. */
function refuseStrangers(name: string, shape: Complex, fields: Fields): void {
  const isKnown = (field: string) =>
    Object.hasOwn(shape.children, field) || Object.hasOwn(shape.attributes, field) || (shape.text && field === 'value')
  const stranger = Object.keys(fields).find((field) => fields[field] !== undefined && !isKnown(field))
  if (stranger !== undefined) throw new Misfit(`Element '${name}': it has no '${stranger}'.`)
}

function attributesOf(element: string, shape: Complex, fields: Fields): Attributes {
  const attributes: Record<string, Value> = {}
  for (const [name, { of, least }] of Object.entries(shape.attributes)) {
    const what = `Element '${element}', attribute '${name}'`
    if (fields[name] !== undefined) attributes[name] = textOf(what, of, fields[name])
    else if (least > 0) throw new Misfit(`Element '${element}': the attribute '${name}' is required but missing.`)
  }
  return attributes
}

function childrenOf(element: string, shape: Complex, fields: Fields): Markup {
  const given = new Map<string, readonly unknown[]>()
  for (const [name, part] of Object.entries(shape.children)) {
    const values = valuesOf(part, fields[name])
    if (values.length > part.most) {
      throw new Misfit(`Element '${element}': it holds '${name}' ${values.length} times, and may ${part.most}.`)
    }
    if (values.length > 0) given.set(name, values)
  }
  refuseTooFewOrMany(element, shape, given)
  return each([...given], ([name, values]) => {
    const part = shape.children[name] as Part<Shape, unknown>
    return each(values, (value) => writePart(name, part, value))
  })
}

function refuseTooFewOrMany(element: string, shape: Complex, given: ReadonlyMap<string, readonly unknown[]>): void {
  const missing = missingOf(shape, given)
  if (missing.length > 0) throw new Misfit(`Element '${element}': missing child element(s)${expectation(missing)}.`)
  const decided = new Set<unknown>()
  for (const name of given.keys()) {
    const alternative = shape.content === 'choice' ? shape : shape.children[name]?.alternative
    if (alternative && decided.has(alternative)) throw new Misfit(`Element '${name}': this element is not expected.`)
    decided.add(alternative)
  }
}

function valuesOf({ most }: Part<Shape, unknown>, value: unknown): readonly unknown[] {
  if (value === undefined) return []
  return most > 1 ? (value as readonly unknown[]) : [value]
}

function writePart(name: string, { of, nillable }: Part<Shape, unknown>, value: unknown): Markup {
  if (nillable && value === null) return leaf(name, '', { 'xmlns:xsi': instanceNamespace, 'xsi:nil': true })
  return writeElement(name, of, value, {})
}

function textOf(what: string, kind: Simple, value: unknown): string {
  const isText = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
  if (!isText) throw new Misfit(`${what}: it has no value.`)
  fit(what, kind, String(value))
  return String(value)
}
