import { settingsOf } from '../../../../src/contract/dialect.ts'
import { Ids } from '../../../../src/ground/ids.ts'
import { dialect } from '../../../../mocks/enedis/dialect/index.ts'
import type { MeasureSettings } from '../../../../mocks/enedis/dialect/measures.ts'
import { openCustomer, type Maker } from '../../../../mocks/enedis/domain/customer-record.ts'
import type { Question } from '../../../../mocks/enedis/domain/measures.ts'
import { openUsagePoint, type PointTold } from '../../../../mocks/enedis/domain/usage-point.ts'
import type { Customer, Metering, UsagePoint } from '../../../../mocks/enedis/model/index.ts'

/** A Monday in November, after the readings of Sunday are published. */
export const noon = '2026-11-16T11:00:00.000Z'

export const maker = (seed = 'seed', now = noon): Maker => ({ now, ids: new Ids(seed, {}) })

export function emptyMetering(): Metering {
  return {
    customers: {},
    usagePoints: {},
    readingChanges: {},
    settings: { publishAt: '08:00' },
    index: { usagePointsOf: {}, changesOf: {}, pointsIn: {} },
  }
}

/** A world with one customer and one usage point, in service since 2013 unless told otherwise. */
export function oneMeter(
  told: PointTold = {},
  { seed = 'seed' }: { seed?: string } = {},
): { state: Metering; point: UsagePoint; customer: Customer; house: Maker } {
  const state = emptyMetering()
  const house = maker(seed)
  const customer = openCustomer(state, { name: 'alice', told: {} }, house)
  const place = { name: 'home', customer, told: { commissionedOn: '2013-08-14', ...told } }
  return { state, point: openUsagePoint(state, place, house), customer, house }
}

export const look = (told: Partial<MeasureSettings> = {}, { now = noon, seed = 'seed' } = {}) => ({
  now,
  seed,
  dialect: { ...(settingsOf(dialect) as MeasureSettings), ...told },
})

/** What somebody asks of a point in v5, from a day up to another. */
export function question(point: UsagePoint, from: string, until: string, more: Partial<Question> = {}): Question {
  const asked = { usagePoint: point.id, audience: 'v5', direction: 'consumption', stage: 'BRUT' } as const
  return { ...asked, customer: null, dataFrom: null, from, until, ...more }
}

/** The measures of an answer; one without any has none. */
export function measuresOf<View>(answer: { found: string; measures?: View[] }): View[] {
  return answer.measures ?? []
}
