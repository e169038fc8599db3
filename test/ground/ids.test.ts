import { expect, test } from 'vitest'
import { chance, Ids } from '../../src/ground/ids.ts'

test('counts each kind apart, from where it is told', () => {
  const ids = new Ids('seed', {})

  expect([ids.next('a', 10), ids.next('a', 10), ids.next('b')]).toEqual([10, 11, 1])
})

test('keeps its counters where a change can take them back', () => {
  const counters = {}

  new Ids('seed', counters).next('a')

  expect(counters).toEqual({ a: 1 })
})

test('draws the same for the same words and seed, and otherwise not', () => {
  const [one, two] = [new Ids('seed', {}), new Ids('other', {})]

  expect(one.chance('meter', 7)).toBe(one.chance('meter', 7))
  expect(one.chance('meter', 7)).not.toBe(two.chance('meter', 7))
  expect(one.hex(40, 'a')).toMatch(/^[0-9a-f]{40}$/)
})

test('spreads chance evenly over [0, 1)', () => {
  const drawn = Array.from({ length: 20_000 }, (_, at) => chance('seed', at))
  const tenths = Array.from({ length: 10 }, (_, tenth) => drawn.filter((one) => Math.floor(one * 10) === tenth).length)

  for (const count of tenths) expect(count).toBeGreaterThan(1800)
  expect(Math.max(...drawn)).toBeLessThan(1)
})

test('picks whole numbers between two, both included', () => {
  const ids = new Ids('seed', {})
  const drawn = new Set(Array.from({ length: 200 }, (_, at) => ids.between(3, 5, at)))

  expect(drawn).toEqual(new Set([3, 4, 5]))
})
