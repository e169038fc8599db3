import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chance } from '../../../../src/ground/ids.ts'
import {
  faultsOfOffPeak,
  offPeakMadeUp,
  offPeakParts,
  readOffPeak,
  spellOffPeak,
} from '../../../../mocks/enedis/domain/off-peak.ts'

const madeUp = (seed: string) =>
  offPeakMadeUp((from, to, about) => from + Math.floor(chance(seed, about) * (to - from + 1)))

describe('off-peak hours', () => {
  test.each([
    ['HC (22H50-6H50)', [{ from: '22:50', to: '06:50' }]],
    ['HC (23h00-7h30)', [{ from: '23:00', to: '07:30' }]],
    [
      'HC (12H30-15H30;22H38-3H38)',
      [
        { from: '12:30', to: '15:30' },
        { from: '22:38', to: '03:38' },
      ],
    ],
  ])('are read as %s', (text, ranges) => {
    expect(readOffPeak(text)).toEqual(ranges)
  })

  test.each(['', 'HC', 'HC ()', 'HC (25H00-6H00)', 'HC (22H60-6H00)', 'HC (22:50-6:50)', 'HC (22H50)', '22H50-6H50'])(
    'are not read from "%s"',
    (text) => {
      expect(readOffPeak(text)).toBeUndefined()
    },
  )

  test('are spelled as Enedis does, with either letter', () => {
    const ranges = [
      { from: '02:26', to: '07:26' },
      { from: '12:00', to: '15:00' },
    ]

    expect(spellOffPeak(ranges)).toBe('HC (2H26-7H26;12H00-15H00)')
    expect(spellOffPeak(ranges, 'h')).toBe('HC (2h26-7h26;12h00-15h00)')
  })

  test('cannot lie where energy is always dear, nor overlap', () => {
    const levels = (text: string) => faultsOfOffPeak(readOffPeak(text) ?? []).map(({ level }) => level)

    expect(levels('HC (22H50-6H50)')).toEqual([])
    expect(levels('HC (1H00-9H00)')).toEqual(['impossible'])
    expect(levels('HC (16H30-17H30;23H00-6H00)')).toEqual(['impossible'])
    expect(levels('HC (22H00-2H00;1H00-5H00)')).toEqual(['impossible'])
    expect(levels('HC (12H00-17H00;20H00-23H00)')).toEqual([])
  })

  test('of another length than eight hours are only unusual', () => {
    expect(faultsOfOffPeak(readOffPeak('HC (23h00-7h30)') ?? [])).toEqual([
      { level: 'unusual', says: 'Off-peak hours are 8.5 hours a day: they are usually 8.' },
    ])
  })

  test('that are made up are such as Enedis sets, eight of them, and read as they are spelled', () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const ranges = madeUp(seed)

        expect(faultsOfOffPeak(ranges)).toEqual([])
        expect(readOffPeak(spellOffPeak(ranges))).toEqual(ranges)
        expect(offPeakParts(ranges).reduce((sum, minutes) => sum + minutes, 0)).toBe(480)
      }),
    )
  })

  test('begin within an interval of five minutes as well as between two', () => {
    const parts = offPeakParts([{ from: '22:38', to: '06:38' }])

    expect([...parts.slice(270, 274)]).toEqual([0, 2, 5, 5])
    expect([...parts.slice(78, 81)]).toEqual([5, 3, 0])
  })
})
