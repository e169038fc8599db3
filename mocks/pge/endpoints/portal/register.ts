import type { Call } from '../../../../src/contract/endpoint.ts'
import { formOf, sendPage, type Form } from '../../../../src/toolbox/html-page.tsx'
import { fingerprint } from '../../../../src/ground/fingerprint.ts'
import type { PgeVisit } from '../../access/index.ts'
import type { PgeHouse } from '../../dialect/index.ts'
import { giveName } from '../../domain/names.ts'
import { register as registerAs, type RegistrationForm } from '../../domain/registration.ts'
import type { ClientId, CustomerId, State } from '../../model/index.ts'
import { dataGroups, userTypes } from '../../model/index.ts'
import { RegisterPage, type NewFields } from '../../pages/portal/register.tsx'
import { tryFor, welcome } from '../browser.ts'
import { page } from '../door.ts'
import { certificateIn } from './certificates.ts'
import { editsIn, fieldsIn, wrongAddressIn } from './settings.ts'
import { askWho } from './visitor.ts'

const documented = { basis: 'documented', source: 'PAGE, registration form' } as const

/** A company that registers by itself. */
export const register = [
  page('GET /portal/register', { name: 'portal.openForm', ...documented }, (c) =>
    sendPage(c, RegisterPage({ fields: emptyFields })),
  ),
  page('POST /portal/register', { name: 'portal.register', ...documented }, send),
]

async function send(c: Call, visit: PgeVisit): Promise<Response> {
  const form = await formOf(c)
  const fields = newFieldsIn(form)
  const wrong = wrongIn(form) ?? wrongAddressIn(form)
  if (wrong !== undefined) return sendPage(c, RegisterPage({ fields, alert: wrong }))
  const { value: clientId, says } = tryFor(() =>
    visit.store.change((state, house) => written(state, registrationIn(state, form, visit), house)),
  )
  if (says !== undefined) return sendPage(c, RegisterPage({ fields, alert: says }))
  welcome(c, visit, { kind: 'thirdParty', clientId })
  return askWho(c, visit, { done: 'Thank you. Follow the link of the e-mail that was sent to your business contact.' })
}

/** Scenarios may speak of the new company by the name it shows. */
function written(state: State, form: RegistrationForm, house: PgeHouse): ClientId {
  const { displayName } = form.company
  const clientId = house.ids.hex(12, 'client id', displayName, house.ids.next('registered')) as ClientId
  registerAs(state, { clientId, form }, house)
  giveName(state, 'thirdParty', { name: displayName, id: clientId })
  return clientId
}

function registrationIn(state: State, form: Form, visit: PgeVisit): RegistrationForm {
  const certificate = certificateIn(form, visit)
  const accounts: Readonly<Record<string, CustomerId>> = state.index.byAccountNumber
  const territory = form
    .one('territory')
    .split(',')
    .map((city) => city.trim())
    .filter(Boolean)
  const userType = userTypes.find((type) => type === form.one('userType')) ?? 'standard'
  return {
    ...editsIn(form),
    userType,
    company: {
      name: form.one('company'),
      displayName: form.one('displayName'),
      ein: form.one('ein'),
      phone: form.one('phone'),
      businessContact: form.one('businessContact').trim().toLowerCase(),
      technicalContact: form.one('technicalContact').trim().toLowerCase(),
    },
    portalPassword: fingerprint(form.one('password')),
    certificate: certificate ? { ...certificate, uploadedAt: visit.now } : null,
    ownCustomer: userType === 'selfAccess' ? (accounts[form.one('accountNumber').replaceAll(/\D/g, '')] ?? null) : null,
    territory: userType === 'cca' && territory.length > 0 ? territory : null,
  }
}

function wrongIn(form: Form): string | undefined {
  const needed = ['company', 'displayName', 'phone', 'businessContact', 'technicalContact', 'password']
  if (needed.some((field) => form.one(field).trim() === '')) return 'Fill in every field about your company.'
  if (!/^\d{9}$/.test(form.one('ein'))) return 'The employer identification number has nine digits.'
  if (form.one('terms') !== 'yes' || form.one('privacy') !== 'yes') return 'Accept the terms and the privacy rules.'
  return undefined
}

function newFieldsIn(form: Form): NewFields {
  const { userType, company, displayName, ein, phone, businessContact, technicalContact, accountNumber, territory } =
    emptyFields
  const own = {
    userType,
    company,
    displayName,
    ein,
    phone,
    businessContact,
    technicalContact,
    accountNumber,
    territory,
  }
  const typed = Object.fromEntries(Object.keys(own).map((field) => [field, form.one(field)])) as typeof own
  return { ...fieldsIn(form), ...typed }
}

const emptyFields: NewFields = {
  ...{ userType: 'standard', company: '', displayName: '', ein: '', phone: '', businessContact: '' },
  ...{ technicalContact: '', accountNumber: '', territory: '', redirectUri: '', portalUri: '', notifyUri: '' },
  ...{ dataGroups: [...dataGroups], historyMonths: 24, notifyMe: false, visible: true },
}
