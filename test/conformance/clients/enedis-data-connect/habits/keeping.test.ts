import { describe, expect, test } from 'vitest'
import { goodHabits } from '../../../../../conformance/clients/enedis-data-connect/habits/index.ts'
import type { Run } from '../../../../../conformance/clients/enedis-data-connect/index.ts'
import { openMemory, type Flow } from '../../../../../conformance/clients/enedis-data-connect/memory.ts'

const habits = goodHabits
const point = (stamp: string, value: number, minutes = 30) => ({ stamp, value, minutes })

/** A run in which nothing is asked: it only remembers. */
function rememberingRun(now: string): Run {
  const { memory, save } = openMemory(undefined)
  const learnt = { answered: new Set<string>(), gone: new Set<never>(), unsubscribed: new Set<string>() }
  return { habits, memory, save, say: () => undefined, setting: { now }, ...learnt } as unknown as Run
}

const usagePoint = '25000000000134'
const flowIn = (run: Run): Flow => habits.pointOf(run, usagePoint).flows.consumption
const daysIn = (run: Run) => flowIn(run).series.curve.days
const keep = (run: Run, window: { from: string; until: string }, readings: ReturnType<typeof point>[]) =>
  habits.keep(run, { usagePoint, direction: 'consumption', kind: 'curve' }, window, readings)

describe('a curve', () => {
  const day = { from: '2026-10-05', until: '2026-10-06' }

  test('is summed by the step of each point', () => {
    const run = rememberingRun('2026-10-06T08:00:00.000Z')

    keep(run, day, [
      point('2026-10-05 01:00:00', 600, 60),
      point('2026-10-05 01:30:00', 600, 30),
      point('2026-10-05 01:40:00', 600, 10),
      point('2026-10-06 00:00:00', 0, 10),
    ])

    expect(daysIn(run)).toEqual({ '2026-10-05': { amount: 1000, points: 4, minutes: 110 } })
  })

  test('of a home has the last point of a day at midnight of the next', () => {
    const run = rememberingRun('2026-10-06T08:00:00.000Z')

    keep(run, day, [point('2026-10-05 00:30:00', 100), point('2026-10-06 00:00:00', 300)])

    expect(Object.keys(daysIn(run))).toEqual(['2026-10-05'])
  })

  test('of a bigger site has the first point of a day at its midnight', () => {
    const run = rememberingRun('2026-10-06T08:00:00.000Z')

    keep(run, day, [point('2026-10-05 00:00:00', 100, 10), point('2026-10-05 23:50:00', 300, 10)])

    expect(daysIn(run)).toMatchObject({ '2026-10-05': { points: 2 } })
  })

  test('goes on as it was stamped before where the edges of a window are missing', () => {
    const run = rememberingRun('2026-10-06T08:00:00.000Z')
    keep(run, day, [point('2026-10-05 00:00:00', 100, 10)])

    keep(run, { from: '2026-10-06', until: '2026-10-07' }, [point('2026-10-06 00:10:00', 100, 10)])

    expect(daysIn(run)).toMatchObject({ '2026-10-06': { points: 1 } })
  })

  test('counts an hour twice that clocks show twice', () => {
    const run = rememberingRun('2026-10-26T08:00:00.000Z')
    const stamps = ['02:00:00', '02:30:00', '02:00:00', '02:30:00', '03:00:00']

    keep(
      run,
      { from: '2026-10-25', until: '2026-10-26' },
      stamps.map((stamp) => point(`2026-10-25 ${stamp}`, 200)),
    )

    expect(daysIn(run)).toEqual({ '2026-10-25': { amount: 500, points: 5, minutes: 150 } })
  })

  test('that comes again, with more points, takes the place of what was known', () => {
    const run = rememberingRun('2026-10-06T08:00:00.000Z')
    keep(run, day, [point('2026-10-05 00:30:00', 100), point('2026-10-06 00:00:00', 100)])

    keep(run, day, [
      point('2026-10-05 00:30:00', 100),
      point('2026-10-05 01:00:00', 100),
      point('2026-10-06 00:00:00', 100),
    ])

    expect(daysIn(run)).toEqual({ '2026-10-05': { amount: 150, points: 3, minutes: 90 } })
  })
})

describe('the days that are asked for', () => {
  const windows = (run: Run, kind: 'curve' | 'daily') =>
    habits.windowsFor(run, { usagePoint, direction: 'consumption', kind })

  test('lie at first in windows of seven days, whose end is not part of them', () => {
    const run = rememberingRun('2026-10-06T08:00:00.000Z')

    expect(windows(run, 'curve')).toEqual([
      { from: '2026-09-08', until: '2026-09-15' },
      { from: '2026-09-15', until: '2026-09-22' },
      { from: '2026-09-22', until: '2026-09-29' },
      { from: '2026-09-29', until: '2026-10-06' },
    ])
    expect(windows(run, 'daily')).toEqual([{ from: '2026-08-07', until: '2026-10-06' }])
  })

  test('end a day earlier while yesterday is not published', () => {
    const run = rememberingRun('2026-10-05T22:41:00.000Z')

    expect(windows(run, 'daily').at(-1)?.until).toBe('2026-10-05')
  })

  test('are those that are missing, or not whole, and the last week once a day', () => {
    const run = rememberingRun('2026-10-06T08:00:00.000Z')
    const { curve } = flowIn(run).series
    const whole = { amount: 1, points: 48, minutes: 1440 }
    for (let day = 1; day <= 30; day++) curve.days[`2026-09-${String(day).padStart(2, '0')}`] = whole
    for (let day = 1; day <= 5; day++) curve.days[`2026-10-0${day}`] = whole
    curve.days['2026-09-20'] = { amount: 1, points: 47, minutes: 1410 }
    delete curve.days['2026-10-03']
    curve.askedUntil = '2026-10-06'

    expect(windows(run, 'curve')).toEqual([
      { from: '2026-09-20', until: '2026-09-21' },
      { from: '2026-09-29', until: '2026-10-06' },
    ])

    curve.readOn = '2026-10-06'
    expect(windows(run, 'curve')).toEqual([
      { from: '2026-09-20', until: '2026-09-21' },
      { from: '2026-10-03', until: '2026-10-04' },
    ])
  })

  test('begin where the point was commissioned, once that was found', () => {
    const run = rememberingRun('2026-10-06T08:00:00.000Z')
    flowIn(run).from = '2026-10-04'

    expect(windows(run, 'curve')).toEqual([{ from: '2026-10-04', until: '2026-10-06' }])
  })

  test('are fewer at a time where seven were found to be too many', () => {
    const run = rememberingRun('2026-10-06T08:00:00.000Z')
    run.memory.mostDays.curve = 6
    flowIn(run).from = '2026-09-29'

    expect(windows(run, 'curve')).toEqual([
      { from: '2026-09-29', until: '2026-10-05' },
      { from: '2026-10-05', until: '2026-10-06' },
    ])
  })
})
