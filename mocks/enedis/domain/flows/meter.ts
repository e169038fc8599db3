import { localDayNumber } from '../../../../src/toolbox/calendar.ts'
import type { UsagePointId } from '../../model/ids.ts'
import type { SeenMetering } from '../../views/index.ts'
import { meteredPoint, type MeteredPoint, type MeterLook } from '../metered.ts'
import { paris } from '../paris.ts'

/**
 * A meter as those see it who write files by night: yesterday is known to them once it is over, before the morning on
 * which APIs tell of it, and a day later where the meter is read late. Source: INF.
 */
export function meterByNight(state: SeenMetering, id: UsagePointId, look: MeterLook): MeteredPoint {
  const metered = meteredPoint(state, id, look)
  return { ...metered, publishedUntil: localDayNumber(look.now, paris) - metered.point.publishedAfterDays + 1 }
}
