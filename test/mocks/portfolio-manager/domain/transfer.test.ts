import { describe, expect, test } from 'vitest'
import { connectedTown, portfolioManager, thrownBy, town, type Pm } from '../../../support/portfolio-manager.ts'

const tower = { ...town.properties.tower, sharedWithYou: { access: 'Read', meters: { power: 'Read' } } as const }
/** Olive offers her tower, of which the provider holds the property and one meter, to Bob. */
type Settings = NonNullable<Parameters<typeof portfolioManager>[1]>
function proposed({ accounts = {}, you = {}, ...settings }: { accounts?: object; you?: object } & Settings = {}) {
  const said = { you, accounts: { ...connectedTown.accounts, ...accounts }, properties: { tower } }
  const pm = portfolioManager(said, settings)
  pm.act('proposeTransfer', { as: 'olive', property: 'tower', to: 'bob' })
  return pm
}
const accept = (pm: Pm, more: object = {}) => pm.act('acceptTransfer', { as: 'bob', property: 'tower', ...more })
const ownerOf = (pm: Pm) => pm.read((state) => state.properties[pm.property('tower')]?.owner)
const items = (pm: Pm) => [pm.sees.property('tower'), pm.sees.meter('power')]
const nrcan = { preset: 'nrcan' } as const

describe('a transfer that is proposed', () => {
  test('shows nothing to the provider (T1)', () => {
    const pm = proposed()

    expect([ownerOf(pm), pm.notifications(), pm.pending().accounts]).toEqual([pm.account('olive'), [], []])
  })

  test('needs a contact, an owner, and no other transfer (T1)', () => {
    const pm = proposed({ accounts: { olive: { connected: true, contacts: ['bob'] } } })
    const propose = (as: string, to: string) =>
      thrownBy(() => pm.act('proposeTransfer', { as, property: 'tower', to })).alert

    expect(propose('olive', 'fran')).toBe('notYourContact')
    expect(propose('fran', 'bob')).toBe('notYours')
    expect(propose('olive', 'olive')).toBe('notYours')
    expect(propose('olive', 'bob')).toBe('transferAlreadyProposed')
  })

  test('changes nothing when it is declined, and may be proposed again (T7)', () => {
    const pm = proposed()

    pm.act('rejectTransfer', { as: 'bob', property: 'tower' })

    expect([ownerOf(pm), items(pm), pm.notifications()]).toEqual([pm.account('olive'), [200, 200], []])
    pm.act('proposeTransfer', { as: 'olive', property: 'tower', to: 'fran' })
    expect(thrownBy(() => accept(pm)).alert).toBe('noTransfer')
  })

  test('ends with the property', () => {
    const pm = proposed()

    pm.act('deleteProperty', { as: 'olive', property: 'tower' })

    expect(thrownBy(() => accept(pm)).alert).toBe('gone')
    expect(pm.read((state) => Object.keys(state.transfers))).toEqual([])
  })
})

describe('a transfer to someone the provider knows (T2)', () => {
  test.each(['guide', 'nrcan'] as const)('keeps the shares under the new owner: %s', (transferStyle) => {
    const pm = proposed({ accounts: { bob: { connected: true } }, dialect: { transferStyle } })

    accept(pm)

    expect([ownerOf(pm), items(pm)]).toEqual([pm.account('bob'), [200, 200]])
    expect(pm.notifications()).toMatchObject([
      { type: 'TRANSFERPROPERTY', accountId: pm.account('bob'), username: 'bob', propertyId: pm.property('tower') },
    ])
    expect([pm.sees.propertiesOf('bob'), pm.pending().accounts]).toEqual([200, []])
  })
})

describe('a transfer to a stranger, as the NRCan guide has it (T3)', () => {
  test('keeps shares, asks for no connection, and closes what carries the new account', () => {
    const pm = proposed(nrcan)

    accept(pm)

    expect([items(pm), pm.sees.propertiesOf('bob'), pm.sees.customer('bob')]).toEqual([[200, 200], 403, 403])
    expect([pm.pending().accounts, pm.sees.propertiesOf('olive')]).toEqual([[], 200])
  })

  test('offers no choice', () => {
    const pm = proposed(nrcan)

    expect(thrownBy(() => accept(pm, { style: 'postpone' })).alert).toBe('choiceNotOffered')
  })

  test('leaves an offer on offer, under the new owner', () => {
    const pm = proposed(nrcan)
    pm.act('shareMeters', { as: 'olive', property: 'tower', meters: { light: 'Read' } })
    accept(pm)
    expect(pm.pending().meters).toEqual([pm.meter('light')])

    pm.act('requestConnection', { as: 'bob' })
    pm.answerConnection('bob', 'Reject')

    expect(pm.pending().meters).toEqual([])
  })

  test('says nothing to a provider that holds nothing', () => {
    const pm = portfolioManager({ ...connectedTown, properties: { tower: town.properties.tower } }, { preset: 'nrcan' })
    pm.act('shareProperty', { as: 'olive', property: 'tower' })
    pm.act('proposeTransfer', { as: 'olive', property: 'tower', to: 'bob' })

    accept(pm)

    expect(pm.notifications()).toEqual([])
    expect(pm.pending().properties).toEqual([pm.property('tower')])
  })
})

describe('a transfer to a stranger, as the newer guide has it', () => {
  test.each([{}, { style: 'askForConnection' }])('asks for a connection with %j (T4)', (choice) => {
    const pm = proposed()

    accept(pm, choice)

    expect([pm.pending().accounts, items(pm), pm.sees.propertiesOf('bob')]).toEqual([
      [pm.account('bob')],
      [200, 200],
      403,
    ])
    expect(pm.notifications()).toMatchObject([{ type: 'TRANSFERPROPERTY' }])
    pm.answerConnection('bob', 'Accept')
    expect(pm.sees.propertiesOf('bob')).toBe(200)
  })

  test('asks like any other request: terms and fields first (T4)', () => {
    const you = { terms: 'Be kind.', customFields: [{ name: 'Code', required: true, whenToPrompt: 'Once' }] }
    const pm = proposed({ you })

    expect(thrownBy(() => accept(pm, { acceptTerms: false, customFields: { Code: '1' } })).alert).toBe(
      'termsNotAccepted',
    )
    expect(thrownBy(() => accept(pm)).alert).toBe('fieldRequired')
    expect(ownerOf(pm)).toBe(pm.account('olive'))
    accept(pm, { customFields: { Code: '1' } })
    expect(pm.pending().accounts).toEqual([pm.account('bob')])
  })

  test('asks nobody who has asked already', () => {
    const pm = proposed()
    pm.act('requestConnection', { as: 'bob' })

    accept(pm)

    expect([ownerOf(pm), pm.pending().accounts]).toEqual([pm.account('bob'), [pm.account('bob')]])
  })

  test('waits, postponed, until a request is sent and accepted (T5)', () => {
    const pm = proposed()

    expect(accept(pm, { style: 'postpone' })).toEqual({ transfer: 'postponed', property: 'tower' })
    pm.act('requestConnection', { as: 'bob' })
    expect([ownerOf(pm), items(pm), pm.notifications()]).toEqual([pm.account('olive'), [200, 200], []])
    pm.answerConnection('bob', 'Accept')

    expect([ownerOf(pm), items(pm)]).toEqual([pm.account('bob'), [200, 200]])
    expect(pm.notifications()).toMatchObject([{ type: 'TRANSFERPROPERTY', accountId: pm.account('bob') }])
  })

  test('may be postponed first and accepted then', () => {
    const pm = proposed()
    accept(pm, { style: 'postpone' })

    accept(pm, { style: 'askForConnection' })

    expect([ownerOf(pm), pm.pending().accounts]).toEqual([pm.account('bob'), [pm.account('bob')]])
  })

  test('removes the provider, with a notice for each item (T6)', () => {
    const pm = proposed()

    accept(pm, { style: 'removeProvider' })

    const notices = pm.notifications()
    expect(notices.map(({ type, meterId }) => [type, meterId])).toEqual([
      ['TRANSFERPROPERTY', undefined],
      ['UNSHARE', undefined],
      ['UNSHARE', pm.meter('power')],
    ])
    expect(notices.map(({ accountId }) => accountId)).toEqual(Array(3).fill(pm.account('bob')))
    expect([items(pm), pm.pending().accounts]).toEqual([[403, 403], []])
  })
})

describe('after a transfer', () => {
  test('the former owner no longer edits, the new one does', () => {
    const pm = proposed(nrcan)
    accept(pm)

    expect(thrownBy(() => pm.act('editAccess', { as: 'olive', meter: 'power', access: 'Read Write' })).alert).toBe(
      'mayNotEdit',
    )
    pm.act('editAccess', { as: 'bob', meter: 'power', access: 'Read Write' })

    expect(pm.notifications().at(-1)).toMatchObject({
      type: 'SHAREUPDATE',
      accountId: pm.account('bob'),
      createdBy: 'bob',
    })
  })

  test('under schemaEra=4 the notice names the new owner as its creator, under 26 the former (X10)', () => {
    const [era4, era26] = [proposed(nrcan), proposed({ dialect: { transferStyle: 'nrcan' } })]
    for (const pm of [era4, era26]) accept(pm)

    expect(era4.notifications()).toMatchObject([{ createdBy: 'bob', createdByAccountId: era4.account('bob') }])
    expect(era26.notifications()).toMatchObject([{ createdBy: 'olive', createdByAccountId: era26.account('olive') }])
  })

  test('disconnecting the former owner keeps what went to the new one', () => {
    const pm = proposed({ accounts: { bob: { connected: true } } })
    accept(pm)

    pm.disconnect('olive', false)
    expect(items(pm)).toEqual([200, 200])
    pm.disconnect('bob', false)
    expect(items(pm)).toEqual([403, 403])
  })
})
