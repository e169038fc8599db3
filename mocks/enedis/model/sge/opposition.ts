import type { Instant } from '../ids.ts'
import type { ServiceSouscritId } from './ids.ts'

/** A customer opposes the recording of the curve. Its states are computed: requested, active, ended, deleted. */
export type Opposition = {
  id: ServiceSouscritId
  requestedAt: Instant
  /** From when the meter records no more. */
  activeAt: Instant
  /** They no longer mind; before it was active that deletes it. */
  endedAt: Instant | null
}
