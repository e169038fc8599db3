import type { EnedisSettings } from '../dialect/index.ts'
import type { CodeGrant } from '../views/index.ts'

/** A token of v3. Source: SWAGGER, oauth2/v3; CLIENT, expires_in is a number (R11). */
export function encodeToken(token: string, { expiresInType, expiresInValue }: EnedisSettings): string {
  const expires_in = expiresInType === 'integer' ? Number(expiresInValue) : expiresInValue
  return JSON.stringify({ access_token: token, token_type: 'Bearer', expires_in, scope: '' })
}

/** What v4 hands out for a code or a refresh token. Source: SWAGGER, v4: milliseconds as strings, scope as patterns. */
export function encodeCodeGrant(grant: CodeGrant, { severalUsagePoints, expiresInType }: EnedisSettings): string {
  const { accessToken, refreshToken, expiresInSeconds, issuedAt, refreshTokenIssuedAt, usagePoints } = grant
  return JSON.stringify({
    access_token: accessToken,
    token_type: 'Bearer',
    expires_in: expiresInType === 'integer' ? expiresInSeconds : String(expiresInSeconds),
    refresh_token: refreshToken,
    scope: scopeOfV4,
    issued_at: milliseconds(issuedAt),
    refresh_token_issued_at: milliseconds(refreshTokenIssuedAt),
    refresh_count: String(grant.refreshCount),
    usage_points_id: usagePoints.join(severalUsagePoints),
  })
}

const scopeOfV4 = [
  '/v4/metering_data/daily_consumption.GET',
  '/v4/metering_data/consumption_load_curve.GET',
  '/v4/metering_data/daily_consumption_max_power.GET',
  '/v4/metering_data/daily_production.GET',
  '/v4/metering_data/production_load_curve.GET',
  '/v3/customers/identity.GET',
  '/v3/customers/contact_data.GET',
  '/v3/customers/usage_points/contracts.GET',
  '/v3/customers/usage_points/addresses.GET',
].join(' ')

function milliseconds(instant: string): string {
  return String(Date.parse(instant))
}
