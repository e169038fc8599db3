import { describe, expect, test } from 'vitest'
import {
  accountFieldValues,
  createCustomField,
  deleteCustomField,
  editCustomField,
  filledIn,
  listCustomFields,
  meterFieldValues,
  propertyFieldValues,
  readCustomField,
} from '../../../../mocks/portfolio-manager/domain/custom-field.ts'
import {
  editExchangeSettings,
  readExchangeSettings,
} from '../../../../mocks/portfolio-manager/domain/exchange-settings.ts'
import { connectedTown, portfolioManager, statusOf, thrownBy, town } from '../../../support/portfolio-manager.ts'

const code = { name: 'Code', required: false, validCharacters: 'Any', whenToPrompt: 'Meter' } as const

describe('custom fields', () => {
  test('are created, listed, edited and deleted', () => {
    const pm = portfolioManager()
    const caller = pm.you

    const field = pm.change((state, house) => createCustomField(state, { caller, details: code }, house))
    pm.change((state) => editCustomField(state, { caller, field, details: { ...code, name: 'New code' } }))
    expect(pm.read((state) => listCustomFields(state, { caller }).map(({ details }) => details.name))).toEqual([
      'New code',
    ])
    expect(pm.read((state) => readCustomField(state, { caller, field }).id)).toBe(field)
    pm.change((state) => deleteCustomField(state, { caller, field }))

    expect(pm.read((state) => listCustomFields(state, { caller }))).toEqual([])
    expect(statusOf(() => pm.change((state) => deleteCustomField(state, { caller, field })))).toBe(404)
  })

  test.each([
    [{ validCharacters: 'Numeric' }, '12a', 'only numeric characters are allowed'],
    [{ validCharacters: 'Alphanumeric' }, 'a-1', 'only alphanumeric characters are allowed'],
    [{ minChars: 3 }, '12', 'at least 3 characters are needed'],
    [{ maxChars: 3 }, '1234', 'at most 3 characters are allowed'],
  ] as const)('with %j refuse "%s"', (rule, value, says) => {
    const field = { id: '1' as never, details: { ...code, ...rule } }

    const thrown = thrownBy(() => filledIn([field], { values: { Code: value }, item: 'Power' }))

    expect(thrown.message).toBe(`"${value}" is not valid for "Code": ${says}.`)
  })

  test('take what fits, and what is left out if it may be', () => {
    const field = {
      id: '1' as never,
      details: { ...code, validCharacters: 'Alphanumeric' as const, minChars: 2, maxChars: 5 },
    }

    expect(filledIn([field], { values: { Code: 'é 12' }, item: 'Power' })).toEqual({ Code: 'é 12' })
    expect(filledIn([field], { values: {}, item: 'Power' })).toEqual({})
  })

  test('show their values to a provider that may see the account or item', () => {
    const field = (name: string, whenToPrompt: 'Once' | 'Property' | 'Meter') => ({ name, whenToPrompt })
    const customFields = { 'At property': 'B', 'At meter': 'C' }
    const pm = portfolioManager({
      you: { customFields: [field('At once', 'Once'), field('At property', 'Property'), field('At meter', 'Meter')] },
      accounts: { ...connectedTown.accounts, olive: { connected: true, customFields: { 'At once': 'A' } } },
      properties: {
        tower: { ...town.properties.tower, sharedWithYou: { access: 'Read', meters: { power: 'Read' }, customFields } },
      },
    })
    const caller = pm.you

    expect([
      pm.read((state) => accountFieldValues(state, { caller, account: pm.account('olive') })),
      pm.read((state, house) => propertyFieldValues(state, { caller, property: pm.property('tower') }, house)),
      pm.read((state, house) => meterFieldValues(state, { caller, meter: pm.meter('power') }, house)),
    ]).toEqual([{ 'At once': 'A' }, { 'At property': 'B' }, { 'At meter': 'C' }])
    expect(statusOf(() => pm.read((state) => accountFieldValues(state, { caller, account: pm.account('bob') })))).toBe(
      403,
    )
    expect(
      statusOf(() => pm.read((state, house) => meterFieldValues(state, { caller, meter: pm.meter('light') }, house))),
    ).toBe(403)
  })
})

describe('exchange settings', () => {
  test('are read and replaced', () => {
    const pm = portfolioManager({ ...town, you: { terms: 'Be kind.' } })
    const read = () => pm.read((state) => readExchangeSettings(state, { caller: pm.you }))
    expect(read()).toEqual({ supportedMeterTypes: null, termsOfUse: { kind: 'text', text: 'Be kind.' } })

    const settings = { supportedMeterTypes: ['Electric'], termsOfUse: { kind: 'none' } } as const
    pm.change((state) =>
      editExchangeSettings(state, { caller: pm.you, ...settings, supportedMeterTypes: ['Electric'] }),
    )

    expect(read()).toEqual(settings)
  })
})
