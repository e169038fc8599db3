import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { DamagedFile } from '../../../../../conformance/clients/enedis-sge/trouble.ts'
import { historyIn } from '../../../../../conformance/clients/enedis-sge/wire/history.ts'
import { orderedInCsv, orderedInJson, reportIn } from '../../../../../conformance/clients/enedis-sge/wire/ordered.ts'
import { r151In } from '../../../../../conformance/clients/enedis-sge/wire/r151.ts'
import { r171In } from '../../../../../conformance/clients/enedis-sge/wire/r171.ts'
import { r4In } from '../../../../../conformance/clients/enedis-sge/wire/r4.ts'
import { r50In } from '../../../../../conformance/clients/enedis-sge/wire/r50.ts'
import { documentIn } from '../../../../../conformance/clients/enedis-sge/wire/xml.ts'

/** The bytes that we promise for each kind of file. */
const golden = (name: string) => readFileSync(`test/golden/enedis/flows/${name}`, 'utf8')
const usagePoint = '25000000000246'

describe('the client reads', () => {
  test('R4x: curves in kilowatts and kilovars, stamped at the start, without values where they are missing', () => {
    const { curves } = r4In(documentIn(golden('r4q.xml')))

    expect(curves.map(({ quantity, unit, stamped }) => [quantity, unit, stamped])).toEqual([
      ['active', 'kW', 'start'],
      ['inductive', 'kVAr', 'start'],
      ['capacitive', 'kVAr', 'start'],
      ['voltage', 'V', 'start'],
    ])
    expect(curves[0]?.points.map(({ value }) => value)).toContain(null)
    expect(curves[0]?.points[0]).toMatchObject({ minutes: 5 })
  })

  test('R50: half hours in watts, stamped at the end, and nothing of a day that has not come', () => {
    const { curves } = r50In(documentIn(golden('r50.xml')))

    expect(curves[0]).toEqual({
      ...{ usagePoint, direction: 'consumption', quantity: 'active', unit: 'W', stamped: 'end' },
      points: [
        { stamp: '2026-11-15T00:30:00+01:00', minutes: 30, value: 412 },
        { stamp: '2026-11-15T01:00:00+01:00', minutes: 30, value: null },
        { stamp: '2026-11-16T00:00:00+01:00', minutes: 30, value: 0 },
      ],
    })
    expect(curves.map(({ points }) => points.length)).toEqual([3, 0])
  })

  test("R151: the grid operator's dials and peaks, and of what is INCONNU nothing", () => {
    const { indexes, peaks } = r151In(documentIn(golden('r151.xml')))

    const first = indexes[0]?.values.filter(({ day }) => day === '2026-11-14')
    expect(indexes[0]).toMatchObject({ usagePoint, quantity: 'active', unit: 'Wh' })
    expect(first?.map(({ dial, value }) => [dial, value])).toEqual([
      ['HC', null],
      ['HP', null],
    ])
    expect(peaks.every(({ unit }) => unit === 'VA')).toBe(true)
  })

  test('R171: energies by class, each in its unit', () => {
    const { indexes } = r171In(documentIn(golden('r171.xml')))

    expect(new Set(indexes.map(({ quantity, unit }) => `${quantity} ${unit}`))).toContain('active Wh')
    expect(indexes[0]?.values[0]).toMatchObject({ day: expect.stringMatching(/^2026-11-1\d$/) as string, dial: 'HPH' })
  })

  test('a history: stamps with their offsets, and of a missing point its place', () => {
    const { curves, from, until } = historyIn(golden('hdm-cdc.csv'))

    expect([from, until]).toEqual(['2026-10-25', '2026-10-26'])
    expect(curves[0]?.points).toEqual([
      { stamp: '2026-10-25T02:30:00+02:00', minutes: 60, value: 412 },
      { stamp: '2026-10-25T02:30:00+01:00', minutes: 60, value: 398 },
      { stamp: '2026-10-25T03:00:00+01:00', minutes: 30, value: null },
    ])
  })

  test("a history of indexes, whose midnights are winter's", () => {
    const { indexes } = historyIn(golden('hdm-idx.csv'))

    expect(indexes[0]?.values).toEqual([
      { day: '2026-10-25', dial: '', value: 18_000_000 },
      { day: '2026-10-26', dial: '', value: 18_011_840 },
    ])
  })

  test('an empty history: which point, and not one value', () => {
    expect(historyIn(golden('hdm-empty.csv')).curves).toEqual([
      { usagePoint, direction: 'production', quantity: 'active', unit: 'W', stamped: null, points: [] },
    ])
  })

  test.each(['R63', 'R64', 'R65', 'R66'] as const)('%s alike in JSON and in CSV', (flow) => {
    const json = orderedInJson(flow, golden(`${flow.toLowerCase()}.json`))
    const csv = orderedInCsv(flow, golden(`${flow.toLowerCase()}.csv`))

    const told = [...json.curves, ...json.indexes, ...json.days, ...json.peaks]
    expect(told.length).toBeGreaterThan(0)
    expect(csv).toEqual(json)
  })

  test('of several dials the one that counts all hours, once', () => {
    const { indexes } = orderedInCsv('R64', golden('r64.csv'))

    expect(indexes.map(({ values }) => values)).toEqual([
      [
        { day: '2026-11-14', dial: 'EAST', value: 4000 },
        { day: '2026-11-15', dial: 'EAST', value: 6500 },
      ],
    ])
  })

  test('the report of an order: points it was refused for', () => {
    expect(reportIn(golden('cr-m023.json')).refused).toEqual([
      { usagePoint, code: 'SGT4K2', says: 'Le client doit avoir donné son accord.' },
    ])
  })
})

describe('half a file is damaged, and is not read in part:', () => {
  const half = (text: string) => text.slice(0, Math.floor(text.length * 0.6))

  test.each(['r4q.xml', 'r50.xml', 'r151.xml', 'r171.xml'])('%s', (name) => {
    expect(() => documentIn(half(golden(name)))).toThrow(DamagedFile)
  })

  test('a history, whose last value may have lost digits', () => {
    expect(() => historyIn(half(golden('hdm-cdc.csv')))).toThrow(DamagedFile)
  })

  test('measures in JSON and in CSV', () => {
    expect(() => orderedInJson('R63', half(golden('r63.json')))).toThrow(DamagedFile)
    expect(() => orderedInCsv('R63', half(golden('r63.csv')))).toThrow(DamagedFile)
  })
})

test('a history that changes its step has each point last as long as stamps say', () => {
  const head = golden('hdm-cdc.csv').split('\n').slice(0, 3).join('\n')
  const rows = ['T01:00', 'T02:00', 'T02:30', 'T03:00'].map((time) => `2026-07-01${time}:00+02:00;600`)

  const { curves } = historyIn(`${head}\n${rows.join('\n')}\n`)

  expect(curves[0]?.points.map(({ minutes }) => minutes)).toEqual([60, 60, 30, 30])
})
