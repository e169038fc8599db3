import { describe, expect, test } from 'vitest'
import { settingsOf } from '../../../../src/contract/dialect.ts'
import { dialect, type EnedisSettings } from '../../../../mocks/enedis/dialect/index.ts'
import type { SubscribedService } from '../../../../mocks/enedis/views/index.ts'
import { encodeServices, type ServicePage } from '../../../../mocks/enedis/wire/subscribed-services.ts'

const settings = (chosen: Partial<EnedisSettings> = {}) =>
  ({ ...settingsOf(dialect), ...chosen }) as unknown as EnedisSettings

const curve: SubscribedService = {
  id: 30_000_010,
  usagePoint: '25000000000246' as SubscribedService['usagePoint'],
  kind: 'CDC',
  step: 'PT30M',
  state: 'ACTIF',
  from: '2026-10-05',
  until: '2027-10-05',
  withdraws: true,
  injects: false,
  holder: null,
  beneficiary: '000123459' as SubscribedService['beneficiary'],
  authorisation: {
    id: '4217063' as SubscribedService['authorisation']['id'],
    label: 'DATACONNECT_C5_ACTIF',
    type: 'EXPLICITE',
  },
}
const contract: SubscribedService = {
  ...curve,
  id: 30_000_014,
  kind: 'ITC',
  step: 'NA',
  state: 'TERMINE',
  holder: '000123456' as NonNullable<SubscribedService['holder']>,
}
const page = (services: SubscribedService[], more: Partial<ServicePage> = {}): ServicePage => {
  return { total: services.length, services, countOnly: false, explained: true, ...more }
}

describe('spells lists of services as promised', () => {
  test.each([
    ['services', page([curve, contract])],
    ['services-unexplained', page([curve], { explained: false })],
    ['services-none', page([])],
    ['services-count', page([], { total: 5, countOnly: true })],
  ] as const)('%s', async (name, told) => {
    const body = encodeServices(told, settings())

    await expect(`${body}\n`).toMatchFileSnapshot(`../../../golden/enedis/subscribed-services/${name}.json`)
  })
})

test.each([
  ['byCount', '{"nbTotalServices":0,"serviceSouscrit":[]}', '{"nbTotalServices":5,"serviceSouscrit":null}'],
  ['list', '{"nbTotalServices":0,"serviceSouscrit":[]}', '{"nbTotalServices":5,"serviceSouscrit":[]}'],
  ['null', '{"nbTotalServices":0,"serviceSouscrit":null}', '{"nbTotalServices":5,"serviceSouscrit":null}'],
  ['missing', '{"nbTotalServices":0}', '{"nbTotalServices":5}'],
] as const)(
  'an empty list under the switch %s is %s, and where only the count was asked for %s',
  (form, none, count) => {
    const chosen = settings({ emptyServices: form })

    expect(encodeServices(page([]), chosen)).toBe(none)
    expect(encodeServices(page([], { total: 5, countOnly: true }), chosen)).toBe(count)
  },
)
