import { UsageError } from './errors.ts'

/** A described value, as far as the command line looks into it. */
export type JsonSchema = {
  type?: string
  const?: unknown
  enum?: unknown[]
  anyOf?: JsonSchema[]
  description?: string
  names?: string
  properties?: Record<string, JsonSchema>
  additionalProperties?: JsonSchema | boolean
  required?: string[]
}

/**
 * Reads `as=olive meters.power=Read` into an object. Dots go inside, values may be JSON; what the schema takes as
 * text stays text, so that an account number keeps its zeros.
 */
export function readWords(words: readonly string[], schema: JsonSchema = {}): Record<string, unknown> {
  const read: Record<string, unknown> = {}
  for (const word of words) {
    const [, key = '', text = ''] = /^([^=]+)=(.*)$/s.exec(word) ?? []
    if (key === '') throw new UsageError(`"${word}" says nothing: write name=value, such as as=olive.`)
    place(read, key.split('.'), { word, schema, text })
  }
  return read
}

type Word = { word: string; schema: JsonSchema; text: string }

function place(into: Record<string, unknown>, [key = '', ...rest]: string[], { word, schema, text }: Word): void {
  if (key === '' || key === '__proto__')
    throw new UsageError(`"${word}" names nothing: write name=value or name.part=value.`)
  const inner = inside(schema, key)
  if (rest.length === 0) {
    into[key] = valueOf(text, inner)
    return
  }
  const below = Object.hasOwn(into, key) ? into[key] : {}
  if (typeof below !== 'object' || below === null) throw new UsageError(`"${word}": "${key}" has a value already.`)
  into[key] = below
  place(below as Record<string, unknown>, rest, { word, schema: inner, text })
}

function inside(schema: JsonSchema, key: string): JsonSchema {
  const may = [schema, ...(schema.anyOf ?? [])]
  const own = may.map(({ properties }) => properties?.[key]).filter((found) => found !== undefined)
  const others = may.map(({ additionalProperties: other }) => other).filter((other) => typeof other === 'object')
  const [first, ...more] = own.length > 0 ? own : others
  return first === undefined || more.length === 0 ? (first ?? {}) : { anyOf: [first, ...more] }
}

function valueOf(text: string, schema: JsonSchema): unknown {
  const value = parsed(text)
  const types = typesOf(schema)
  if (value === undefined || (types.has('string') && !types.has(typeOf(value)))) return text
  return value
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function typesOf({ type, anyOf = [], const: only, enum: choice = [] }: JsonSchema): Set<string> {
  const own = [
    ...(type === undefined ? [] : [type]),
    ...(only === undefined ? [] : [typeOf(only)]),
    ...choice.map(typeOf),
  ]
  const types = new Set([...own, ...anyOf.flatMap((one) => [...typesOf(one)])])
  if (types.has('integer')) types.add('number')
  return types
}

function typeOf(value: unknown): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'array' : typeof value
}

/** What an action's words are, a row each: name, what it takes, and a sentence. */
export function describeWords({ properties = {}, required = [] }: JsonSchema): string[][] {
  return Object.entries(properties).map(([name, schema]) => [
    required.includes(name) ? name : `[${name}]`,
    takes(schema),
    schema.description ?? '',
  ])
}

function takes({
  enum: choice,
  const: only,
  anyOf,
  names,
  type,
  properties,
  additionalProperties,
}: JsonSchema): string {
  if (only !== undefined) return String(only)
  if (choice) return choice.map(String).join(' | ')
  if (anyOf) return [...new Set(anyOf.map(takes))].join(' or ')
  if (names !== undefined) return `name of ${/^[aeiou]/.test(names) ? 'an' : 'a'} ${names}`
  if (properties) return `{ ${Object.keys(properties).join(', ')} }`
  if (typeof additionalProperties === 'object') return `name: ${takes(additionalProperties)}, …`
  return type === 'string' ? 'text' : (type ?? 'anything')
}
