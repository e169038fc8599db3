import { describe, expect, test } from 'vitest'
import { goodHabits } from '../../../../../conformance/clients/enedis-data-connect/habits/index.ts'
import { freeAgainAt, refusalIn } from '../../../../../conformance/clients/enedis-data-connect/wire/refusals.ts'

describe('a refusal is read in any dialect', () => {
  test.each([
    ['Data Connect', '{"error":"ADAM-ERR0123","error_description":"Trop tôt"}', 'ADAM-ERR0123', 'Trop tôt'],
    ['the Swagger of 2026', '{"code":"no_data_found","message":"Rien"}', 'no_data_found', 'Rien'],
    ['a list of that', '[{"code":"no_data_found","message":"Rien"}]', 'no_data_found', 'Rien'],
    ['the gateway', '{"fault":{"code":900901,"message":"Invalid Credentials"}}', '900901', 'Invalid Credentials'],
    ['a nested one', '{"error":{"code":500,"message":"Erreur Technique - 500"}}', '500', 'Erreur Technique - 500'],
    ['the gateway of 2023', '{"reasons":[],"details":{"msgId":"Id-1"}}', '', ''],
    ['a page', '<html></html>', '', ''],
    ['nothing', '', '', ''],
  ])('that of %s', (_, body, code, says) => {
    expect(refusalIn(body)).toEqual({ code, says })
  })
})

describe('a refusal means', () => {
  const meant = (status: number, body: object | string) =>
    goodHabits.meaningOf({ status, body: typeof body === 'string' ? body : JSON.stringify(body) })

  test.each([
    ['no consent', 403, { error: 'ADAM-DC-0008', error_description: 'No consent can be found' }],
    ['no consent', 403, { error: 'ADAM_DC_0008' }],
    ['before the consent', 403, { error: 'ADAM-DC-0009' }],
    ['not the holder', 400, { error: 'ADAM-DC-0007' }],
    ['API not subscribed', 403, { code: '900908', message: 'Resource forbidden ' }],
    ['no data', 404, { error: 'no_data_found', error_description: 'no measure found for this usage point' }],
    ['no data', 404, { error: 'STM-ERR-0000014', error_description: '' }],
    ['no data', 404, { code: 'autre', message: 'Pas de mesure trouvée pour ce point' }],
    ['API gone', 404, { code: '404', type: 'Status report', message: 'Not Found' }],
    ['API gone', 404, '<html>Not Found</html>'],
    ['API gone', 404, { reasons: [], details: { msgId: 'Id-1' } }],
    ['before commissioning', 400, { error: 'ADAM-ERR0123' }],
    ['beyond history', 400, { error: 'ADAM-DC-0016' }],
    ['window too long', 400, { error: 'ADAM-DC-0015' }],
    ['window too long', 400, { error: 'ADAM-ERR0126' }],
    ['wrong direction', 400, { error: 'ADAM-ERR0069' }],
    ['curve not recorded', 400, { error: 'ADAM-ERR0075' }],
    ['call refused', 400, { error: 'Invalid_request' }],
    ['call refused', 404, { error: 'STM-ERR-0000019', error_description: 'Unknown or unauthorized user.' }],
  ])('%s where %i %j came', (means, status, body) => {
    expect(meant(status, body)).toBe(means)
  })
})

test('a 429 may tell when calls are taken again, in words of its own', () => {
  const body = '{"description":"You have exceeded your quota .You can access API after 2026-Jul-17 05:00:00+0000 UTC"}'

  expect(freeAgainAt(body)).toBe('2026-07-17T05:00:00.000Z')
  expect(freeAgainAt('{"error_description":"Quota Q4 reached  Call threshold allowed on 0:-30:-40"}')).toBeUndefined()
})
