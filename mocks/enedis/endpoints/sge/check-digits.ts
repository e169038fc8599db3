import type { SgeVisit } from '../../access/index.ts'
import { hasCheckDigits } from '../../domain/prm.ts'
import { refuse } from '../../errors/index.ts'
import type { UsagePointId } from '../../model/index.ts'

/** Looks at the last two digits of a point's number: where wrong ones are not let pass, there is no such point (R43). */
export function lookAtCheckDigits(usagePoint: UsagePointId, { dialect, note }: SgeVisit): void {
  if (hasCheckDigits(usagePoint)) return
  if (dialect.prmDigits === 'strict') throw refuse.sgePointUnknown()
  const says = `The check digits of point ${usagePoint} are wrong: no meter has this number.`
  note({ finding: 'check-digits', says, level: 'warning' })
}
