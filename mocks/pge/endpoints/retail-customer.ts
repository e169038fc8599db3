import type { Call } from '../../../src/contract/endpoint.ts'
import { atom } from '../../../src/toolbox/atom/index.ts'
import type { PgeVisit } from '../access/index.ts'
import { bulkCoverage, subscriptionCoverage } from '../domain/coverage.ts'
import { customersOf } from '../domain/customer-data.ts'
import { mustBeGranted } from '../domain/resources.ts'
import { openedAs } from '../domain/token-rules.ts'
import type { DataGroup } from '../model/index.ts'
import type { Bearer, CustomerView } from '../views.ts'
import { encodeCustomers } from '../wire/customer-feed.ts'
import { encodePrograms } from '../wire/program-feed.ts'
import { later, ownBulk } from './batch.ts'
import { packaged } from './packaged.ts'
import { parameter, resource, root, selfOf, sheetFor } from './resource.ts'

const withoutResource = '/GreenButtonConnect/espi/1_1'

/** Who the customers are, and in which programs: one by one at once, all of them later. */
export const retailCustomer = [
  resource(
    `GET ${root}/Batch/RetailCustomer/:retailCustomerId`,
    {
      ...{ name: 'retailCustomer.read', opensWith: 'retailCustomer' },
      ...{ basis: 'observed', source: 'WIRE, November 2019' },
    },
    (c, visit, bearer) => {
      const customers = own(c, visit, bearer, 'Basic', 'Account', 'ProgramEnrollment')
      return atom(c, encodeCustomers(selfOf(c, visit), customers, sheetFor(visit), visit.dialect))
    },
  ),
  resource(
    `GET ${root}/Batch/RetailDRPrgInfo/:retailCustomerId`,
    {
      ...{ name: 'programs.read', opensWith: 'programs' },
      ...{ basis: 'documented', source: 'PAGE, RetailDRPrgInfo; XSD' },
    },
    (c, visit, bearer) => {
      const customers = own(c, visit, bearer, 'ProgramEnrollment')
      return atom(c, encodePrograms(selfOf(c, visit), customers, sheetFor(visit)))
    },
  ),
  ...([root, withoutResource] as const).map((base) =>
    resource(
      `GET ${base}/Batch/BulkRetailCustomerInfo/:bulkId`,
      {
        ...{
          name: base === root ? 'retailCustomer.bulk' : 'retailCustomer.bulkForCommunities',
          opensWith: 'bulkCustomers',
        },
        ...{
          basis: 'documented',
          source: 'PAGE, BulkRetailCustomerInfo; release note of December 2015, without resource',
        },
      },
      (c, visit, bearer) => bulk(c, visit, bearer, 'bulkCustomers'),
    ),
  ),
  resource(
    `GET ${root}/Batch/BulkRetailDRPrgInfo/:bulkId`,
    {
      ...{ name: 'programs.bulk', opensWith: 'bulkPrograms' },
      ...{ basis: 'documented', source: 'PAGE, BulkRetailDRPrgInfo' },
    },
    (c, visit, bearer) => bulk(c, visit, bearer, 'bulkPrograms'),
  ),
]

function own(c: Call, visit: PgeVisit, bearer: Bearer, ...groups: DataGroup[]): CustomerView[] {
  return visit.store.read((state) => {
    const { id } = openedAs(state, { bearer, id: parameter(c, 'retailCustomerId') }, visit)
    const covered = subscriptionCoverage(state, id, visit.now)
    mustBeGranted(covered, ...groups)
    return customersOf(state, covered, { subscription: id })
  })
}

/** The latest snapshot of everyone. */
function bulk(c: Call, visit: PgeVisit, bearer: Bearer, kind: 'bulkCustomers' | 'bulkPrograms'): Response {
  if (c.req.query('correlationID') !== undefined) return packaged(c, visit, bearer, kind)
  ownBulk(c, visit, bearer)
  const covered = visit.store.read((state) => bulkCoverage(state, bearer.clientId, visit.now))
  const isEmpty = covered.every(({ correctionsOnly }) => correctionsOnly)
  return later(c, visit, { bearer, kind, authorization: null, window: null, isEmpty })
}
