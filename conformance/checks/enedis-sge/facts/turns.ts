import { syncs, type Evidence, type Turn } from '../../../evidence.ts'
import { callsIn, type Call } from './calls.ts'

export { nextSync, syncs } from '../../../evidence.ts'

/** Turns of usual work that no trouble on the way disturbed, so that nothing excuses what was left undone. */
export function smoothSyncs(evidence: Evidence): Turn[] {
  return syncs(evidence).filter((turn) => !isTroubled(evidence, turn))
}

/** Whether trouble of the platform or on the way came between the client and its work. */
export function isTroubled(evidence: Evidence, turn: Turn): boolean {
  return callsIn(evidence, turn).some(isFailed)
}

/** No answer, one that was spoilt, or a technical one: nothing follows from it about what is true. */
export function isFailed({ status, code, entry }: Call): boolean {
  if (status === undefined || entry.fault !== undefined) return true
  if (code !== undefined) return technical.includes(code)
  return status >= 500
}

/** Return codes of trouble that passes. */
export const technical = ['SGT500', 'SGT506']
