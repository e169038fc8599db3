import type { Call } from '../../../src/contract/endpoint.ts'
import { formOf, sendPage } from '../../../src/toolbox/html-page.tsx'
import type { PgeVisit } from '../access/index.ts'
import { portalAddress } from '../domain/authorize-request.ts'
import { clientKnown, listedThirdParties, mustBeListed, registrationOf } from '../domain/registration-lookup.ts'
import { registeredScope } from '../domain/scope.ts'
import { alert as refusing, refuse } from '../errors/index.ts'
import type { ClientId } from '../model/index.ts'
import { CompaniesPage } from '../pages/companies.tsx'
import { tryFor, visitorOf } from './browser.ts'
import { page } from './door.ts'
import { askWho } from './login.ts'

const path = '/myAuthorization/companies'
const startsHere = {
  basis: 'documented',
  source: 'PAGE, authorization that starts at PG&E: 302 to ThirdPartyPortalURI; no second login',
} as const

/** Authorization that starts on PG&E's own site. */
export const companies = [
  page(`GET ${path}`, { name: 'companies.open', ...startsHere }, (c, visit) => list(c, visit)),
  page(`POST ${path}`, { name: 'companies.choose', ...startsHere }, choose),
]

function list(c: Call, visit: PgeVisit, alert?: string): Response {
  const visitor = visitorOf(c, visit, 'customer')
  const wanted = c.req.query('clientId')
  const next = `${path}${new URL(c.req.url).search}`
  if (!visitor) return askWho(c, visit, { next })
  if (visitor.guest) return askWho(c, visit, { next, alert: refusing.guestsHaveNoList().message })
  const view = visit.store.read((state) => ({
    name: state.customers[visitor.customer]?.name ?? '',
    companies: listedThirdParties(state, visit.now)
      .filter(({ clientId }) => wanted === undefined || clientId === wanted)
      .map(({ clientId, company }) => ({ clientId, displayName: company.displayName })),
  }))
  return sendPage(c, CompaniesPage({ ...view, alert }))
}

async function choose(c: Call, visit: PgeVisit): Promise<Response> {
  const form = await formOf(c)
  if (!visitorOf(c, visit, 'customer')) return list(c, visit)
  const clientId = visit.store.read((state) => clientKnown(state, form.one('clientId')))
  if (clientId === undefined) throw refuse.badRequest()
  const { value: address, says } = tryFor(() => addressOf(visit, clientId))
  if (says !== undefined) return list(c, visit, says)
  return c.redirect(address ?? path, 302)
}

function addressOf({ store, now, dialect }: PgeVisit, clientId: ClientId): string | null {
  return store.read((state) => {
    const registration = registrationOf(state, clientId)
    mustBeListed(registration, now)
    return portalAddress(registration, { how: 'customer', scope: registeredScope(registration, dialect) }, { dialect })
  })
}
