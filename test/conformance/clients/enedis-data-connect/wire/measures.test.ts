import { describe, expect, test } from 'vitest'
import { NoAnswer } from '../../../../../conformance/clients/enedis-data-connect/trouble.ts'
import { contractsIn, situationIn } from '../../../../../conformance/clients/enedis-data-connect/wire/contracts.ts'
import { measuresIn, meteringIn } from '../../../../../conformance/clients/enedis-data-connect/wire/measures.ts'
import { servicesIn } from '../../../../../conformance/clients/enedis-data-connect/wire/services.ts'

describe('measures', () => {
  test('of v2 are numbers out of texts, each point with its own step', () => {
    const points = [
      { v: '412', d: '2026-10-05 00:30:00', p: 'PT30M', n: 'B' },
      { v: '398.5', d: '2026-10-05 01:30:00', p: 'PT1H', n: 'B' },
    ]

    expect(measuresIn(JSON.stringify({ grandeur: [{ points }] }))).toEqual([
      { stamp: '2026-10-05 00:30:00', value: 412, minutes: 30 },
      { stamp: '2026-10-05 01:30:00', value: 398.5, minutes: 60 },
    ])
  })

  test('of v5 say the same in other words', () => {
    const interval_reading = [
      { value: '412', date: '2026-06-01 00:10:00', interval_length: 'PT10M', measure_type: 'B' },
    ]
    const body = JSON.stringify({ meter_reading: { reading_type: { unit: 'W' }, interval_reading } })

    expect(meteringIn(body)).toEqual([{ stamp: '2026-06-01 00:10:00', value: 412, minutes: 10 }])
  })

  test('without a number are missing, and none is zero', () => {
    const points = [
      { v: null, d: '2026-10-01' },
      { v: '', d: '2026-10-02' },
      { v: '0', d: '2026-10-03' },
    ]

    expect(measuresIn(JSON.stringify({ pas: 'P1D', grandeur: [{ points }] }))).toEqual([
      { stamp: '2026-10-03', value: 0, minutes: 0 },
    ])
  })

  test.each([
    ['nothing in it', '{}'],
    ['the words of another generation', '{"meter_reading":{"interval_reading":[]}}'],
  ])('an answer with %s is no answer of v2', (_, body) => {
    expect(() => measuresIn(body)).toThrow(NoAnswer)
  })

  test('an answer of v2 is none of v5', () => {
    expect(() => meteringIn('{"grandeur":[{"points":[]}]}')).toThrow(NoAnswer)
  })
})

describe('the list of services', () => {
  test.each([['{"nbTotalServices":0}'], ['{"serviceSouscrit":null}'], ['{"serviceSouscrit":[]}'], ['null'], ['']])(
    'is empty in %s',
    (body) => {
      expect(servicesIn(body)).toEqual([])
    },
  )

  test('leaves out what has ended, and gives a number back the zeros that it lost', () => {
    const serviceSouscrit = [
      { pointId: '02500000004287', etatCode: 'ACTIF', mesuresTypeCode: 'CDC', soutirage: true, injection: false },
      { pointId: 2_500_000_004_287, etatCode: 'DEMANDE', dateFin: '2027-10-06' },
      { pointId: '25000000000134', etatCode: 'TERMINE', mesuresTypeCode: 'CDC' },
    ]

    expect(servicesIn(JSON.stringify({ serviceSouscrit }))).toEqual([
      { usagePoint: '02500000004287', code: 'CDC', consumption: true, production: false, lastDay: null },
      { usagePoint: '02500000004287', code: '', consumption: null, production: null, lastDay: '2027-10-06' },
    ])
  })
})

describe('contracts', () => {
  test('of 2026 are a list, in which the second has no power', () => {
    const body = JSON.stringify([{ segment: 'C5', subscribed_power: { unit: 'kVA', value: '12' } }, { segment: 'P4' }])

    expect(situationIn(body)).toEqual([
      { segment: 'C5', powerKva: 12 },
      { segment: 'P4', powerKva: null },
    ])
  })

  test('of v5 have the unit beside the number', () => {
    const contracts = { segment: 'C5', subscribed_power: '9 kVA' }
    const body = JSON.stringify({ customer: { usage_points: [{ usage_point: {}, contracts }] } })

    expect(contractsIn(body)).toEqual([{ segment: 'C5', powerKva: 9 }])
    expect(contractsIn('{}')).toEqual([])
  })
})
