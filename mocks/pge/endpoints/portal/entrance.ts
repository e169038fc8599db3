import type { Call } from '../../../../src/contract/endpoint.ts'
import { formOf } from '../../../../src/toolbox/html-page.tsx'
import { fingerprint } from '../../../../src/ground/fingerprint.ts'
import type { PgeVisit } from '../../access/index.ts'
import { nameOf } from '../../domain/names.ts'
import { registerAgain } from '../../domain/portal.ts'
import { confirmEmail } from '../../domain/registration.ts'
import { registrationOf } from '../../domain/registration-lookup.ts'
import { thirdPartyByLogin } from '../../domain/session.ts'
import { refuse } from '../../errors/index.ts'
import type { ApplicationId } from '../../model/index.ts'
import { seeOther, sendOff, tryFor, visitorOf, welcome } from '../browser.ts'
import { page } from '../door.ts'
import { askWho } from './visitor.ts'

const milestones = { basis: 'documented', source: 'PAGE, milestones' } as const
const inferred = { basis: 'inferred', source: 'PAGE, portal: it shows credentials, so it asks who is there' } as const

/** How a third party's people come in and leave, follow the link of the e-mail, and send their form again. */
export const entrance = [
  page('POST /portal/login', { name: 'portal.enter', ...inferred }, enter),
  page('POST /portal/logout', { name: 'portal.leave', ...inferred }, (c, visit) => {
    sendOff(c, visit, 'thirdParty')
    return seeOther(c, '/portal')
  }),
  page('GET /portal/confirm', { name: 'portal.confirm', ...milestones }, confirm),
  page('POST /portal/again', { name: 'portal.registerAgain', ...milestones }, again),
]

async function enter(c: Call, visit: PgeVisit): Promise<Response> {
  const form = await formOf(c)
  const login = { username: form.one('username'), password: fingerprint(form.one('password')) }
  const { value: clientId, says } = tryFor(() => visit.store.read((state) => thirdPartyByLogin(state, login)))
  if (says !== undefined) return askWho(c, visit, { alert: says })
  welcome(c, visit, { kind: 'thirdParty', clientId })
  return seeOther(c, '/portal')
}

/** The link of the e-mail; following it again changes nothing and says so. */
function confirm(c: Call, visit: PgeVisit): Response {
  const id = c.req.query('registration') ?? ''
  const clientId = visit.store.read(({ index }) =>
    Object.hasOwn(index.byApplicationId, id) ? index.byApplicationId[id as ApplicationId] : undefined,
  )
  if (clientId === undefined) throw refuse.badRequest()
  const { says } = tryFor(() =>
    visit.store.change((state, house) => confirmEmail(registrationOf(state, clientId), house)),
  )
  return askWho(
    c,
    visit,
    says === undefined ? { done: 'Thank you: your e-mail address is confirmed.' } : { alert: says },
  )
}

function again(c: Call, visit: PgeVisit): Response {
  const visitor = visitorOf(c, visit, 'thirdParty')
  if (!visitor) return askWho(c, visit, {})
  const { value: registration, says } = tryFor(() =>
    visit.store.change((state, house) => {
      const name = nameOf(state, 'thirdParty', visitor.clientId)
      return registerAgain(state, { name, clientId: visitor.clientId }, house)
    }),
  )
  if (says !== undefined) return askWho(c, visit, { alert: says })
  welcome(c, visit, { kind: 'thirdParty', clientId: registration.clientId })
  return seeOther(c, '/portal')
}
