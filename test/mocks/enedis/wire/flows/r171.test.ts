import { expect, test } from 'vitest'
import type { R171Quantity } from '../../../../../mocks/enedis/views/index.ts'
import { encodeR171 } from '../../../../../mocks/enedis/wire/flows/r171.ts'
import { at, golden, recipient, usagePoint } from './samples.ts'

test('spells the dials of C2 to C4 as promised, each quantity in its unit', async () => {
  const quantities = ['EA', 'ERI', 'ERC', 'PMA', 'DD', 'DQ', 'TF'] as const satisfies R171Quantity[]
  const values = [
    { day: '2026-11-15', value: 81_234_567 },
    { day: '2026-11-16', value: 81_300_000 },
  ]

  const file = encodeR171(
    { recipient, contract: 'GRD-F0001', at },
    quantities.map((quantity, number) => ({
      usagePoint,
      direction: 'consumption',
      quantity,
      timeClass: number === 6 ? null : { id: 'HPH', label: 'Heures Pleines Saison Haute' },
      values: values.slice(number === 0 ? 0 : 1),
    })),
  )

  await expect(`${file}\n`).toMatchFileSnapshot(golden('r171.xml'))
})
