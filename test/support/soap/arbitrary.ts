import fc from 'fast-check'
import type { Arbitrary } from 'fast-check'
import type { Complex, Read, Shape, Simple } from '../../../src/toolbox/xml/shape/index.ts'

type Fullness = {
  /** Whether everything that may be left out is there. */
  everything?: boolean
}

/** Any content that fits a shape; lists are kept short. */
export function fitting<S extends Shape>(shape: S, fullness: Fullness = {}): Arbitrary<Read<S>> {
  return contentOf(shape, fullness) as Arbitrary<Read<S>>
}

/** One content that fits a shape and leaves nothing out: the same at every call. */
export function example<S extends Shape>(shape: S, seed = 1): Read<S> {
  const [one] = fc.sample(fitting(shape, { everything: true }), { seed, numRuns: 1 })
  return one as Read<S>
}

function contentOf(shape: Shape, fullness: Fullness): Arbitrary<unknown> {
  if (shape.content === 'simple') return textOf(shape, fullness)
  const attributes = Object.entries(shape.attributes).map(([name, { of, least }]) =>
    maybe(name, textOf(of, fullness), least > 0 || fullness.everything),
  )
  const value = shape.text ? [maybe('value', textOf(shape.text, fullness), true)] : []
  return fc.tuple(...attributes, ...value, ...childrenOf(shape, fullness)).map((parts) => Object.assign({}, ...parts))
}

function childrenOf(shape: Complex, fullness: Fullness): Arbitrary<object>[] {
  const done = new Set<unknown>()
  return Object.entries(shape.children).flatMap(([name, part]) => {
    const { alternative, least, most, nillable } = part
    if (alternative && done.has(alternative)) return []
    done.add(alternative)
    if (alternative) return [oneOfThese(shape, alternative, fullness)]
    const content = contentOf(part.of, fullness)
    const one = nillable ? fc.option(content, { nil: null, freq: 5 }) : content
    if (most === 1) return [maybe(name, one, least > 0 || fullness.everything)]
    const lengths = { minLength: Math.max(least, fullness.everything ? 1 : 0), maxLength: Math.min(most, least + 2) }
    return [maybe(name, fc.array(one, lengths), true)]
  })
}

function oneOfThese(shape: Complex, alternative: { least: number }, fullness: Fullness): Arbitrary<object> {
  const members = Object.entries(shape.children).filter(([, part]) => part.alternative === alternative)
  const choices = members.map(([name, { of }]) => maybe(name, contentOf(of, fullness), true))
  return fc.oneof(...choices, ...(alternative.least === 0 && !fullness.everything ? [fc.constant({})] : []))
}

function maybe(name: string, content: Arbitrary<unknown>, isThere = false): Arbitrary<object> {
  const there = content.map((value) => ({ [name]: value }))
  return isThere ? there : fc.oneof(there, fc.constant({}))
}

/** No white space at the ends: readers differ about it. */
const letter = fc.constantFrom('a', 'É', '7', '&', '<', '>', '"', "'", '€')

/** The dot of a pattern means more characters than XML can hold. */
const isPlain = (text: string) => /^[!-~]*$/.test(text)

const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })

const kinds: Readonly<Record<string, Arbitrary<unknown>>> = {
  boolean: fc.boolean(),
  int: fc.integer(),
  integer: fc.integer({ min: -999_999_999, max: 999_999_999 }),
  decimal: fc.integer({ min: -9999, max: 9999 }).map((number) => (number / 100).toFixed(2)),
  date: day.map((date) => date.toISOString().slice(0, 10)),
  dateTime: day.map((date) => date.toISOString().replace('Z', '+01:00')),
  time: day.map((date) => date.toISOString().slice(11, 19)),
}

function textOf(
  { inSchema: { base, limits = {}, words }, read }: Simple,
  { everything }: Fullness,
): Arbitrary<unknown> {
  // Of two alternatives zeep sends the one that is true, and neither where it is false.
  if (everything && base === 'boolean') return fc.constant(true)
  if (words) return fc.constantFrom(...words).map(read)
  const { pattern, minLength, maxLength } = limits
  if (typeof pattern === 'string') return fc.stringMatching(new RegExp(`^(?:${pattern})$`, 'u')).filter(isPlain)
  const most = Math.min(Number(maxLength ?? 20), Number(minLength ?? 0) + 20)
  // As the whole of a reply, zeep reads a text of two letters and fails over a text of one.
  const least = everything ? Math.min(most, Math.max(2, Number(minLength ?? 0))) : Number(minLength ?? 0)
  return kinds[base] ?? fc.string({ unit: letter, minLength: least, maxLength: most })
}
