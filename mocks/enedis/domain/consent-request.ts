import type { Look } from '../dialect/index.ts'
import { refuse } from '../errors/index.ts'
import type { ConsentPage } from '../model/index.ts'
import type { ConsentRequest, Seen, SeenApplication } from '../views/index.ts'
import { applicationKnown, isAtHome, isOpen } from './application-lookup.ts'
import { endOfConsent } from './duration.ts'

/** The parameters a browser brings to a consent page. */
export type ConsentParams = Readonly<Record<string, string>>

/**
 * Judges a request for consent. Whatever is wrong is told to the browser, and nobody is redirected.
 * Source: SWAGGER, v1 authorize, direct errors; v2 has the same parameters.
 */
export function judgeConsentRequest(
  state: Seen,
  { params, page, hostName }: { params: ConsentParams; page: ConsentPage; hostName: string | null },
  { now, dialect }: Look,
): ConsentRequest {
  const { clientId, environment, redirectUri } = askedFor(state, { params, hostName })
  if (isMissing(params.response_type)) throw refuse.responseTypeMissing()
  if (params.response_type !== 'code') throw refuse.responseTypeInvalid()
  const duration = params.duration ?? ''
  endOfConsent(now, duration)
  if ((params.state?.length ?? 0) > mostState) throw refuse.stateTooLong()
  mustReturnHome(params.redirect_uri, redirectUri, dialect)
  const answersAs = dialect.consentRedirect === 'byPath' ? page : dialect.consentRedirect
  return { clientId, environment, page: answersAs, redirectUri, state: params.state, duration }
}

/** It need not be sent; whether one that is has to be the registered one is a switch (R26). */
function mustReturnHome(told: string | undefined, registered: string, { redirectUri }: Look['dialect']): void {
  if (redirectUri === 'ignored' || (redirectUri === 'checked' && told === undefined)) return
  if (told !== registered) throw refuse.redirectUriMismatch()
}

/** Source: SWAGGER, v1 authorize. */
const mostState = 100

function askedFor(
  state: Seen,
  { params, hostName }: { params: ConsentParams; hostName: string | null },
): SeenApplication {
  if (isMissing(params.client_id)) throw refuse.clientIdMissing()
  const application = applicationKnown(state, params.client_id ?? '')
  if (!application || !isOpen(application)) throw refuse.applicationUnknown()
  if (!isAtHome(application, hostName)) throw refuse.applicationUnknown()
  return application
}

function isMissing(value: string | undefined): boolean {
  return value === undefined || value === ''
}
