import type { Call } from '../../../src/contract/endpoint.ts'
import { atom } from '../../../src/toolbox/atom/index.ts'
import type { PgeVisit } from '../access/index.ts'
import { customersOf } from '../domain/customer-data.ts'
import { packageCoverage, packageOf } from '../domain/package.ts'
import { registrationOf } from '../domain/registration-lookup.ts'
import { packagedPoints } from '../domain/resources.ts'
import { openedAs } from '../domain/token-rules.ts'
import type { PackageKind } from '../model/index.ts'
import type { Bearer, SeenPackage } from '../views.ts'
import { encodeCustomers } from '../wire/customer-feed.ts'
import { encodePrograms } from '../wire/program-feed.ts'
import { lookOf, parameter, selfOf, sheetFor, usage, withoutData } from './resource.ts'

/** A package that a notice announced. It is dated by when it was made, and carries the transaction it answers. */
export function packaged(c: Call, visit: PgeVisit, bearer: Bearer, kind: PackageKind): Response {
  const { store, dialect } = visit
  const correlationId = String(c.req.query('correlationID'))
  const { one, bulkId } = store.read((state) => {
    const asked = { correlationId, kind, clientId: bearer.clientId, authorization: bearer.authorization }
    if (kind === 'subscription') openedAs(state, { bearer, id: parameter(c, 'subscriptionId') }, visit)
    return { one: packageOf(state, asked, visit), bulkId: String(registrationOf(state, bearer.clientId).bulkId) }
  })
  const headers = { [dialect.transactionHeader]: one.transactionId }
  const sheet = sheetFor(visit, { id: correlationId, begunAt: one.askedAt, updatedAt: one.readyAt })
  if (kind === 'bulkCustomers' || kind === 'bulkPrograms') {
    const customers = customersIn(visit, one, bulkId)
    if (customers.length === 0) return withoutData(c, visit, { headers })
    const self = selfOf(c, visit)
    const text =
      kind === 'bulkCustomers'
        ? encodeCustomers(self, customers, sheet, dialect)
        : encodePrograms(self, customers, sheet)
    return atom(c, text, { headers })
  }
  const points = store.read((state) => packagedPoints(state, one, { bulkId }, lookOf(visit)))
  return usage(c, visit, points, { sheet, headers })
}

function customersIn({ store, now }: PgeVisit, one: SeenPackage, bulkId: string) {
  return store.read((state) => customersOf(state, packageCoverage(state, one, now), { subscription: bulkId }))
}
