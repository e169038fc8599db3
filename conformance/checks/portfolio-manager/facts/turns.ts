import { syncs, type Evidence, type Turn } from '../../../evidence.ts'
import { callsIn } from './calls.ts'

export { nextSync, syncs } from '../../../evidence.ts'

/** Turns of usual work that no trouble on the way disturbed, so that nothing excuses what was left undone. */
export function smoothSyncs(evidence: Evidence): Turn[] {
  return syncs(evidence).filter((turn) =>
    callsIn(evidence, turn).every(
      ({ entry, status }) => entry.fault === undefined && status !== undefined && status < 500 && status !== 429,
    ),
  )
}
