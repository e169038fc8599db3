import { describe, expect, test } from 'vitest'
import { decodeAccount } from '../../../../mocks/portfolio-manager/wire/account.ts'
import { decodeMeterData, decodeMeterEntry } from '../../../../mocks/portfolio-manager/wire/consumption.ts'
import { decodeCustomFieldList } from '../../../../mocks/portfolio-manager/wire/custom-field.ts'
import { decodeCustomer } from '../../../../mocks/portfolio-manager/wire/customer.ts'
import { decodeExchangeSettings } from '../../../../mocks/portfolio-manager/wire/exchange-settings.ts'
import { decodeMeter } from '../../../../mocks/portfolio-manager/wire/meter.ts'
import { decodeProperty, encodeProperty, wholeProperty } from '../../../../mocks/portfolio-manager/wire/property.ts'
import { decodeSharingResponse, decodeTermination } from '../../../../mocks/portfolio-manager/wire/sharing.ts'
import { encodeAccount } from '../../../../mocks/portfolio-manager/wire/account.ts'
import { encodeMeter } from '../../../../mocks/portfolio-manager/wire/meter.ts'
import { account, meter, property, settings, wasteMeter } from './sample.ts'

describe('what a client may leave out or add', () => {
  test('an answer keeps its note to the letter', () => {
    const answer = decodeSharingResponse(
      '<sharingResponse><action>Reject</action><note> No &amp; no </note></sharingResponse>',
    )

    expect(answer).toEqual({ action: 'Reject', note: ' No & no ' })
  })

  test('a goodbye may be empty, and a missing body is one while X11 is lenient', () => {
    expect(decodeTermination('<terminateSharingResponse/>', settings)).toEqual({})
    expect(decodeTermination('', settings)).toEqual({})
    expect(() => decodeTermination('', { lenientBodies: 'off' })).toThrow('Invalid XML')
    expect(() => decodeTermination('<terminateSharingResponse><note/></terminateSharingResponse>', settings)).toThrow(
      "Element 'note'",
    )
  })

  test('another root than the one expected is refused by name', () => {
    expect(() => decodeSharingResponse('<meter/>')).toThrow(
      "Invalid XML: Element 'meter': it is not the one expected. Expected is ( sharingResponse ).",
    )
  })

  test('a new property without what no property can be without is refused', () => {
    const body = decodeProperty(
      '<property><isFederalProperty>false</isFederalProperty><occupancyPercentage>80</occupancyPercentage></property>',
    )

    expect(() => wholeProperty(body)).toThrow('A new property needs the element name.')
  })

  test('meters are metered unless they say otherwise', () => {
    const body =
      '<meter><type>Electric</type><name>P</name><unitOfMeasure>therms</unitOfMeasure><firstBillDate>2020-01-01</firstBillDate><inUse>true</inUse></meter>'

    expect(decodeMeter(body)).toEqual({
      kind: 'meter',
      type: 'Electric',
      name: 'P',
      metered: true,
      unitOfMeasure: 'therms',
      firstBillDate: '2020-01-01',
      inUse: true,
    })
  })

  test('an empty cost is no cost, and decimals keep their digits', () => {
    const entry = decodeMeterEntry(
      '<meterConsumption estimatedValue="1"><startDate>2026-01-01</startDate><endDate>2026-02-01</endDate><usage>1.50</usage><cost/><demandTracking><demand/></demandTracking></meterConsumption>',
    )

    expect(entry).toEqual({
      kind: 'consumption',
      with: {
        startDate: '2026-01-01',
        endDate: '2026-02-01',
        usage: '1.50',
        demandTracking: {},
        estimatedValue: true,
      },
    })
  })

  test.each([
    ['none', '<meterData/>'],
    [
      'both kinds of',
      '<meterData><meterConsumption><startDate>2026-01-01</startDate><endDate>2026-02-01</endDate><usage>1</usage></meterConsumption><meterDelivery><deliveryDate>2026-01-01</deliveryDate><quantity>1</quantity></meterDelivery></meterData>',
    ],
  ])('meter data with %s entries is refused', (_, body) => {
    expect(() => decodeMeterData(body)).toThrow('Expected is 1 to 120 meterConsumption, or 1 to 120 meterDelivery.')
  })

  test('a customer keeps what the body leaves out', () => {
    expect(decodeCustomer('<customer/>')).toEqual({})
  })

  test('settings change only what the body names', () => {
    expect(decodeExchangeSettings('<dataExchangeSettings/>')).toEqual({})
    expect(
      decodeExchangeSettings(
        '<dataExchangeSettings><supportedMeterTypes/><termsOfUse><url>http://x</url></termsOfUse></dataExchangeSettings>',
      ),
    ).toEqual({ supportedMeterTypes: [], termsOfUse: { kind: 'url', url: 'http://x' } })
  })

  test('custom field values are read by name', () => {
    const values = decodeCustomFieldList(
      '<customFieldList><customField name="a">1</customField><customField name="b"/></customFieldList>',
    )

    expect(values).toEqual({ a: '1', b: '' })
  })
})

describe('what the mock spells, it reads again', () => {
  test('a property', () => {
    const body = encodeProperty({ property, accessLevel: 'Read Write' }, settings)

    expect(wholeProperty(decodeProperty(body))).toEqual(property.details)
  })

  test.each([
    ['a meter', meter],
    ['a waste meter', wasteMeter],
  ])('%s', (_, sample) => {
    const body = encodeMeter({ meter: sample, accessLevel: 'Read' }, settings)

    expect(decodeMeter(body)).toEqual(sample.details)
  })

  test('an account', () => {
    expect(decodeAccount(encodeAccount(account))).toEqual({ details: account.details, password: '********' })
  })
})
