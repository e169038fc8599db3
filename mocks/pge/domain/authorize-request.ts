import type { Look } from '../dialect/index.ts'
import { refuse } from '../errors/index.ts'
import type { ClientId, Day } from '../model/index.ts'
import type { Seen, SeenRegistration } from '../views.ts'
import { epochSeconds, pacificDay } from './pacific.ts'
import { addressWith } from './redirect.ts'
import { clientKnown, hasCredentials, isApproved, isAuthorizedOnline, registrationOf } from './registration-lookup.ts'
import { functionBlocksIn, registeredScope } from './scope.ts'

/** The parameters a browser brings to the authorization page. */
export type AuthorizeParams = Readonly<Record<string, string>>

/** A request that may be shown to the customer. */
export type AuthorizeRequest = {
  clientId: ClientId
  redirectUri: string
  state: string | undefined
  /** Whether the page opens on the tab for guests. */
  asGuest: boolean
  /** What the third party would like; the customer decides. */
  endsNotBefore: Day | null
  endsPreferably: Day | null
}

/**
 * Judges an authorization request. Until client and address are known to belong together nobody is redirected; from
 * then on the third party is told. Source: PAGE, OAuth errors, 2018 and current.
 */
export function judgeAuthorize(
  state: Seen,
  { params, test }: { params: AuthorizeParams; test: boolean },
  look: Look,
): AuthorizeRequest {
  const registration = askedFor(state, { params, test }, look)
  const { clientId, redirectUri: registered } = registration
  const redirectUri = params.redirect_uri
  if (redirectUri === undefined || redirectUri !== registered) throw refuse.redirectUriInvalid()
  const told = (refusal: ReturnType<typeof refuse.accessDenied>) =>
    refusal.with({ location: refusedAt({ redirectUri, state: params.state }, refusal) })
  if (params.response_type !== 'code') throw told(refuse.responseTypeInvalid())
  if (asksForMore(params.scope, registeredScope(registration, look.dialect))) throw told(refuse.scopeInvalid())
  const hints = endHints(params, look.now)
  if (hints === undefined) throw told(refuse.authorizationEndInvalid())
  return { clientId, redirectUri, state: params.state, asGuest: params.login === 'guest', ...hints }
}

/** Where the browser goes when the customer cancels on the login or authorization page. */
export function cancelled(request: Pick<AuthorizeRequest, 'redirectUri' | 'state'>): string {
  return refusedAt(request, refuse.accessDenied())
}

/** Where the browser goes with the code. Source: PAGE, redirect; the name of the code is disputed (C3). */
export function approvedAt(
  { redirectUri, state, code, scope }: { redirectUri: string; state: string | undefined; code: string; scope: string },
  { dialect }: Pick<Look, 'dialect'>,
): string {
  const codes = {
    code: { code },
    authorization_code: { authorization_code: code },
    both: { code, authorization_code: code },
  }
  return addressWith(redirectUri, { ...codes[dialect.codeParam], scope, state })
}

/** Where a customer is sent who picks a company on PG&E's site, and the OAuth test begins. Source: PAGE. */
export function portalAddress(
  { portalUri, bulkId }: SeenRegistration,
  { how, scope }: { how: 'customer' | 'test'; scope: string },
  { dialect }: Pick<Look, 'dialect'>,
): string | null {
  if (portalUri === null) return null
  const isLegacy = how === 'test' ? dialect.testFlow === 'legacy' : dialect.clickThrough1 === 'on'
  if (!isLegacy) return portalUri
  if (how === 'customer') return addressWith(portalUri, { dataCustodianId: 'PGE' })
  return addressWith(portalUri, { scope, ThirdPartyID: bulkId, dataCustodianId: 'PGE' })
}

function askedFor(
  state: Seen,
  { params, test }: { params: AuthorizeParams; test: boolean },
  { now, dialect }: Look,
): SeenRegistration {
  if (test && (params.client_id ?? '') === '') throw refuse.testClientIdEmpty()
  const clientId = clientKnown(state, params.client_id ?? '')
  if (clientId === undefined)
    throw dialect.badClientId === '400' ? refuse.clientUnknown() : refuse.clientUnknownUnauthorized()
  const registration = registrationOf(state, clientId)
  if (!isAuthorizedOnline(registration)) throw refuse.noOnlineAuthorization()
  const isOpen = test ? hasCredentials(registration, now) : isApproved(registration, now)
  if (!isOpen) throw refuse.notApproved()
  return registration
}

function refusedAt(
  { redirectUri, state }: Pick<AuthorizeRequest, 'redirectUri' | 'state'>,
  { code, message }: { code: string | undefined; message: string },
): string {
  return addressWith(redirectUri, { error: code, error_description: message, state })
}

/** Production ignores the scope of a request; one that names function blocks may not name others than registered. */
function asksForMore(asked: string | undefined, registered: string): boolean {
  const known = functionBlocksIn(registered)
  return functionBlocksIn(asked ?? '').some((block) => !known.includes(block))
}

/** MinAuthEndDate and PreferredAuthEndDate, in epoch seconds. Source: PAGE, sequence diagram. */
function endHints(
  params: AuthorizeParams,
  now: string,
): Pick<AuthorizeRequest, 'endsNotBefore' | 'endsPreferably'> | undefined {
  const [least, preferred] = [params.MinAuthEndDate, params.PreferredAuthEndDate].map(epochIn)
  if (least === 'invalid' || preferred === 'invalid') return undefined
  const given = [least, preferred].filter((one) => one !== undefined)
  const isPast = given.some((one) => one <= epochSeconds(now))
  const isReversed = least !== undefined && preferred !== undefined && preferred < least
  if (isPast || isReversed) return undefined
  return { endsNotBefore: dayOf(least), endsPreferably: dayOf(preferred) }
}

function epochIn(text: string | undefined): number | 'invalid' | undefined {
  if (text === undefined) return undefined
  return /^\d{1,11}$/.test(text) ? Number(text) : 'invalid'
}

function dayOf(epoch: number | undefined): Day | null {
  return epoch === undefined ? null : pacificDay(new Date(epoch * 1000).toISOString())
}
