import type { SgeVisit } from '../../access/index.ts'
import type { ContratId, UsagePointId } from '../../model/index.ts'
import { directionOf } from '../../wire/sge/asked.ts'
import { lookAtCheckDigits } from './check-digits.ts'

type Named = { pointId: string; contratId: string }

/** What an order or a search is about: who asks, on which point, under which contract. */
export function subjectOf({ pointId, contratId }: Named, visit: SgeVisit) {
  lookAtCheckDigits(pointId as UsagePointId, visit)
  return { by: visit.caller, usagePoint: pointId as UsagePointId, contract: contratId as ContratId }
}

/** The same, and which way the energy goes. */
export function directedOf(general: Named & { sens: keyof typeof directionOf }, visit: SgeVisit) {
  return { ...subjectOf(general, visit), direction: directionOf[general.sens] }
}
