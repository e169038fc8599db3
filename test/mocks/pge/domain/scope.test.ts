import { describe, expect, test } from 'vitest'
import { functionBlocksIn, registeredScope } from '../../../../mocks/pge/domain/scope.ts'
import type { DataGroup } from '../../../../mocks/pge/model/index.ts'
import { shareMyData, town, type Smd } from '../../../support/pge.ts'

const always = 'FB=1_3_8_13_14_18_19_31_32_35_37_38_39'
const scopeOf = (smd: Smd) => smd.authorizations().at(-1)?.scope ?? ''
const blocks = (scope: string) => functionBlocksIn(scope).slice(always.split('_').length)

describe('a scope', () => {
  test('is written as PG&E prints it', () => {
    const smd = shareMyData({ ...town, you: { historyMonths: 36 } })

    smd.authorize('alice')

    expect(scopeOf(smd)).toBe(
      `${always}_40_4_5_10_15_16_46_47;AdditionalScope=Usage_Billing_Basic_Account_ProgramEnrollment;` +
        'IntervalDuration=900_3600;BlockDuration=Daily;HistoryLength=36;AccountCollection=2;BR=50914;dataCustodianId=PGE',
    )
  })

  test('is written as in the captures of 2015', () => {
    const smd = shareMyData({ ...town, you: { dataGroups: ['Usage'] } }, { preset: 'pge-2015' })

    smd.authorize('bob')

    expect(scopeOf(smd)).toBe(
      'FB=1_3_4_5_8_13_14_15_18_19_31_32_35_37_38_39_40;IntervalDuration=900_3600;BlockDuration=Daily;' +
        'HistoryLength=63072000;SubscriptionFrequency=Daily;AccountCollection=1;',
    )
  })

  test.each<[DataGroup[], string, number[]]>([
    [['Usage'], 'power', [40, 4, 5, 15]],
    [['Usage'], 'gas', [40, 4, 10, 15]],
    [['Billing'], 'power', [40, 15, 16]],
    [['Billing'], 'gas', [40, 10, 15, 16]],
    [['Basic'], 'gas', [40, 46, 47]],
    [['ProgramEnrollment'], 'power', [40, 46, 47]],
    [['Account', 'Usage'], 'power', [40, 4, 5, 15, 46, 47]],
  ])('holds for %j on %s the blocks %j', (dataGroups, agreement, wanted) => {
    const smd = shareMyData()

    smd.authorize('alice', { dataGroups, agreements: [agreement] })

    expect(blocks(scopeOf(smd))).toEqual(wanted)
  })

  test.each([
    ['underscore', '_46_47_AdditionalScope=Usage_'],
    ['prefixed', 'scope=FB=1_3_'],
  ] as const)('can be malformed as in a sample: %s', (scopeForm, part) => {
    const smd = shareMyData(town, { dialect: { scopeForm } })

    smd.authorize('alice')

    expect(scopeOf(smd)).toContain(part)
  })

  test('lists block 40 for paper only where the dialect says so', () => {
    const smd = shareMyData(town, { dialect: { fb40: 'paperOnly' } })

    smd.authorize('alice')

    expect(functionBlocksIn(scopeOf(smd))).not.toContain(40)
  })

  test('of a registration counts no accounts', () => {
    const smd = shareMyData()
    const scope = registeredScope(smd.registration(), smd.house.dialect)

    expect(scope).toContain(';HistoryLength=24;BR=50914;dataCustodianId=PGE')
  })

  test('is the same in redirect, token response and authorization', () => {
    const smd = shareMyData()
    smd.act('authorize', { as: 'alice' })

    const { searchParams } = smd.browse()
    const { scope } = smd.exchange(searchParams.get('code') ?? '')

    expect(new Set([searchParams.get('scope'), scope, scopeOf(smd)]).size).toBe(1)
  })
})
