import { inZone } from '../../../src/toolbox/calendar.ts'
import type { Day, Instant } from '../model/index.ts'
import { providerZone } from '../vocabulary/places.ts'

/** The provider's calendar day at an instant. */
export function dayOf(instant: Instant): Day {
  return inZone(instant, providerZone).slice(0, 10)
}
