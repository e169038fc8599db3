import type { Call } from '../../../../src/contract/endpoint.ts'
import { sendPage } from '../../../../src/toolbox/html-page.tsx'
import type { PgeVisit } from '../../access/index.ts'
import { portalAddress } from '../../domain/authorize-request.ts'
import { hasCredentials, isAuthorizedOnline } from '../../domain/registration-lookup.ts'
import { registeredScope } from '../../domain/scope.ts'
import type { Told } from '../../pages/portal/frame.tsx'
import { TestsPage } from '../../pages/portal/tests.tsx'
import { page } from '../door.ts'
import { forThirdParty } from './visitor.ts'

/** The tests of a registration; the OAuth test begins here. */
export const tests = [
  page('GET /portal/tests', { name: 'portal.openTests', basis: 'documented', source: 'PAGE, tests' }, (c, visit) =>
    show(c, visit, {}),
  ),
  page(
    'POST /portal/tests/oauth',
    { name: 'portal.beginOauthTest', basis: 'documented', source: 'PAGE, OAuth test: 302 to ThirdPartyPortalURI' },
    (c, visit) =>
      forThirdParty(c, visit, ({ registration }) => {
        const { dialect, now } = visit
        const scope = registeredScope(registration, dialect)
        const address = portalAddress(registration, { how: 'test', scope }, { dialect })
        if (address === null || !hasCredentials(registration, now))
          return show(c, visit, { alert: 'The OAuth test needs a portal URI and an accepted registration.' })
        return c.redirect(address, 302)
      }),
  ),
]

function show(c: Call, visit: PgeVisit, told: Told): Response | Promise<Response> {
  return forThirdParty(c, visit, ({ registration }) => {
    const { tests, company, portalUri } = registration
    const isOnline = isAuthorizedOnline(registration)
    const api = visit.originOf('api')
    const resource = `${api}/GreenButtonConnect/espi/1_1/resource`
    const view = {
      displayName: company.displayName,
      portalUri,
      mayTest: hasCredentials(registration, visit.now),
      passed: {
        connectivity: tests.connectivity !== null,
        ...(isOnline && { oauth: tests.oauth !== null, applicationInformation: tests.applicationInformation !== null }),
      },
      addresses: {
        testToken: `${api}/datacustodian/test/oauth/v2/token`,
        testAuthorize: `${api}/datacustodian/test/oauth/v2/authorize`,
        status: `${resource}/ReadServiceStatus`,
        sample: `${resource}/DownloadSampleData`,
        authorization: `${resource}/Authorization`,
      },
    }
    return sendPage(c, TestsPage({ ...view, ...told }))
  })
}
