import type { UsagePointId } from '../model/ids.ts'

/**
 * The two check digits of a body of nine. Source: FAQ, the rule of the usage point number; that the body is digits 4 to
 * 12 was tried on thirty real numbers.
 */
export function checkDigits(body: string): string {
  const digits = Array.from(body, Number)
  const simple = 2 + digits.reduce((sum, digit) => sum + digit, 0)
  const weighted = 2 + digits.reduce((sum, digit, at) => sum + (10 - at) * digit, 0)
  return keyOf(simple % 11, weighted % 11)
}

/** Remainders of 10 do not fit a digit. Source: FAQ, special cases, in this order. */
function keyOf(first: number, second: number): string {
  if (first === 10 && second === 10) return '99'
  if (first === 10) return second === 0 ? '98' : `0${second}`
  if (second === 10) return first === 0 ? '89' : `${first}0`
  return `${first}${second}`
}

/** Whether the last two digits check the nine before them. Digits 1 to 3 are free. */
export function hasCheckDigits(prm: UsagePointId): boolean {
  return checkDigits(prm.slice(3, 12)) === prm.slice(12)
}

/** The prefix under which this sandbox makes numbers, so that none is taken for a customer's. */
const ownPrefix = '250'

/** The PRM of the nth usage point of a world. */
export function prmNumbered(number: number): UsagePointId {
  const body = String(number).padStart(9, '0')
  return `${ownPrefix}${body}${checkDigits(body)}` as UsagePointId
}
