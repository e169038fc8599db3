import type { Simple } from './simple.ts'

/** An attribute or a child that must be there, may be there, or may be there several times. */
export type Part<Of, Value> = {
  of: Of
  least: number
  most: number
  /** `xsi:nil` may say that its value is not known, which is read as null. */
  nillable?: boolean
  /** Of the parts that share one alternative, an element has one: exactly, or at most. */
  alternative?: Alternative
  readonly value?: Value
}
/** Of several parts of a sequence there is one (`least` 1), or one at most (`least` 0). */
export type Alternative = { least: 0 | 1 }
type AttributePart<Value> = Part<Simple<unknown>, Value>
type ChildPart<Value> = Part<Shape, Value>
type Parts<Of> = Readonly<Record<string, Part<Of, unknown>>>

/** What a piece of text, or an element, may look like. `type` is the name a client may give it in `xsi:type`. */
export type Shape<Value = unknown> = Simple<Value> | Complex<Value>
/** What an element may look like that has attributes or children. */
export type Complex<Value = unknown> = {
  content: 'sequence' | 'all' | 'choice' | 'text'
  type?: string
  attributes: Parts<Simple<unknown>>
  children: Parts<Shape>
  /** What the text of a `text` element may be. */
  text?: Simple<unknown>
  readonly value?: Value
}

/** What reading by a shape yields. */
export type Read<S> = S extends { readonly value?: infer Value } ? Value : never
type Yields<P> = P extends Part<unknown, infer Value> ? Value : never
type Optional<Ps> = { [Name in keyof Ps]-?: undefined extends Yields<Ps[Name]> ? Name : never }[keyof Ps]
type Fields<Ps> = { [Name in Exclude<keyof Ps, Optional<Ps>>]: Yields<Ps[Name]> } & {
  [Name in Optional<Ps>]?: Exclude<Yields<Ps[Name]>, undefined>
}
type Flat<T> = { [Name in keyof T]: T[Name] }
type Whole<Children, Attributes> = Flat<Fields<Children> & Fields<Attributes>>
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- no attributes at all
type None = {}

/** Must be there. */
export function required<S extends Shape>(of: S): Part<S, Read<S>> {
  return { of, least: 1, most: 1 }
}

/** May be there. */
export function optional<S extends Shape>(of: S): Part<S, Read<S> | undefined> {
  return { of, least: 0, most: 1 }
}

/** May be there any number of times, up to a bound. Read as a list. */
export function repeated<S extends Shape>(of: S, { least = 0, most = Infinity } = {}): Part<S, Read<S>[]> {
  return { of, least, most }
}

/** The same part, whose element may say by `xsi:nil` that it has no value. */
export function nillable<S extends Shape>(part: Part<S, Read<S>>): Part<S, Read<S> | null> {
  return { ...part, nillable: true }
}

type Children = Readonly<Record<string, ChildPart<unknown>>>
type Attributes = Readonly<Record<string, AttributePart<unknown>>>

/** Children in exactly this order. */
export const sequence = <const C extends Children, const A extends Attributes = None>(children: C, attributes?: A) =>
  complex<C, A>('sequence', children, attributes)

/** Children in any order, each once at most. */
export const all = <const C extends Children, const A extends Attributes = None>(children: C, attributes?: A) =>
  complex<C, A>('all', children, attributes)

/** Exactly one of these children. */
export const choice = <const C extends Children>(children: C): Complex<Partial<Fields<C>>> => ({
  content: 'choice',
  attributes: {},
  children,
})

type Alternatives<C> = {
  [Name in keyof C]: C[Name] extends Part<infer Of, infer Value> ? Part<Of, Value | undefined> : never
}

/** Parts of a sequence of which exactly one is there; spread them at their place among the others. */
export const eitherOf = <const C extends Children>(children: C) => alternatives(children, 1)
/** Parts of a sequence of which one at most is there; spread them at their place among the others. */
export const atMostOneOf = <const C extends Children>(children: C) => alternatives(children, 0)

function alternatives<C extends Children>(children: C, least: 0 | 1): Alternatives<C> {
  const alternative: Alternative = { least }
  const parts = Object.entries(children).map(([name, part]) => [name, { ...part, least: 0, alternative }])
  return Object.fromEntries(parts) as Alternatives<C>
}

/** Text, with attributes: read as `value` beside them. */
export const textWith = <Value, const A extends Attributes>(
  text: Simple<Value>,
  attributes: A,
): Complex<Flat<{ value: Value } & Fields<A>>> => ({ content: 'text', attributes, children: {}, text })

/** Attributes only. */
export const attributesOnly = <const A extends Attributes>(attributes: A) => sequence({}, attributes)

/** The same shape under the name that `xsi:type` may call it by. */
export function typed<S extends Shape>(type: string, shape: S): S {
  return { ...shape, type }
}

function complex<C extends Children, A extends Attributes>(
  content: 'sequence' | 'all',
  children: C,
  attributes?: A,
): Complex<Whole<C, A>> {
  return { content, attributes: attributes ?? {}, children }
}
