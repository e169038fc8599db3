import * as v from 'valibot'
import { expect, test } from 'vitest'
import { faultKinds, faultMeans, faultSchema } from '../../src/contract/fault.ts'

const read = (fault: object) => v.safeParse(faultSchema, fault)

test('a fault strikes the next call when nothing is said of how many', () => {
  const { output } = read({ on: 'meterShare.answer', kind: 'empty' })

  expect(output).toEqual({ on: 'meterShare.answer', kind: 'empty', times: 1, after: 0 })
})

test('every kind can be had, given what it needs', () => {
  const needs: Record<string, object> = {
    delay: { delay: 'PT2S' },
    drip: { delay: 'PT1M' },
    refusal: { refusal: 'x' },
    late: { by: 'P2D' },
  }

  for (const kind of Object.keys(faultKinds))
    expect([kind, read({ on: '*', kind, ...needs[kind] }).success]).toEqual([kind, true])
})

test.each([
  [{ kind: 'delay' }, 'A fault of kind delay needs "delay".'],
  [{ kind: 'refusal' }, 'A fault of kind refusal needs "refusal".'],
  [{ kind: 'empty', at: 0.5 }, 'A fault of kind empty has no "at": it belongs to truncate, truncated.'],
  [{ kind: 'empty', loses: 'answer' }, 'A fault of kind empty has no "loses": it belongs to drop, reset, html.'],
  [{ kind: 'late' }, 'A fault of kind late needs "by".'],
  [{ kind: 'late', by: 'soon' }, 'is not a duration such as PT6H or P2D.'],
  [{ kind: 'late', by: 'P' }, 'is not a duration such as PT6H or P2D.'],
  [{ kind: 'empty', by: 'PT1H' }, 'A fault of kind empty has no "by": it belongs to late, twice.'],
  [{ kind: 'delay', delay: 'P1D' }, 'is not a duration in hours, minutes and seconds, such as PT2.5S.'],
])('refuses %j', (fault, says) => {
  const { issues } = read({ on: '*', ...fault })

  expect(issues?.map(({ message }) => message)).toEqual([says])
})

test('a star in a pattern stands for anything, and a point for itself', () => {
  expect(faultMeans({ on: 'meterShare.*' }, 'meterShare.answer')).toBe(true)
  expect(faultMeans({ on: 'meterShare.*' }, 'meterShares')).toBe(false)
  expect(faultMeans({ on: '*.answer' }, 'connection.answer')).toBe(true)
  expect(faultMeans({ on: '*' }, 'anything.at-all')).toBe(true)
  expect(faultMeans({ on: 'meter.read' }, 'meter.readings')).toBe(false)
  expect(faultMeans({ on: 'meter.read' }, 'meterXread')).toBe(false)
})
