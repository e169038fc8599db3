import { afterAll, describe, expect, test } from 'vitest'
import { X509Certificate } from 'node:crypto'
import { issueCertificate } from '../../../../src/sandbox/client-certificates.ts'
import {
  basic,
  browserAt,
  certificateFolder,
  clientId,
  openDoors,
  registrationToken,
  secret,
} from '../../../support/pge-doors.ts'
import { authorizedTown, type Told } from '../../../support/pge.ts'

const { clients, close } = certificateFolder()
afterAll(close)

const contact = { username: 'office@acme-energy.example', password: 'Sandbox-2026' }

/** Your colleague has logged in to the portal. */
async function inPortal(given: Told = {}, options: Parameters<typeof openDoors>[1] = {}) {
  const doors = await openDoors(given, options)
  const browser = browserAt(doors)
  const shown = await browser.post('/portal/login', contact)
  const text = async (path: string) => (await browser.get(path)).text()
  const own = () => doors.state(({ registrations, you }) => registrations[you]!)
  return { doors, browser, text, shown: await shown.text(), own }
}
const said = (html: string, role = 'alert') => new RegExp(`role="${role}">([^<]*)`).exec(html)?.[1]

describe('the portal', () => {
  test.each([
    '/portal',
    '/portal/tests',
    '/portal/certificates',
    '/portal/authorizations',
    '/portal/usage',
    '/portal/settings',
  ])('shows nothing of %s to whoever has not logged in', async (path) => {
    const doors = await openDoors()

    const text = await (await doors.get(path)).text()

    expect(text).toContain('Third-party portal')
    expect(text).not.toContain(secret)
  })

  test('refuses a wrong password, and keeps it out of the journal', async () => {
    const doors = await openDoors()

    const answer = await browserAt(doors).post('/portal/login', { ...contact, password: 'guess-me' })

    expect([answer.status, said(await answer.text())]).toEqual([401, 'We do not know this username and password.'])
    expect(JSON.stringify(doors.world.journal.entries())).not.toContain('guess-me')
  })

  test('forgets who logs out', async () => {
    const { browser, text } = await inPortal()

    await browser.post('/portal/logout')

    expect(await text('/portal')).toContain('Third-party portal')
  })

  test('does not take a customer’s session for a third party’s', async () => {
    const doors = await openDoors(authorizedTown)
    const browser = browserAt(doors)
    await browser.post('/myAuthorization/login', {
      ...{ next: '/myAuthorization/current', tab: 'login', username: 'alice@example.com', password: 'Sandbox-2026' },
    })
    const [cookie] = [...browser.cookies.values()]

    const answer = await doors.get('/portal', { headers: { cookie: `pge_third_party=${cookie?.value}` } })

    expect(await answer.text()).toContain('Third-party portal')
  })
})

describe('milestones and credentials', () => {
  test('show credentials to an approved registration, and the journal none of them', async () => {
    const { doors, shown } = await inPortal()

    for (const one of [clientId, secret, registrationToken, 'Approved']) expect(shown).toContain(one)
    // Long addresses may break between their parts, and are copied without.
    expect(shown.replaceAll('<wbr/>', '')).toContain('http://localhost:4704/myAuthorization')
    const journal = JSON.stringify(doors.world.journal.entries())
    expect([journal.includes(secret), journal.includes(registrationToken)]).toEqual([false, false])
  })

  test.each(['registered', 'confirmed'] as const)('show none to one that is %s', async (registration) => {
    const { shown } = await inPortal({ you: { registration } })

    expect(shown).not.toContain(secret)
    expect(shown).toContain('are shown here while the registration is accepted or approved')
  })

  test('confirm the e-mail by its link, which lapses after five days', async () => {
    const { doors, browser, text } = await inPortal({ you: { registration: 'registered' } })
    const mail = doors.world.outbox.list()[0] as unknown as { content: { link: string } }

    await doors.world.advance('P6D')
    const late = await browser.get(mail.content.link)
    await browser.post('/portal/login', contact)
    const lapsed = await text('/portal')
    await browser.post('/portal/again')
    const inTime = await browser.get(mail.content.link)

    expect(said(await late.text())).toContain('This link is no longer valid')
    expect(lapsed).toContain('Link lapsed')
    expect(said(await inTime.text(), 'status')).toContain('your e-mail address is confirmed')
    expect(doors.state(({ registrations, you }) => registrations[you]?.life.status)).toBe('confirmed')
  })

  test('let one that expired register again, with a new client id', async () => {
    const { doors, browser, text, own } = await inPortal({ you: { registration: 'accepted' } })
    await doors.world.advance('P91D')
    await browser.post('/portal/login', contact)

    expect(await text('/portal')).toContain('Expired')
    await browser.post('/portal/again')

    expect(own().clientId).not.toBe(clientId)
    expect(await text('/portal')).toContain('E-mail not confirmed')
  })

  test('show only the connectivity test to those whom customers do not authorize', async () => {
    const { shown, text } = await inPortal({ you: { userType: 'cca', registration: 'accepted' } })

    expect(shown).toContain('API connectivity test')
    expect(shown).not.toContain('OAuth test')
    expect(await text('/portal/tests')).not.toContain('Begin the OAuth test')
  })
})

describe('tests', () => {
  test('the OAuth test begins at the portal address, as before 2018', async () => {
    const { browser } = await inPortal({ you: { registration: 'accepted' } })

    const answer = await browser.post('/portal/tests/oauth')

    expect(answer.status).toBe(302)
    const { origin, searchParams } = new URL(answer.headers.get('location') ?? '')
    expect(origin).toBe('http://localhost:3000')
    expect([...searchParams.keys()]).toEqual(['scope', 'ThirdPartyID', 'dataCustodianId'])
  })
})

describe('certificates', () => {
  test('PG&E’s own can be taken away', async () => {
    const { browser } = await inPortal({}, { clients })

    const answer = await browser.get('/portal/pge-certificate.pem')

    expect(answer.headers.get('content-disposition')).toContain('pge-certificate.pem')
    expect(new X509Certificate(await answer.text()).subject).toBe('O=PG&E Share My Data\nCN=api.pge.com')
  })

  test('a new one is uploaded, waits, and is applied days later', async () => {
    const { doors, browser, own } = await inPortal({}, { clients })
    const { certificatePem } = await issueCertificate(doors.world, doors.open, 'unregistered')
    const { fingerprint256 } = new X509Certificate(certificatePem)
    const print = fingerprint256.replaceAll(':', '').toLowerCase()

    const shown = await (await browser.post('/portal/certificates', { pem: certificatePem })).text()

    expect(shown).toContain('was uploaded')
    expect(shown).toContain(print)
    expect(own().certificate).toMatchObject({ by: 'commonName' })
    await doors.world.advance('P4D')
    expect(own().certificate).toMatchObject({ by: 'fingerprint', value: print })
  })

  test('what is no certificate is not taken', async () => {
    const { browser, own } = await inPortal()

    const shown = await (await browser.post('/portal/certificates', { pem: 'hello' })).text()

    expect(said(shown)).toContain('This is no certificate')
    expect(own().nextCertificate).toBeNull()
  })
})

describe('authorizations', () => {
  test('are listed by number and cancelled for good', async () => {
    const { doors, browser, text } = await inPortal(authorizedTown)
    const [id = ''] = doors.state(({ authorizations }) => Object.keys(authorizations))

    const listed = await text('/portal/authorizations')
    const cancelled = await (await browser.post('/portal/authorizations/cancel', { id })).text()
    const again = await (await browser.post('/portal/authorizations/cancel', { id })).text()

    expect(listed).toContain(`Subscription ${id}`)
    expect(said(cancelled, 'status')).toBe(`Subscription ${id} is cancelled. The customer is told.`)
    expect(said(again)).toBe('There is no current authorization with this ID.')
    expect(doors.state(({ authorizations }) => Object.values(authorizations)[0]?.ended?.by)).toBe('thirdParty')
  })

  test('are found by their ID', async () => {
    const { text } = await inPortal(authorizedTown)

    expect(await text('/portal/authorizations?id=1')).toContain('There is none with the ID 1.')
  })

  test('of others are not cancelled', async () => {
    const thirdParties = { rival: {} }
    const alice = { ...authorizedTown.customers.alice, authorized: { thirdParty: 'rival' } }
    const { doors, browser } = await inPortal({ customers: { alice }, thirdParties })
    const [id = ''] = doors.state(({ authorizations }) => Object.keys(authorizations))

    const shown = await (await browser.post('/portal/authorizations/cancel', { id })).text()

    expect(said(shown)).toBe('There is no current authorization with this ID.')
    expect(doors.state(({ authorizations }) => Object.values(authorizations)[0]?.ended)).toBeNull()
  })
})

test('usage counts the calls of the API against each limit', async () => {
  const { doors, text } = await inPortal()
  for (let n = 0; n < 3; n++)
    await doors.token({ grant_type: 'client_credentials' }, { headers: { authorization: basic() } })

  const shown = await text('/portal/usage')

  expect([...shown.matchAll(/<b>([\d,]+)<\/b> of ([\d,]+)/g)].map(([, spent, of]) => `${spent}/${of}`)).toEqual([
    expect.stringMatching(/^\d\/1$/),
    '3/2,000',
    '3/20,000',
  ])
})

describe('settings', () => {
  const fields = {
    redirectUri: 'http://localhost:3000/new',
    portalUri: 'http://localhost:3000/',
    notifyUri: '',
    dataGroups: 'Usage',
    historyMonths: '48',
    notifyMe: 'yes',
  }

  test('are saved', async () => {
    const { browser, own } = await inPortal()

    const shown = await (await browser.post('/portal/settings', fields)).text()

    expect(said(shown, 'status')).toBe('Saved.')
    expect(own()).toMatchObject({
      ...{ redirectUri: 'http://localhost:3000/new', notifyUri: null, dataGroups: ['Usage'], historyMonths: 48 },
      ...{ notifyMe: true, visible: false },
    })
  })

  test.each([
    [{ redirectUri: '' }, 'Fill in the redirect URI'],
    [{ redirectUri: 'javascript:alert(1)' }, 'The redirect URI is not an address'],
    [{ redirectUri: 'http://localhost:3000/\r\nset-cookie:mine=1' }, 'The redirect URI is not an address'],
    [{ dataGroups: '' }, 'Choose at least one data group.'],
  ])('with %j are not saved, and shown again as they were typed', async (wrong, says) => {
    const { browser, own } = await inPortal()
    const form = new URLSearchParams({ ...fields, ...(wrong as Record<string, string>) })
    if (form.get('dataGroups') === '') form.delete('dataGroups')

    const shown = await (await browser.post('/portal/settings', form)).text()

    expect(said(shown)).toContain(says)
    expect(shown).toContain('<option value="48" selected="">')
    expect(own().historyMonths).toBe(24)
  })
})

describe('the registration form', () => {
  const form = {
    ...{ userType: 'standard', company: 'Beta, Inc.', displayName: 'Beta', ein: '123456789', phone: '415 555 0100' },
    ...{ businessContact: 'Office@beta.example', technicalContact: 'dev@beta.example', password: 'Beta-12345' },
    ...{ redirectUri: 'http://localhost:3000/cb', portalUri: 'http://localhost:3000/', notifyUri: '' },
    ...{ dataGroups: 'Usage', historyMonths: '36', terms: 'yes', privacy: 'yes', visible: 'yes' },
  }

  test('begins a registration, whose link goes to the business contact', async () => {
    const doors = await openDoors()
    const browser = browserAt(doors)

    const shown = await (await browser.post('/portal/register', form)).text()
    const mail = doors.world.outbox.list().at(-1) as unknown as { content: { to: string; link: string } }
    await browser.get(mail.content.link)
    await doors.utility('acceptRegistration', { thirdParty: 'Beta' })
    await browser.post('/portal/login', { username: 'office@beta.example', password: 'Beta-12345' })

    expect(said(shown, 'status')).toContain('Follow the link')
    expect(mail.content.to).toBe('office@beta.example')
    expect(await (await browser.get('/portal')).text()).toContain('Accepted')
  })

  test.each([
    [{ ein: '12' }, 'nine digits'],
    [{ company: '' }, 'Fill in every field'],
    [{ terms: '' }, 'Accept the terms'],
    [{ displayName: 'Acme Energy' }, 'Another registration is shown to customers as Acme Energy.'],
    [{ portalUri: '' }, 'Fill in the portal URI'],
  ])('with %j is shown again, filled in', async (wrong, says) => {
    const doors = await openDoors()

    const shown = await (await browserAt(doors).post('/portal/register', { ...form, ...(wrong as object) })).text()

    expect(said(shown)).toContain(says)
    expect(shown).toContain('value="dev@beta.example"')
    expect(doors.state(({ registrations }) => Object.keys(registrations))).toHaveLength(1)
  })
})
