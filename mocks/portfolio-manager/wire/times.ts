import { inZone } from '../../../src/toolbox/calendar.ts'
import type { PmSettings } from '../dialect.ts'
import { providerZone } from '../vocabulary/places.ts'

/** An instant as it stands in audit blocks and notices. Source: REC and E2E; X24 says whether with milliseconds. */
export function eastern(instant: string, { auditMillis }: Pick<PmSettings, 'auditMillis'>): string {
  return inZone(instant, providerZone, { milliseconds: auditMillis === 'on' })
}
