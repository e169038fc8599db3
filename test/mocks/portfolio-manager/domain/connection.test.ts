import { describe, expect, test } from 'vitest'
import { acceptPendingConnection } from '../../../../mocks/portfolio-manager/domain/connection.ts'
import { createCustomer } from '../../../../mocks/portfolio-manager/domain/customer-account.ts'
import { accountDetails } from '../../../../mocks/portfolio-manager/domain/made-up.ts'
import type { AccountId } from '../../../../mocks/portfolio-manager/model/index.ts'
import { connectedTown, portfolioManager, thrownBy, town, type Pm } from '../../../support/portfolio-manager.ts'

const statusOf = (pm: Pm, name: string) =>
  pm.read((state) => state.connections[`${pm.you}/${pm.account(name)}`]?.status ?? 'none')
const forward = { as: 'mason', property: 'tower', access: 'Read', meters: { power: 'Read' } }
/** Olive's tower is held by the provider and then goes to Bob, who does not know it. */
const sold = (said: object = {}, settings: Parameters<typeof portfolioManager>[1] = { preset: 'nrcan' }) => {
  const tower = { ...town.properties.tower, sharedWithYou: 'Read' as const }
  const pm = portfolioManager({ ...connectedTown, properties: { ...town.properties, tower }, ...said }, settings)
  pm.act('proposeTransfer', { as: 'olive', property: 'tower', to: 'bob' })
  pm.act('acceptTransfer', { as: 'bob', property: 'tower' })
  return pm
}

describe('a customer who asks to connect', () => {
  test('is pending until the provider answers, and then a customer (C1, C2)', () => {
    const pm = portfolioManager()

    pm.act('requestConnection', { as: 'olive' })
    expect([statusOf(pm, 'olive'), pm.sees.customer('olive')]).toEqual(['pending', 403])

    pm.answerConnection('olive', 'Accept', 'Welcome!')
    expect([statusOf(pm, 'olive'), pm.sees.customer('olive')]).toEqual(['connected', 200])
    expect([pm.sees.propertiesOf('olive'), pm.pending().accounts]).toEqual([200, []])
    expect(pm.inbox('olive')).toEqual(['Acme Energy accepted your connection request. [Welcome!]'])
  })

  test('finds no provider that hides (C1x)', () => {
    const pm = portfolioManager({ ...town, you: { searchable: false } })

    expect(thrownBy(() => pm.act('requestConnection', { as: 'olive' })).alert).toBe('providerNotFound')
    expect(statusOf(pm, 'olive')).toBe('none')
  })

  test('must accept the terms it is shown', () => {
    const pm = portfolioManager({ ...town, you: { terms: 'Be kind.' } })

    expect(thrownBy(() => pm.act('requestConnection', { as: 'olive', acceptTerms: false })).alert).toBe(
      'termsNotAccepted',
    )
    pm.act('requestConnection', { as: 'olive' })
    expect(statusOf(pm, 'olive')).toBe('pending')
  })

  test.each([
    ['always', [], 'termsNotAccepted'],
    ['onlyWithFields', [], undefined],
    ['onlyWithFields', [{ name: 'Code', whenToPrompt: 'Once' }], 'termsNotAccepted'],
    ['onlyWithFields', [{ name: 'Code', whenToPrompt: 'Meter' }], undefined],
  ] as const)('is shown terms under termsPrompt=%s and fields %j: %s (X26)', (termsPrompt, fields, alert) => {
    const you = { terms: 'Be kind.', customFields: [...fields] }
    const pm = portfolioManager({ ...town, you }, { dialect: { termsPrompt } })
    const ask = () => pm.act('requestConnection', { as: 'olive', acceptTerms: false })

    if (alert) expect(thrownBy(ask).alert).toBe(alert)
    else ask()

    expect(statusOf(pm, 'olive')).toBe(alert ? 'none' : 'pending')
  })

  test('fills in every required account-level field, and no other', () => {
    const you = { customFields: [{ name: 'Account number', required: true, whenToPrompt: 'Once' as const }] }
    const pm = portfolioManager({ ...town, you })

    expect(thrownBy(() => pm.act('requestConnection', { as: 'olive' })).alert).toBe('fieldRequired')
    expect(
      thrownBy(() => pm.act('requestConnection', { as: 'olive', customFields: { 'Acount number': '7' } })).message,
    ).toBe('Unknown custom field "Acount number". Did you mean "Account number"?')
    pm.act('requestConnection', { as: 'olive', customFields: { 'Account number': '7' } })

    const connection = pm.read((state) => state.connections[`${pm.you}/${pm.account('olive')}`])
    expect(connection?.values).toEqual({ 'Account number': '7' })
  })

  test('cannot ask twice, nor when connected', () => {
    const pm = portfolioManager()
    pm.act('requestConnection', { as: 'olive' })

    expect(thrownBy(() => pm.act('requestConnection', { as: 'olive' })).alert).toBe('alreadyAsked')
    expect(thrownBy(() => pm.act('requestConnection', { as: 'mason' })).alert).toBe('alreadyConnected')
  })

  test.each(['Reject', 'disconnect'] as const)('may ask again after the provider chose %s', (end) => {
    const pm = portfolioManager()
    pm.act('requestConnection', { as: 'olive' })
    pm.answerConnection('olive', end === 'Reject' ? 'Reject' : 'Accept')
    if (end === 'disconnect') pm.disconnect('olive')

    pm.act('requestConnection', { as: 'olive' })

    expect(pm.pending().accounts).toEqual([pm.account('olive')])
  })

  test('may take the request back, and what was offered with it', () => {
    const pm = portfolioManager()
    pm.act('shareForward', forward)

    pm.act('cancelRequest', { as: 'olive' })

    expect(pm.pending()).toEqual({ accounts: [], properties: [], meters: [] })
    expect(pm.notifications()).toEqual([])
    expect(thrownBy(() => pm.act('cancelRequest', { as: 'olive' })).alert).toBe('nothingAsked')
  })

  test('cannot take back what the client has answered: the story ends', () => {
    const pm = portfolioManager()
    pm.act('requestConnection', { as: 'olive' })
    pm.answerConnection('olive', 'Accept')

    const thrown = thrownBy(() => pm.act('cancelRequest', { as: 'olive' }))

    expect(thrown.constructor.name).toBe('Impossible')
    expect(thrown.message).toBe('olive cannot take its request back: the client has answered it.')
  })
})

describe('the provider', () => {
  test('rejects with the connection everything offered in that name (C3)', () => {
    const pm = portfolioManager()
    pm.act('shareForward', forward)
    pm.act('shareForward', { as: 'mason', property: 'annex', meters: { solar: 'Read' } })

    pm.answerConnection('olive', 'Reject', 'We only serve Ohio.')

    expect(pm.pending()).toEqual({ accounts: [], properties: [], meters: [] })
    const ends = pm.read((state) => [...Object.values(state.propertyShares), ...Object.values(state.meterShares)])
    expect(ends.map((share) => share.status === 'ended' && share.because)).toEqual(Array(4).fill('rejected'))
    expect(pm.inbox('olive')).toEqual(['Acme Energy rejected your connection request. [We only serve Ohio.]'])
  })

  test.each(['property', 'meter'] as const)('accepts the connection with a %s (C4)', (noun) => {
    const pm = portfolioManager()
    pm.act('shareForward', forward)

    if (noun === 'property') pm.answerProperty('tower', 'Accept')
    else pm.answerMeter('power', 'Accept')

    expect([statusOf(pm, 'olive'), pm.pending().accounts]).toEqual(['connected', []])
    expect(pm.inbox('olive')).toContain('Acme Energy accepted your connection request.')
  })

  test.each(['property', 'meter'] as const)('does not reject the connection with a %s (C5)', (noun) => {
    const pm = portfolioManager()
    pm.act('shareForward', forward)

    if (noun === 'property') pm.answerProperty('tower', 'Reject')
    else pm.answerMeter('power', 'Reject')

    expect(statusOf(pm, 'olive')).toBe('pending')
  })

  test('is connected at once to the customer it creates (C10)', () => {
    const pm = portfolioManager()

    const id = pm.change((state, house) => {
      const details = accountDetails('newcomer', {}, { kind: 'customer', house })
      return createCustomer(state, { caller: pm.you, details, password: 'sha256:none' }, house)
    })

    expect(pm.customers()).toContain(id)
    expect(pm.pending().accounts).toEqual([])
    expect(pm.read((state) => state.accounts[id]?.audit.createdByAccountId)).toBe(pm.you)
  })

  test.each(['Accept', 'Reject'] as const)('is refused when it chooses %s for what is not pending (C14)', (action) => {
    const pm = portfolioManager()

    for (const name of ['mason', 'olive', 'bob'])
      expect(thrownBy(() => pm.answerConnection(name, action))).toMatchObject({ status: 400, code: '-200' })
  })

  test('is told that an account it answers never existed', () => {
    const pm = portfolioManager()

    const thrown = thrownBy(() =>
      pm.change((state, house) =>
        acceptPendingConnection(state, { provider: pm.you, customer: '1' as AccountId }, house),
      ),
    )
    expect(thrown.refusal).toBe('shareWithoutConnection')
    expect(thrownBy(() => pm.answerConnection('999', 'Accept')).message).toMatch(/^Unknown account "999"/)
  })

  test('cannot accept a share of someone it has left meanwhile', () => {
    const pm = portfolioManager(connectedTown)
    pm.act('shareProperty', { as: 'olive', property: 'tower', access: 'Read', meters: { power: 'Read' } })
    pm.disconnect('olive')

    expect(thrownBy(() => pm.answerMeter('power', 'Accept'))).toMatchObject({
      status: 400,
      refusal: 'shareWithoutConnection',
    })
    expect(pm.pending().meters).toEqual([pm.meter('power')])

    pm.act('requestConnection', { as: 'olive' })
    pm.answerMeter('power', 'Accept')
    expect([statusOf(pm, 'olive'), pm.sees.meter('power')]).toEqual(['connected', 200])
  })
})

describe('a connection after a transfer', () => {
  test('neither exists nor is asked for by itself (C11)', () => {
    const pm = sold()

    expect([statusOf(pm, 'bob'), pm.pending().accounts, pm.sees.customer('bob')]).toEqual(['none', [], 403])
  })

  test('is asked for by the new owner on the page (C12)', () => {
    const pm = sold()

    pm.act('requestConnection', { as: 'bob' })

    expect(pm.pending().accounts).toEqual([pm.account('bob')])
  })

  test.each(['Accept', 'Reject'] as const)(
    'is asked for by a colleague, and the new owner chooses %s (C13, C13a)',
    (answer) => {
      const pm = sold()

      pm.act('requestConnection', { as: 'you', to: 'bob' })
      expect([statusOf(pm, 'bob'), pm.pending().accounts]).toEqual(['requestedByProvider', []])
      pm.act('answerProviderRequest', { as: 'bob', answer })

      expect(statusOf(pm, 'bob')).toBe(answer === 'Accept' ? 'connected' : 'ended')
      expect(pm.sees.propertiesOf('bob')).toBe(answer === 'Accept' ? 200 : 403)
    },
  )

  test('is asked for by web service only under providerConnectRequest=on (X7)', () => {
    const [on, off] = [sold(), sold({}, { dialect: { transferStyle: 'nrcan', providerConnectRequest: 'off' } })]

    on.answerConnection('bob', 'Accept')

    expect(statusOf(on, 'bob')).toBe('requestedByProvider')
    expect(thrownBy(() => off.answerConnection('bob', 'Accept')).refusal).toBe('noPendingConnection')
    expect(thrownBy(() => on.answerConnection('bob', 'Accept')).refusal).toBe('noPendingConnection')
  })

  test('is asked for only of an account that a notice has named', () => {
    const pm = sold()

    expect(thrownBy(() => pm.answerConnection('fran', 'Accept')).refusal).toBe('noPendingConnection')
    expect(thrownBy(() => pm.answerConnection('bob', 'Reject')).refusal).toBe('noPendingConnection')
    expect(thrownBy(() => pm.act('requestConnection', { as: 'you', to: 'fran' })).alert).toBe('notFromNotice')
  })

  test.each([{ terms: 'Be kind.' }, { customFields: [{ name: 'Code', whenToPrompt: 'Meter' }] }])(
    'cannot be asked for by a provider that demands %j: option 2 is named (T8)',
    (you) => {
      const pm = sold({ you })

      expect(thrownBy(() => pm.act('requestConnection', { as: 'you', to: 'bob' })).message).toMatch(/option 2/)
      expect(thrownBy(() => pm.answerConnection('bob', 'Accept'))).toMatchObject({
        status: 400,
        refusal: 'connectionRequestDemandsTooMuch',
      })
      expect(statusOf(pm, 'bob')).toBe('none')
    },
  )

  test('cannot be answered where nobody asked: the story ends', () => {
    const pm = sold()

    expect(thrownBy(() => pm.act('answerProviderRequest', { as: 'bob', answer: 'Accept' })).message).toBe(
      'bob has nothing to answer: the client has sent no connection request.',
    )
  })
})

describe('a colleague on the page', () => {
  test('accepts and rejects in place of the client', () => {
    const pm = portfolioManager()
    for (const as of ['olive', 'bob']) pm.act('requestConnection', { as })

    pm.act('answerConnection', { of: 'olive', answer: 'Accept' })
    pm.act('answerConnection', { as: 'you', of: 'bob', answer: 'Reject', note: 'No.' })

    expect([statusOf(pm, 'olive'), statusOf(pm, 'bob')]).toEqual(['connected', 'ended'])
    expect(pm.inbox('bob')).toEqual(['Acme Energy rejected your connection request. [No.]'])
  })

  test('finds nothing to answer once the client has: the story ends', () => {
    const pm = portfolioManager()
    pm.act('requestConnection', { as: 'olive' })
    pm.answerConnection('olive', 'Accept')

    const thrown = thrownBy(() => pm.act('answerConnection', { of: 'olive', answer: 'Accept' }))

    expect(thrown.constructor.name).toBe('Impossible')
  })
})
