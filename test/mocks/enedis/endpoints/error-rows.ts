import { claireAt, type Apis, type openApis } from '../../../support/enedis-apis.ts'

export const daily = '/metering_data_dc/v5/daily_consumption'
export const curve = '/metering_data_clc/v5/consumption_load_curve'
const production = '/metering_data_dp/v5/daily_production'
const identity = '/customers_i/v5/identity'

/** A way to be refused, and the answer. */
export type Row = {
  /** What the client asks in place of two days of September. */
  path?: string
  query?: Record<string, string | undefined>
  told?: Parameters<typeof openApis>[0]
  options?: Parameters<typeof openApis>[1]
  act?: (apis: Apis) => Promise<unknown>
  /** Where no text is public, only status and code are held. */
  answers: [status: number, error: string, description?: string]
}

const invalid = 'invalid_request'
const fails = (refusal: string) => (apis: Apis) => apis.utility('fail', { usagePoint: 'claire.home', refusal })
const spoil = (apis: Apis) => apis.utility('spoilConsent', { usagePoint: 'claire.home', flaw: 'notOwner' })
const noConsent = 'No consent can be found for this customer and this usage point.'
const notOwner = 'The customer is not owner of this usage point.'
const lessThanSeven = 'The requested period must be less than 7 days for an access to the load curve.'
const depth = 'The start date must be greater than the history deadline.'
const activation = "The requested period cannot be anterior to the meter's last activation date"
const never = claireAt({ consumption: { curve: 'never' } })

/** Every row of the catalogue of v4 and v5, by what brings it about. */
export const rows: Readonly<Record<string, Row>> = {
  'no usage point': {
    query: { usage_point_id: undefined },
    answers: [400, 'Invalid_request', 'usage_point_id parameter is required.'],
  },
  'a usage point of 13 digits': {
    query: { usage_point_id: '2500000000013' },
    answers: [400, 'Invalid_request', 'usage_point_id parameter must be 14 digits long.'],
  },
  'no start': { query: { start: undefined }, answers: [400, invalid, 'Start date parameter is required'] },
  'no end': { query: { end: undefined }, answers: [400, invalid, 'End date parameter is required'] },
  'a start with a time': {
    query: { start: '2026-09-01T00:00:00' },
    answers: [400, invalid, 'Start date parameter must be in the format YYYY-MM-DD'],
  },
  'an end that no calendar has': {
    query: { end: '2026-09-31' },
    answers: [400, invalid, 'End date parameter must be in the format YYYY-MM-DD'],
  },
  'a start after the end': {
    query: { end: '2026-08-31' },
    answers: [400, invalid, 'Start date should be before end date.'],
  },
  'a start that is the end': {
    query: { end: '2026-09-01' },
    answers: [400, invalid, 'Start date should be before end date.'],
  },
  'an end after today': {
    query: { end: '2026-10-06' },
    answers: [400, invalid, 'The end date parameter must be earlier than the current date.'],
  },
  'an end of today, at night, where that is refused': {
    query: { end: '2026-10-05' },
    options: { now: '2026-10-04T22:41:00.000Z', dialect: { endToday: 'refusedAtNight' } },
    answers: [400, invalid, 'The end date parameter must be earlier than the current date.'],
  },
  'eight days of a curve': {
    path: curve,
    query: { end: '2026-09-09' },
    answers: [400, 'ADAM-ERR0126', lessThanSeven],
  },
  'eight days of a curve, as documented': {
    path: curve,
    query: { end: '2026-09-09' },
    options: { dialect: { errorCodes: 'documented' } },
    answers: [400, 'ADAM-DC-0015', lessThanSeven],
  },
  'seven days of a curve, where they are refused': {
    path: curve,
    query: { end: '2026-09-08' },
    options: { dialect: { curveWindow: 'lessThanSeven' } },
    answers: [400, 'ADAM-ERR0126', lessThanSeven],
  },
  'more than a year of days': { query: { start: '2025-08-31' }, answers: [400, 'ADAM-ERR0126'] },
  'days of more than 36 months and 15 days ago': {
    query: { start: '2023-09-19', end: '2023-09-21' },
    answers: [400, 'ADAM-ERR0125', depth],
  },
  'a curve of more than 24 months and 15 days ago': {
    path: curve,
    query: { start: '2024-09-19', end: '2024-09-21' },
    answers: [400, 'ADAM-ERR0125', depth],
  },
  'a curve of too long ago, as documented': {
    path: curve,
    query: { start: '2024-09-19', end: '2024-09-21' },
    options: { dialect: { errorCodes: 'documented' } },
    answers: [400, 'ADAM-DC-0016', depth],
  },
  'days before the meter was put into service': {
    told: claireAt({ commissionedOn: '2026-09-02' }),
    answers: [400, 'ADAM-ERR0123', activation],
  },
  'days before the customer moved in': {
    told: claireAt({ movedIn: '2026-09-02' }),
    answers: [400, 'ADAM-ERR0123', activation],
  },
  'production of a point that only consumes': { path: production, answers: [400, 'ADAM-ERR0069'] },
  'somebody who is not the actual holder': { act: fails('notHolder'), answers: [400, 'ADAM-ERR0061'] },
  'a curve that the customer opposes': {
    path: curve,
    told: claireAt({ opposesCurve: true }),
    answers: [400, 'ADAM-ERR0075'],
  },
  'a consent taken for that of another holder': { act: spoil, answers: [400, 'ADAM-DC-0007', notOwner] },
  'the same before July 2026': {
    query: { start: '2026-05-01', end: '2026-05-02' },
    options: { now: '2026-06-30T10:00:00.000Z' },
    act: spoil,
    answers: [403, 'ADAM-DC-0007', notOwner],
  },
  'nobody’s consent': {
    told: { customers: { claire: {} } },
    answers: [403, 'ADAM-DC-0008', noConsent],
  },
  'a usage point that nobody has': {
    query: { usage_point_id: '25000000999999' },
    answers: [403, 'ADAM-DC-0008', noConsent],
  },
  'a consent that was revoked': {
    act: (apis) => apis.customer('revoke', { as: 'claire', usagePoint: 'home' }),
    answers: [403, 'ADAM-DC-0008', noConsent],
  },
  'a consent that expired': {
    told: claireAt({}, { ago: 'P2Y', duration: 'P1Y' }),
    answers: [403, 'ADAM-DC-0008', noConsent],
  },
  'a consent to other data': {
    told: claireAt({}, { data: ['loadCurve'] }),
    answers: [403, 'ADAM-DC-0008', noConsent],
  },
  'no consent, as one document spells it': {
    told: { customers: { claire: {} } },
    options: { dialect: { consentCode: 'ADAM_DC_0008' } },
    answers: [403, 'ADAM_DC_0008', noConsent],
  },
  'days before those the consent is about': {
    told: claireAt({}, { dataFrom: '2026-09-02' }),
    answers: [403, 'ADAM-DC-0009'],
  },
  'a user who is not allowed': {
    act: fails('unauthorizedUser'),
    answers: [403, 'unauthorized_user', 'user is not authorized to access this resource'],
  },
  'a curve that was never activated': {
    path: curve,
    told: never,
    answers: [404, 'no_data_found', 'no measure found for this usage point'],
  },
  'a day that is not published yet': {
    query: { start: '2026-10-04', end: '2026-10-05' },
    options: { now: '2026-10-05T05:00:00.000Z' },
    answers: [404, 'no_data_found', 'no measure found for this usage point'],
  },
  'no data, by the number of the core': {
    path: curve,
    told: never,
    options: { dialect: { noDataCode: 'STM-ERR-0000020' } },
    answers: [404, 'STM-ERR-0000020', 'no measure found for this usage point'],
  },
  'no data, without a word': {
    path: curve,
    told: never,
    options: { dialect: { noDataCode: 'STM-ERR-0000014' } },
    answers: [404, 'STM-ERR-0000014', ''],
  },
  'the customer of a point that only produces': {
    path: identity,
    told: claireAt({ consumption: null, production: {} }),
    answers: [404, 'STM-ERR-0000019', 'Unknown or unauthorized user.'],
  },
  'a platform that fails': {
    act: (apis) => apis.utility('fail'),
    answers: [500, 'technical_error', 'Technical error. Please try later.'],
  },
  'a platform that fails with an exception': {
    act: (apis) => apis.utility('fail'),
    options: { dialect: { technicalCode: 'ADAM-DC-0500' } },
    answers: [500, 'ADAM-DC-0500', 'Technical Exception'],
  },
  'a core that fails': {
    act: (apis) => apis.utility('fail', { api: 'metering_data_dc' }),
    options: { dialect: { technicalCode: 'STM-ERR-0000001' } },
    answers: [500, 'STM-ERR-0000001', 'Technical error. Please try later.'],
  },
  'a service that is unavailable': {
    act: (apis) => apis.utility('fail', { refusal: 'unavailable' }),
    answers: [503, '503', 'Service unavailable for the moment. Please try later.'],
  },
}
