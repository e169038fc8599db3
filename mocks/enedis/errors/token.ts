import type { Entry } from './shapes.ts'

const documented = { basis: 'documented', source: 'SWAGGER, oauth2/v3: codes and descriptions of a 400' } as const
const ofV1 =
  'ISSUES, v1/oauth2/token: invalid_grant on a late or reused code; RFC6749, section 5.2; the wording is ours'

const invalidRequest =
  'The request is missing a required parameter, includes an unsupported parameter value (other than grant type), ' +
  'repeats a parameter, includes multiple credentials, utilizes more than one mechanism for authenticating the client, ' +
  'or is otherwise malformed'
const invalidGrant =
  'The provided authorization grant (e.g. authorization code, resource owner credentials) or refresh token is invalid, ' +
  'expired, revoked, does not match the redirection URI used in the authorization request, or was issued to another client'

/** What the token endpoints refuse. */
export const token = {
  grantTypeMissing: { shape: 'oauth', status: 400, code: 'invalid_request', says: invalidRequest, ...documented },
  parameterOfTokenMissing: {
    shape: 'oauth',
    status: 400,
    code: 'invalid_request',
    says: invalidRequest,
    ...documented,
  },
  credentialsTwice: { shape: 'oauth', status: 400, code: 'invalid_request', says: invalidRequest, ...documented },
  grantTypeUnsupported: {
    shape: 'oauth',
    status: 400,
    code: 'unsupported_grant_type',
    says: 'The authorization grant type is not supported by the authorization server',
    ...documented,
  },
  clientInvalid: {
    shape: 'oauth',
    status: 400,
    code: 'invalid_client',
    says: 'Client authentication failed (e.g., unknown client, no client authentication included, or unsupported authentication method)',
    ...documented,
  },
  otherEnvironment: {
    shape: 'oauth',
    status: 400,
    code: 'invalid_client',
    says: 'Client authentication failed (e.g., unknown client, no client authentication included, or unsupported authentication method)',
    basis: 'inferred',
    source: 'INF, credentials of the other environment are those of nobody; SWAGGER, the description',
  },
  scopeInvalid: {
    shape: 'oauth',
    status: 400,
    code: 'invalid_scope',
    says: 'The requested scope is invalid, unknown, malformed, or exceeds the scope granted by the resource owner',
    ...documented,
  },
  grantNotForClient: {
    shape: 'oauth',
    status: 400,
    code: 'unauthorized_client',
    says: 'The authenticated client is not authorized to use this authorization grant type',
    ...documented,
  },
  codeInvalid: {
    shape: 'oauth',
    status: 400,
    code: 'invalid_grant',
    says: invalidGrant,
    basis: 'observed',
    source: ofV1,
  },
  refreshTokenInvalid: {
    shape: 'oauth',
    status: 400,
    code: 'invalid_grant',
    says: invalidGrant,
    basis: 'observed',
    source: ofV1,
  },
  tokenTypeUnsupported: {
    shape: 'oauth',
    status: 400,
    code: 'unsupported_token_type',
    says: 'The authorization server does not support the revocation of the presented token type',
    ...documented,
  },
  credentialsMissing: {
    shape: 'oauth',
    status: 401,
    code: 'invalid_client',
    says: 'Valid authentication credentials are mandatory to access the resource',
    headers: { 'www-authenticate': 'Basic realm="Enedis"' },
    basis: 'documented',
    source: 'SWAGGER, oauth2/v3: 401; the header is that of RFC6749, section 5.2',
  },
  mediaTypeUnsupported: {
    shape: 'oauth',
    status: 415,
    code: 'invalid_request',
    says: 'Le Content-Type doit être application/x-www-form-urlencoded',
    basis: 'documented',
    source: 'SWAGGER, oauth2/v3: 415',
  },
  tokenEndpointFailed: {
    shape: 'oauth',
    status: 500,
    code: 'server_error',
    says: 'Erreur Serveur - Une erreur est survenue lors du traitement de la requête par le serveur',
    basis: 'documented',
    source: 'SWAGGER, oauth2/v3: 500',
  },
  tokenEndpointUnavailable: {
    shape: 'oauth',
    status: 503,
    code: 'temporarily_unavailable',
    says: 'Service Unavailable - Le serveur est momentanément inaccessible',
    basis: 'documented',
    source: 'SWAGGER, oauth2/v3: 503',
  },
} as const satisfies Readonly<Record<string, Entry>>
