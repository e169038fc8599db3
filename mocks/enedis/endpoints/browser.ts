import { getCookie } from 'hono/cookie'
import type { Call } from '../../../src/contract/endpoint.ts'
import { Alert } from '../../../src/contract/refusal.ts'
import type { EnedisVisit } from '../access/index.ts'
import { closeSession, openSession, sessionOwner } from '../domain/session.ts'
import type { ConsentPage, CustomerId } from '../model/index.ts'

const cookieName = 'mon_compte_particulier'
const path = '/dataconnect'

/** Who has logged in with this browser. */
export function visitorOf(c: Call, { store, now }: EnedisVisit): CustomerId | undefined {
  return store.read((state) => sessionOwner(state, getCookie(c, cookieName), now))
}

/** Remembers a customer who has said who they are. */
export function welcome(c: Call, { store }: EnedisVisit, customer: CustomerId): void {
  setCookie(
    c,
    store.change((state, house) => openSession(state, customer, house)),
  )
}

/** Forgets them. */
export function sendOff(c: Call, { store }: EnedisVisit): void {
  const cookie = getCookie(c, cookieName)
  if (cookie !== undefined) store.change((state) => closeSession(state, cookie))
  setCookie(c, '', '; Max-Age=0')
}

/** Lax, because an application sends its visitors here from a site of its own. */
function setCookie(c: Call, value: string, more = ''): void {
  const secure = new URL(c.req.url).protocol === 'https:' ? '; Secure' : ''
  c.header('set-cookie', `${cookieName}=${value}; Path=${path}; HttpOnly; SameSite=Lax${secure}${more}`)
}

/** Where the pages of consent are, and which version each is. */
const consentPaths = {
  '/dataconnect/v2/oauth2/authorize': 'v2',
  '/dataconnect/v1/oauth2/authorize': 'v1',
  '/group/espace-particuliers/consentement-linky/oauth2/authorize': 'v1',
} as const satisfies Readonly<Record<string, ConsentPage>>
export const sharesPath = '/dataconnect/partages'

/** What a form says of the page it goes on to: the request for consent it belongs to, or nothing. */
export type Asked = { page: ConsentPage; params: Readonly<Record<string, string>>; next: string }

/** Nobody is sent to another site, or to any other page, by what stands in a form. */
export function askedIn(next: string): Asked | undefined {
  const { pathname, search } = inAddress(next)
  const pages: Readonly<Record<string, ConsentPage>> = consentPaths
  const page = Object.hasOwn(pages, pathname) ? pages[pathname] : undefined
  return page && { page, params: Object.fromEntries(new URLSearchParams(search)), next: pathname + search }
}

/** As an address spells it, because a form may bring line breaks, which no header takes. */
function inAddress(next: string): { pathname: string; search: string } {
  const here = 'http://localhost'
  return URL.canParse(next, here) ? new URL(next, here) : { pathname: '', search: '' }
}

/** The same of a browser's own request. */
export function askedBy(c: Call): Asked {
  const { pathname, search } = new URL(c.req.url)
  const page = (consentPaths as Readonly<Record<string, ConsentPage>>)[c.req.path] ?? 'v2'
  return { page, params: c.req.query(), next: `${pathname}${search}` }
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
