import { describe, expect, test } from 'vitest'
import { daysOf, mustNotBeTooLong, windowFor } from '../../../../mocks/pge/domain/window.ts'
import { dayNamed } from '../../../../src/toolbox/calendar.ts'
import { look } from './data-state.ts'

const now = '2026-03-02T22:00:00.000Z'
const selected = (from: string, to: string) => {
  const { first, last } = daysOf({ by: 'published', from, to })
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => dayNamed(first + at))
}

describe('a window', () => {
  test.each([
    ['T-1', ['2026-03-01']],
    ['T-2', ['2026-02-28']],
  ] as const)('that names no dates is the Pacific day %s', (defaultWindow, expected) => {
    const { from, to } = windowFor(null, look({ now, settings: { defaultWindow } }))

    expect(selected(from, to)).toEqual(expected)
  })

  test('that names no dates is refused where dates are demanded', () => {
    expect(() => windowFor(null, look({ settings: { missingDates: 'error' } }))).toThrow('Bad Request')
  })

  test('without an end goes to now, without a start a day back from its end', () => {
    const min = '2026-02-01T08:00:00.000Z'
    const max = '2026-02-10T08:00:00.000Z'

    expect(windowFor({ by: 'published', min, max: null }, look({ now }))).toEqual({
      by: 'published',
      from: min,
      to: now,
    })
    expect(windowFor({ by: 'updated', min: null, max }, look({ now }))).toEqual({
      by: 'updated',
      from: '2026-02-09T08:00:00.000Z',
      to: max,
    })
  })

  test('that ends before it begins is refused', () => {
    const asked = { by: 'published', min: '2026-02-02T00:00:00.000Z', max: '2026-02-01T00:00:00.000Z' } as const

    expect(() => windowFor(asked, look({ now }))).toThrow('Bad Request')
  })

  test.each([
    [
      'from midnight to 23 hours later',
      '2019-11-02T07:00:00.000Z',
      '2019-11-03T06:00:00.000Z',
      ['2019-11-02', '2019-11-03'],
    ],
    ['from a minute past midnight', '2019-11-02T07:01:00.000Z', '2019-11-03T06:00:00.000Z', ['2019-11-03']],
    ['within one day', '2019-11-02T07:00:00.000Z', '2019-11-02T20:00:00.000Z', ['2019-11-02']],
    ['in winter', '2020-01-02T08:00:00.000Z', '2020-01-03T07:00:00.000Z', ['2020-01-02', '2020-01-03']],
    ['over no midnight', '2020-01-02T09:00:00.000Z', '2020-01-02T10:00:00.000Z', []],
  ])('%s selects whole days', (_, from, to, expected) => {
    expect(selected(from, to)).toEqual(expected)
  })

  test('may be too long for one synchronous request', () => {
    const window = { by: 'published', from: '2026-01-01T08:00:00.000Z', to: '2026-02-02T08:00:00.000Z' } as const

    expect(() => mustNotBeTooLong(window, look())).not.toThrow()
    expect(() => mustNotBeTooLong(window, look({ settings: { maxSyncDays: '31' } }))).toThrow('Date Range Too Large')
    expect(() => mustNotBeTooLong(window, look({ settings: { maxSyncDays: '90' } }))).not.toThrow()
  })
})
