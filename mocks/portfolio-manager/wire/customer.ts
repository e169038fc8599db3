import { branch, documentOf, leaf } from '../../../src/toolbox/xml/index.ts'
import type { Markup } from '../../../src/toolbox/xml/index.ts'
import type { AccountDetails } from '../model/index.ts'
import type { SeenAccount } from '../views.ts'
import { addressBlock } from './account.ts'
import { decodeBody } from './body.ts'
import { customer as customerShape } from './schema/account.ts'

/** What a provider may change of a customer's account: what it left out stays. */
export type CustomerBody = Partial<Omit<AccountDetails, 'contact' | 'organization'>> & {
  contact?: AccountDetails['contact']
  organizationName?: string
}

/** Reads a customer as a provider writes it. */
export function decodeCustomer(text: string): CustomerBody {
  const { accountInfo, ...given } = decodeBody(text, 'customer', customerShape)
  if (!accountInfo) return given
  const { organization, ...contact } = accountInfo
  return { ...given, contact, ...(organization === undefined ? {} : { organizationName: organization }) }
}

/** A customer's account once such a body is written into it. */
export function customerAfter(before: SeenAccount['details'], body: CustomerBody): AccountDetails {
  const { organizationName, ...changed } = body
  const organization = organizationName === undefined ? {} : { name: organizationName }
  return { ...before, ...changed, organization: { ...before.organization, ...organization } }
}

/** A customer as a connected provider sees it. */
export function encodeCustomer(account: SeenAccount): string {
  const { details } = account
  return documentOf(
    branch(
      'customer',
      leaf('username', details.username),
      leaf('includeTestPropertiesInGraphics', details.includeTestPropertiesInGraphics),
      leaf('emailPreferenceCanadianAccount', details.emailPreferenceCanadianAccount),
      leaf('billboardMetric', details.billboardMetric),
      leaf('languagePreference', details.languagePreference),
      accountInfo(account),
    ),
  )
}

/** The person behind an account, as other accounts may see them. Source: XSD26, accountInfo. */
export function accountInfo({ details: { contact, organization } }: SeenAccount): Markup {
  return branch(
    'accountInfo',
    leaf('firstName', contact.firstName),
    leaf('lastName', contact.lastName),
    addressBlock(contact.address),
    leaf('email', contact.email),
    leaf('organization', organization.name || undefined),
    leaf('jobTitle', contact.jobTitle),
    leaf('phone', contact.phone),
  )
}
