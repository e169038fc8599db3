import type { Look } from '../dialect/index.ts'
import { refuse } from '../errors/index.ts'
import type { AuthorisationId, UsagePointId } from '../model/index.ts'
import type { ConsentRequest } from '../views/index.ts'

type Asked = Pick<ConsentRequest, 'redirectUri' | 'state' | 'page'>

/** Where the browser goes with the code and the usage points. Source: SWAGGER, v1 authorize. */
export function acceptedOnV1(
  { redirectUri, state }: Asked,
  { code, usagePoints }: { code: string; usagePoints: readonly UsagePointId[] },
  { dialect }: Pick<Look, 'dialect'>,
): string {
  return addressWith(redirectUri, { code, state, usage_point_id: usagePoints.join(dialect.severalUsagePoints) })
}

/** Where the browser goes with the number of the authorisation, and no code. Source: CAPTURE, v2. */
export function acceptedOnV2({ redirectUri, state }: Asked, { id }: { id: AuthorisationId }): string {
  return addressWith(redirectUri, { autorisation_id: id, state })
}

/** Where the browser goes when the customer refuses. Source: ISSUES, v1; CLIENT, v2. */
export function refused(
  asked: Asked,
  { withState }: { withState: boolean },
  { dialect }: Pick<Look, 'dialect'>,
): string {
  const state = withState && dialect.stateOnRefusal === 'on' ? asked.state : undefined
  if (asked.page === 'v2' && dialect.refusalOfV2 === 'demande_non_aboutie') return notCompleted({ ...asked, state })
  const { code: error, message } = refuse.accessDenied()
  const code = asked.page === 'v1' ? '403' : undefined
  return addressWith(asked.redirectUri, { code, error, error_description: message, state })
}

/** Where the browser goes when Enedis fails. Source: ISSUES, v1. */
export function failed({ redirectUri, state, page }: Asked): string {
  const { code: error, message } = refuse.consentFailed()
  return addressWith(redirectUri, { code: page === 'v1' ? '500' : undefined, error, error_description: message, state })
}

/** What was meant for the query hangs on the path. Source: ISSUES, a failure redirect of v1. */
export function failedMalformed({ redirectUri, state }: Asked, usagePoint: UsagePointId | null): string {
  const { code: error, message } = refuse.consentFailed()
  const words = queryOf({ IdPrm: usagePoint ?? 'null', code: error, error, error_description: message, state })
  return `${redirectUri}${words}`
}

/** The customer did not come to an end. Source: CLIENT, v2. */
export function notCompleted({ redirectUri, state }: Pick<Asked, 'redirectUri' | 'state'>): string {
  const { code: error, message } = refuse.consentNotCompleted()
  return addressWith(redirectUri, { error, error_description: message, state })
}

type Words = Readonly<Record<string, string | undefined>>

/** An address with what a redirect tells it, added to what the address holds already. Unset values are left out. */
function addressWith(address: string, told: Words): string {
  const [before = '', fragment] = address.split('#')
  const query = `${before}${before.includes('?') ? '&' : '?'}${queryOf(told)}`
  return fragment === undefined ? query : `${query}#${fragment}`
}

function queryOf(told: Words): string {
  return Object.entries(told)
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`]))
    .join('&')
}
