import { inZone } from '../../../src/toolbox/calendar.ts'
import type { PmSettings } from '../dialect.ts'

/** The provider's clocks are those of the US east coast. */
const zone = 'America/New_York'

/** An instant as it stands in audit blocks and notices. Source: REC and E2E; X24 says whether with milliseconds. */
export function eastern(instant: string, { auditMillis }: Pick<PmSettings, 'auditMillis'>): string {
  return inZone(instant, zone, { milliseconds: auditMillis === 'on' })
}
