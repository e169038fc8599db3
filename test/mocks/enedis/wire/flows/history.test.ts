import { expect, test } from 'vitest'
import { encodeHistory } from '../../../../../mocks/enedis/wire/flows/history.ts'
import { golden, seconds, usagePoint } from './samples.ts'

const about = { usagePoint, direction: 'consumption', stage: 'BRUT', from: '2026-10-25', until: '2026-10-26' } as const

test('spells a curve as promised, with an empty value where it is missing and an hour that comes twice', async () => {
  const points = [
    { at: seconds('2026-10-25T02:30:00+02:00'), value: 412 },
    { at: seconds('2026-10-25T02:30:00+01:00'), value: 398 },
    { at: seconds('2026-10-25T03:00:00+01:00'), value: null },
  ]

  await expect(encodeHistory({ ...about, of: 'CDC', minutes: 30, points })).toMatchFileSnapshot(golden('hdm-cdc.csv'))
})

test('has its headings alone where no curve was collected', async () => {
  const file = encodeHistory({ ...about, direction: 'production', stage: 'BEST', of: 'CDC', minutes: 10, points: [] })

  await expect(file).toMatchFileSnapshot(golden('hdm-empty.csv'))
})

test('spells indexes as promised, by the clock of winter all year', async () => {
  const points = [
    { at: seconds('2026-10-25T00:00:00+02:00'), value: 18_000_000 },
    { at: seconds('2026-10-26T00:00:00+01:00'), value: 18_011_840 },
  ]

  const file = encodeHistory({ ...about, of: 'IDX', minutes: null, points })

  expect(file).toContain('2026-10-24T23:00:00+01:00;18000000')
  await expect(file).toMatchFileSnapshot(golden('hdm-idx.csv'))
})
