import { describe, expect, test } from 'vitest'
import { settingsOf } from '../../../../src/contract/dialect.ts'
import { dialect, type EnedisSettings } from '../../../../mocks/enedis/dialect/index.ts'
import { refusalNamed, refuse } from '../../../../mocks/enedis/errors/index.ts'
import { generations, type Generation } from '../../../../mocks/enedis/model/index.ts'
import { asTold, encodeRefusal } from '../../../../mocks/enedis/wire/refusal.ts'

type Name = Exclude<keyof typeof refuse, 'catalogue'>
const settings = (chosen: Partial<EnedisSettings> = {}) =>
  ({ ...settingsOf(dialect), ...chosen }) as unknown as EnedisSettings

/** What a client reads when it is refused. */
function told(name: Name, generation: Generation = 'v5', chosen: Partial<EnedisSettings> = {}): [number, unknown] {
  const refusal = refusalNamed(name)
  if (refusal === undefined) throw new Error(`There is no refusal ${name}.`)
  const said = asTold(refusal, settings(chosen))
  const body = encodeRefusal(said, { generation, requestId: '00ff' }, settings(chosen))
  return [said.status, JSON.parse(body)]
}

const error = (code: string, description: string) => ({ error: code, error_description: description })

describe('v5 says in English', () => {
  test.each<[Name, number, string, string]>([
    ['usagePointMissing', 400, 'Invalid_request', 'usage_point_id parameter is required.'],
    ['usagePointMalformed', 400, 'Invalid_request', 'usage_point_id parameter must be 14 digits long.'],
    ['startMissing', 400, 'invalid_request', 'Start date parameter is required'],
    ['endMissing', 400, 'invalid_request', 'End date parameter is required'],
    ['startMalformed', 400, 'invalid_request', 'Start date parameter must be in the format YYYY-MM-DD'],
    ['endMalformed', 400, 'invalid_request', 'End date parameter must be in the format YYYY-MM-DD'],
    ['badRequest', 400, 'Invalid_request', 'Empty header, bad request format, partial or incorrect data'],
    ['startNotBeforeEnd', 400, 'invalid_request', 'Start date should be before end date.'],
    ['endNotPast', 400, 'invalid_request', 'The end date parameter must be earlier than the current date.'],
    [
      'windowTooLong',
      400,
      'ADAM-ERR0126',
      'The requested period must be less than 7 days for an access to the load curve.',
    ],
    ['beyondDepth', 400, 'ADAM-ERR0125', 'The start date must be greater than the history deadline.'],
    [
      'beforeActivation',
      400,
      'ADAM-ERR0123',
      "The requested period cannot be anterior to the meter's last activation date",
    ],
    ['wrongDirection', 400, 'ADAM-ERR0069', 'Le sens de mesure demandé ne correspond pas à celui du point'],
    ['notHolder', 400, 'ADAM-ERR0061', "Le client n'est pas le titulaire actuel du point sur la période demandée"],
    ['curveOpposed', 400, 'ADAM-ERR0075', "Le client s'est opposé à l'enregistrement de sa courbe de charge"],
    ['notOwner', 403, 'ADAM-DC-0007', 'The customer is not owner of this usage point.'],
    ['noConsent', 403, 'ADAM-DC-0008', 'No consent can be found for this customer and this usage point.'],
    ['beforeConsent', 403, 'ADAM-DC-0009', 'The start date is before the start of the consent.'],
    ['unauthorizedUser', 403, 'unauthorized_user', 'user is not authorized to access this resource'],
    ['noData', 404, 'no_data_found', 'no measure found for this usage point'],
    ['unknownUser', 404, 'STM-ERR-0000019', 'Unknown or unauthorized user.'],
    ['technicalError', 500, 'technical_error', 'Technical error. Please try later.'],
    ['technicalException', 500, 'ADAM-DC-0500', 'Technical Exception'],
    ['technicalErrorOfCore', 500, 'STM-ERR-0000001', 'Technical error. Please try later.'],
    ['unavailable', 503, '503', 'Service unavailable for the moment. Please try later.'],
  ])('%s: %i %s, %s', (name, status, code, says) => {
    expect(told(name)).toEqual([status, error(code, says)])
  })
})

describe('v2 says in French', () => {
  test.each<[Name, number, string, string]>([
    ['usagePointMissing', 400, 'Invalid_request', 'Le paramètre usage_point_id est obligatoire'],
    ['notOwnerSince2026', 400, 'ADAM-DC-0007', "Le client n'est pas titulaire du point demandé."],
    ['noData', 404, 'no_data_found', 'Pas de mesure trouvée pour ce point'],
    ['technicalError', 500, 'technical_error', "Problème technique dans l'interrogation du SI coeur"],
    ['noServices', 400, 'Bad request', 'Pas de services souscrits, le flux est stoppé.'],
  ])('%s: %i %s, %s', (name, status, code, says) => {
    expect(told(name, 'v2')).toEqual([status, error(code, says)])
  })

  test.each<[Name, number, string]>([
    ['noConsent', 403, 'ADAM-DC-0008'],
    ['beforeActivation', 400, 'ADAM-ERR0123'],
    ['windowTooLong', 400, 'ADAM-ERR0126'],
    ['beyondDepth', 400, 'ADAM-ERR0125'],
    ['beforeConsent', 403, 'ADAM-DC-0009'],
  ])('%s in words of ours: %i %s', (name, status, code) => {
    const [answered, body] = told(name, 'v2')

    expect([answered, body]).toMatchObject([status, { error: code }])
    expect((body as { error_description: string }).error_description).toMatch(/[éèêà]/)
  })

  test.each([
    ['swagger', { code: 'no_data_found', message: 'Pas de mesure trouvée pour ce point' }],
    ['swaggerList', [{ code: 'no_data_found', message: 'Pas de mesure trouvée pour ce point' }]],
  ] as const)('in the form of the Swagger where a switch says so: %s', (bodyOfV2, body) => {
    expect(told('noData', 'v2', { bodyOfV2 })).toEqual([404, body])
    expect(told('noData', 'v5', { bodyOfV2 })[1]).toHaveProperty('error')
  })

  test.each<[Name, number, unknown]>([
    ['servicesForbidden', 403, { code: '403', message: "Le client n'est pas autorisé pour le point demandé" }],
    ['servicesUnknownPoint', 404, { code: '404', message: 'PRM non existant' }],
  ])('subscribed_services: %s', (name, status, body) => {
    expect(told(name, 'v2')).toEqual([status, body])
  })
})

describe('a switch decides', () => {
  test.each<[Partial<EnedisSettings>, Name, object]>([
    [{ errorLanguage: 'french' }, 'noData', { error_description: 'Pas de mesure trouvée pour ce point' }],
    [{ errorCodes: 'documented' }, 'windowTooLong', { error: 'ADAM-DC-0015' }],
    [{ errorCodes: 'documented' }, 'beyondDepth', { error: 'ADAM-DC-0016' }],
    [{ consentCode: 'ADAM_DC_0008' }, 'noConsent', { error: 'ADAM_DC_0008' }],
    [{ invalidRequest: 'lower' }, 'usagePointMissing', { error: 'invalid_request' }],
    [{ invalidRequest: 'upper' }, 'endNotPast', { error: 'Invalid_request' }],
    [{ invalidRequest: 'misspelt' }, 'endNotPast', { error: 'invalid_resquest' }],
    [{ finalDots: 'none' }, 'startNotBeforeEnd', { error_description: 'Start date should be before end date' }],
    [{ noDataCode: 'STM-ERR-0000020' }, 'noData', error('STM-ERR-0000020', 'no measure found for this usage point')],
    [{ noDataCode: 'STM-ERR-0000014' }, 'noData', error('STM-ERR-0000014', '')],
    [{ technicalCode: 'ADAM-DC-0500' }, 'technicalError', error('ADAM-DC-0500', 'Technical Exception')],
    [
      { technicalCode: 'STM-ERR-0000001' },
      'technicalError',
      error('STM-ERR-0000001', 'Technical error. Please try later.'),
    ],
    [{ technicalCode: 'nested' }, 'technicalError', { error: { code: 500, message: 'Erreur Technique - 500' } }],
    [{ errorUri: 'always' }, 'noData', { error_uri: 'https://bluecoder.enedis.fr/' }],
  ])('with %j how %s is told', (chosen, name, body) => {
    expect(told(name, 'v5', chosen)[1]).toMatchObject(body)
  })

  test('in which language v2 speaks', () => {
    expect(told('noData', 'v2', { errorLanguage: 'english' })[1]).toMatchObject({
      error_description: 'no measure found for this usage point',
    })
  })

  test('whether an address of the documentation comes with it: by default in v4 only', () => {
    const has = (generation: Generation) => 'error_uri' in (told('noConsent', generation)[1] as object)

    expect(generations.map(has)).toEqual([true, false, false])
    expect('error_uri' in (told('noConsent', 'v4', { errorUri: 'never' })[1] as object)).toBe(false)
  })
})

describe('a 429', () => {
  const body = (throttleBody: EnedisSettings['throttleBody']) => {
    const refusal = refuse.throttled({ freeAgainAt: '2026-07-17T05:00:00.000Z' })
    return encodeRefusal(refusal, { generation: 'v2', requestId: '00ff' }, settings({ throttleBody }))
  }

  test.each([
    [
      '900804',
      '{"code":"900804","message":"Message throttled out","description":"You have exceeded your quota .You can access API after 2026-Jul-17 05:00:00+0000 UTC","nextAccessTime":"2026-Jul-17 05:00:00+0000 UTC"}',
    ],
    [
      '900807',
      '{"fault":{"code":900807,"message":"Message throttled out","description":"You have exceeded your quota"}}',
    ],
    ['Q4', '{"error":"429","error_description":"Quota Q4 reached  Call threshold allowed on 0:-30:-40"}'],
    ['reasons', '{"reasons":[],"details":{"msgId":"Id-00ff"}}'],
    ['SLA', '{"code":"429","message":"SLA dépassé"}'],
  ] as const)('is told as it was met: %s', (throttleBody, text) => {
    expect(body(throttleBody)).toBe(text)
  })
})

describe('the gateway', () => {
  test('says that an API is not subscribed', () => {
    expect(told('notSubscribed', 'v2')).toEqual([
      403,
      {
        code: '900908',
        message: 'Resource forbidden ',
        description: 'User is NOT authorized to access the Resource. API Subscription validation failed.',
      },
    ])
  })

  test.each<[Name, number]>([
    ['tokenInvalid', 401],
    ['tokenMissing', 401],
    ['notSubscribed', 403],
    ['unknownPath', 404],
    ['wrongMethod', 405],
    ['generationOff', 404],
  ])('rejected everything alike in 2023: %s', (name, status) => {
    expect(told(name, 'v5', { gateway: '2023' })).toEqual([status, { reasons: [], details: { msgId: 'Id-00ff' } }])
  })
})

test('every refusal is told as it was, in each generation, byte for byte', async () => {
  const ofDataConnect = Object.keys(refuse.catalogue).filter((name) => !name.startsWith('sge'))
  const names = ofDataConnect.filter((name) => refusalNamed(name) !== undefined) as Name[]
  const lines = names.flatMap((name) =>
    generations.map((generation) => {
      const refusal = refusalNamed(name)
      if (refusal === undefined) return ''
      const body = encodeRefusal(refusal, { generation, requestId: '00ff' }, settings())
      return `${name} ${generation} ${refusal.status} ${body}\n`
    }),
  )

  await expect(lines.join('')).toMatchFileSnapshot('../../../golden/enedis/refusals.txt')
})
