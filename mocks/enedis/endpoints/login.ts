import type { Call } from '../../../src/contract/endpoint.ts'
import { fingerprint } from '../../../src/ground/fingerprint.ts'
import { formOf, sendPage } from '../../../src/toolbox/html-page.tsx'
import type { EnedisVisit } from '../access/index.ts'
import { applicationKnown } from '../domain/application-lookup.ts'
import { nameOfCustomer } from '../domain/holder.ts'
import { customerByLogin } from '../domain/session.ts'
import type { CustomerId } from '../model/index.ts'
import { LoginPage } from '../pages/login.tsx'
import type { Seen } from '../views/index.ts'
import { askedIn, sendOff, sharesPath, tryFor, welcome } from './browser.ts'
import { page } from './door.ts'

const source = 'SWAGGER, v1 authorize: the customer authenticates at Enedis'

/** How customers say who they are, and leave. */
export const login = [
  page('POST /dataconnect/connexion', { name: 'login.enter', basis: 'documented', source }, async (c, visit) => {
    const form = await formOf(c)
    const next = form.one('next')
    const told = { username: form.one('username'), password: fingerprint(form.one('password')) }
    const { value: customer, says } = tryFor(() => visit.store.read((state) => customerByLogin(state, told)))
    if (says !== undefined) return askWho(c, visit, { next, alert: says })
    welcome(c, visit, customer)
    return c.redirect(ownPage(next), 303)
  }),
  page('POST /dataconnect/deconnexion', { name: 'login.leave', basis: 'inferred', source }, async (c, visit) => {
    const form = await formOf(c)
    sendOff(c, visit)
    return c.redirect(ownPage(form.one('next')), 303)
  }),
]

/** The page on which a customer logs in. */
export function askWho(c: Call, { store }: EnedisVisit, { next, alert }: { next: string; alert?: string }): Response {
  const asked = askedIn(next)
  const view = store.read((state) => ({
    application: applicationKnown(state, asked?.params.client_id ?? '')?.name ?? null,
    hints: hintsIn(state),
  }))
  return sendPage(c, LoginPage({ ...view, next: ownPage(next), alert }), alert === undefined ? {} : { status: 401 })
}

function ownPage(next: string): string {
  return askedIn(next)?.next ?? sharesPath
}

function hintsIn(state: Seen): { name: string; username: string }[] {
  return Object.entries(state.logins).map(([id, { username }]) => {
    return { name: nameOfCustomer(state, id as CustomerId), username }
  })
}
