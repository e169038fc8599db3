import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkDigits, hasCheckDigits, prmNumbered } from '../../../../mocks/enedis/domain/prm.ts'
import type { UsagePointId } from '../../../../mocks/enedis/model/index.ts'
import { isPrm } from '../../../../mocks/enedis/wire/prm.ts'

const checked = (prm: string) => hasCheckDigits(prm as UsagePointId)

describe('the check digits of a usage point number', () => {
  test('are right in the catalogue of homologation and in the examples of the documents', () => {
    const known = ['25946599093143', '98800000000246', '30001610071843', '98800007059999', '25957452924301']
    const others = ['25478147557460', '07151808919109', '16401220101758', '09775542606818', '32320647321714']

    expect([...known, ...others].filter((prm) => !checked(prm))).toEqual([])
  })

  test('are wrong in most fictitious usage points of the sandbox', () => {
    const wrong = ['22516914714270', '12345678901234', '14000000000001', '99999999999999', '09111642617347']

    expect(wrong.filter(checked)).toEqual([])
  })

  test.each([
    ['000070599', '99'],
    ['100000070', '98'],
    ['574529243', '01'],
    ['781475574', '60'],
    ['100000044', '89'],
  ])('of %s are %s', (body, key) => {
    expect(checkDigits(body)).toBe(key)
  })

  test('are those of every number made here, each a number of its own', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), (number) => {
        const prm = prmNumbered(number)

        expect(isPrm(prm)).toBe(true)
        expect(checked(prm)).toBe(true)
        expect(prm.slice(3, 12)).toBe(String(number).padStart(9, '0'))
      }),
    )
    expect(prmNumbered(2)).toBe('25000000000246')
  })
})
