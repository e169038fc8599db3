import { branch, each, leaf, nothing, type Markup } from '../../../src/toolbox/xml/index.ts'
import type { Address } from '../model/index.ts'
import type { PgeSettings } from '../dialect/index.ts'
import type { CustomerAgreementView, CustomerView } from '../views.ts'
import { addressesOf, customerEntry, customerFeed, type CustomerEntry } from './customer-envelope.ts'
import type { Sheet } from './envelope.ts'

/** Who the customers are, where, and under which accounts. Source: WIRE, customer feed of November 2019. */
export function encodeCustomers(
  self: string,
  customers: readonly CustomerView[],
  sheet: Sheet,
  dialect: PgeSettings,
): Generator<string> {
  return customerFeed(
    self,
    sheet,
    customers.flatMap((one) => entriesOf(one, sheet, dialect)),
  )
}

function entriesOf(customer: CustomerView, sheet: Sheet, dialect: PgeSettings): string[] {
  const at = addressesOf(customer, sheet.at)
  const { name, account, agreements } = customer
  const entries: (CustomerEntry | null)[] = [
    name === null
      ? null
      : { up: at.customers, self: at.customer, related: at.accounts, content: named('Customer', name) },
    ...agreements.map((one) => locationEntry(one, at)),
    account && {
      up: at.accounts,
      self: at.account,
      related: at.agreements,
      content: named('CustomerAccount', account.number, billing(account.billingAddress, dialect)),
    },
    ...agreements.flatMap((one) => [agreementEntry(one, at), ...meterEntries(one, at)]),
  ]
  return entries.flatMap((one) => (one ? [customerEntry(one, sheet)] : []))
}

type At = ReturnType<typeof addressesOf>

function locationEntry({ id, location }: CustomerAgreementView, at: At): CustomerEntry | null {
  const { place } = location
  if (place === null) return null
  const self = at.location(id, location.id)
  const content = branch(
    'ServiceLocation',
    mainAddress(place.address),
    place.outageBlock === '' ? nothing : leaf('outageBlock', place.outageBlock),
  )
  return { up: at.locations(id), self, related: `${self}/EndDevice`, content }
}

/** Customer class since November 2018; signed when service began. Source: WIRE; PAGE, release notes. */
function agreementEntry({ id, details }: CustomerAgreementView, at: At): CustomerEntry | null {
  if (details === null) return null
  return {
    up: at.agreements,
    self: at.agreement(id),
    content: branch('CustomerAgreement', ...agreementFields(details)),
  }
}

/** The fields of an agreement that stand before its programs. */
export function agreementFields(details: NonNullable<CustomerAgreementView['details']>): Markup[] {
  return [
    leaf('name', details.name),
    leaf('type', details.customerClass),
    branch('docStatus', leaf('value', details.status)),
    leaf('signDate', details.signedAt),
  ]
}

function meterEntries({ id, location, meters }: CustomerAgreementView, at: At): CustomerEntry[] {
  return meters.map(({ type, serialNumber, intervalLength }) => {
    const up = `${at.location(id, location.id)}/Meter`
    const length = intervalLength === null ? nothing : leaf('intervalLength', intervalLength)
    const content = branch('Meter', leaf('type', type), leaf('serialNumber', serialNumber), length)
    return { up, self: `${up}/${serialNumber}`, content }
  })
}

function named(element: string, name: string, ...more: Markup[]): Markup {
  return branch(element, leaf('name', name), ...more)
}

/** Where the schema has a place for it, or where PG&E's release note of 2018 says (A19). */
function billing(address: Address, { billingAddress }: PgeSettings): Markup {
  if (billingAddress === 'mainAddress') return mainAddress(address, leaf('postalCode', address.zip))
  return branch('contactInfo', branch('postalAddress', ...streetAndTown(address), leaf('postalCode', address.zip)))
}

function mainAddress(address: Address, ...more: Markup[]): Markup {
  return branch('mainAddress', ...streetAndTown(address), ...more)
}

function streetAndTown({ street, city, state, zip }: Address): Markup[] {
  const town = { code: zip, name: city, stateOrProvince: state }
  return [
    branch('streetDetail', leaf('addressGeneral', street)),
    branch(
      'townDetail',
      each(Object.entries(town), ([name, value]) => leaf(name, value)),
    ),
  ]
}
