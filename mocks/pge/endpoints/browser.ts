import { getCookie } from 'hono/cookie'
import type { Call } from '../../../src/contract/endpoint.ts'
import { Alert } from '../../../src/contract/refusal.ts'
import { isDay } from '../../../src/toolbox/calendar.ts'
import type { PgeVisit } from '../access/index.ts'
import { closeSession, openSession, sessionOwner } from '../domain/session.ts'
import type { SessionOwner } from '../model/index.ts'

/** The two sites remember their visitors apart, each in a cookie that goes nowhere else. */
const sites = {
  customer: { cookie: 'pge_customer', path: '/myAuthorization' },
  thirdParty: { cookie: 'pge_third_party', path: '/portal' },
} as const
type Kind = keyof typeof sites
type Owner<K extends Kind> = Extract<SessionOwner, { kind: K }>

/** Who has logged in with this browser, on one of the sites. */
export function visitorOf<K extends Kind>(c: Call, { store, now }: PgeVisit, kind: K): Owner<K> | undefined {
  const cookie = getCookie(c, sites[kind].cookie)
  const owner = store.read((state) => sessionOwner(state, cookie, now))
  return owner?.kind === kind ? (owner as Owner<K>) : undefined
}

/** Remembers a visitor who has said who they are. */
export function welcome(c: Call, { store }: PgeVisit, who: SessionOwner): void {
  const value = store.change((state, house) => openSession(state, who, house))
  setCookie(c, who.kind, value)
}

/** Forgets a visitor. */
export function sendOff(c: Call, { store }: PgeVisit, kind: Kind): void {
  const cookie = getCookie(c, sites[kind].cookie)
  if (cookie !== undefined) store.change((state) => closeSession(state, cookie))
  setCookie(c, kind, '', '; Max-Age=0')
}

/** Lax, because a third party sends its visitors here from a site of its own. */
function setCookie(c: Call, kind: Kind, value: string, more = ''): void {
  const { cookie, path } = sites[kind]
  const secure = new URL(c.req.url).protocol === 'https:' ? '; Secure' : ''
  c.header('set-cookie', `${cookie}=${value}; Path=${path}; HttpOnly; SameSite=Lax${secure}${more}`)
}

/**
 * Where a form leads once it has done something: by GET, so that going back does not do it again. Spelled as an
 * address, because a form may bring line breaks, which no header takes.
 */
export function seeOther(c: Call, path: string): Response {
  const { pathname, search } = new URL(path, c.req.url)
  return c.redirect(pathname + search, 303)
}

export type Tried<T> = { value: T; says?: never } | { value?: never; says: string }

/** Does what a person asked for, or tells what the page says to it. */
export function tryFor<T>(act: () => T): Tried<T> {
  try {
    return { value: act() }
  } catch (error) {
    if (error instanceof Alert) return { says: error.message }
    throw error
  }
}

/** A day as a browser's field gives it; an empty one where there is none. */
export function dayIn(text: string): string {
  return isDay(text) ? text : ''
}
