import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayNumber } from '../../../../src/toolbox/calendar.ts'
import { dailyEnergy, indexes, loadCurve, maxPower } from '../../../../mocks/enedis/domain/measures.ts'
import { daysLater } from '../../../../mocks/enedis/domain/paris.ts'
import type { CurveStep } from '../../../../mocks/enedis/model/index.ts'
import type { Audience } from '../../../../mocks/enedis/domain/window.ts'
import { look, measuresOf, oneMeter, question } from './meter-state.ts'

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)
const audiences = ['v4', 'v5', 'v2', 'sge'] as const satisfies Audience[]
/** Days that every API still tells of in November 2026, those on which the clock is changed among them. */
const anyDay = fc.oneof(
  fc.constantFrom('2025-03-30', '2025-10-26', '2026-03-29', '2026-10-25'),
  fc
    .integer({ min: dayNumber('2024-11-20'), max: dayNumber('2026-11-14') })
    .map((number) => daysLater('1970-01-01', number)),
)

describe('a day of a meter', () => {
  test('has one energy, in whatever step, generation and measure it is told', () => {
    fc.assert(
      fc.property(
        fc.string(),
        anyDay,
        fc.constantFrom<CurveStep>(5, 10, 15, 30, 60),
        fc.constantFrom(...audiences),
        fc.constantFrom({}, { production: { annualKwh: 4000 } }),
        (seed, day, step, audience, told) => {
          const { state, point } = oneMeter({ commissionedOn: '2024-06-03', ...told }, { seed })
          const asked = question(point, day, daysLater(day, 1), { audience })
          const at = look({}, { seed })

          const points = measuresOf(loadCurve(state, { ...asked, step }, at))
          const [whole] = measuresOf(dailyEnergy(state, asked, at))
          const dials = indexes(state, { ...asked, until: daysLater(day, 2) }, at)

          expect(sum(points.map(({ energyWh }) => energyWh))).toBe(whole?.energyWh)
          expect(sum(points.map(({ watts, minutes }) => (watts * minutes) / 60))).toBe(whole?.energyWh)
          expect(points.every(({ watts }) => Number.isSafeInteger(watts) && watts >= 0)).toBe(true)
          const [before, after] = dials.found === 'measures' ? dials.measures.total.values : []
          expect((after?.wh ?? 0) - (before?.wh ?? 0)).toBe(whole?.energyWh)
        },
      ),
      { numRuns: 60 },
    )
  })

  test('shows each generation the same points', () => {
    const { state, point } = oneMeter()
    const asked = (audience: Audience) => question(point, '2026-10-19', '2026-10-26', { audience })

    const [v4, v5, v2] = (['v4', 'v5', 'v2'] as const).map((audience) => loadCurve(state, asked(audience), look()))

    expect(v5).toEqual(v4)
    expect(v2).toEqual(v4)
  })

  test('is told in half hours of a home and in ten minutes of a business', () => {
    const home = oneMeter()
    const business = oneMeter({ segment: 'C4' })
    const day = (at: typeof home) =>
      measuresOf(loadCurve(at.state, question(at.point, '2026-10-05', '2026-10-06'), look()))

    expect(day(home)).toHaveLength(48)
    expect(day(home)[0]).toMatchObject({ minutes: 30, stamp: '2026-10-05 00:30:00' })
    expect(day(home).at(-1)).toMatchObject({ stamp: '2026-10-06 00:00:00' })
    expect(day(business)).toHaveLength(144)
    expect(day(business)[0]).toMatchObject({ minutes: 10, stamp: '2026-10-05 00:00:00' })
  })

  test('has 46 half hours in spring and 50 in autumn, when an hour is stamped twice', () => {
    const { state, point } = oneMeter()
    const stamps = (day: string, told = {}) =>
      measuresOf(loadCurve(state, question(point, day, daysLater(day, 1)), look(told))).map(({ stamp }) =>
        stamp.slice(11, 16),
      )

    expect(stamps('2026-03-29')).toHaveLength(46)
    expect(stamps('2026-03-29').slice(2, 6)).toEqual(['01:30', '03:00', '03:30', '04:00'])
    expect(stamps('2026-10-25')).toHaveLength(50)
    expect(stamps('2026-10-25').slice(2, 8)).toEqual(['01:30', '02:00', '02:30', '02:00', '02:30', '03:00'])
    expect(stamps('2026-10-25', { stampZone: 'utc' }).slice(0, 2)).toEqual(['22:30', '23:00'])
  })

  test('drops or averages what is stamped twice, if so told', () => {
    const { state, point } = oneMeter()
    const told = (dstStamps: 'keep' | 'drop' | 'merge') =>
      measuresOf(loadCurve(state, question(point, '2026-10-25', '2026-10-26'), look({ dstStamps })))
    const twice = told('keep').filter(({ stamp }) => stamp.endsWith('02:30:00'))

    expect(told('drop')).toHaveLength(48)
    expect(told('drop')).toContainEqual(twice[0])
    expect(told('merge')).toHaveLength(48)
    expect(told('merge').find(({ stamp }) => stamp.endsWith('02:30:00'))?.energyWh).toBe(
      Math.round(sum(twice.map(({ energyWh }) => energyWh)) / 2),
    )
  })

  test('is stamped at the side that the segment or the switch says', () => {
    const first = (segment: 'C5' | 'C4', stampSide: 'c5End' | 'c5Start' | 'end' | 'start') => {
      const { state, point } = oneMeter({ segment })
      const asked = question(point, '2026-10-05', '2026-10-06')
      return measuresOf(loadCurve(state, asked, look({ stampSide })))[0]?.stamp.slice(11)
    }

    expect([first('C5', 'c5End'), first('C4', 'c5End')]).toEqual(['00:30:00', '00:00:00'])
    expect([first('C5', 'c5Start'), first('C4', 'c5Start')]).toEqual(['00:00:00', '00:10:00'])
    expect([first('C5', 'end'), first('C4', 'end')]).toEqual(['00:30:00', '00:10:00'])
    expect([first('C5', 'start'), first('C4', 'start')]).toEqual(['00:00:00', '00:00:00'])
  })
})

describe('a point that produces', () => {
  test('measures what remains of use and sun against each other, never both at once', () => {
    const { state, point } = oneMeter({ production: { annualKwh: 6000 } })
    const day = (direction: 'consumption' | 'production') =>
      measuresOf(loadCurve(state, { ...question(point, '2026-06-20', '2026-06-21', { direction }), step: 5 }, look()))
    const [drawn, fed] = [day('consumption'), day('production')]

    expect(drawn.every(({ watts }, at) => watts === 0 || fed[at]?.watts === 0)).toBe(true)
    expect(sum(fed.map(({ watts }) => watts))).toBeGreaterThan(0)
    expect(fed.filter(({ stamp }) => stamp.slice(11, 13) < '05').every(({ watts }) => watts === 0)).toBe(true)
  })

  test('nets nothing before it produced', () => {
    const { state, point } = oneMeter({ production: {}, producesSince: '2026-06-15' })
    const plain = oneMeter()
    const day = (at: Pick<typeof plain, 'state' | 'point'>, from: string) =>
      dailyEnergy(at.state, question(at.point, from, daysLater(from, 1)), look())

    expect(day({ state, point }, '2026-06-14')).toEqual(day(plain, '2026-06-14'))
    expect(day({ state, point }, '2026-06-15')).not.toEqual(day(plain, '2026-06-15'))
  })
})

describe('the highest power', () => {
  const asked = { by: 'day', phases: false } as const

  test('is never below the curve and keeps to the day it is told of', () => {
    fc.assert(
      fc.property(fc.string(), anyDay, (seed, day) => {
        const { state, point } = oneMeter({}, { seed })
        const whole = question(point, day, daysLater(day, 1))

        const [peaks] = measuresOf(maxPower(state, { ...whole, ...asked }, look({}, { seed })))
        const curve = measuresOf(loadCurve(state, { ...whole, step: 5 }, look({}, { seed })))

        expect(peaks?.peaks[0]?.stamp.slice(0, 10)).toBe(day)
        expect(peaks?.peaks[0]?.voltAmperes).toBeGreaterThanOrEqual(Math.max(...curve.map(({ watts }) => watts)))
      }),
      { numRuns: 30 },
    )
  })

  test('is told of each phase of a meter that has three', () => {
    const { state, point } = oneMeter({ phases: 3, powerKva: 18 })
    const whole = question(point, '2026-10-05', '2026-10-07')

    const told = measuresOf(maxPower(state, { ...whole, by: 'day', phases: true }, look()))
    const [all, ...phases] = told.map(({ peaks }) => peaks[0]?.voltAmperes ?? 0)

    expect(told.map(({ quantity }) => quantity)).toEqual(['PMA', 'PMA1', 'PMA2', 'PMA3'])
    expect(phases.every((phase) => phase > 0 && phase < (all ?? 0))).toBe(true)
    expect(measuresOf(maxPower(state, { ...whole, ...asked }, look()))).toHaveLength(1)
  })

  test('of a month is that of its highest day, and unknown with fewer than seven days', () => {
    const { state, point } = oneMeter()
    const whole = question(point, '2026-08-30', '2026-10-01')

    const [days] = measuresOf(maxPower(state, { ...whole, by: 'day', phases: false }, look()))
    const [months] = measuresOf(maxPower(state, { ...whole, by: 'month', phases: false }, look()))
    const september = days?.peaks.filter(({ stamp }) => stamp.startsWith('2026-09')) ?? []

    expect(months?.peaks).toEqual([
      { stamp: '2026-08-01 00:00:00', voltAmperes: null },
      september.reduce((highest, one) => ((one.voltAmperes ?? 0) > (highest.voltAmperes ?? 0) ? one : highest)),
    ])
  })
})

describe('what there is no measure of', () => {
  test('is a curve that nobody asked for, while the days are there', () => {
    const { state, point } = oneMeter({ consumption: { curve: 'never' } })
    const asked = question(point, '2026-10-05', '2026-10-06')

    expect(loadCurve(state, asked, look())).toEqual({ found: 'nothing', because: 'curveNotActivated' })
    expect(measuresOf(dailyEnergy(state, asked, look()))).toHaveLength(1)
  })

  test('is anything of a meter that does not communicate', () => {
    const { state, point } = oneMeter({ servicesLevel: '0' })
    const asked = question(point, '2026-10-05', '2026-10-06')

    expect(dailyEnergy(state, asked, look())).toEqual({ found: 'nothing', because: 'notCommunicating' })
    expect(loadCurve(state, asked, look())).toEqual({ found: 'nothing', because: 'notCommunicating' })
  })

  test('is yesterday until the morning, and the day before for meters that are read later', () => {
    const days = (now: string, told = {}) => {
      const { state, point } = oneMeter(told)
      return measuresOf(dailyEnergy(state, question(point, '2026-11-13', '2026-11-16'), look({}, { now }))).length
    }

    expect(days('2026-11-16T06:59:59.000Z')).toBe(2)
    expect(days('2026-11-16T07:00:00.000Z')).toBe(3)
    expect(days('2026-11-16T07:00:00.000Z', { publishedAfterDays: 2 })).toBe(2)
  })

  test('is Tuesday and Wednesday of a meter with holes', () => {
    const { state, point } = oneMeter({ holesOn: [2, 3] })
    const asked = question(point, '2026-11-02', '2026-11-09')

    expect(measuresOf(dailyEnergy(state, asked, look())).map(({ day }) => day.slice(8))).toEqual([
      '02',
      '05',
      '06',
      '07',
      '08',
    ])
    expect(measuresOf(loadCurve(state, asked, look()))).toHaveLength(5 * 48)
  })
})

describe('a curve that was activated later', () => {
  const told = { consumption: { curve: [{ from: '2026-10-07' }] } }
  const steps = (audience: Audience, preActivationCurve: 'sge' | 'everywhere' | 'none') => {
    const { state, point } = oneMeter(told)
    const asked = question(point, '2026-10-06', '2026-10-08', { audience })
    const points = measuresOf(loadCurve(state, asked, look({ preActivationCurve })))
    return points.map(({ minutes }) => minutes)
  }

  test('begins there for Data Connect, and hourly from before for SGE', () => {
    expect(steps('v5', 'sge')).toEqual(Array.from({ length: 48 }, () => 30))
    expect(steps('sge', 'sge')).toEqual([
      ...Array.from({ length: 24 }, () => 60),
      ...Array.from({ length: 48 }, () => 30),
    ])
  })

  test('shows what the meter remembered to everyone or to nobody, if so told', () => {
    expect(steps('v5', 'everywhere')).toHaveLength(72)
    expect(steps('sge', 'none')).toHaveLength(48)
  })

  test('remembers five months of a home, and days of a business', () => {
    const first = (segment: 'C5' | 'C4', more = {}) => {
      const { state, point } = oneMeter({ segment, ...told, ...more })
      const back = segment === 'C5' ? ['2026-05-05', '2026-05-12'] : ['2026-08-24', '2026-08-31']
      const late = 'production' in more ? ['2026-09-14', '2026-09-21'] : back
      const asked = question(point, late[0] as string, late[1] as string, { audience: 'sge' })
      return measuresOf(loadCurve(state, asked, look()))[0]?.stamp
    }

    expect(first('C5')).toBe('2026-05-07 01:00:00')
    expect(first('C4')).toBe('2026-08-26 00:00:00')
    expect(first('C4', { production: {} })).toBe('2026-09-16 00:00:00')
  })
})
