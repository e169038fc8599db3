import type { Metering, UsagePointId } from '../model/index.ts'
import { openCustomer, type Maker } from './customer-record.ts'
import { fictitiousId } from './fictitious.ts'
import { openUsagePoint, type PointTold } from './usage-point.ts'

/** A point with the curve on, no holes, and a meter older than any history. */
const ordinary = { commissionedOn: '2013-08-14' } as const satisfies PointTold

/**
 * The usage points of the fictitious clients, by the digit that chooses them, as the sandbox described them. Client 9
 * has none: nobody gets as far as its data. Source: GUIDE, clients of the old sandbox.
 */
const fictitiousPoints: Readonly<Record<number, Readonly<Record<string, PointTold>>>> = {
  0: { '22516914714270': ordinary },
  1: { '11453290002823': { ...ordinary, commissionedOn: '2019-08-27' } },
  2: { '32320647321714': { ...ordinary, consumption: { curve: 'never' } } },
  3: { '12345678901234': ordinary, '10284856584123': { ...ordinary, consumption: null, production: {} } },
  4: { '42900589957123': { ...ordinary, holesOn: [2, 3] } },
  5: { '24880057139941': { ...ordinary, consumption: null, production: {} } },
  6: { '12655648759651': { ...ordinary, production: {} } },
  7: { '64975835695673': ordinary, '63695879465986': ordinary, '22315546958763': ordinary },
  8: { '26584978546985': ordinary },
  9: {},
}

/** Makes the fictitious clients and their usage points known, as they are in every sandbox. */
export function openFictitiousClients(state: Metering, house: Maker): void {
  for (const [digit, points] of Object.entries(fictitiousPoints)) {
    const name = `fictitious client ${digit}`
    const customer = openCustomer(state, { name, told: { id: fictitiousId(Number(digit)) } }, house)
    for (const [id, told] of Object.entries(points)) {
      openUsagePoint(state, { name: `${name} ${id}`, customer, told: { ...told, id: id as UsagePointId } }, house)
    }
  }
}
