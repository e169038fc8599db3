import type { EnedisVisit } from '../access/index.ts'
import { hasCheckDigits } from '../domain/prm.ts'
import { refuse } from '../errors/index.ts'
import type { UsagePointId } from '../model/index.ts'

/** Looks at the last two digits of a usage point's number: wrong ones are refused, or only told of (R43). */
export function lookAtCheckDigits(usagePoint: UsagePointId, { dialect, caller, note }: EnedisVisit): void {
  if (hasCheckDigits(usagePoint)) return
  if (dialect.prmDigits === 'strict') throw refuse.checkDigitsWrong()
  // The sandbox's own fictitious usage points have wrong ones.
  if (caller.environment === 'sandbox') return
  const says = `The check digits of usage point ${usagePoint} are wrong: no meter has this number.`
  note({ finding: 'check-digits', says, level: 'warning' })
}
