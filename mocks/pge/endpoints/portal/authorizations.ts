import type { Call } from '../../../../src/contract/endpoint.ts'
import { Refusal } from '../../../../src/contract/refusal.ts'
import { formOf, sendPage } from '../../../../src/toolbox/html-page.tsx'
import type { PgeVisit } from '../../access/index.ts'
import { accessUntil, authorizationsOf, isCurrent, isOver } from '../../domain/authorization.ts'
import { deleteAuthorization } from '../../domain/delete.ts'
import { pacificDay } from '../../domain/pacific.ts'
import { AuthorizationsPage, type Listed } from '../../pages/portal/authorizations.tsx'
import type { Told } from '../../pages/portal/frame.tsx'
import type { SeenAuthorization } from '../../views.ts'
import { visitorOf } from '../browser.ts'
import { page } from '../door.ts'
import { forThirdParty } from './visitor.ts'

const path = '/portal/authorizations'
const documented = {
  basis: 'documented',
  source: 'PAGE, portal: authorizations by Subscription ID with cancel',
} as const

/** The authorizations a third party holds, by number. */
export const authorizations = [
  page(`GET ${path}`, { name: 'portal.listAuthorizations', ...documented }, (c, visit) => list(c, visit, {})),
  page(`POST ${path}/cancel`, { name: 'portal.cancelAuthorization', ...documented }, cancel),
]

function list(c: Call, visit: PgeVisit, told: Told): Response | Promise<Response> {
  return forThirdParty(c, visit, ({ registration, clientId, state }) => {
    const wanted = (c.req.query('id') ?? '').trim()
    const listed = authorizationsOf(state, clientId)
      .filter(({ id }) => wanted === '' || id === wanted)
      .map((one) => listedAs(one, visit.now))
      .reverse()
    return sendPage(c, AuthorizationsPage({ displayName: registration.company.displayName, listed, wanted, ...told }))
  })
}

async function cancel(c: Call, visit: PgeVisit): Promise<Response> {
  const form = await formOf(c)
  const visitor = visitorOf(c, visit, 'thirdParty')
  if (!visitor) return list(c, visit, {})
  const about = { bearer: { clientId: visitor.clientId }, id: form.one('id') }
  try {
    visit.store.change((state, house) => deleteAuthorization(state, about, house))
    return await list(c, visit, { done: `Subscription ${about.id} is cancelled. The customer is told.` })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return await list(c, visit, { alert: 'There is no current authorization with this ID.' })
  }
}

function listedAs(one: SeenAuthorization, now: string): Listed {
  const { id, grantedAt, endsOn, agreements } = one
  const isEnded = isOver(one, now)
  const until = accessUntil(one)
  return {
    id,
    since: pacificDay(grantedAt),
    endsOn: isEnded && until !== null ? pacificDay(until) : endsOn,
    agreements: agreements.length,
    status: isEnded ? 'Ended' : isCurrent(one, now) ? 'Active' : 'Ends tonight',
  }
}
