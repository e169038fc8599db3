import type { FlowSettings } from '../../dialect/flows.ts'

/** A meter of C1 to C4 codes a value on two bytes. Source: FAQ, load curves of C1 to C4. */
const most = 65_535

/**
 * Whole units of values told in thousandths, of which one may be missing: what a value leaves over is added to the next,
 * so that a day errs by less than one unit. A day begins without rest. Thousandths are whole numbers or halves, which
 * add without error, where tenths of kilowatts would not. Source: FAQ, from 5 to 10 minutes in R4x.
 */
export function carried(
  thousandths: readonly (number | null)[],
  rounding: FlowSettings['r4Rounding'],
): (number | null)[] {
  const ahead = rounding === 'nearest' ? 500 : 0
  let rest = 0
  return thousandths.map((value) => {
    if (value === null) return null
    const due = value + rest
    const told = Math.floor((due + ahead) / 1000)
    rest = due - told * 1000
    return Math.min(told, most)
  })
}

/**
 * Values of ten minutes from those of five: what is stamped hh:m0 is the average of hh:m0 and hh:m5, and missing where
 * one of them is. Source: FAQ, from 5 to 10 minutes in R4x.
 */
export function averagedInPairs(fives: readonly (number | null)[]): (number | null)[] {
  return Array.from({ length: fives.length / 2 }, (_, at) => {
    const [first, second] = [fives[2 * at] ?? null, fives[2 * at + 1] ?? null]
    return first === null || second === null ? null : (first + second) / 2
  })
}
