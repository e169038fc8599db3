/** A kind of text: how it is read, and what is wrong with a text that is not of the kind. */
export type Simple<Value = unknown> = {
  content: 'simple'
  /** The name a client may give it in `xsi:type`. */
  type?: string
  read: (text: string) => Value
  readonly value?: Value
}

/** What is wrong with a text, to be said of the element or attribute that holds it. */
export class Unfit extends Error {}

const simple = <Value>(type: string | undefined, read: (text: string) => Value): Simple<Value> =>
  type === undefined ? { content: 'simple', read } : { content: 'simple', type, read }

/** Any text of so many characters. */
export function text({ least = 0, most = Infinity } = {}): Simple<string> {
  return simple(undefined, (value) => {
    const length = [...value].length
    if (length < least) throw new Unfit(`the value has a length of ${length}; at least ${least} is expected`)
    if (length > most) throw new Unfit(`the value has a length of ${length}; at most ${most} is allowed`)
    return value
  })
}

/** One of these words, to the letter. */
export function oneOf<const Word extends string>(words: readonly Word[]): Simple<Word> {
  const known = new Set<string>(words)
  return simple(undefined, (value) => {
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
export const boolean = simple('boolean', (text) => {
  const value = collapse(text)
  if (value === 'true' || value === '1') return true
  if (value === 'false' || value === '0') return false
  throw new Unfit(`'${text}' is not a valid boolean; 'true' or 'false' is expected`)
})

/** A whole number of 32 bits. */
export const int = simple('int', (text) => Number(whole(text, 'int', 32n)))
/** A whole number of 32 bits that is not below a bound. */
export function intFrom(least: number): Simple<number> {
  return simple('int', (text) => {
    const value = int.read(text)
    if (value < least) throw new Unfit(`the value '${text}' is less than ${least}`)
    return value
  })
}

/** A whole number of 64 bits, kept as it was written. */
export const long = simple('long', (text) => String(whole(text, 'long', 64n)))

function whole(text: string, type: string, bits: bigint): bigint {
  const value = collapse(text)
  if (!/^[+-]?\d{1,30}$/.test(value)) throw new Unfit(`'${text}' is not a valid ${type}`)
  const number = BigInt(value.replace('+', ''))
  if (BigInt.asIntN(Number(bits), number) !== number) throw new Unfit(`'${text}' is not a valid ${type}`)
  return number
}

/** One of these numbers, however it is written. */
export function intOf(numbers: readonly number[]): Simple<number> {
  return simple(undefined, (text) => {
    const value = int.read(text)
    if (!numbers.includes(value)) throw new Unfit(`the value '${text}' is not one of ${list(numbers.map(String))}`)
    return value
  })
}

/** A decimal number, kept as it was written so that no digit is lost. */
export function decimal({ least = -Infinity, most = Infinity, digits = Infinity } = {}): Simple<string> {
  return simple('decimal', (text) => {
    const value = collapse(text)
    const [number, fraction = ''] = /^[+-]?(?=\.?\d)\d*(?:\.(\d*))?$/.exec(value) ?? []
    if (number === undefined) throw new Unfit(`'${text}' is not a valid decimal`)
    if (fraction.replace(/0+$/, '').length > digits) {
      throw new Unfit(`the value '${text}' has more than ${digits} fraction digits`)
    }
    if (Number(value) < least) throw new Unfit(`the value '${text}' is less than ${least}`)
    if (Number(value) > most) throw new Unfit(`the value '${text}' is greater than ${most}`)
    return value
  })
}

/** A day of the calendar, `YYYY-MM-DD`; a zone after it is allowed and means nothing here. */
export const date = simple('date', (text) => {
  const [, day] = /^(\d{4}-\d{2}-\d{2})(?:Z|[+-](?:0\d|1[0-3]):[0-5]\d|[+-]14:00)?$/.exec(collapse(text)) ?? []
  if (day === undefined || !isDay(day)) throw new Unfit(`'${text}' is not a valid date; YYYY-MM-DD is expected`)
  return day
})

function isDay(day: string): boolean {
  const instant = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(day) && !day.startsWith('0000')
}

/** An instant, kept as it was written. */
export const dateTime = simple('dateTime', (text) => {
  const value = collapse(text)
  const [, day, hour] =
    /^(\d{4}-\d{2}-\d{2})T(\d{2}):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-]\d{2}:[0-5]\d)?$/.exec(value) ?? []
  if (day === undefined || !isDay(day) || Number(hour) > 23) throw new Unfit(`'${text}' is not a valid dateTime`)
  return value
})

/** The first of two kinds that fits. */
export function either<A, B>(first: Simple<A>, second: Simple<B>): Simple<A | B> {
  return simple(undefined, (text) => {
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
  return { ...kind, read: (text) => kind.read(text === '' ? byDefault : text) }
}

/** Nothing between the tags. */
export const empty = oneOf([''])

const collapse = (text: string) => text.replace(/[ \t\r\n]+/g, ' ').trim()
