import type { Call } from '../../../src/contract/endpoint.ts'
import type { PgeVisit } from '../access/index.ts'
import { blockAt, dayOfBlock, meterReadingOf, usagePointOf } from '../domain/resources.ts'
import { isEmpty } from '../domain/usage-point.ts'
import type { Window } from '../model/index.ts'
import type { Bearer } from '../views.ts'
import { decodeDates } from '../wire/dates.ts'
import { intervalBlocks, intervalBlock } from '../wire/interval-block.ts'
import { meterReadingEntry } from '../wire/usage-point.ts'
import { feed, lookOf, parameter, resource, single, withoutData } from './resource.ts'
import { granted, oneUsagePoint, windowNow } from './subscription.ts'

const readings = `${oneUsagePoint}/MeterReading` as const
const one = `${readings}/:meterReadingId` as const
const cited = { opensWith: 'subscription', basis: 'documented', source: 'APIS, Supported APIs' } as const

/** What meters read: the kinds of readings, their days, and one day. */
export const meterReading = [
  resource(`GET ${readings}`, { name: 'meterReading.list', ...cited }, (c, visit, bearer) => {
    decodeDates(c.req.query(), visit.dialect)
    const point = visit.store.read((state) =>
      usagePointOf(state, granted(c, visit, bearer, state, 'Usage'), lookOf(visit)),
    )
    return feed(c, visit, (sheet) => point.readings.map((reading) => meterReadingEntry(point, reading, sheet)))
  }),
  resource(`GET ${one}`, { name: 'meterReading.read', ...cited }, (c, visit, bearer) => {
    decodeDates(c.req.query(), visit.dialect)
    const { point, reading } = readingIn(c, visit, bearer)
    return single(c, visit, (sheet, about) => meterReadingEntry(point, reading, sheet, about))
  }),
  resource(`GET ${one}/IntervalBlock`, { name: 'intervalBlock.list', ...cited }, (c, visit, bearer) => {
    const window = windowNow(c, visit)
    const { point, reading } = readingIn(c, visit, bearer, window)
    if (isEmpty(reading.blocks)) return withoutData(c, visit, { window })
    return feed(c, visit, (sheet) => intervalBlocks(point, reading, sheet, visit.dialect))
  }),
  resource(`GET ${one}/IntervalBlock/:start`, { name: 'intervalBlock.read', ...cited }, (c, visit, bearer) => {
    const start = parameter(c, 'start')
    const { point, reading } = readingIn(c, visit, bearer, dayOfBlock(start))
    const block = blockAt(reading, start)
    return single(c, visit, (sheet, about) => intervalBlock(block, { point, reading }, sheet, about))
  }),
]

function readingIn(c: Call, visit: PgeVisit, bearer: Bearer, window?: Window) {
  const meterReading = parameter(c, 'meterReadingId')
  return visit.store.read((state) => {
    const about = { ...granted(c, visit, bearer, state, 'Usage'), meterReading, ...(window && { window }) }
    return meterReadingOf(state, about, lookOf(visit))
  })
}
