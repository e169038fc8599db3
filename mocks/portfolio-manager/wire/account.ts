import { branch, branchWith, documentOf, leaf } from '../../../src/toolbox/xml/index.ts'
import type { Markup } from '../../../src/toolbox/xml/index.ts'
import type { AccountDetails, Address } from '../model/index.ts'
import type { SeenAccount } from '../views.ts'
import { decodeBody } from './body.ts'
import { account as accountShape } from './schema/account.ts'

/** What stands where a password would. Source: REC and E2E. */
export const hiddenPassword = '********'

/** An account as a client writes it. */
export type AccountBody = { details: AccountDetails; password: string }

/** Reads an account; what the schema lets a client leave out gets the value of a new account. */
export function decodeAccount(text: string): AccountBody {
  const { id: _, password, contact, organization, ...given } = decodeBody(text, 'account', accountShape)
  const { name = '', ...business } = organization
  const details: AccountDetails = {
    includeTestPropertiesInGraphics: false,
    emailPreferenceCanadianAccount: false,
    languagePreference: 'en_US',
    ...given,
    contact,
    organization: { name, ...business },
  }
  return { details, password }
}

/** The caller's own account. */
export function encodeAccount({ id, details }: SeenAccount): string {
  return documentOf(
    branch(
      'account',
      leaf('id', id),
      leaf('username', details.username),
      leaf('password', hiddenPassword),
      leaf('webserviceUser', details.webserviceUser),
      leaf('searchable', details.searchable),
      leaf('includeTestPropertiesInGraphics', details.includeTestPropertiesInGraphics),
      leaf('emailPreferenceCanadianAccount', details.emailPreferenceCanadianAccount),
      leaf('billboardMetric', details.billboardMetric),
      leaf('languagePreference', details.languagePreference),
      contactBlock(details.contact),
      organizationBlock(details.organization),
    ),
  )
}

/** Attributes only, never elements. Source: XSD26, addressType. */
export function addressBlock(address: Readonly<Address>): Markup {
  const { address1, address2, city, county, state, otherState, postalCode, country } = address
  return branchWith('address', { address1, address2, city, county, state, otherState, postalCode, country })
}

function contactBlock({
  address,
  email,
  firstName,
  lastName,
  phone,
  jobTitle,
}: SeenAccount['details']['contact']): Markup {
  return branch(
    'contact',
    addressBlock(address),
    leaf('email', email),
    leaf('firstName', firstName),
    leaf('lastName', lastName),
    leaf('phone', phone),
    leaf('jobTitle', jobTitle),
  )
}

function organizationBlock({ name, ...business }: SeenAccount['details']['organization']): Markup {
  return branchWith(
    'organization',
    { name: name || undefined },
    leaf('primaryBusiness', business.primaryBusiness),
    leaf('otherBusinessDescription', business.otherBusinessDescription),
    leaf('energyStarPartner', business.energyStarPartner),
    leaf('energyStarPartnerType', business.energyStarPartnerType),
    leaf('otherPartnerDescription', business.otherPartnerDescription),
  )
}
