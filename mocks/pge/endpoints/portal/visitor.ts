import type { Call } from '../../../../src/contract/endpoint.ts'
import { sendPage } from '../../../../src/toolbox/html-page.tsx'
import type { PgeVisit } from '../../access/index.ts'
import { registrationOf } from '../../domain/registration-lookup.ts'
import type { ClientId } from '../../model/index.ts'
import { PortalLoginPage } from '../../pages/portal/login.tsx'
import type { Told } from '../../pages/portal/frame.tsx'
import type { Seen, SeenRegistration } from '../../views.ts'
import { visitorOf } from '../browser.ts'

/** What a page of the portal shows: the registration of whoever has logged in, seen in one moment. */
type Show = (about: { registration: SeenRegistration; clientId: ClientId; state: Seen }) => Response | Promise<Response>

/** Shows a page of the portal, or asks who is there. */
export function forThirdParty(c: Call, visit: PgeVisit, show: Show): Response | Promise<Response> {
  const visitor = visitorOf(c, visit, 'thirdParty')
  if (!visitor) return askWho(c, visit, {})
  const { clientId } = visitor
  return visit.store.read((state) => show({ registration: registrationOf(state, clientId), clientId, state }))
}

/** The page on which a third party's people log in. */
export function askWho(c: Call, { store }: PgeVisit, told: Told): Response {
  const contacts = store.read(({ registrations }) => {
    return Object.values(registrations).map(({ company }) => company.businessContact)
  })
  return sendPage(
    c,
    PortalLoginPage({ contacts: [...new Set(contacts)], ...told }),
    told.alert === undefined ? {} : { status: 401 },
  )
}
