import { branch, branchWith, each, nothing } from '../write.ts'
import type { Attributes, Markup } from '../write.ts'
import type { Alternative, Complex, Part, Shape } from './shape.ts'
import type { SimpleType } from './simple-type.ts'

const schemaNamespace = 'http://www.w3.org/2001/XMLSchema'
type Place = readonly [name: string, part: Part<Shape, unknown>]

/** The XML Schema of a namespace's elements, whose own children have no namespace. */
export function schemaOf(namespace: string, elements: Readonly<Record<string, Shape>>): Markup {
  const about = { 'xmlns:xs': schemaNamespace, targetNamespace: namespace, elementFormDefault: 'unqualified' }
  return branchWith(
    'xs:schema',
    about,
    each(Object.entries(elements), ([name, shape]) => elementOf(name, shape, {})),
  )
}

function elementOf(name: string, shape: Shape, occurs: Attributes): Markup {
  if (shape.content !== 'simple') return branchWith('xs:element', { name, ...occurs }, complexType(shape))
  const builtIn = builtInOf(shape.inSchema)
  if (builtIn) return branchWith('xs:element', { name, type: builtIn, ...occurs })
  return branchWith('xs:element', { name, ...occurs }, simpleType(shape.inSchema))
}

function complexType(shape: Complex): Markup {
  if (shape.text) {
    // Only a type with a name could carry limits here, and none of these has one: the schema is laxer than the reader.
    const extension = branchWith('xs:extension', { base: `xs:${shape.text.inSchema.base}` }, attributesOf(shape))
    return branch('xs:complexType', branch('xs:simpleContent', extension))
  }
  const places = Object.entries(shape.children)
  const content = places.length === 0 ? nothing : branch(`xs:${shape.content}`, each(groups(places), group))
  return branch('xs:complexType', content, attributesOf(shape))
}

function attributesOf({ attributes }: Complex): Markup {
  return each(Object.entries(attributes), ([name, { of, least }]) => {
    const builtIn = builtInOf(of.inSchema)
    const about = { name, type: builtIn, use: least > 0 ? 'required' : undefined }
    return branchWith('xs:attribute', about, builtIn ? nothing : simpleType(of.inSchema))
  })
}

/** Neighbours that are alternatives of each other together, every other part by itself. */
function groups(places: readonly Place[]): Place[][] {
  const rows: Place[][] = []
  for (const place of places) {
    const before = rows.at(-1)
    const alternative = place[1].alternative
    if (alternative && before?.[0]?.[1].alternative === alternative) before.push(place)
    else rows.push([place])
  }
  return rows
}

function group(places: readonly Place[]): Markup {
  const alternative: Alternative | undefined = places[0]?.[1].alternative
  if (!alternative) return each(places, ([name, part]) => elementOf(name, part.of, occurrences(part)))
  const choices = each(places, ([name, part]) => elementOf(name, part.of, occurrences({ ...part, least: 1 })))
  return branchWith('xs:choice', { minOccurs: alternative.least === 0 ? 0 : undefined }, choices)
}

function occurrences({ least, most, nillable }: Part<Shape, unknown>): Attributes {
  return {
    minOccurs: least === 1 ? undefined : least,
    maxOccurs: most === 1 ? undefined : most === Infinity ? 'unbounded' : most,
    nillable,
  }
}

/** The name of a kind of text that XML Schema knows without being told; undefined where it has limits of its own. */
function builtInOf({ base, limits = {}, words, either }: SimpleType): string | undefined {
  const isPlain = !words && !either && Object.values(limits).every((limit) => limit === undefined)
  return isPlain ? `xs:${base}` : undefined
}

function simpleType({ base, limits = {}, words = [], either }: SimpleType): Markup {
  if (either) return branch('xs:simpleType', branch('xs:union', each(either, simpleType)))
  const facets = each(Object.entries(limits), ([facet, value]) =>
    value === undefined ? nothing : branchWith(`xs:${facet}`, { value }),
  )
  const values = each(words, (value) => branchWith('xs:enumeration', { value }))
  return branch('xs:simpleType', branchWith('xs:restriction', { base: `xs:${base}` }, facets, values))
}
