import { endpoint, type Call } from '../../../src/contract/endpoint.ts'
import { xml } from '../../../src/toolbox/xml/index.ts'
import type { PmSettings } from '../dialect.ts'
import { openAccount } from '../domain/account.ts'
import { draftFields, inviteProvider, inviteToMeter, inviteToProperty, type Invited } from '../domain/invitation.ts'
import { mustBeUp } from '../domain/service.ts'
import { refuse } from '../errors/index.ts'
import type { AccessLevel, State } from '../model/index.ts'
import { decodeAccount } from '../wire/account.ts'
import { decodeCustomFieldList } from '../wire/custom-field.ts'
import { encodeDone, encodeOk } from '../wire/envelope.ts'
import { linkTo } from '../wire/links.ts'
import { mustAcceptXml } from '../wire/media-types.ts'
import { accountIn, meterIn, propertyIn } from './parameters.ts'
import { newAccount } from './password.ts'
import { bodyOf, created, service, type PmVisit } from './service.ts'

const cited = { basis: 'documented', source: 'DOC, Invite; TESTPDF, withdrawn in December 2024 (switch X9)' } as const

/** A withdrawn service that customers called on the test host; it answers only there, and only under switch X9. */
const withdrawn: typeof service = (route, about, handle) =>
  service(route, about, (c, visit, caller) => {
    if (isThere(visit)) return handle(c, visit, caller)
    note(visit)
    throw refuse.unknownPath()
  })

const invitations = [
  withdrawn('POST /invite/account/:accountId', { name: 'connection.invite', ...cited }, (c, { store }, customer) => {
    const provider = accountIn(c)
    store.change((state, house) => inviteProvider(state, { customer, provider }, house))
    return xml(c, encodeOk())
  }),
  withdrawn(
    'POST /invite/account/:accountId/property/:propertyId',
    { name: 'propertyShare.invite', ...cited },
    (c, { store }, customer) => {
      const asked = { customer, provider: accountIn(c), property: propertyIn(c), level: levelIn(c) }
      store.change((state, house) => inviteToProperty(state, asked, house))
      return xml(c, encodeOk())
    },
  ),
  withdrawn(
    'POST /invite/account/:accountId/meter/:meterId',
    { name: 'meterShare.invite', ...cited },
    (c, { store }, customer) => {
      const asked = { customer, provider: accountIn(c), meter: meterIn(c), level: levelIn(c) }
      store.change((state, house) => inviteToMeter(state, asked, house))
      return xml(c, encodeOk())
    },
  ),
]

const drafted = (route: Parameters<typeof service>[0], name: string, of?: (c: Call) => Invited) =>
  withdrawn(route, { name, ...cited }, async (c, visit, customer) => {
    const asked = { customer, provider: accountIn(c), of: of ? of(c) : { account: customer } }
    const values = await bodyOf(c, visit, decodeCustomFieldList)
    visit.store.change((state) => draftFields(state, { ...asked, values }))
    return xml(c, encodeOk())
  })

const drafts = [
  drafted('PUT /account/customFieldList/recipient/:accountId', 'customer.draftFieldValues'),
  drafted('PUT /property/:propertyId/customFieldList/recipient/:accountId', 'property.draftFieldValues', (c) => ({
    property: propertyIn(c),
  })),
  drafted('PUT /meter/:meterId/customFieldList/recipient/:accountId', 'meter.draftFieldValues', (c) => ({
    meter: meterIn(c),
  })),
]

/** Anyone got an account on the test host, without a login. Withdrawn, the path is left to its other methods. */
const openTestAccount = endpoint<State, PmVisit['caller'], PmSettings>(
  'POST /account',
  {
    ...cited,
    name: 'account.create',
    source: 'DOC, Account; TESTPDF, withdrawn (switch X9)',
    by: 'anyone',
    identify: 'later',
  },
  async (c, visit) => {
    if (!isThere(visit)) {
      visit.identify()
      note(visit)
      throw refuse.wrongMethod().with({ allow: 'GET, PUT' })
    }
    visit.store.read(mustBeUp)
    mustAcceptXml(c.req.header('accept'))
    const opened = await bodyOf(c, visit, (text) => newAccount(decodeAccount(text)))
    const { id } = visit.store.change((state, house) => ({ id: openAccount(state, opened, house).id }))
    return created(c, visit, encodeDone({ id, links: [linkTo.account()] }))
  },
)

export const legacy = [openTestAccount, ...invitations, ...drafts]

function isThere({ base, dialect }: PmVisit): boolean {
  return base === '/wstest' && dialect.legacyTestServices === 'on'
}

function note({ note }: PmVisit): void {
  note({
    finding: 'withdrawn',
    level: 'warning',
    says: 'EPA has withdrawn this service of its test environment. The switch legacyTestServices=on brings it back under /wstest.',
    source: 'TESTPDF, December 2024',
  })
}

/** The level in an invitation, which has words of its own. Source: DOC, Invite. */
function levelIn(c: Call): AccessLevel {
  const level = c.req.query('accessLevel') ?? 'READ_WRITE'
  if (level === 'READ') return 'Read'
  if (level === 'READ_WRITE') return 'Read Write'
  throw refuse.parameterNotValid({ name: 'accessLevel', wanted: 'READ or READ_WRITE is expected' })
}
