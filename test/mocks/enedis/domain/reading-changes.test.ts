import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  correctReadings,
  fillReadings,
  loseReadings,
  wholeDay,
} from '../../../../mocks/enedis/domain/reading-changes.ts'
import { dailyEnergy, indexes, loadCurve } from '../../../../mocks/enedis/domain/measures.ts'
import type { Stage } from '../../../../mocks/enedis/model/index.ts'
import { look, measuresOf, oneMeter, question } from './meter-state.ts'

type Meter = ReturnType<typeof oneMeter>
const week = ['2026-10-19', '2026-10-26'] as const
const day = wholeDay('2026-10-21')

const which = ({ point }: Meter, from: string, to: string) =>
  ({ usagePoint: point.id, direction: 'consumption', from, to }) as const
const curve = ({ state, point }: Meter, now?: string, stage: Stage = 'BRUT') =>
  measuresOf(loadCurve(state, question(point, ...week, { stage }), look({}, now === undefined ? {} : { now })))
const days = ({ state, point }: Meter, now?: string, stage: Stage = 'BRUT') =>
  measuresOf(dailyEnergy(state, question(point, ...week, { stage }), look({}, now === undefined ? {} : { now })))
const energyOn = (told: ReturnType<typeof days>, day: string) => told.find((one) => one.day === day)?.energyWh

describe('a gap', () => {
  test('takes points from the curve and leaves the day its energy', () => {
    const meter = oneMeter()
    const [before, whole] = [curve(meter), days(meter)]

    const gap = which(meter, '2026-10-21T08:00:00.000Z', '2026-10-21T09:10:00.000Z')
    loseReadings(meter.state, { which: gap, of: 'curve', filledAt: null }, meter.house)

    const missing = before.filter(({ stamp }) => !curve(meter).some((point) => point.stamp === stamp))
    expect(missing.map(({ stamp }) => stamp.slice(11, 16))).toEqual(['10:30', '11:00', '11:30'])
    expect(days(meter)).toEqual(whole)
  })

  test('takes a day with its energy and its indexes', () => {
    const meter = oneMeter()
    loseReadings(meter.state, { which: which(meter, day.from, day.to), of: 'everything', filledAt: null }, meter.house)

    const answer = indexes(meter.state, question(meter.point, ...week, { audience: 'v2' }), look())

    expect(days(meter).map(({ day }) => day)).not.toContain('2026-10-21')
    expect(curve(meter)).toHaveLength(6 * 48 + 2)
    expect(answer.found === 'measures' && answer.measures.total.values.map(({ day }) => day)).not.toContain(
      '2026-10-21',
    )
  })

  test('is filled when it is said to be, as if it had never been', () => {
    const meter = oneMeter()
    const before = [curve(meter), days(meter)]
    const lost = which(meter, day.from, '2026-10-23T12:00:00.000Z')

    loseReadings(meter.state, { which: lost, of: 'everything', filledAt: '2026-11-18T08:00:00.000Z' }, meter.house)

    expect(days(meter)).toHaveLength(4)
    expect(days(meter, '2026-11-18T07:59:59.000Z')).toHaveLength(4)
    expect([curve(meter, '2026-11-18T08:00:00.000Z'), days(meter, '2026-11-18T08:00:00.000Z')]).toEqual(before)
  })

  test('is filled when the readings have come in', () => {
    const meter = oneMeter()
    const before = days(meter)
    const lost = which(meter, day.from, '2026-10-23T12:00:00.000Z')
    loseReadings(meter.state, { which: lost, of: 'everything', filledAt: null }, meter.house)

    expect(fillReadings(meter.state, meter.point.id, meter.house)).toBe(3)
    expect(days(meter)).toEqual(before)
    expect(fillReadings(meter.state, meter.point.id, meter.house)).toBe(0)
  })

  test('of one direction leaves the other', () => {
    const meter = oneMeter({ production: {} })
    const gap = { ...which(meter, day.from, day.to), direction: 'production' } as const

    loseReadings(meter.state, { which: gap, of: 'everything', filledAt: null }, meter.house)

    expect(days(meter)).toHaveLength(7)
    const asked = question(meter.point, ...week, { direction: 'production' })
    expect(measuresOf(dailyEnergy(meter.state, asked, look()))).toHaveLength(6)
  })

  test('that is nothing is refused', () => {
    const meter = oneMeter()
    const nothing = which(meter, day.from, day.from)

    expect(() => loseReadings(meter.state, { which: nothing, of: 'curve', filledAt: null }, meter.house)).toThrow(
      'There is nothing to change',
    )
  })
})

describe('a correction', () => {
  test('by Enedis shows in the corrected series alone, where its points say so', () => {
    const meter = oneMeter()
    const before = curve(meter)
    const corrected = which(meter, '2026-10-21T08:00:00.000Z', '2026-10-21T09:00:00.000Z')

    correctReadings(meter.state, { which: corrected, energy: { times: 2 }, reaches: 'BEST' }, meter.house)

    expect(curve(meter)).toEqual(before)
    const changed = curve(meter, undefined, 'BEST').filter(({ nature }) => nature === 'C')
    expect(changed.map(({ stamp }) => stamp.slice(11, 16))).toEqual(['10:30', '11:00'])
    expect(changed.map(({ energyWh }) => energyWh)).toEqual(
      before.filter(({ stamp }) => changed.some((one) => one.stamp === stamp)).map(({ energyWh }) => 2 * energyWh),
    )
  })

  test('read from the meter changes days and dials as it changes the curve, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 200_000 }),
        fc.integer({ min: 0, max: 600 }),
        fc.integer({ min: 1, max: 800 }),
        (totalWh, first, count) => {
          const meter = oneMeter({ commissionedOn: '2026-09-01' })
          const start = Date.parse('2026-10-23T22:00:00Z') + first * 300_000
          const [from, to] = [start, start + count * 300_000].map((ms) => new Date(ms).toISOString()) as [
            string,
            string,
          ]
          const window = ['2026-10-24', '2026-10-30'] as const

          correctReadings(
            meter.state,
            { which: which(meter, from, to), energy: { totalWh }, reaches: 'bothStages' },
            meter.house,
          )

          const points = measuresOf(loadCurve(meter.state, { ...question(meter.point, ...window), step: 5 }, look()))
          const touched = points.filter(({ startsAt }) => startsAt * 1000 >= start && startsAt * 1000 < Date.parse(to))
          const daily = measuresOf(dailyEnergy(meter.state, question(meter.point, ...window), look()))
          expect(touched.reduce((sum, { energyWh }) => sum + energyWh, 0)).toBe(totalWh)
          expect(daily.reduce((sum, { energyWh }) => sum + energyWh, 0)).toBe(
            points.reduce((sum, { energyWh }) => sum + energyWh, 0),
          )
        },
      ),
      { numRuns: 40 },
    )
  })

  test('is made over the one before it', () => {
    const meter = oneMeter()
    const [whole] = [energyOn(days(meter), '2026-10-21')]
    const again = (totalWh: number) =>
      correctReadings(
        meter.state,
        { which: which(meter, day.from, day.to), energy: { totalWh }, reaches: 'bothStages' },
        meter.house,
      )

    again(1000)
    again(2000)

    expect(whole).toBeGreaterThan(2000)
    expect(energyOn(days(meter), '2026-10-21')).toBe(2000)
    expect(energyOn(days(meter), '2026-10-22')).toBeGreaterThan(2000)
  })

  test('is not known before it is made', () => {
    const meter = oneMeter()
    const before = days(meter)

    correctReadings(
      meter.state,
      { which: which(meter, day.from, day.to), energy: { times: 0 }, reaches: 'bothStages' },
      { ...meter.house, now: '2026-11-17T11:00:00.000Z' },
    )

    expect(days(meter)).toEqual(before)
    expect(energyOn(days(meter, '2026-11-17T11:00:00.000Z'), '2026-10-21')).toBe(0)
  })
})
