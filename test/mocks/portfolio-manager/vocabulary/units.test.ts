import { describe, expect, test } from 'vitest'
import { gallonsIn, kBtuIn } from '../../../../mocks/portfolio-manager/domain/conversion.ts'
import { categoryOf } from '../../../../mocks/portfolio-manager/domain/association.ts'
import * as conversions from '../../../../mocks/portfolio-manager/vocabulary/conversions.ts'
import { fuels } from '../../../../mocks/portfolio-manager/vocabulary/fuels.ts'
import { energyMeterTypes, meterTypes, meterUnits } from '../../../../mocks/portfolio-manager/vocabulary/meters.ts'
import { suitingUnits } from '../../../../mocks/portfolio-manager/vocabulary/unit-pairs.ts'
import { wasteMeterTypes } from '../../../../mocks/portfolio-manager/vocabulary/waste-meters.ts'
import { meter } from '../wire/sample.ts'

const of = (type: string, unitOfMeasure: string) => ({ ...meter, details: { ...meter.details, type, unitOfMeasure } })

describe('the words of meters', () => {
  test('are as many as the provider has: 39 types, 34 units, 73 types of waste', () => {
    expect([meterTypes, meterUnits, wasteMeterTypes].map((words) => new Set(words).size)).toEqual([39, 34, 73])
  })

  test('name each fuel once, and every energy meter but those of IT equipment measures one', () => {
    const types = fuels.flatMap(({ types }) => types)

    expect(new Set(types).size).toBe(types.length)
    expect(energyMeterTypes.filter((type) => !types.includes(type))).toEqual([
      'IT Equipment Input Energy (meters on each piece of equipment)',
      'Power Distribution Unit (PDU) Input Energy',
      'Power Distribution Unit (PDU) Output Energy',
      'Uninterruptible Power Supply (UPS) Output Energy',
    ])
  })

  test('have a worth wherever they suit each other', () => {
    const worthless = Object.entries(suitingUnits).flatMap(([type, units]) => {
      const worth = categoryOf({ kind: 'meter', type }) === 'water' ? gallonsIn : kBtuIn
      return units.filter((unit) => !((worth(of(type, unit)) ?? 0) > 0)).map((unit) => `${type} in ${unit}`)
    })

    expect(worthless).toEqual([])
  })

  test('of conversions are units of the provider', () => {
    const { cubicFeetInUnit, gallonsInUnit, kBtuInUnit, poundsInUnit } = conversions
    const units = [cubicFeetInUnit, gallonsInUnit, kBtuInUnit, poundsInUnit].flatMap(Object.keys)

    expect(units.filter((unit) => !meterUnits.some((known) => known === unit))).toEqual([])
  })

  test('say nothing of heat where a unit cannot: electricity by the gallon, water by weight', () => {
    expect(kBtuIn(of('Electric', 'Gallons (US)'))).toBeUndefined()
    expect(kBtuIn(of('Natural Gas', 'pounds'))).toBeUndefined()
    expect(gallonsIn(of('Well Water - Indoor', 'pounds'))).toBeUndefined()
  })
})
