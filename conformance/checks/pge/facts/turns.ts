import type { Evidence, Turn } from '../../../evidence.ts'
import { callsIn } from './calls.ts'

/** Turns in which the client was to do its usual work; a plain session counts as that. */
export function syncs({ turns }: Evidence): Turn[] {
  return turns.filter(({ ask }) => ask === 'sync' || ask === 'session')
}

/** Those of them that no trouble on the way disturbed, so that nothing excuses what was left undone. */
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

/** The first turn of usual work that began after a moment. */
export function nextSync(evidence: Evidence, { id }: { id: number }): Turn | undefined {
  return syncs(evidence).find((turn) => turn.id > id)
}
