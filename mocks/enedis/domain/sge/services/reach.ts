import type { MeterType, UsagePointId } from '../../../model/index.ts'
import type { Seen, SeenUsagePoint } from '../../../views/index.ts'

/** Whether Enedis can reach the meter of a point at present. */
export function isReachable({ sge }: Pick<Seen, 'sge'>, usagePoint: UsagePointId): boolean {
  return !Object.hasOwn(sge.outOfReach, usagePoint)
}

/** Meters of companies that speak IP; others are called up by telephone. Which do is inferred. */
const speakIp: readonly MeterType[] = ['SAPHIR', 'PMEI', 'ICE4Q', 'LINKYPRO']

/** Whether a meter is read through IP, without which nothing comes within the day. Source: ANNEX, 4O1. */
export function isReadByIp({ meters }: Pick<SeenUsagePoint, 'meters'>): boolean {
  const meter = meters.findLast(({ removedOn }) => removedOn === null)
  return meter !== undefined && speakIp.includes(meter.type)
}
