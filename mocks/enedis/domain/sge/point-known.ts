import { refuse } from '../../errors/index.ts'
import type { UsagePointId } from '../../model/index.ts'
import type { Seen, SeenUsagePoint } from '../../views/index.ts'

/** The point that a request names. Those of other grids have no PRM of Enedis's. Source: SGECLIENT, ADP-NR1: SGT401. */
export function pointKnown(state: Seen, id: UsagePointId): SeenUsagePoint {
  const point = state.usagePoints[id]
  if (point === undefined) throw refuse.sgePointUnknown()
  return point
}
