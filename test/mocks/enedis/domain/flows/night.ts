import { settingsOf } from '../../../../../src/contract/dialect.ts'
import { dayNumber } from '../../../../../src/toolbox/calendar.ts'
import { flows, type FlowSettings } from '../../../../../mocks/enedis/dialect/flows.ts'
import { meterByNight } from '../../../../../mocks/enedis/domain/flows/meter.ts'
import type { MeteredPoint } from '../../../../../mocks/enedis/domain/metered.ts'
import type { Metering, UsagePoint } from '../../../../../mocks/enedis/model/index.ts'
import { noon } from '../meter-state.ts'

/** The answers on files, with some changed. */
export const flowSettings = (told: Partial<FlowSettings> = {}): FlowSettings => ({
  ...(settingsOf({ switches: flows, presets: {}, defaultPreset: '' }) as FlowSettings),
  ...told,
})

/** A meter as whoever writes files sees it. */
export function byNight(
  { state, point }: { state: Metering; point: UsagePoint },
  { now = noon, seed = 'seed' } = {},
): MeteredPoint {
  return meterByNight(state, point.id, { now, seed })
}

/** A day, or days from one up to another. */
export const days = (from: string, until?: string) => ({
  from: dayNumber(from),
  until: until === undefined ? dayNumber(from) + 1 : dayNumber(until),
})

export const drawn = { direction: 'consumption', stage: 'BRUT' } as const
