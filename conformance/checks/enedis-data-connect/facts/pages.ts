import type { Evidence } from '../../../evidence.ts'
import { visitsOf, type Call } from './calls.ts'

/** A browser's way to a consent page, as the client sent it there. */
export type Sent = {
  /** The first page it met. */
  call: Call
  page: 'v1' | 'v2' | undefined
  state: string | null
  duration: string | null
}

/** Each time the client sent a browser to consent; pages met again on the way, after a login, count once. */
export function sentOf(evidence: Evidence): Sent[] {
  const seen = new Set<string>()
  return visitsOf(evidence).flatMap((call) => {
    const key = `${call.turn?.id} ${new URL(call.entry.request.url).search}`
    const isAsking = call.query.has('client_id') || call.query.has('response_type')
    if (call.method !== 'GET' || !isAsking || seen.has(key)) return []
    seen.add(key)
    return [{ call, page: pageAt(call.path), state: call.query.get('state'), duration: call.query.get('duration') }]
  })
}

/** Where Enedis sent a browser back to, and what it told the client so. */
export type Back = {
  call: Call
  autorisation: string | undefined
  code: string | undefined
  usagePoints: readonly string[]
  /** As the redirect spells it, on the path or in the query. */
  error: string | undefined
}

/** Each time a browser was sent back to the client. */
export function backOf(evidence: Evidence): Back[] {
  return visitsOf(evidence).flatMap((call) => {
    const to = call.entry.response?.headers.find(([name]) => name.toLowerCase() === 'location')?.[1]
    if (to === undefined || !/^https?:/.test(to)) return []
    const told = (name: string) => {
      const value = new RegExp(`[?&]${name}=([^&#]+)`).exec(to)?.[1]
      return value === undefined ? undefined : decodeURIComponent(value)
    }
    const usagePoints = (told('usage_point_id') ?? '').split(/[;,]/).filter((one) => one !== '')
    const error = told('error')
    return [{ call, autorisation: told('autorisation_id'), code: told('code'), usagePoints, error }]
  })
}

/** Those that bring a consent. */
export function givenOf(evidence: Evidence): Back[] {
  return backOf(evidence).filter((back) => back.error === undefined)
}

/** How a client can tell a customer's no; what else may come is trouble of the page. */
export function isRefusal({ error }: Back): boolean {
  return error === 'access_denied' || error === 'invalid_request'
}

function pageAt(path: string): 'v1' | 'v2' | undefined {
  if (/^\/dataconnect\/v2\//.test(path)) return 'v2'
  return /^\/(dataconnect\/v1|group)\//.test(path) ? 'v1' : undefined
}
