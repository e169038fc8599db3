import { sendPage } from '../../../../src/toolbox/html-page.tsx'
import type { PgeVisit } from '../../access/index.ts'
import { pacificDay } from '../../domain/pacific.ts'
import { hasCredentials, isAuthorizedOnline, standingOf } from '../../domain/registration-lookup.ts'
import { clientSecretOf, registrationTokenOf } from '../../domain/secrets.ts'
import { OverviewPage, type Credentials, type Step } from '../../pages/portal/overview.tsx'
import { userTypeWords } from '../../pages/portal/register.tsx'
import { dayInWords } from '../../pages/words.ts'
import type { SeenRegistration, Standing } from '../../views.ts'
import { page } from '../door.ts'
import { forThirdParty } from './visitor.ts'

/** Milestones, credentials and addresses. */
export const overview = [
  page('GET /portal', { name: 'portal.open', basis: 'documented', source: 'PAGE, milestones' }, (c, visit) =>
    forThirdParty(c, visit, ({ registration }) => {
      const { company, userType } = registration
      const standing = standingOf(registration, visit.now)
      const view = {
        displayName: company.displayName,
        company: company.name,
        userType: userTypeWords[userType],
        standing,
        steps: stepsOf(registration, standing),
        credentials: hasCredentials(registration, visit.now) ? credentialsOf(registration) : null,
        addresses: addressesOf(registration, visit),
        mayRegisterAgain: ['linkLapsed', 'expired', 'closed'].includes(standing),
      }
      return sendPage(c, OverviewPage(view))
    }),
  ),
]

function stepsOf(registration: SeenRegistration, standing: Standing): Step[] {
  const { issuedAt, life, tests } = registration
  const isAccepted = !['unconfirmed', 'linkLapsed', 'confirmed'].includes(standing)
  const until = life.status === 'registered' ? life.confirmBy : life.status === 'accepted' ? life.testsUntil : issuedAt
  const by = dayInWords(pacificDay(until))
  const test = (name: string, at: string | null): Step => ({
    name,
    detail: at ? `Passed on ${dayInWords(pacificDay(at))}` : 'Not yet passed',
    isPassed: at !== null,
  })
  return [
    { name: 'Registered', detail: `Sent on ${dayInWords(pacificDay(issuedAt))}`, isPassed: true },
    {
      name: 'E-mail address confirmed',
      detail: life.status === 'registered' ? `Follow the link of the e-mail by ${by}` : 'By the business contact',
      isPassed: life.status !== 'registered',
    },
    {
      name: 'Accepted by PG&E',
      detail: life.status === 'accepted' ? `Pass the tests by ${by}` : 'Tests begin then',
      isPassed: isAccepted,
    },
    test('API connectivity test', tests.connectivity),
    ...(isAuthorizedOnline(registration)
      ? [test('OAuth test', tests.oauth), test('ApplicationInformation test', tests.applicationInformation)]
      : []),
    { name: 'Approved', detail: 'After the final review', isPassed: standing === 'approved' },
  ]
}

function credentialsOf({ clientId, bulkId, applicationId }: SeenRegistration): Credentials {
  return {
    clientId,
    clientSecret: clientSecretOf(clientId),
    registrationToken: registrationTokenOf(clientId),
    bulkId,
    applicationId,
  }
}

function addressesOf({ bulkId }: SeenRegistration, visit: PgeVisit): [string, string][] {
  const [api, pages] = [visit.originOf('api'), visit.originOf('pages')]
  const resource = `${api}/GreenButtonConnect/espi/1_1/resource`
  return [
    ['Authorization', `${pages}/myAuthorization`],
    ['Token', `${api}/datacustodian/oauth/v2/token`],
    ['Resources', resource],
    ['Bulk', `${resource}/Batch/Bulk/${bulkId}`],
    ['Test authorization', `${api}/datacustodian/test/oauth/v2/authorize`],
    ['Test token', `${api}/datacustodian/test/oauth/v2/token`],
  ]
}
