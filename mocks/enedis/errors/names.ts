import { UnknownName } from '../../../src/contract/refusal.ts'
import { didYouMean } from '../../../src/ground/nearest.ts'

/** Says that a name was given to nobody, and which one may be meant: `throw unknownName('customer', 'alise', known)`. */
export function unknownName(noun: string, wanted: string, known: Iterable<string>): UnknownName {
  return new UnknownName(`Unknown ${noun} "${wanted}". ${didYouMean(wanted, known)}`)
}
