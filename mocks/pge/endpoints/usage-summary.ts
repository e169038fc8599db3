import type { PgeVisit } from '../access/index.ts'
import { anyTime, summaryAt } from '../domain/resources.ts'
import { isEmpty } from '../domain/usage-point.ts'
import type { Call } from '../../../src/contract/endpoint.ts'
import { usageSummaries, usageSummaryEntry } from '../wire/usage-summary.ts'
import { feed, parameter, resource, root, selfOf, single, withoutData } from './resource.ts'
import { oneUsagePoint, pointWithin, windowNow } from './subscription.ts'

const cited = { opensWith: 'subscription', basis: 'documented', source: 'PAGE, UsageSummary; APIS' } as const

/** Bills. */
export const usageSummary = [
  resource(`GET ${oneUsagePoint}/UsageSummary`, { name: 'usageSummary.list', ...cited }, (c, visit, bearer) => {
    const window = windowNow(c, visit)
    const point = pointWithin(c, visit, bearer, window)
    if (isEmpty(point.summaries)) return withoutData(c, visit, { window, of: 'bills' })
    return feed(c, visit, (sheet) => usageSummaries(point, sheet), selfTold(c, visit))
  }),
  resource(
    `GET ${oneUsagePoint}/UsageSummary/:summaryId`,
    { name: 'usageSummary.read', ...cited },
    (c, visit, bearer) => {
      const point = pointWithin(c, visit, bearer, anyTime)
      const summary = summaryAt(point, parameter(c, 'summaryId'))
      return single(c, visit, (sheet, about) => usageSummaryEntry(point, summary, sheet, about))
    },
  ),
]

/** The self link led to LocalTimeParameters in 2015 (A15). */
function selfTold(c: Call, visit: PgeVisit): string {
  return visit.dialect.summarySelfBug === 'on' ? `${visit.origin}${root}/LocalTimeParameters` : selfOf(c, visit)
}
