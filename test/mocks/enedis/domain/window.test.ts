import { describe, expect, test } from 'vitest'
import type { CustomerId } from '../../../../mocks/enedis/model/index.ts'
import { windowOf, type Asked } from '../../../../mocks/enedis/domain/window.ts'
import type { PointTold } from '../../../../mocks/enedis/domain/usage-point.ts'
import { look, noon, oneMeter } from './meter-state.ts'

type Told = { point?: PointTold; dialect?: Parameters<typeof look>[0]; now?: string }

/** Why a window is refused, or `read`. */
function judged(asked: Partial<Asked>, { point: told = {}, dialect = {}, now = noon }: Told = {}): string {
  const { point } = oneMeter(told)
  const whole: Asked = {
    audience: 'v5',
    kind: 'daily',
    direction: 'consumption',
    customer: null,
    dataFrom: null,
    from: '2026-11-02',
    until: '2026-11-09',
    ...asked,
  }
  const window = windowOf(point, whole, { ...look(dialect), now, publishAt: '08:00' })
  return window.may === 'read' ? 'read' : window.because
}

describe('the dates of a window', () => {
  test('end after they begin, today at the latest', () => {
    expect(judged({})).toBe('read')
    expect(judged({ until: '2026-11-02' })).toBe('startIsEnd')
    expect(judged({ until: '2026-11-01' })).toBe('startAfterEnd')
    expect(judged({ until: '2026-11-16' })).toBe('read')
    expect(judged({ until: '2026-11-17' })).toBe('endInFuture')
  })

  test('are those of Paris: after midnight there it is tomorrow', () => {
    expect(judged({ until: '2026-11-17' }, { now: '2026-11-16T22:59:59.000Z' })).toBe('endInFuture')
    expect(judged({ until: '2026-11-17' }, { now: '2026-11-16T23:00:00.000Z' })).toBe('read')
  })

  test('may end today by night as well, unless the switch says otherwise', () => {
    const night = { now: '2026-11-15T23:41:00.000Z' }
    const until = '2026-11-16'

    expect(judged({ until }, night)).toBe('read')
    expect(judged({ until }, { ...night, dialect: { endToday: 'refusedAtNight' } })).toBe('endNotPublished')
    expect(judged({ until }, { now: '2026-11-16T07:00:00.000Z', dialect: { endToday: 'refusedAtNight' } })).toBe('read')
  })

  test('span seven days of a curve at most, and 365 of days before 2026', () => {
    expect(judged({ kind: 'curve' })).toBe('read')
    expect(judged({ kind: 'curve', until: '2026-11-10' })).toBe('windowTooLong')
    expect(judged({ from: '2025-11-09' })).toBe('read')
    expect(judged({ from: '2025-11-08' })).toBe('windowTooLong')
    expect(judged({ from: '2024-11-08', audience: 'v2' })).toBe('read')
  })

  test('span less than seven days, or their hours, where the switch says so', () => {
    const autumn = { kind: 'curve', from: '2026-10-20', until: '2026-10-27' } as const

    expect(judged({ kind: 'curve' }, { dialect: { curveWindow: 'lessThanSeven' } })).toBe('windowTooLong')
    expect(judged(autumn)).toBe('read')
    expect(judged(autumn, { dialect: { curveWindow: 'elapsed' } })).toBe('windowTooLong')
    expect(judged({ kind: 'curve' }, { dialect: { curveWindow: 'elapsed' } })).toBe('read')
  })
})

describe('the history of a window', () => {
  const curve = (from: string, dialect = {}, audience: Asked['audience'] = 'v5') =>
    judged({ kind: 'curve', from, until: '2024-11-05', audience }, { dialect })

  test('reaches 24 months and 15 days for curves', () => {
    expect(curve('2024-11-01')).toBe('read')
    expect(judged({ kind: 'curve', from: '2024-10-31', until: '2024-11-02' })).toBe('beyondHistory')
  })

  test('reaches as far as the switch says, and in SGE no further than its months', () => {
    const back = { kind: 'curve', from: '2024-10-31', until: '2024-11-02' } as const

    expect(judged(back, { dialect: { historyDepth: '16days' } })).toBe('read')
    expect(curve('2024-11-01', { historyDepth: 'monthsOnly' })).toBe('beyondHistory')
    expect(curve('2024-11-01', {}, 'sge')).toBe('beyondHistory')
  })

  test('reaches 36 months and 15 days for days, peaks and indexes', () => {
    for (const kind of ['daily', 'maxPower', 'index'] as const) {
      expect(judged({ kind, from: '2023-11-01', until: '2023-11-30' })).toBe('read')
      expect(judged({ kind, from: '2023-10-31', until: '2023-11-30' })).toBe('beyondHistory')
    }
  })

  test('begins with the commissioning of the point and the move-in of its holder', () => {
    expect(judged({}, { point: { commissionedOn: '2026-11-02' } })).toBe('read')
    expect(judged({}, { point: { commissionedOn: '2026-11-03' } })).toBe('beforeActivation')
    expect(judged({}, { point: { movedIn: '2026-11-03' } })).toBe('beforeActivation')
  })

  test('of production begins with its contract, and is none where nothing is produced', () => {
    const production = { direction: 'production' } as const

    expect(judged(production)).toBe('wrongDirection')
    expect(judged(production, { point: { production: {} } })).toBe('read')
    expect(judged(production, { point: { production: {}, producesSince: '2026-11-03' } })).toBe('beforeActivation')
    expect(judged({}, { point: { production: {}, consumption: null } })).toBe('wrongDirection')
  })

  test('is the consent’s, where it says from when', () => {
    expect(judged({ dataFrom: '2026-11-02' })).toBe('read')
    expect(judged({ dataFrom: '2026-11-03' })).toBe('beforeConsent')
  })

  test('is open to the holder alone', () => {
    const { customer } = oneMeter()

    expect(judged({ customer: customer.id })).toBe('read')
    expect(judged({ customer: '1234567890' as CustomerId })).toBe('notHolder')
  })

  test('has no curve where the customer opposes it, but its days', () => {
    expect(judged({ kind: 'curve' }, { point: { opposesCurve: true } })).toBe('curveOpposed')
    expect(judged({}, { point: { opposesCurve: true } })).toBe('read')
  })
})
