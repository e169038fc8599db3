import { syncs, type Evidence, type Turn } from '../../../evidence.ts'
import { callsIn, type Call } from './calls.ts'

export { nextSync, syncs } from '../../../evidence.ts'

/** Turns of usual work that no trouble on the way disturbed, so that nothing excuses what was left undone. */
export function smoothSyncs(evidence: Evidence): Turn[] {
  return syncs(evidence).filter((turn) => !isTroubled(evidence, turn))
}

/** Whether a fault, a failure or a quota came between the client and its work. */
export function isTroubled(evidence: Evidence, turn: Turn): boolean {
  return callsIn(evidence, turn).some((call) => isFailed(call) || call.entry.fault !== undefined || call.status === 429)
}

/** No answer, a failure, or one that was spoilt on its way; refusals are answers. */
export function isFailed({ status, heard, entry }: Call): boolean {
  if (status === undefined || status >= 500) return true
  return entry.fault !== undefined && entry.refusal === undefined && !heard
}
