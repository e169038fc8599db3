import type { Evidence } from '../../../evidence.ts'
import { visitsOf, type Call } from './calls.ts'

/** A browser's way through the authorization page, as the client sent it there. */
export type Sent = {
  /** The first page it met. */
  call: Call
  /** What the client asked with, as it spelled it. */
  asked: string
  state: string | null
  test: boolean
}

const openings = ['authorize.open', 'testAuthorize.open', 'retiredAuthorize.open', 'site.open']

/** Each time the client sent a browser to be authorized; pages met again on the way, after a login, count once. */
export function sentOf(evidence: Evidence): Sent[] {
  const seen = new Set<string>()
  return visitsOf(evidence).flatMap((call) => {
    const asked = new URL(call.entry.request.url).search.slice(1)
    const key = `${call.turn?.id} ${asked}`
    const isAsking = call.query.has('client_id') || call.query.has('response_type')
    // An address that is nobody's counts too.
    const isPage = call.endpoint === null || openings.includes(call.endpoint)
    if (!isPage || !isAsking || seen.has(key)) return []
    seen.add(key)
    return [{ call, asked, state: call.query.get('state'), test: call.endpoint === 'testAuthorize.open' }]
  })
}

/** Where the provider sent a browser back to, with a code or an error. */
export type Back = { call: Call; code: string | undefined; error: string | undefined }

/** Each time a browser was sent back to the client. The code is known by its fingerprint. */
export function backOf(evidence: Evidence): Back[] {
  return visitsOf(evidence).flatMap((call) => {
    const to = call.entry.response?.headers.find(([name]) => name.toLowerCase() === 'location')?.[1]
    const code = /[?&](?:code|authorization_code)=([^&#]+)/.exec(to ?? '')?.[1]
    const error = /[?&]error=([^&#]+)/.exec(to ?? '')?.[1]
    return code === undefined && error === undefined ? [] : [{ call, code, error }]
  })
}
