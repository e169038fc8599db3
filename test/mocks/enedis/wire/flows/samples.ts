import type { UsagePointId } from '../../../../../mocks/enedis/model/index.ts'

/** A point of this sandbox's own, and the Monday on which its files are written. */
export const usagePoint = '25000000000246' as UsagePointId
export const at = '2026-11-16T07:00:04.000Z'
export const recipient = '17XWATTPROOF0001'

/** Seconds of an instant with its offset. */
export const seconds = (instant: string) => Date.parse(instant) / 1000

export const golden = (name: string) => `../../../../golden/enedis/flows/${name}`
