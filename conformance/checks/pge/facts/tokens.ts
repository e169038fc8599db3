import type { Evidence } from '../../../evidence.ts'
import { callsOf, type Call } from './calls.ts'

/** A token as the provider made it, known by its fingerprint. */
export type Token = {
  print: string
  class: 'client' | 'access' | 'refresh' | 'registration'
  /** Whose it is: null for those of the client itself, and for the tests. */
  authorization: string | null
  test: boolean
  issuedAt: string
  expiresAt: string
}

/** A request for tokens: what it showed, and what it brought. */
export type Grant = {
  call: Call
  type: string | undefined
  /** Fingerprints of what was given for it. */
  code: string | undefined
  refreshToken: string | undefined
  test: boolean
  /** Tokens that the provider made; the client has them only if it heard the answer. */
  issued: readonly Token[]
  /** Whose tokens it was about, as far as the provider knew. */
  authorization: string | null
}

type Kept = Omit<Token, 'print' | 'authorization'> & { authorization?: string | null }
type State = {
  you: string
  tokens: Record<string, Kept>
  codes: Record<string, { authorization: string | null; expiresAt: string; test: boolean }>
  registrations: Record<string, { registrationToken: string; issuedAt: string }>
}

/** The token behind a fingerprint, whatever became of it; nothing for one that the provider never made. */
export function tokenOf({ present }: Evidence, print: string | undefined): Token | undefined {
  const { tokens, registrations } = present as State
  if (print === undefined) return undefined
  const kept = Object.hasOwn(tokens, print) ? tokens[print] : undefined
  if (kept) return { ...kept, print, authorization: kept.authorization ?? null }
  const own = Object.values(registrations).find(({ registrationToken }) => registrationToken === print)
  if (own === undefined) return undefined
  return { print, class: 'registration', authorization: null, test: false, issuedAt: own.issuedAt, expiresAt: '9999' }
}

/** The authorization code behind a fingerprint; nothing for one that the provider never made. */
export function codeOf({ present }: Evidence, print: string | undefined): State['codes'][string] | undefined {
  const { codes } = present as State
  return print !== undefined && Object.hasOwn(codes, print) ? codes[print] : undefined
}

const lists = new WeakMap<Evidence, readonly Grant[]>()

/** Every request for tokens, in order. */
export function grantsOf(evidence: Evidence): readonly Grant[] {
  const known =
    lists.get(evidence) ??
    callsOf(evidence)
      .filter(isGrant)
      .map((call) => grantOf(evidence, call))
  lists.set(evidence, known)
  return known
}

/** Requests for tokens of one authorization with a refresh token. */
export function refreshesOf(evidence: Evidence, authorization: string): Grant[] {
  return grantsOf(evidence).filter((grant) => grant.type === 'refresh_token' && grant.authorization === authorization)
}

/** Whose data a call is about: by what its path names, else by its token, or by what it gave for new tokens. */
export function authorizationOf(evidence: Evidence, call: Call): string | null {
  if (isGrant(call)) return grantsOf(evidence).find((grant) => grant.call.id === call.id)?.authorization ?? null
  return call.subscription ?? tokenOf(evidence, call.bearer)?.authorization ?? null
}

function isGrant({ endpoint }: Call): boolean {
  return endpoint === 'token.create' || endpoint === 'testToken.create'
}

function grantOf(evidence: Evidence, call: Call): Grant {
  const told = (call.entry.request.decoded ?? {}) as Partial<Record<string, string>>
  const { grant_type: type, code, refresh_token: refreshToken } = told
  const prints = call.entry.change.flatMap(({ path: [, , table, print, ...rest] }) =>
    table === 'tokens' && rest.length === 0 ? [String(print)] : [],
  )
  const issued = prints.flatMap((print) => tokenOf(evidence, print) ?? [])
  const from = codeOf(evidence, code)?.authorization ?? tokenOf(evidence, refreshToken)?.authorization
  return {
    call,
    type,
    code,
    refreshToken,
    issued,
    test: call.endpoint === 'testToken.create',
    authorization: from ?? null,
  }
}
