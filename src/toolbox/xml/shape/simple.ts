import type { SimpleType } from './simple-type.ts'

/** A kind of text: how it is read, and what is wrong with a text that is not of the kind. */
export type Simple<Value = unknown> = {
  content: 'simple'
  /** The name a client may give it in `xsi:type`. */
  type?: string
  /** How a schema says the same. */
  inSchema: SimpleType
  read: (text: string) => Value
  readonly value?: Value
}

/** What is wrong with a text, to be said of the element or attribute that holds it. */
export class Unfit extends Error {}

type Reading<Value> = (text: string) => Value

const simple = <Value>(inSchema: SimpleType, read: Reading<Value>): Simple<Value> => ({
  content: 'simple',
  inSchema,
  read,
})
/** What XML Schema has a name for, which is what a client may call it by. */
const builtIn = <Value>(base: string, read: Reading<Value>, limits?: SimpleType['limits']): Simple<Value> => ({
  ...simple(limits ? { base, limits } : { base }, read),
  type: base,
})

/** Any text of so many characters. */
export function text({ least = 0, most = Infinity } = {}): Simple<string> {
  return simple({ base: 'string', limits: { minLength: least || undefined, maxLength: finite(most) } }, (value) => {
    const length = [...value].length
    if (length < least) throw new Unfit(`the value has a length of ${length}; at least ${least} is expected`)
    if (length > most) throw new Unfit(`the value has a length of ${length}; at most ${most} is allowed`)
    return value
  })
}

/** Text that matches a pattern from end to end: a regular expression that schemas and programs read alike. */
export function matching(pattern: string): Simple<string> {
  const whole = new RegExp(`^(?:${pattern})$`, 'u')
  return simple({ base: 'string', limits: { pattern } }, (value) => {
    if (!whole.test(value)) throw new Unfit(`the value '${value}' does not match ${pattern}`)
    return value
  })
}

/** One of these words, to the letter. */
export function oneOf<const Word extends string>(words: readonly Word[]): Simple<Word> {
  const known = new Set<string>(words)
  return simple({ base: 'string', words }, (value) => {
    if (!known.has(value)) throw new Unfit(`the value '${value}' is not one of ${list(words)}`)
    return value as Word
  })
}

const shown = 12
function list(words: readonly string[]): string {
  const quoted = words.slice(0, shown).map((word) => `'${word}'`)
  return words.length > shown ? `${quoted.join(', ')} and ${words.length - shown} more` : quoted.join(', ')
}

/** A truth value: `true`, `false`, `1` or `0`. */
export const boolean = builtIn('boolean', (text) => {
  const value = collapse(text)
  if (value === 'true' || value === '1') return true
  if (value === 'false' || value === '0') return false
  throw new Unfit(`'${text}' is not a valid boolean; 'true' or 'false' is expected`)
})

/** A whole number of 32 bits. */
export const int = builtIn('int', (text) => Number(whole(text, 'int', 32n)))
/** A whole number of 32 bits that is not below a bound. */
export function intFrom(least: number): Simple<number> {
  return builtIn(
    'int',
    (text) => {
      const value = int.read(text)
      if (value < least) throw new Unfit(`the value '${text}' is less than ${least}`)
      return value
    },
    { minInclusive: least },
  )
}

/** A whole number of 64 bits, kept as it was written. */
export const long = builtIn('long', (text) => String(whole(text, 'long', 64n)))

function whole(text: string, type: string, bits: bigint): bigint {
  const value = collapse(text)
  if (!/^[+-]?\d{1,30}$/.test(value)) throw new Unfit(`'${text}' is not a valid ${type}`)
  const number = BigInt(value.replace('+', ''))
  if (BigInt.asIntN(Number(bits), number) !== number) throw new Unfit(`'${text}' is not a valid ${type}`)
  return number
}

/** A whole number of so many digits. */
export function integer(digits = 15): Simple<number> {
  return builtIn(
    'integer',
    (text) => {
      const value = collapse(text)
      if (!/^[+-]?\d+$/.test(value)) throw new Unfit(`'${text}' is not a valid integer`)
      if (value.replace(/^[+-]?0*/, '').length > digits)
        throw new Unfit(`the value '${text}' has more than ${digits} digits`)
      return Number(value)
    },
    { totalDigits: digits },
  )
}

/** One of these numbers, however it is written. */
export function intOf(numbers: readonly number[]): Simple<number> {
  return simple({ base: 'integer', words: numbers.map(String) }, (text) => {
    const value = int.read(text)
    if (!numbers.includes(value)) throw new Unfit(`the value '${text}' is not one of ${list(numbers.map(String))}`)
    return value
  })
}

/** A decimal number, kept as it was written so that no digit is lost. */
export function decimal({ least = -Infinity, most = Infinity, digits = Infinity } = {}): Simple<string> {
  return builtIn(
    'decimal',
    (text) => {
      const value = collapse(text)
      const [number, fraction = ''] = /^[+-]?(?=\.?\d)\d*(?:\.(\d*))?$/.exec(value) ?? []
      if (number === undefined) throw new Unfit(`'${text}' is not a valid decimal`)
      if (fraction.replace(/0+$/, '').length > digits) {
        throw new Unfit(`the value '${text}' has more than ${digits} fraction digits`)
      }
      if (Number(value) < least) throw new Unfit(`the value '${text}' is less than ${least}`)
      if (Number(value) > most) throw new Unfit(`the value '${text}' is greater than ${most}`)
      return value
    },
    { minInclusive: finite(least), maxInclusive: finite(most), fractionDigits: finite(digits) },
  )
}

/** A day of the calendar, `YYYY-MM-DD`; a zone after it is allowed and means nothing here. */
export const date = builtIn('date', (text) => {
  const [, day] = /^(\d{4}-\d{2}-\d{2})(?:Z|[+-](?:0\d|1[0-3]):[0-5]\d|[+-]14:00)?$/.exec(collapse(text)) ?? []
  if (day === undefined || !isDay(day)) throw new Unfit(`'${text}' is not a valid date; YYYY-MM-DD is expected`)
  return day
})

function isDay(day: string): boolean {
  const instant = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(day) && !day.startsWith('0000')
}

/** An instant, kept as it was written. */
export const dateTime = builtIn('dateTime', (text) => {
  const value = collapse(text)
  const [, day, hour] =
    /^(\d{4}-\d{2}-\d{2})T(\d{2}):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-]\d{2}:[0-5]\d)?$/.exec(value) ?? []
  if (day === undefined || !isDay(day) || Number(hour) > 23) throw new Unfit(`'${text}' is not a valid dateTime`)
  return value
})

/** A time of the day, kept as it was written. */
export const time = builtIn('time', (text) => {
  const value = collapse(text)
  if (/^(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-]\d{2}:[0-5]\d)?$/.test(value)) return value
  throw new Unfit(`'${text}' is not a valid time`)
})

/** The first of two kinds that fits. */
export function either<A, B>(first: Simple<A>, second: Simple<B>): Simple<A | B> {
  return simple({ base: 'string', either: [first.inSchema, second.inSchema] }, (text) => {
    try {
      return first.read(text)
    } catch (error) {
      if (!(error instanceof Unfit)) throw error
      return second.read(text)
    }
  })
}

/** The same kind, where an empty element stands for a default. */
export function orDefault<Value>(kind: Simple<Value>, byDefault: string): Simple<Value> {
  const inSchema = { base: 'string', either: [kind.inSchema, empty.inSchema] }
  return { ...kind, inSchema, read: (text) => kind.read(text === '' ? byDefault : text) }
}

/** Nothing between the tags. */
export const empty = oneOf([''])

const finite = (bound: number) => (Number.isFinite(bound) ? bound : undefined)
const collapse = (text: string) => text.replace(/[ \t\r\n]+/g, ' ').trim()
