import type { Call } from '../../../src/contract/endpoint.ts'
import type { PgeVisit } from '../access/index.ts'
import { bulkCoverage, subscriptionCoverage } from '../domain/coverage.ts'
import { requestPackage } from '../domain/package.ts'
import { mustBeOwnBulk } from '../domain/registration-lookup.ts'
import { mustBeGranted } from '../domain/resources.ts'
import { openedAs } from '../domain/token-rules.ts'
import { isWithoutData, usagePoint } from '../domain/usage-point.ts'
import type { AuthorizationId, PackageKind, Window } from '../model/index.ts'
import type { Bearer, Coverage, UsagePointView } from '../views.ts'
import { packaged } from './packaged.ts'
import { lookOf, parameter, resource, root, usage, windowIn, withoutData } from './resource.ts'
import { transactionIdOf } from './transaction.ts'

/** What is asked for now and fetched later: all of one customer, or of all customers. */
export const batch = [
  resource(
    `GET ${root}/Batch/Subscription/:subscriptionId`,
    {
      ...{ name: 'batch.subscription', opensWith: 'batchSubscription' },
      ...{ basis: 'documented', source: 'PAGE, asynchronous data' },
    },
    (c, visit, bearer) => {
      if (c.req.query('correlationID') !== undefined) return packaged(c, visit, bearer, 'subscription')
      const { id } = visit.store.read((state) => openedAs(state, { bearer, id: parameter(c, 'subscriptionId') }, visit))
      const covered = visit.store.read((state) => subscriptionCoverage(state, id, visit.now))
      mustBeGranted(covered, 'Usage', 'Billing')
      const window = windowIn(c, visit)
      const points = pointsOf(visit, covered, { window, subscription: id })
      if (visit.dialect.subscriptionMode === 'sync') return usage(c, visit, points, { window })
      return later(c, visit, {
        bearer,
        kind: 'subscription',
        authorization: id,
        window,
        isEmpty: isWithoutData(points),
      })
    },
  ),
  resource(
    `GET ${root}/Batch/Bulk/:bulkId`,
    {
      ...{ name: 'batch.bulk', opensWith: 'bulk' },
      ...{ basis: 'documented', source: 'PAGE, asynchronous data; HARN, RBK001' },
    },
    (c, visit, bearer) => {
      if (c.req.query('correlationID') !== undefined) return packaged(c, visit, bearer, 'bulk')
      const bulkId = ownBulk(c, visit, bearer)
      const covered = visit.store
        .read((state) => bulkCoverage(state, bearer.clientId, visit.now))
        .filter(({ correctionsOnly }) => !correctionsOnly)
      const window = windowIn(c, visit)
      const points = pointsOf(visit, covered, { window, subscription: bulkId })
      return later(c, visit, { bearer, kind: 'bulk', authorization: null, window, isEmpty: isWithoutData(points) })
    },
  ),
]

/** The BulkID of a path, if it is the caller's. */
export function ownBulk(c: Call, { store, dialect }: PgeVisit, { clientId }: Bearer): string {
  const bulkId = parameter(c, 'bulkId')
  store.read((state) => mustBeOwnBulk(state, { clientId, bulkId }, { dialect }))
  return bulkId
}

type Request = {
  bearer: Bearer
  kind: PackageKind
  authorization: AuthorizationId | null
  window: Window | null
  isEmpty: boolean
}

/** Accepts a request for data, or says at once that there is none. Source: PAGE, 202, and 204 since March 2023. */
export function later(c: Call, visit: PgeVisit, { bearer, kind, authorization, window, isEmpty }: Request): Response {
  if (isEmpty && visit.dialect.noData === '204') return withoutData(c, visit, { window: window ?? undefined })
  const { origin, now } = visit
  const about = { kind, clientId: bearer.clientId, authorization, window, daily: false, askedAt: now, origin }
  visit.store.change((state, house) => requestPackage(state, { ...about, transactionId: transactionIdOf(c) }, house))
  return c.body(null, 202, { 'content-length': '0' })
}

function pointsOf(
  visit: PgeVisit,
  covered: readonly Coverage[],
  { window, subscription }: { window: Window; subscription: string },
): UsagePointView[] {
  const look = lookOf(visit)
  return visit.store.read((state) =>
    covered.map((coverage) => usagePoint(state, { coverage, window, subscription }, look)),
  )
}
