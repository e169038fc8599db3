import { expect, test } from 'vitest'
import { Clock, instantMs, isoInstant, machine } from '../../src/ground/clock.ts'

test('a frozen clock stands still until it is moved', async () => {
  const clock = new Clock({ start: '2026-03-02T09:00:00-05:00' })

  await machine.sleep(5)
  expect(clock.now()).toBe('2026-03-02T14:00:00.000Z')
  clock.moveTo('2026-03-03T00:00:00Z')

  expect(clock.now()).toBe('2026-03-03T00:00:00.000Z')
})

test('a scaled clock runs that many times as fast, and stops where it is when frozen', async () => {
  const clock = new Clock({ start: '2026-03-02T14:00:00Z', mode: { scaled: 3600 } })

  await machine.sleep(10)
  clock.setMode('frozen')
  const stopped = clock.ms

  expect(stopped - instantMs('2026-03-02T14:00:00Z')).toBeGreaterThan(20_000)
  await machine.sleep(5)
  expect(clock.ms).toBe(stopped)
})

test.each(['2026-03-02', '2026-03-02T09:00:00', 'tomorrow', ''])(
  'refuses %j, which is no instant everywhere',
  (text) => {
    expect(() => instantMs(text)).toThrow('not an instant')
  },
)

test('spells instants so that comparing strings compares times', () => {
  expect(isoInstant(instantMs('2026-07-01T00:00:00+02:00'))).toBe('2026-06-30T22:00:00.000Z')
})
