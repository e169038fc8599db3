import * as v from 'valibot'
import type { Schema } from './action.ts'

/** Where something stands in a value: `['steps', 2, 'with', 'access']`. */
export type Path = readonly (string | number)[]

/** A valibot schema as data: the parts by which one looks inside it. */
export type Plain = {
  type: string
  entries?: Record<string, Schema>
  options?: readonly unknown[]
  literal?: unknown
  enum?: Record<string, unknown>
  key?: unknown
  value?: Schema
  item?: Schema
  items?: readonly Schema[]
  rest?: Schema
  wrapped?: Schema
  getter?: (value: unknown) => Schema
}

/** What a value may be: the schemas behind wrappers and choices. */
export function alternatives(schema: Schema, value: unknown): Plain[] {
  const plain = schema as unknown as Plain
  if (plain.wrapped !== undefined) return alternatives(plain.wrapped, value)
  if (plain.type === 'lazy' && plain.getter !== undefined) return alternatives(plain.getter(value), value)
  if (plain.type === 'variant') return chosenVariants(plain, value).flatMap((option) => alternatives(option, value))
  if (plain.type === 'union' || plain.type === 'intersect')
    return (plain.options as Schema[]).flatMap((option) => alternatives(option, value))
  return [plain]
}

/** The schema of one word's or item's value. */
export function inside(plain: Plain, key: string | number): Schema | undefined {
  if (plain.entries !== undefined && Object.hasOwn(plain.entries, key)) return plain.entries[key]
  if (plain.type === 'record') return plain.value
  if (plain.type === 'array') return plain.item
  return plain.items?.[Number(key)] ?? plain.rest
}

/** What may stand at a path below a schema. */
export function alternativesAt(schema: Schema, value: unknown, path: Path): Plain[] {
  const [key, ...rest] = path
  const here = alternatives(schema, value)
  if (key === undefined) return here
  const below = (value as Record<string | number, unknown> | null | undefined)?.[key]
  return here.flatMap((plain) => {
    const next = inside(plain, key)
    return next === undefined ? [] : alternativesAt(next, below, rest)
  })
}

/** The words a value may be picked from, where there is such a list. */
export function choices(plain: Plain): string[] {
  if (plain.type === 'picklist') return (plain.options ?? []).map(String)
  if (plain.type === 'enum') return Object.values(plain.enum ?? {}).map(String)
  return plain.type === 'literal' ? [String(plain.literal)] : []
}

function chosenVariants({ key, options = [] }: Plain, value: unknown): Schema[] {
  const all = options as Schema[]
  const word = (value as Record<string, unknown> | null | undefined)?.[String(key)]
  const chosen = all.filter((option) => {
    const discriminator = (option as unknown as Plain).entries?.[String(key)]
    return discriminator === undefined || v.is(discriminator, word)
  })
  return chosen.length === 0 ? all : chosen
}
