import type { Call } from '../../../src/contract/endpoint.ts'
import type { EnedisVisit } from '../access/index.ts'
import type { Look } from '../dialect/index.ts'
import type { Reading } from '../domain/data-access.ts'
import { contractTold, holderTold, placeTold } from '../domain/holder-data.ts'
import type { DataKind } from '../model/index.ts'
import type { Seen } from '../views/index.ts'
import { encodeAddresses, encodeContact, encodeContracts, encodeIdentity } from '../wire/v5/customer.ts'
import { decodeUsagePoint } from '../wire/v5/query.ts'
import { lookAtCheckDigits } from './check-digits.ts'
import { apiDoor } from './door.ts'
import { sendJson } from './json.ts'

const v5 = { basis: 'documented', source: 'SWAGGER, customers v5' } as const
const v4 = { basis: 'inferred', source: 'SWAGGER, v4: these addresses; INF, bodies like those of v5' } as const

/** Who holds a usage point, */
const identity = told('identity', holderTold, encodeIdentity)
/** how to reach them, */
const contact = told('contact', holderTold, encodeContact)
/** where the point is, */
const addresses = told('address', placeTold, encodeAddresses)
/** and what the contract says. */
const contracts = told('contract', contractTold, encodeContracts)

/** What applications may know of customers, in v5 and, beside v4, in v3. */
export const customers = [
  apiDoor('GET /customers_i/v5/identity', { name: 'identity.read', ...v5 }, identity),
  apiDoor('GET /customers_cd/v5/contact_data', { name: 'contactData.read', ...v5 }, contact),
  apiDoor('GET /customers_upa/v5/usage_points/addresses', { name: 'addresses.read', ...v5 }, addresses),
  apiDoor('GET /customers_upc/v5/usage_points/contracts', { name: 'contracts.read', ...v5 }, contracts),
  apiDoor('GET /v3/customers/identity', { name: 'formerIdentity.read', ...v4 }, identity),
  apiDoor('GET /v3/customers/contact_data', { name: 'formerContactData.read', ...v4 }, contact),
  apiDoor('GET /v3/customers/usage_points/addresses', { name: 'formerAddresses.read', ...v4 }, addresses),
  apiDoor('GET /v3/customers/usage_points/contracts', { name: 'formerContracts.read', ...v4 }, contracts),
]

function told<View>(
  data: DataKind,
  read: (state: Seen, reading: Reading, look: Look) => View,
  encode: (view: View, dialect: Look['dialect']) => string,
) {
  return (c: Call, visit: EnedisVisit) => {
    const { store, caller: bearer, now, dialect } = visit
    visit.decoded(c.req.query())
    const usagePoint = decodeUsagePoint(c.req.query())
    lookAtCheckDigits(usagePoint, visit)
    const view = store.read((state) => read(state, { bearer, usagePoint, data }, { now, dialect }))
    return sendJson(c, encode(view, dialect))
  }
}
