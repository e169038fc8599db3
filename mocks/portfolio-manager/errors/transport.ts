import { application } from './numbers.ts'

/** What HTTP itself refuses, and how the provider is doing. */
export const transport = {
  unauthorized: {
    status: 401,
    code: application,
    says: 'Your username or password is missing or not valid.',
    headers: { 'WWW-Authenticate': 'Basic realm="Portfolio Manager"' },
    basis: 'documented',
    source: 'ERR, status 401',
  },
  notFound: {
    status: 404,
    code: application,
    says: ({ noun, id }: { noun: string; id: string }) => `There is no ${noun} with the id ${id}.`,
    basis: 'documented',
    source: 'ERR, status 404',
  },
  unknownPath: {
    status: 404,
    code: application,
    says: 'The requested resource does not exist.',
    basis: 'documented',
    source: 'ERR, status 404',
  },
  emptyList: {
    status: 404,
    code: application,
    says: 'The list is empty.',
    basis: 'inferred',
    source: 'E2E, one client expects 404 for an empty list',
  },
  wrongMethod: {
    status: 405,
    code: application,
    says: 'The method is not allowed for this resource.',
    basis: 'documented',
    source: 'ERR, status 405',
  },
  notAcceptable: {
    status: 406,
    code: application,
    says: 'The wanted response type is not supported. Ask for application/xml.',
    basis: 'documented',
    source: 'ERR, status 406',
  },
  unsupportedMediaType: {
    status: 415,
    code: application,
    says: 'The type of the request body is not supported. Send application/xml.',
    basis: 'documented',
    source: 'ERR, status 415',
  },
  throttled: {
    status: 429,
    code: application,
    says: 'You have sent too many requests.',
    basis: 'documented',
    source: 'TESTPDF, rate limits; ERR, status 429',
  },
  internalError: {
    status: 500,
    code: application,
    says: 'An unexpected error occurred.',
    basis: 'documented',
    source: 'ERR, status 500',
  },
  maintenance: {
    status: 502,
    code: application,
    says: 'Portfolio Manager is down for maintenance.',
    basis: 'documented',
    source: 'ERR, status 502',
  },
} as const
