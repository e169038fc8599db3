import { describe, expect, test } from 'vitest'
import { fingerprint } from '../../../../src/ground/fingerprint.ts'
import {
  accountOf,
  authenticate,
  editAccount,
  readAccount,
} from '../../../../mocks/portfolio-manager/domain/account.ts'
import { createCustomer, editCustomer } from '../../../../mocks/portfolio-manager/domain/customer-account.ts'
import { accountDetails } from '../../../../mocks/portfolio-manager/domain/made-up.ts'
import { findProviders } from '../../../../mocks/portfolio-manager/domain/search.ts'
import { defaultPassword } from '../../../../mocks/portfolio-manager/seed/index.ts'
import { portfolioManager, statusOf, thrownBy, town, type Pm } from '../../../support/portfolio-manager.ts'

const login = (pm: Pm, username: string, password: string) =>
  pm.read((state) => authenticate(state, { username, password: fingerprint(password) }))
const details = (pm: Pm, name: string) => pm.read((state) => ({ ...accountOf(state, pm.account(name)).details }))

describe('signing in', () => {
  test('lets in the integrator, and neither customers nor wrong passwords', () => {
    const pm = portfolioManager()

    expect(login(pm, 'acme-energy', defaultPassword)).toBe(pm.you)
    expect(login(pm, 'acme-energy', 'wrong')).toBeUndefined()
    expect(login(pm, 'nobody', defaultPassword)).toBeUndefined()
    expect(login(pm, 'constructor', defaultPassword)).toBeUndefined()
    expect(login(pm, 'olive', defaultPassword)).toBeUndefined()
  })

  test('follows a changed username and password', () => {
    const pm = portfolioManager()
    pm.change((state, house) => {
      const change = { details: { ...details(pm, 'you'), username: 'acme-2' }, password: fingerprint('Changed-2026') }
      editAccount(state, { caller: pm.you, change }, house)
    })

    expect(login(pm, 'acme-2', 'Changed-2026')).toBe(pm.you)
    expect(login(pm, 'acme-energy', defaultPassword)).toBeUndefined()
  })
})

describe('an account', () => {
  test('keeps its password as a fingerprint only', () => {
    const pm = portfolioManager({ ...town, you: { password: 'Secret-2026' } })

    expect(pm.read((state) => JSON.stringify(state))).not.toContain('Secret-2026')
    expect(pm.read((state) => readAccount(state, { caller: pm.you })).password).toBe(fingerprint('Secret-2026'))
  })

  test('has a username of its own', () => {
    const pm = portfolioManager()
    const change = { details: { ...details(pm, 'you'), username: 'olive' } }

    const edit = thrownBy(() => pm.change((state, house) => editAccount(state, { caller: pm.you, change }, house)))
    const create = thrownBy(() =>
      pm.change((state, house) => {
        const details = accountDetails('olive', {}, { kind: 'customer', house })
        return createCustomer(state, { caller: pm.you, details, password: '' }, house)
      }),
    )

    expect([edit.refusal, create.refusal]).toEqual(['usernameTaken', 'usernameTaken'])
  })

  test('is edited by a provider that is connected to it', () => {
    const pm = portfolioManager()
    const edit = (name: string) =>
      pm.change((state, house) => {
        const change = { details: { ...details(pm, name), searchable: true } }
        editCustomer(state, { caller: pm.you, account: pm.account(name), change }, house)
      })

    expect([statusOf(() => edit('mason')), statusOf(() => edit('olive'))]).toEqual([200, 403])
    expect(pm.read((state) => state.accounts[pm.account('mason')]?.audit.lastUpdatedByAccountId)).toBe(pm.you)
  })

  test('that never existed is not found', () => {
    const pm = portfolioManager()

    expect(statusOf(() => pm.read((state) => accountOf(state, '1' as never)))).toBe(404)
  })
})

describe('the search for a provider', () => {
  test.each(['acme', 'ACME Energy', 'acme-energy', 'acme-energy@example.com', 'ada ad'])('finds it by %s', (wanted) => {
    const pm = portfolioManager({ ...town, you: { firstName: 'Ada', lastName: 'Adler' } })

    expect(pm.act('findProvider', { as: 'olive', wanted })).toEqual({ found: ['Acme Energy'] })
  })

  test('finds neither customers nor the hidden, nor a part of a username', () => {
    const [open, hidden] = [portfolioManager(), portfolioManager({ ...town, you: { searchable: false } })]

    expect(open.read((state) => findProviders(state, { wanted: 'olive' }))).toEqual([])
    expect(open.read((state) => findProviders(state, { wanted: 'energy@' }))).toEqual([])
    expect(hidden.read((state) => findProviders(state, { wanted: 'acme' }))).toEqual([])
    hidden.act('setProfile', { as: 'you', searchable: true, organization: 'Acme Power' })
    expect(hidden.act('findProvider', { as: 'olive', wanted: 'power' })).toEqual({ found: ['Acme Power'] })
  })
})

describe('a profile', () => {
  test('is changed on the page: terms, meter types, language, name', () => {
    const pm = portfolioManager()

    pm.act('setProfile', { as: 'you', terms: 'https://acme.example/terms', supportedMeterTypes: ['Electric'] })
    pm.act('setProfile', { as: 'olive', language: 'fr_CA', firstName: 'Olivia' })

    expect(pm.read((state) => state.accounts[pm.you]?.settings)).toMatchObject({
      supportedMeterTypes: ['Electric'],
      termsOfUse: { kind: 'url', url: 'https://acme.example/terms' },
    })
    expect(details(pm, 'olive')).toMatchObject({
      languagePreference: 'fr_CA',
      contact: { firstName: 'Olivia', lastName: 'Oil' },
    })
    pm.act('setProfile', { as: 'you', terms: '' })
    expect(pm.read((state) => state.accounts[pm.you]?.settings.termsOfUse)).toEqual({ kind: 'none' })
  })
})
