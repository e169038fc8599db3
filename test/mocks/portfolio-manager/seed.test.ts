import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { Ids } from '../../../src/ground/ids.ts'
import type { PmHouse } from '../../../mocks/portfolio-manager/dialect.ts'
import { checkStep, credentials, given, known, seed } from '../../../mocks/portfolio-manager/seed/index.ts'
import { portfolioManager } from '../../support/portfolio-manager.ts'

const parse = (said: unknown) => v.parse(given, said)
const worldOf = (said: unknown, seedWord = 'seed') => {
  const house = { now: '2026-03-02T14:00:00.000Z', ids: new Ids(seedWord, {}) } as unknown as PmHouse
  return seed(parse(said), house)
}
const tower = { owner: 'olive', meters: { power: 'Electric', gas: { type: 'Natural Gas' } } }
const one = { accounts: { olive: { organization: 'Olive Tower LLC' } }, properties: { tower } }

describe('what is given', () => {
  test('may be nothing at all: then one customer with one building is there, shared', () => {
    const pm = portfolioManager({})

    expect(pm.customers()).toEqual([pm.account('olive')])
    expect([pm.sees.property('tower'), pm.sees.meter('power')]).toEqual([200, 200])
  })

  test('is completed with plausible things, the same for the same seed', () => {
    const [state, again, other] = [worldOf(one), worldOf(one), worldOf(one, 'another')]

    expect(again).toEqual(state)
    expect(JSON.stringify(other)).not.toBe(JSON.stringify(state))
    const property = Object.values(state.properties)[0]
    expect(property?.details).toMatchObject({ name: 'Tower', primaryFunction: 'Office', occupancyPercentage: 95 })
    const meters = Object.values(state.meters).map(({ details }) => details)
    expect(meters).toMatchObject([
      { name: 'Power', unitOfMeasure: 'kWh (thousand Watt-hours)', firstBillDate: '2025-01-01', metered: true },
      { name: 'Gas', unitOfMeasure: 'therms' },
    ])
  })

  test('has ids of the sizes the provider uses', () => {
    const state = worldOf(one)

    expect(Object.keys(state.accounts)).toEqual(['200101', '200102'])
    expect(Object.keys(state.properties).every((id) => /^\d{7,8}$/.test(id))).toBe(true)
    expect(Object.keys(state.meters).every((id) => /^\d{8}$/.test(id))).toBe(true)
  })

  test.each([
    ['Read', ['Read'], ['Read', 'Read']],
    [{ access: 'Read Write', meters: { power: 'Read' } }, ['Read Write'], ['Read']],
    [{ meters: 'Read Write' }, ['Read'], ['Read Write', 'Read Write']],
    [{ access: 'Read' }, ['Read'], []],
  ])('sharedWithYou: %j', (sharedWithYou, properties, meters) => {
    const state = worldOf({ ...one, properties: { tower: { ...tower, sharedWithYou } } })

    expect(Object.values(state.propertyShares).map(({ level }) => level)).toEqual(properties)
    expect(Object.values(state.meterShares).map(({ level, status }) => [level, status])).toEqual(
      meters.map((level) => [level, 'active']),
    )
  })

  test.each([
    ['mason', [['Full Access', true]]],
    [{ to: 'mason', level: 'Read Only', mayShareForward: false }, [['Read Only', false]]],
    [
      [{ to: 'mason' }, { to: 'fran', level: 'Custom' }],
      [
        ['Full Access', true],
        ['Custom', true],
      ],
    ],
  ])('sharedForwardTo: %j', (sharedForwardTo, grants) => {
    const accounts = { olive: {}, mason: {}, fran: {} }
    const state = worldOf({ accounts, properties: { tower: { ...tower, sharedForwardTo } } })

    expect(Object.values(state.customerShares).map(({ level, mayShareForward }) => [level, mayShareForward])).toEqual(
      grants,
    )
  })

  test('connects who is connected, and lets others ask', () => {
    const pm = portfolioManager({ accounts: { olive: { connected: true }, bob: { connected: 'pending' }, fran: {} } })

    expect([pm.customers(), pm.pending().accounts]).toEqual([[pm.account('olive')], [pm.account('bob')]])
  })

  test('makes acquaintance mutual', () => {
    const state = worldOf({ accounts: { olive: { contacts: ['bob'] }, bob: { contacts: [] }, fran: {} } })
    const [, olive, bob, fran] = Object.values(state.accounts)

    expect([olive?.contacts, bob?.contacts, fran?.contacts]).toEqual([
      { [bob?.id ?? '']: true },
      { [olive?.id ?? '']: true },
      null,
    ])
  })

  test.each([
    [{ acounts: {} }, 'acounts'],
    [{ accounts: { olive: { conected: true } } }, 'conected'],
    [{ accounts: { you: {} } }, 'The name "you" is taken: it is yours.'],
    [{ ...one, properties: { tower: { ...tower, meters: { power: 'Electrik' } } } }, 'Electrik'],
    [
      { ...one, properties: { tower: { ...tower, sharedWithYou: { meters: { oil: 'Read' } } } } },
      'sharedWithYou names a meter',
    ],
    [{ you: { customFields: [{ name: 'Code', whenToPrompt: 'Never' }] } }, 'Never'],
  ])('with a mistake is refused: %j', (said, says) => {
    const { issues } = v.safeParse(given, said)

    expect(JSON.stringify(issues?.map(({ message }) => message))).toContain(says.replaceAll('"', '\\"'))
  })
})

describe('what the client under test is told', () => {
  test('is the test address and the login', () => {
    const told = credentials(parse({ you: { username: 'me' } }), { api: { http: 'http://localhost:4701', https: '' } })

    expect(Object.fromEntries(told.map(({ variable, value }) => [variable, value]))).toEqual({
      WATTPROOF_PM_URL: 'http://localhost:4701/wstest',
      WATTPROOF_PM_USERNAME: 'me',
      WATTPROOF_PM_PASSWORD: 'Sandbox-2026',
    })
  })
})

describe('names for lint', () => {
  const two = parse({
    ...one,
    properties: { tower, annex: { owner: 'olive', meters: { power: 'Electric', solar: 'Electric' } } },
  })

  test('are those of people, properties, and meters alone and with their property', () => {
    expect(known(two)).toEqual({
      account: ['you', 'olive'],
      property: ['tower', 'annex'],
      meter: ['power', 'tower.power', 'gas', 'tower.gas', 'annex.power', 'solar', 'annex.solar'],
    })
    expect(known(parse({})).property).toEqual(['tower'])
  })

  test.each([
    [{ property: 'annex', meters: { gas: 'Read' } }, 'meter `gas` is not declared on property `annex`.'],
    [{ property: 'annex', meter: 'gas' }, 'meter `gas` is not declared on property `annex`.'],
    [{ properties: { tower: { meters: { solar: 'Read' } } } }, 'meter `solar` is not declared on property `tower`.'],
    [{ meter: 'power' }, 'meter `power` is declared on 2 properties. Write tower.power or annex.power.'],
    [{ meter: 'solar' }, undefined],
    [{ property: 'tower', meters: { power: 'Read', 'tower.gas': 'Read' } }, undefined],
    [{ properties: { tower: 'Read' } }, undefined],
    [{ property: 'barn', meters: { power: 'Read' } }, undefined],
  ])('judge %j', (args, says) => {
    expect(checkStep(two, 'shareProperty', args)).toBe(says)
  })
})
