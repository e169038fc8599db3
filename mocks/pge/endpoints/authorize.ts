import type { Call } from '../../../src/contract/endpoint.ts'
import { formOf, sendPage, type Form } from '../../../src/toolbox/html-page.tsx'
import type { PgeVisit } from '../access/index.ts'
import { currentAuthorization } from '../domain/authorization.ts'
import { cancelled, judgeAuthorize, type AuthorizeRequest } from '../domain/authorize-request.ts'
import { offerTo } from '../domain/grant.ts'
import { answerAsDecided, approveOnline, approveTest } from '../domain/online.ts'
import { daysLater, pacificDay } from '../domain/pacific.ts'
import { registrationOf } from '../domain/registration-lookup.ts'
import { refuse } from '../errors/index.ts'
import type { Choices, SessionOwner, UsagePointId } from '../model/index.ts'
import { dataGroups } from '../model/index.ts'
import { AuthorizePage, type Chosen } from '../pages/authorize.tsx'
import { RefusedPage } from '../pages/refused.tsx'
import { dayIn, seeOther, tryFor, visitorOf } from './browser.ts'
import { page } from './door.ts'
import { askWho } from './login.ts'

const documented = { basis: 'documented', source: 'PAGE, online authorization' } as const

/** How a customer authorizes: the page, its two buttons, its addresses of old, and its twin for tests. */
export const authorize = [
  page('GET /myAuthorization', { name: 'authorize.open', ...documented }, open),
  page('POST /myAuthorization/approve', { name: 'authorize.approve', ...documented }, approve),
  page(
    'POST /myAuthorization/cancel',
    { name: 'authorize.cancel', basis: 'documented', source: 'PAGE, OAuth errors: cancel' },
    async (c, visit) => c.redirect(cancelled(judged(visit, (await formOf(c)).one('next'))), 302),
  ),
  page(
    'GET /datacustodian/oauth/v2/authorize',
    {
      ...{ name: 'retiredAuthorize.open', basis: 'observed' },
      source: 'PROBE, the listener answers 400; PAGE, retired on June 28, 2018',
    },
    (c, { dialect }) => {
      if (dialect.authorizeAddress !== 'gateway') throw refuse.authorizeRetired()
      return c.redirect(`/myAuthorization?${queryOf(c)}`, 302)
    },
  ),
  page(
    'GET /datacustodian/test/oauth/v2/authorize',
    { name: 'testAuthorize.open', basis: 'documented', source: 'PAGE, OAuth test; PROBE' },
    (c, { store, now, dialect }) => {
      const asked = { params: c.req.query(), test: true }
      const request = store.read((state) => judgeAuthorize(state, asked, { now, dialect }))
      const address = store.change((state, house) => approveTest(state, { request }, house))
      return c.redirect(address, 302)
    },
  ),
  page(
    'GET /',
    {
      name: 'site.open',
      basis: 'documented',
      source: 'PAGE, an authorization address with a hash, which browsers keep',
    },
    (c, { dialect }) => {
      if (dialect.authorizeAddress !== 'hash') throw refuse.unknownPath({ path: c.req.path })
      return c.redirect(`/myAuthorization?${queryOf(c)}`, 302)
    },
  ),
]

/** Judges the request, then lets a scenario's customer answer, or asks who is there, or what they allow. */
function open(c: Call, visit: PgeVisit): Response {
  const next = queryOf(c)
  const { clientId, client_id } = c.req.query()
  // The address that ApplicationInformation gives as dataCustodianScopeSelectionScreenURI.
  if (clientId !== undefined && client_id === undefined) return seeOther(c, `/myAuthorization/companies?${next}`)
  const request = judged(visit, next)
  if (visit.store.read(({ decision }) => decision !== null)) return answered(c, visit, request)
  const visitor = visitorOf(c, visit, 'customer')
  return visitor ? consent(c, visit, { request, visitor, next }) : askWho(c, visit, { next })
}

function answered(c: Call, { store }: PgeVisit, request: AuthorizeRequest): Response {
  const { value: address, says } = tryFor(() =>
    store.change((state, house) => answerAsDecided(state, { request }, house)),
  )
  if (says !== undefined) return sendPage(c, RefusedPage({ says }))
  return c.redirect(address ?? '/myAuthorization', 302)
}

async function approve(c: Call, visit: PgeVisit): Promise<Response> {
  const form = await formOf(c)
  const next = form.one('next')
  const request = judged(visit, next)
  const visitor = visitorOf(c, visit, 'customer')
  if (!visitor) return askWho(c, visit, { next })
  const choices = choicesIn(form)
  const { customer } = visitor
  const { value: address, says } = tryFor(() =>
    visit.store.change((state, house) => approveOnline(state, { request, customer, choices }, house)),
  )
  if (says !== undefined) return consent(c, visit, { request, visitor, next, chosen: choices, alert: says })
  return c.redirect(address, 302)
}

type Asking = {
  request: AuthorizeRequest
  visitor: Extract<SessionOwner, { kind: 'customer' }>
  next: string
  chosen?: Choices
  alert?: string
}

function consent(c: Call, { store, now }: PgeVisit, { request, visitor, next, chosen, alert }: Asking): Response {
  const { clientId, redirectUri, endsPreferably, endsNotBefore } = request
  const today = pacificDay(now)
  const view = store.read((state) => {
    const { company, historyMonths } = registrationOf(state, clientId)
    const pair = { clientId, customer: visitor.customer }
    const before = currentAuthorization(state, pair, now)
    return {
      company: company.displayName,
      customer: { name: state.customers[visitor.customer]?.name ?? '', isGuest: visitor.guest },
      historyMonths,
      ...offerTo(state, pair),
      replaces: before ? pacificDay(before.grantedAt) : null,
      returnsTo: new URL(redirectUri).host || redirectUri,
    }
  })
  const suggested: Chosen = {
    agreements: chosen?.agreements ?? view.agreements.map(({ id }) => id),
    dataGroups: chosen?.dataGroups ?? view.dataGroups,
    endsOn: chosen ? chosen.endsOn : (endsPreferably ?? endsNotBefore ?? daysLater(today, 365)),
  }
  return sendPage(c, AuthorizePage({ ...view, chosen: suggested, endsNotBefore, today, next, alert }))
}

/** What the customer ticked: nothing ticked is no choice, and not everything. */
function choicesIn(form: Form): Choices {
  return {
    agreements: form.all('agreements') as UsagePointId[],
    dataGroups: dataGroups.filter((group) => form.all('dataGroups').includes(group)),
    endsOn: form.one('period') === 'indefinite' ? null : dayIn(form.one('endsOn')),
  }
}

function judged({ store, now, dialect }: PgeVisit, query: string): AuthorizeRequest {
  const params = Object.fromEntries(new URLSearchParams(query))
  return store.read((state) => judgeAuthorize(state, { params, test: false }, { now, dialect }))
}

function queryOf(c: Call): string {
  return new URL(c.req.url).search.slice(1)
}
