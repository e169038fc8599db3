import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Agenda, type Due } from '../../src/ground/agenda.ts'

const due = (order: number, at: string): Due => ({
  id: `due-${order}`,
  order,
  at,
  provider: 'p',
  action: 'a',
  args: {},
})

test('gives what is due in order of time, then of asking, and nothing later', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9 })), fc.integer({ min: 0, max: 9 }), (hours, limit) => {
      const agenda = new Agenda(() => true)
      const items = hours.map((hour, order) => due(order, `2026-01-01T0${hour}:00:00.000Z`))
      for (const item of items) agenda.add(item)

      const by = `2026-01-01T0${limit}:00:00.000Z`
      const taken: Due[] = []
      for (let next = agenda.take(by); next; next = agenda.take(by)) taken.push(next)

      const expected = items
        .filter(({ at }) => at <= by)
        .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.order - b.order))
      expect(taken).toEqual(expected)
    }),
  )
})

test('skips what was cancelled', () => {
  const agenda = new Agenda((id) => id !== 'due-1')
  agenda.fill([due(1, '2026-01-01T00:00:00.000Z'), due(2, '2026-01-02T00:00:00.000Z')])

  expect(agenda.peek()?.id).toBe('due-2')
})
