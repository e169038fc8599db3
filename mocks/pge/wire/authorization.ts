import { branchWith, nothing, type Markup } from '../../../src/toolbox/xml/index.ts'
import type { PgeSettings } from '../dialect/index.ts'
import type { AuthorizationView, ClientLevelView, Period } from '../views.ts'
import { element, entry, espiNamespace, feedHead, feedTail, type Sheet } from './envelope.ts'
import { interval } from './usage-summary.ts'

/** Every authorization of a third party, those of the client itself first. Source: PAGE, ApplicationInformation; CLIENT. */
export function* authorizationFeed(
  { own, customers }: { own: readonly ClientLevelView[]; customers: readonly AuthorizationView[] },
  sheet: Sheet,
  dialect: PgeSettings,
): Generator<string> {
  yield feedHead(sheet.at.authorizations, sheet)
  for (const one of own) yield clientLevelEntry(one, sheet, dialect)
  for (const one of customers) yield authorizationEntry(one, sheet, dialect)
  yield feedTail
}

/** What a customer allowed. It has no title, unlike every other entry. Source: WIRE, October 2015. */
export function authorizationEntry(
  view: AuthorizationView,
  sheet: Sheet,
  dialect: PgeSettings,
  { alone = false } = {},
): string {
  const { at } = sheet
  const { authorization, authorizedPeriod, publishedPeriod, status, expiresAt, scope } = view
  const { id, dataGroups } = authorization
  const hasCustomer = dataGroups.some((group) => group !== 'Usage' && group !== 'Billing')
  const content = payload({
    periods: [
      interval('authorizedPeriod', told(authorizedPeriod, dialect)),
      interval('publishedPeriod', told(publishedPeriod, dialect)),
    ],
    status,
    expiresAt,
    scope,
    resource: at.subscription(id),
    own: at.authorization(id),
    customer: hasCustomer && sheet.serializer !== '2015' ? at.retailCustomer(id) : null,
  })
  return entry({ up: at.authorizations, self: at.authorization(id), content }, sheet, { alone })
}

/** What a client token opens by itself: the bulk, and the registration. Source: PAGE; CLIENT, one searches for Batch/Bulk. */
export function clientLevelEntry(
  view: ClientLevelView,
  sheet: Sheet,
  dialect: PgeSettings,
  { alone = false } = {},
): string {
  const { at } = sheet
  const period = told({ start: view.issuedAt, duration: 0 }, dialect)
  const content = payload({
    periods: [interval('authorizedPeriod', period), interval('publishedPeriod', period)],
    status: 1,
    expiresAt: view.expiresAt,
    scope: view.scope,
    resource: view.kind === 'bulk' ? at.bulk(view.bulkId) : at.application(view.applicationId),
    own: at.authorization(view.id),
    customer: null,
  })
  return entry({ up: at.authorizations, self: at.authorization(view.id), content }, sheet, { alone })
}

type Told = {
  periods: Markup[]
  status: number
  expiresAt: number
  scope: string
  resource: string
  own: string
  customer: string | null
}

function payload({ periods, status, expiresAt, scope, resource, own, customer }: Told): Markup {
  return branchWith(
    'ns0:Authorization',
    { 'xmlns:ns0': espiNamespace },
    ...periods,
    element('status', status),
    element('expires_at', expiresAt),
    element('scope', scope),
    element('token_type', 'Bearer'),
    element('resourceURI', resource),
    element('authorizationURI', own),
    customer === null ? nothing : element('customerResourceURI', customer),
  )
}

/** Seconds; milliseconds in October 2015, but for the token's expiry (C16). Source: WIRE. */
function told({ start, duration }: Period, { authMsBug }: PgeSettings): Period {
  return authMsBug === 'on' ? { start: start * 1000, duration: duration * 1000 } : { start, duration }
}
