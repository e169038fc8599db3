import { syncs, type Evidence, type Turn } from '../../../evidence.ts'
import { callsIn } from './calls.ts'

export { nextSync, syncs } from '../../../evidence.ts'

/** Turns of usual work that no trouble on the way disturbed, so that nothing excuses what was left undone. */
export function smoothSyncs(evidence: Evidence): Turn[] {
  return syncs(evidence).filter((turn) => !isTroubled(evidence, turn))
}

/** Whether a fault, an outage, a limit or a refused certificate came between the client and its work. */
export function isTroubled(evidence: Evidence, turn: Turn): boolean {
  const calls = callsIn(evidence, turn)
  if (calls.at(-1)?.refusal === 'certificateInvalid') return true
  return calls.some(
    ({ entry, status }) => entry.fault !== undefined || status === undefined || status >= 500 || status === 429,
  )
}
