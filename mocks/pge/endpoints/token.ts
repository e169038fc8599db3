import type { Call } from '../../../src/contract/endpoint.ts'
import { keepTokenParams, type PgeVisit } from '../access/index.ts'
import type { PgeSettings } from '../dialect/index.ts'
import { grantTokens, grantTypeIn, type TokenParams } from '../domain/token-endpoint.ts'
import { refuse } from '../errors/index.ts'
import { encodeToken } from '../wire/token.ts'
import { clientDoor } from './door.ts'
import { hidden } from './secrets.ts'

const path = '/datacustodian/oauth/v2/token'
const testPath = '/datacustodian/test/oauth/v2/token'

const notByGet = () => {
  throw refuse.getNotPermitted()
}

/** The token endpoints: of production, which opens with approval, and of the tests. */
export const token = [
  clientDoor(
    `POST ${path}`,
    { name: 'token.create', identify: 'later', basis: 'documented', source: 'PAGE, token endpoint' },
    (c, visit) => createToken(c, visit, { test: false }),
  ),
  clientDoor(
    `GET ${path}`,
    { name: 'token.get', identify: 'never', basis: 'observed', source: 'PROBE, GET on the production token endpoint' },
    notByGet,
  ),
  clientDoor(
    `POST ${testPath}`,
    {
      name: 'testToken.create',
      identify: 'later',
      basis: 'documented',
      source: 'PAGE, tests of connectivity and OAuth',
    },
    (c, visit) => createToken(c, visit, { test: true }),
  ),
  clientDoor(
    `GET ${testPath}`,
    {
      name: 'testToken.get',
      identify: 'never',
      basis: 'inferred',
      source: 'PROBE, GET on the production token endpoint',
    },
    notByGet,
  ),
]

/** Parameters first, then the certificate and the client, then the grant. Source: PROBE, order of checks. */
async function createToken(c: Call, visit: PgeVisit, { test }: { test: boolean }): Promise<Response> {
  const params = await paramsOf(c, visit.dialect)
  visit.decoded(hidden(params))
  grantTypeIn(params)
  keepTokenParams(c, params)
  const { clientId } = visit.identify()
  const grant = visit.store.change((state, house) => grantTokens(state, { clientId, params, test }, house))
  const where = { origin: visit.origin, tokenAddress: `${visit.origin}${c.req.path}` }
  const { body, type } = encodeToken(grant, where, visit.dialect)
  c.set('sent', body)
  return c.body(body, 200, { 'content-type': type, 'cache-control': 'no-store', pragma: 'no-cache' })
}

/** In the query or in the body, whatever the content type says (C5). The body wins where both say something. */
async function paramsOf(c: Call, { tokenParams }: PgeSettings): Promise<TokenParams> {
  const query = tokenParams === 'body' ? {} : c.req.query()
  const body = tokenParams === 'query' ? {} : Object.fromEntries(new URLSearchParams(await c.req.text()))
  return { ...query, ...body }
}
