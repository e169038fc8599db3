import type { Call } from '../../../src/contract/endpoint.ts'
import { formOf, sendPage, type Form } from '../../../src/toolbox/html-page.tsx'
import { fingerprint } from '../../../src/ground/fingerprint.ts'
import type { PgeVisit } from '../access/index.ts'
import { clientKnown, registrationOf } from '../domain/registration-lookup.ts'
import { customerAsGuest, customerByLogin } from '../domain/session.ts'
import type { SessionOwner } from '../model/index.ts'
import { LoginPage } from '../pages/login.tsx'
import { seeOther, sendOff, tryFor, welcome } from './browser.ts'
import { page } from './door.ts'

/** How customers say who they are, and leave. */
export const login = [
  page(
    'POST /myAuthorization/login',
    {
      name: 'login.enter',
      basis: 'documented',
      source: 'PAGE, online authorization; release note of November 2018: guests',
    },
    enter,
  ),
  page(
    'POST /myAuthorization/logout',
    { name: 'login.leave', basis: 'inferred', source: 'PAGE, online authorization: an online account' },
    (c, visit) => {
      sendOff(c, visit, 'customer')
      return seeOther(c, '/myAuthorization/current')
    },
  ),
]

async function enter(c: Call, visit: PgeVisit): Promise<Response> {
  const form = await formOf(c)
  const next = form.one('next')
  const { value: who, says } = tryFor(() => visit.store.read((state) => whoIn(state, form)))
  if (says !== undefined) return askWho(c, visit, { next, tab: tabOf(form.one('tab')), alert: says })
  welcome(c, visit, who)
  return seeOther(c, isOwnPage(next) ? next : `/myAuthorization?${next}`)
}

function whoIn(state: Parameters<typeof customerByLogin>[0], form: Form): SessionOwner {
  if (tabOf(form.one('tab')) === 'guest') {
    const customer = customerAsGuest(state, { accountNumber: form.one('accountNumber'), zip: form.one('zip') })
    return { kind: 'customer', customer, guest: true }
  }
  const password = fingerprint(form.one('password'))
  return {
    kind: 'customer',
    customer: customerByLogin(state, { username: form.one('username'), password }),
    guest: false,
  }
}

type Asking = { next: string; tab?: 'login' | 'guest'; alert?: string }

/** The page on which a customer logs in. `next` is the authorization's query, or one of our own pages. */
export function askWho(c: Call, { store }: PgeVisit, { next, tab, alert }: Asking): Response {
  const isOwn = isOwnPage(next)
  const params = new URLSearchParams(isOwn ? '' : next)
  const company = store.read((state) => {
    const clientId = clientKnown(state, params.get('client_id') ?? '')
    return clientId === undefined ? null : registrationOf(state, clientId).company.displayName
  })
  return sendPage(
    c,
    LoginPage({
      company,
      tab: isOwn ? 'login' : (tab ?? tabOf(params.get('login'))),
      tabs: isOwn ? null : { login: tabAddress(params, null), guest: tabAddress(params, 'guest') },
      action: '/myAuthorization/login',
      cancel: isOwn ? null : '/myAuthorization/cancel',
      next,
      alert,
      hints: store.read(hintsIn),
    }),
    alert === undefined ? {} : { status: 401 },
  )
}

/** `login=guest` opens the tab for guests. Source: PAGE, release note of November 2018. */
function tabAddress(params: URLSearchParams, login: 'guest' | null): string {
  const other = new URLSearchParams(params)
  other.delete('login')
  if (login) other.set('login', login)
  return `/myAuthorization?${other.toString()}`
}

function tabOf(told: string | null): 'login' | 'guest' {
  return told === 'guest' ? 'guest' : 'login'
}

/** Nobody is sent to another site by what stands in a form. */
function isOwnPage(next: string): boolean {
  return /^\/myAuthorization\/(current|companies)(\?|$)/.test(next)
}

function hintsIn({ customers }: Parameters<typeof customerByLogin>[0]) {
  return Object.values(customers).map(({ name, login, accountNumber, billingAddress }) => {
    return { name, username: login?.username ?? null, accountNumber, zip: billingAddress.zip }
  })
}
