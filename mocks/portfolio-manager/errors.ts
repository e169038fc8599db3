import { defineAlerts, defineRefusals, Impossible, UnknownName, type Refusal } from '../../src/contract/refusal.ts'
import { didYouMean } from '../../src/ground/nearest.ts'

export { Impossible, UnknownName }

/** Says that a name was given to nobody, and which one may be meant: `throw unknownName('account', 'oliv', known)`. */
export function unknownName(noun: string, wanted: string, known: Iterable<string>): UnknownName {
  return new UnknownName(`Unknown ${noun} "${wanted}". ${didYouMean(wanted, known)}`)
}

/** The two numbers of application errors: the schema was broken, and everything else. */
const schema = '-100'
const application = '-200'

/**
 * Every refusal of the web services. Texts may change at the provider and clients must not match them; where no real
 * body was seen, the wording is ours.
 */
export const refuse = defineRefusals({
  notSchemaValid: {
    status: 400,
    code: schema,
    says: ({ details }: { details: readonly string[] }) => `Invalid XML: ${details.join(' ')}`,
    basis: 'documented',
    source: 'ERR, error number -100',
  },
  noPendingConnection: {
    status: 400,
    code: application,
    says: "The pending connection request doesn't exist or has been fulfilled.",
    basis: 'observed',
    source: 'E2E, connection answered twice',
  },
  noPendingPropertyShare: {
    status: 400,
    code: application,
    says: "The pending property share request doesn't exist or has been fulfilled.",
    basis: 'observed',
    source: 'E2E, property share answered twice',
  },
  noPendingMeterShare: {
    status: 400,
    code: application,
    says: "The pending meter share request doesn't exist or has been fulfilled.",
    basis: 'observed',
    source: 'E2E, meter share answered twice',
  },
  shareWithoutConnection: {
    status: 400,
    code: application,
    says: ({ account }: { account: string }) =>
      `You are not connected to account ${account}, and it has no pending connection request that this would accept.`,
    basis: 'inferred',
    source: 'NRCAN, accepting a share accepts the pending connection of its account: here there is none',
  },
  connectionRequestDemandsTooMuch: {
    status: 400,
    code: application,
    says: 'You cannot request this connection, because you demand terms of use or custom fields. Unshare the property with a note that asks its new administrator to connect with you.',
    basis: 'documented',
    source: 'NRCAN, transfer of a property, options 1 and 2',
  },
  notConnectedToAccount: {
    status: 400,
    code: application,
    says: ({ account }: { account: string }) => `You are not connected to this account (${account}).`,
    basis: 'observed',
    source: 'E2E, disconnect of an account that is not connected',
  },
  usernameTaken: {
    status: 400,
    code: application,
    says: ({ username }: { username: string }) => `The username ${username} is already taken.`,
    basis: 'inferred',
    source: 'DOC, Account: a username is unique',
  },
  elementMissing: {
    status: 400,
    code: application,
    says: ({ element }: { element: string }) => `A new property needs the element ${element}.`,
    basis: 'inferred',
    source: 'XSD26, propertyType leaves it optional; DOC, Property: a property has it',
  },
  parameterNotValid: {
    status: 400,
    code: application,
    says: ({ name, wanted }: { name: string; wanted: string }) => `The parameter ${name} is not valid: ${wanted}.`,
    basis: 'inferred',
    source: 'DOC, Consumption Data and Property Metrics: parameters; what answers others is not public',
  },
  metricsNotAsked: {
    status: 400,
    code: application,
    says: ({ most }: { most: number }) => `Name 1 to ${most} metrics in the header PM-Metrics.`,
    basis: 'documented',
    source: 'DOC, Property Metrics: header PM-Metrics, at most 10 metrics',
  },
  unknownMetric: {
    status: 400,
    code: application,
    says: ({ name }: { name: string }) => `${name} is not a metric.`,
    basis: 'inferred',
    source: 'DOC, Property Metrics: what answers an unknown name is not public',
  },
  otherKindOfMeter: {
    status: 400,
    code: application,
    says: ({ wanted }: { wanted: 'meter' | 'wasteMeter' }) => `This meter is edited with a ${wanted}.`,
    basis: 'inferred',
    source: 'XSD26, meter and wasteMeter are two kinds of body; that one cannot become the other is ours',
  },
  endBeforeStart: {
    status: 400,
    code: application,
    says: ({ startDate, endDate }: { startDate: string; endDate: string }) =>
      `The end date ${endDate} is before the start date ${startDate}.`,
    basis: 'inferred',
    source: 'DOC, Consumption Data: an entry ends after it starts',
  },
  duplicateEntry: {
    status: 400,
    code: application,
    says: ({ startDate, endDate }: { startDate: string; endDate: string }) =>
      `The meter already has an entry from ${startDate} to ${endDate}.`,
    basis: 'inferred',
    source: 'DOC, Consumption Data: whether duplicates are refused is not public',
  },
  wrongKindOfEntry: {
    status: 400,
    code: application,
    says: ({ wanted }: { wanted: 'meterConsumption' | 'meterDelivery' }) => `This meter takes ${wanted} entries only.`,
    basis: 'inferred',
    source: 'DOC, Consumption Data: a meter is metered or takes deliveries',
  },
  unitNotAllowed: {
    status: 400,
    code: application,
    says: ({ type, unit }: { type: string; unit: string }) => `The unit ${unit} is not allowed for a ${type} meter.`,
    basis: 'inferred',
    source: 'FAQ, units of measure by meter type',
  },
  unauthorized: {
    status: 401,
    code: application,
    says: 'Your username or password is missing or not valid.',
    headers: { 'WWW-Authenticate': 'Basic realm="Portfolio Manager"' },
    basis: 'documented',
    source: 'ERR, status 401',
  },
  notConnected: {
    status: 403,
    code: application,
    says: 'Access Denied',
    basis: 'observed',
    source: 'E2E, account of another user; ERR, status 403',
  },
  notShared: {
    status: 403,
    code: application,
    says: 'Access Denied',
    basis: 'observed',
    source: 'E2E, item after unshare; ERR, status 403',
  },
  readOnly: {
    status: 403,
    code: application,
    says: 'Access Denied',
    basis: 'documented',
    source: 'FAQ, access levels; ERR, status 403',
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
})

/** A refusal by its name, for faults that a scenario arms: those that need no details of a case. */
export function refusalNamed(name: string): Refusal | undefined {
  const entry = (refuse.catalogue as Readonly<Record<string, { says: unknown }>>)[name]
  if (typeof entry?.says !== 'string') return undefined
  return (refuse as unknown as Readonly<Record<string, () => Refusal>>)[name]?.()
}

/** What the web page tells a person who may not do what they tried. */
export const alert = defineAlerts({
  providerNotFound: {
    says: ({ wanted }: { wanted: string }) => `No account matches "${wanted}".`,
    basis: 'documented',
    source: 'NRCAN, step 1: customers find a provider only if it is searchable; E2E',
  },
  termsNotAccepted: {
    says: 'You must accept the terms of use to send this request.',
    basis: 'documented',
    source: 'NRCAN, step 1: the customer accepts your terms',
  },
  fieldRequired: {
    says: ({ field, item }: { field: string; item: string }) => `"${field}" is required for ${item}.`,
    basis: 'documented',
    source: 'NRCAN, custom fields are filled before the request leaves',
  },
  fieldNotValid: {
    says: ({ field, value, rule }: { field: string; value: string; rule: string }) =>
      `"${value}" is not valid for "${field}": ${rule}.`,
    basis: 'documented',
    source: 'DOC, Custom Fields: validCharacters, minChars, maxChars',
  },
  alreadyConnected: {
    says: ({ name }: { name: string }) => `You are already connected to ${name}.`,
    basis: 'documented',
    source: 'DOC, Invite (withdrawn): an invitation fails when already connected',
  },
  alreadyAsked: {
    says: ({ name }: { name: string }) => `A connection request between you and ${name} is already pending.`,
    basis: 'documented',
    source: 'DOC, Invite (withdrawn): a request cannot be sent again while it is pending',
  },
  nothingAsked: {
    says: ({ what }: { what: string }) => `There is no pending request for ${what}.`,
    basis: 'inferred',
    source: 'GUIDE, the page shows requests that wait for an answer',
  },
  notConnectedToProvider: {
    says: ({ name }: { name: string }) => `You are not connected to ${name}. Send a connection request first.`,
    basis: 'documented',
    source: 'NRCAN, step 3: the customer shares after the connection is accepted',
  },
  notYourContact: {
    says: ({ name }: { name: string }) => `${name} is not one of your contacts.`,
    basis: 'documented',
    source: 'FAQ, transfer of a property: both must be connected',
  },
  unsupportedMeterType: {
    says: ({ meter, type, name }: { meter: string; type: string; name: string }) =>
      `${name} does not accept meters of type ${type}. ${meter} was not shared.`,
    basis: 'documented',
    source: 'NRCAN, step 3: a meter whose type your system does not accept cannot be shared',
  },
  mayNotShareForward: {
    says: ({ item }: { item: string }) => `You do not have the right to share ${item} forward.`,
    basis: 'documented',
    source: 'FAQ, What is Share Forward?',
  },
  beyondYourAccess: {
    says: ({ item, level }: { item: string; level: string }) =>
      `You cannot give more access to ${item} than your own (${level}).`,
    basis: 'documented',
    source: 'FAQ, What is Share Forward?',
  },
  mayNotEdit: {
    says: ({ item }: { item: string }) => `You do not have the right to change access to ${item}.`,
    basis: 'documented',
    source: "FAQ, Who is able to edit other people's sharing access",
  },
  notYours: {
    says: ({ item }: { item: string }) => `You do not have the right to change ${item}.`,
    basis: 'documented',
    source: 'FAQ, access levels: only the administrator or a user with full access changes an item',
  },
  notSharedWith: {
    says: ({ item, name }: { item: string; name: string }) => `${item} is not shared with ${name}.`,
    basis: 'inferred',
    source: 'FAQ, the sharing page lists the people who have access',
  },
  gone: {
    says: ({ item }: { item: string }) => `${item} no longer exists.`,
    basis: 'inferred',
    source: 'FAQ, a deleted item leaves the page',
  },
  transferAlreadyProposed: {
    says: ({ item }: { item: string }) => `A transfer of ${item} is already pending.`,
    basis: 'inferred',
    source: 'FAQ, transfer of a property',
  },
  noTransfer: {
    says: ({ item }: { item: string }) => `No transfer of ${item} waits for your answer.`,
    basis: 'inferred',
    source: 'FAQ, transfer of a property',
  },
  choiceNotOffered: {
    says: ({ style }: { style: string }) => `The page offers no choice "${style}" when a transfer is accepted.`,
    basis: 'documented',
    source: 'NRCAN, transfer of a property: the recipient only accepts; the choices came with GUIDE',
  },
  notFromNotice: {
    says: ({ account }: { account: string }) =>
      `No notification names account ${account}, so you cannot ask it to connect.`,
    basis: 'documented',
    source: 'NRCAN, permission edits: request a connection with the id from the notice',
  },
  demandsTooMuch: {
    says: 'You cannot request this connection, because you demand terms of use or custom fields. Unshare the property with a note that asks its new administrator to connect with you (option 2).',
    basis: 'documented',
    source: 'NRCAN, transfer of a property, options 1 and 2',
  },
  usernameTaken: {
    says: ({ username }: { username: string }) => `The username ${username} is already taken.`,
    basis: 'inferred',
    source: 'DOC, Account: a username is unique',
  },
})
