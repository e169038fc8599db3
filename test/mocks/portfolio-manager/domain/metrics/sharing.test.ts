import { describe, expect, test } from 'vitest'
import { readMetrics } from '../../../../../mocks/portfolio-manager/domain/metrics/index.ts'
import { portfolioManager } from '../../../../support/portfolio-manager.ts'
import { tower } from './asking.ts'

const valuesOf = (pm: ReturnType<typeof portfolioManager>, names: string[]) =>
  pm
    .read((state, house) =>
      readMetrics(state, { caller: pm.you, property: pm.property('tower'), names, year: 2026, month: 2 }, house),
    )
    .map((metric) => [metric.name, 'value' in metric ? metric.value : undefined])

describe('metrics about sharing', () => {
  test('tell the administrator from the one who shared', () => {
    const pm = portfolioManager()
    pm.act('shareForward', { as: 'mason', property: 'tower', access: 'Read' })
    pm.answerProperty('tower', 'Accept')

    const names = ['propertyDataAdministratorAccountId', 'sharedByContactAccountId', 'sharedByContact', 'myPermissions']
    expect(valuesOf(pm, names)).toEqual([
      ['propertyDataAdministratorAccountId', pm.account('olive')],
      ['sharedByContactAccountId', pm.account('mason')],
      ['sharedByContact', 'Mason Reed'],
      ['myPermissions', 'Read Only Access'],
    ])
  })

  test.each([
    ['inventory', 'sharedByContact'],
    ['alias', 'propertySharedBy'],
  ] as const)('answer the guides’ name for the sharer under metricAliases=%s as %s', (metricAliases, name) => {
    const pm = tower({}, { dialect: { metricAliases } })

    expect(valuesOf(pm, ['propertySharedBy'])[0]?.[0]).toBe(name)
  })

  test('leave unknown names out where the switch says so', () => {
    const pm = tower({}, { dialect: { unknownMetric: 'ignored' } })

    expect(valuesOf(pm, ['shoeSize', 'yearBuilt', 'myPermissions'])).toEqual([
      ['yearBuilt', expect.any(String) as string],
      ['myPermissions', 'Full Access'],
    ])
  })
})
