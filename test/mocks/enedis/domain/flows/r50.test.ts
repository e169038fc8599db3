import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { r50Days } from '../../../../../mocks/enedis/domain/flows/r50.ts'
import { dailyEnergy, loadCurve } from '../../../../../mocks/enedis/domain/measures.ts'
import { daysLater, parisInstant } from '../../../../../mocks/enedis/domain/paris.ts'
import { fillReadings, loseReadings, wholeDay } from '../../../../../mocks/enedis/domain/reading-changes.ts'
import { look, maker, measuresOf, oneMeter, question } from '../meter-state.ts'
import { byNight, days } from './night.ts'

const of = (day: string, until?: string) => {
  return { direction: 'consumption', period: days(day, until), before: null } as const
}
const anyDay = fc.oneof(
  fc.constantFrom('2025-03-30', '2025-10-26', '2026-03-29', '2026-10-25'),
  fc.integer({ min: 2, max: 600 }).map((back) => daysLater('2026-11-16', -back)),
)

describe('the half hours of a home by night', () => {
  test('are those that v5, v2 and SGE tell, and add up to the day, whichever day', () => {
    fc.assert(
      fc.property(fc.string(), anyDay, fc.constantFrom({}, { production: {} }), (seed, day, told) => {
        const meter = oneMeter(told, { seed })
        const [file] = r50Days(byNight(meter, { seed }), of(day))
        const points = file?.points.map(({ endsAt, watts }) => [endsAt, watts])

        for (const audience of ['v5', 'v2', 'sge'] as const) {
          const asked = question(meter.point, day, daysLater(day, 1), { audience })
          const curve = measuresOf(loadCurve(meter.state, asked, look({}, { seed })))
          const [whole] = measuresOf(dailyEnergy(meter.state, asked, look({}, { seed })))

          expect(points).toEqual(curve.map(({ startsAt, watts }) => [startsAt + 1800, watts]))
          expect(curve.reduce((sum, { watts }) => sum + watts / 2, 0)).toBe(whole?.energyWh)
        }
      }),
      { numRuns: 40 },
    )
  })

  test('are 46 in spring and 50 in autumn', () => {
    const metered = byNight(oneMeter())
    const count = (day: string) => r50Days(metered, of(day))[0]?.points.length

    expect([count('2026-03-29'), count('2026-10-25')]).toEqual([46, 50])
  })

  test('keep the place of one that is missing; a day of which nothing came is there without any', () => {
    const { state, point, house } = oneMeter()
    const which = { usagePoint: point.id, direction: 'consumption' as const }
    const [from, to] = ['10:00', '10:05'].map((time) => parisInstant('2026-10-05', time)) as [string, string]
    loseReadings(state, { which: { ...which, from, to }, of: 'curve', filledAt: null }, house)
    const lost = { ...which, ...wholeDay('2026-10-06') }
    loseReadings(state, { which: lost, of: 'everything', filledAt: null }, house)

    const [partly, none] = r50Days(byNight({ state, point }), of('2026-10-05', '2026-10-07'))

    expect(partly?.points.flatMap(({ watts }, at) => (watts === null ? [at] : []))).toEqual([20])
    expect(none).toEqual({ day: '2026-10-06', points: [] })
  })

  test('begin with the collection, without what the meter remembered from before', () => {
    const metered = byNight(oneMeter({ consumption: { curve: [{ from: '2026-11-12' }] } }))

    expect(r50Days(metered, of('2026-11-10', '2026-11-14')).map(({ day }) => day)).toEqual(['2026-11-12', '2026-11-13'])
  })
})

describe('days that come late', () => {
  const meter = () => {
    const { state, point } = oneMeter()
    const early = maker('seed', '2026-10-01T00:00:00.000Z')
    const lose = (day: string) => {
      const which = { usagePoint: point.id, direction: 'consumption' as const, ...wholeDay(day) }
      loseReadings(state, { which, of: 'everything', filledAt: null }, early)
    }
    return { state, point, lose }
  }
  const file = (at: ReturnType<typeof meter>, now: string, before: string) =>
    r50Days(byNight(at, { now }), {
      direction: 'consumption',
      period: days('2026-11-15'),
      before: byNight(at, { now: before }),
    }).map(({ day, points }) => [day, points.length])

  test('are told once, with the file that follows, up to twenty days after', () => {
    const at = meter()
    for (const day of ['2026-10-25', '2026-10-26', '2026-11-10']) at.lose(day)
    fillReadings(at.state, at.point.id, { now: '2026-11-15T20:00:00.000Z' })

    const filled = file(at, '2026-11-16T07:00:00.000Z', '2026-11-15T07:00:00.000Z')
    const after = file(at, '2026-11-16T07:00:00.000Z', '2026-11-15T21:00:00.000Z')

    expect(filled).toEqual([
      ['2026-10-26', 48],
      ['2026-11-10', 48],
      ['2026-11-15', 48],
    ])
    expect(after).toEqual([['2026-11-15', 48]])
  })

  test('are each day but one of a meter that is read late', () => {
    const at = oneMeter({ publishedAfterDays: 2 })
    const told = r50Days(byNight(at, { now: '2026-11-16T07:00:00.000Z' }), {
      direction: 'consumption',
      period: days('2026-11-15'),
      before: byNight(at, { now: '2026-11-15T07:00:00.000Z' }),
    })

    expect(told.map(({ day, points }) => [day, points.length])).toEqual([
      ['2026-11-14', 48],
      ['2026-11-15', 0],
    ])
  })
})
