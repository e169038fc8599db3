import { expect, test } from 'vitest'
import {
  namesOfHistory,
  namesOfOrdered,
  namesOfR171,
  namesOfR4,
  namesOfReport,
  namesOfSubscription,
} from '../../../../../mocks/enedis/wire/flows/names.ts'
import { at, golden, recipient, usagePoint } from './samples.ts'

test('names each archive and the file in it as promised', async () => {
  const direction = 'consumption' as const
  const subscribed = { recipient, contract: 'GRD-F0001', subscription: '12345678', sequence: 42, at }
  const order = 'M0A1B2C3'
  const names = [
    namesOfR4({ recipient, frequency: 'Q', direction, usagePoint, reference: '98765432', at }),
    namesOfR4({ recipient, frequency: 'M', direction: 'production', usagePoint, reference: '98765432', at }),
    namesOfSubscription('R50', { ...subscribed, frequency: 'Q', part: 1, parts: 2 }),
    namesOfSubscription('R151', { ...subscribed, frequency: 'M', part: 2, parts: 2 }),
    namesOfR171({ direction, id: '00000000123456', contractType: 'GRD-F', recipient, at }),
    namesOfHistory({ order, usagePoint, at }),
    namesOfOrdered('R63', { order, sequence: 1, format: 'JSON', at }),
    namesOfOrdered('R64', { order, sequence: 2, format: 'CSV', at }),
    namesOfOrdered('R65', { order, sequence: 1, format: 'JSON', at }),
    namesOfOrdered('R66', { order, sequence: 1, format: 'JSON', at }),
    namesOfReport({ order, sequence: 1, at }),
  ]

  const told = names.map(({ archive, inner }) => `${archive} ${inner}\n`).join('')
  await expect(told).toMatchFileSnapshot(golden('names.txt'))
})
