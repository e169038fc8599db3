import { sendPage } from '../../../../src/toolbox/html-page.tsx'
import { vendorOf } from '../../domain/registration-lookup.ts'
import { UsagePage } from '../../pages/portal/usage.tsx'
import { page } from '../door.ts'
import { forThirdParty } from './visitor.ts'

const words: Readonly<Record<string, { name: string; whose: string }>> = {
  perSecond: { name: 'In the last second', whose: 'allowed to your company, all registrations together' },
  perHour: { name: 'In the last hour', whose: 'allowed to this client ID' },
  perDay: { name: 'Since 5 p.m. Pacific', whose: 'allowed to this client ID in 24 hours' },
}

/** How often the API was asked, against its limits. */
export const usage = [
  page(
    'GET /portal/usage',
    { name: 'portal.readUsage', basis: 'documented', source: 'PAGE, limits: usage is shown in the portal' },
    (c, visit) =>
      forThirdParty(c, visit, ({ registration, clientId, state }) => {
        const used = visit.usage(clientId, vendorOf(state, clientId)).map(({ limit, spent, allowance }) => {
          return { spent, allowance, ...(words[limit] ?? { name: limit, whose: 'allowed' }) }
        })
        return sendPage(c, UsagePage({ displayName: registration.company.displayName, used }))
      }),
  ),
]
