import * as v from 'valibot'
import type { Schema } from '../contract/action.ts'
import { alternatives, inside, type Plain } from '../contract/schema-walk.ts'
import type { Path } from './yaml.ts'

/** A word that stands for something (`names`) or gives it its name (`defines`), as its schema says. */
export type NameUse = { path: Path; at: 'key' | 'value'; does: 'names' | 'defines'; noun: string; name: string }

/** Every name in a value, found by what its schema says of each field. */
export function namesIn(schema: Schema, value: unknown, path: Path = []): NameUse[] {
  const own = typeof value === 'string' ? nameUse(schema, value, path, 'value') : []
  return [...own, ...insideOf(schema, value).flatMap((plain) => namesWithin(plain, value, path))]
}

function namesWithin(plain: Plain, value: unknown, path: Path): NameUse[] {
  if (typeof value !== 'object' || value === null) return []
  const keys =
    plain.type === 'record'
      ? Object.keys(value).flatMap((key) => nameUse(plain.key as Schema, key, [...path, key], 'key'))
      : []
  const below = Object.entries(value).flatMap(([key, item]) => {
    const word = Array.isArray(value) ? Number(key) : key
    const schema = inside(plain, word)
    return schema === undefined ? [] : namesIn(schema, item, [...path, word])
  })
  return [...keys, ...below]
}

/** Of several shapes the one the value has; all of them when it has none. */
function insideOf(schema: Schema, value: unknown): Plain[] {
  const may = alternatives(schema, value)
  const fits = may.find((plain) => v.is(plain as unknown as Schema, value))
  return fits === undefined ? may : [fits]
}

function nameUse(schema: Schema, name: string, path: Path, at: 'key' | 'value'): NameUse[] {
  const { names, defines } = metadataOf(schema, name)
  if (names !== undefined) return [{ path, at, does: 'names', noun: names, name }]
  return defines === undefined ? [] : [{ path, at, does: 'defines', noun: defines, name }]
}

/** Metadata may hang on a wrapper, on the schema it wraps, or on the choice the word fits. */
function metadataOf(schema: Schema, name: string): { names?: string; defines?: string } {
  const plain = schema as unknown as Plain
  const around = v.getMetadata(schema) as { names?: string; defines?: string }
  if (around.names !== undefined || around.defines !== undefined) return around
  if (plain.wrapped !== undefined) return metadataOf(plain.wrapped, name)
  if (plain.type !== 'union') return {}
  const option = (plain.options as Schema[]).find((each) => v.is(each, name))
  return option === undefined ? {} : metadataOf(option, name)
}
