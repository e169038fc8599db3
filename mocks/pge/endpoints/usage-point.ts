import type { Call } from '../../../src/contract/endpoint.ts'
import type { PgeVisit } from '../access/index.ts'
import { usagePointOf, usagePointsOf } from '../domain/resources.ts'
import { opened, openedAs } from '../domain/token-rules.ts'
import type { AuthorizationId } from '../model/index.ts'
import type { Bearer, Seen } from '../views.ts'
import { decodeDates } from '../wire/dates.ts'
import { usagePointEntry } from '../wire/usage-point.ts'
import { feed, lookOf, parameter, resource, root, single, usage } from './resource.ts'
import { named, oneUsagePoint, pointWithin, usagePoints, windowNow } from './subscription.ts'

/** The usage points of a customer, and everything of one at once. */
export const usagePoint = [
  resource(
    `GET ${usagePoints}`,
    { name: 'usagePoint.list', opensWith: 'subscription', basis: 'documented', source: 'PAGE, UsagePoint' },
    (c, visit, bearer) =>
      list(c, visit, (state) => openedAs(state, { bearer, id: parameter(c, 'subscriptionId') }, visit).id),
  ),
  resource(
    `GET ${root}/UsagePoint`,
    {
      ...{ name: 'usagePoint.listOwn', opensWith: 'subscription' },
      ...{ basis: 'observed', source: 'PROBE, a listener that no page names' },
    },
    (c, visit, bearer) => list(c, visit, (state) => opened(state, bearer, visit).id),
  ),
  resource(
    `GET ${oneUsagePoint}`,
    {
      ...{ name: 'usagePoint.read', opensWith: 'subscription' },
      ...{ basis: 'documented', source: 'APIS, Supported APIs; GUIDE, with dates it is the whole feed' },
    },
    (c, visit, bearer) => {
      if (decodeDates(c.req.query(), visit.dialect)) return wholeFeed(c, visit, bearer)
      const point = visit.store.read((state) => usagePointOf(state, named(c, visit, bearer, state), lookOf(visit)))
      return single(c, visit, (sheet, about) => usagePointEntry(point, sheet, about))
    },
  ),
  resource(
    `GET ${root}/Batch/Subscription/:subscriptionId/UsagePoint/:usagePointId`,
    {
      ...{ name: 'usagePoint.batch', opensWith: 'batchSubscription' },
      ...{ basis: 'documented', source: 'PAGE, synchronous data; WIRE, self link' },
    },
    wholeFeed,
  ),
]

function list(c: Call, visit: PgeVisit, whose: (state: Seen) => AuthorizationId): Response {
  const points = visit.store.read((state) => usagePointsOf(state, { authorization: whose(state) }, lookOf(visit)))
  return feed(c, visit, (sheet) => points.map((point) => usagePointEntry(point, sheet)))
}

function wholeFeed(c: Call, visit: PgeVisit, bearer: Bearer): Response {
  const window = windowNow(c, visit)
  return usage(c, visit, [pointWithin(c, visit, bearer, window)], { window })
}
