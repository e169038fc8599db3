import { branchWith, nothing, type Markup } from '../../../src/toolbox/xml/index.ts'
import type { PgeSettings } from '../dialect/index.ts'
import type { ApplicationView } from '../views.ts'
import { element, entry, espiNamespace, xsd, type Sheet } from './envelope.ts'

/** The addresses of production, which a third party takes from here once its tests are passed. */
export type Places = { authorize: string; token: string; gateway: string; portal: string }

/** A registration as its third party reads it. Source: WIRE, the same elements and order; PAGE, values since 2018. */
export function applicationEntry(
  { registration, status, scope, clientSecret, registrationToken }: ApplicationView,
  { places, sheet, dialect }: { places: Places; sheet: Sheet; dialect: PgeSettings },
  { alone = false } = {},
): string {
  const { at } = sheet
  const { clientId, bulkId, applicationId, company, portalUri, issuedAt } = registration
  const self = at.application(applicationId)
  const issuedMs = Date.parse(issuedAt)
  const verified = sheet.serializer === '2015' ? '&verified=true' : ''
  const content = branchWith(
    'ns0:ApplicationInformation',
    { 'xmlns:ns0': espiNamespace },
    element('dataCustodianId', 'PGE'),
    element('dataCustodianApplicationStatus', status),
    element('thirdPartyApplicationDescription', `${company.displayName}, of ${company.name}`),
    element('thirdPartyApplicationType', 1),
    element('thirdPartyPhone', company.phone),
    element('authorizationServerUri', places.gateway),
    element('thirdPartyNotifyUri', registration.notifyUri ?? ''),
    element('authorizationServerAuthorizationEndpoint', places.authorize),
    element('authorizationServerTokenEndpoint', places.token),
    element('dataCustodianBulkRequestURI', at.bulk(bulkId)),
    element('dataCustodianResourceEndpoint', at.resource),
    element('thirdPartyScopeSelectionScreenURI', portalUri ?? ''),
    portalUri === null ? nothing : element('thirdPartyUserPortalScreenURI', portalUri),
    element('client_secret', clientSecret),
    element('client_name', company.displayName),
    element('redirect_uri', registration.redirectUri ?? ''),
    element('client_id', clientId),
    element('software_id', 'NA'),
    element('software_version', 'NA'),
    element('client_id_issued_at', dialect.authMsBug === 'on' ? issuedMs : Math.floor(issuedMs / 1000)),
    element('client_secret_expires_at', 0),
    element('contacts', company.technicalContact),
    element('token_endpoint_auth_method', 'client_secret_basic'),
    element('scope', scope),
    element('grant_types', 'authorization_code'),
    element('grant_types', 'client_credentials'),
    element('grant_types', 'refresh_token'),
    element('response_types', 'code'),
    element('registration_client_uri', self),
    typed('registration_access_token', registrationToken),
    typed('dataCustodianScopeSelectionScreenURI', `${places.portal}/myAuthorization/?clientId=${clientId}${verified}`),
  )
  // Two spaces, as they were seen.
  const title = 'GreenButtonData.org  DataCustodian Application'
  return entry({ up: at.applications, self, title, content }, sheet, { alone })
}

/** Its prefix xsi is declared by the entry's content. */
function typed(name: string, text: string): Markup {
  return element(name, text).replace('>', ` xsi:type="xsd:string" ${xsd}>`) as Markup
}
