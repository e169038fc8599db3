import { describe, expect, test } from 'vitest'
import { settingsOf } from '../../../src/contract/dialect.ts'
import { card } from '../../../mocks/pge/index.ts'
import { dialect } from '../../../mocks/pge/dialect/index.ts'
import { alert, refusalNamed, refuse, shapeOf } from '../../../mocks/pge/errors/index.ts'

const sourceIds = Object.keys(card.sources)
const begins = (source: string) => sourceIds.includes(/^\w+/.exec(source)?.[0] ?? '')

describe('the switches', () => {
  test('begin as PG&E is known since 2023', () => {
    expect(settingsOf(dialect)).toMatchObject({ codeParam: 'code', noData: '204', expiredTokenStatus: '403' })
  })

  test('play October 2015 and the certification tests by a preset', () => {
    expect(settingsOf(dialect, 'pge-2015')).toMatchObject({ noData: 'emptyFeed', defaultWindow: 'T-2', codeTtl: '600' })
    expect(settingsOf(dialect, 'gba')).toMatchObject({ codeTtl: '360', expiredTokenStatus: '401', badClientId: '401' })
  })

  test('name a source that the card knows', () => {
    expect(Object.values(dialect.switches).filter(({ source }) => !begins(source))).toEqual([])
  })
})

describe('the refusals', () => {
  test('name a source that the card knows', () => {
    const entries = [...Object.values(refuse.catalogue), ...Object.values(alert.catalogue)]

    expect(entries.filter(({ source }) => !begins(source))).toEqual([])
  })

  test('are spelled in the voice of whoever refuses', () => {
    expect(shapeOf(refuse.certificateInvalid())).toBe('gateway')
    expect(shapeOf(refuse.codeInvalid())).toBe('oauth')
    expect(shapeOf(refuse.clientMismatch())).toBe('text')
    expect(shapeOf(refuse.clientUnknown())).toBe('page')
  })

  test('can be armed as faults unless they need details', () => {
    expect(refusalNamed('tooManyRequests')?.status).toBe(429)
    expect(refusalNamed('parameterMissing')).toBeUndefined()
    expect(refusalNamed('nonsense')).toBeUndefined()
  })
})
