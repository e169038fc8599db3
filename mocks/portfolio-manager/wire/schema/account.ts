import { all, boolean, long, oneOf, optional, required, text, typed } from '../../../../src/toolbox/xml/shape/index.ts'
import { languages, partnerTypes, primaryBusinesses } from '../../vocabulary/accounts.ts'
import { address, words } from './common.ts'

const contact = typed(
  'contactType',
  all({
    firstName: required(words(100)),
    lastName: required(words(100)),
    email: required(words(100)),
    address: required(address),
    jobTitle: required(words(100)),
    phone: required(words(30)),
  }),
)

const organization = typed(
  'organizationType',
  all(
    {
      primaryBusiness: required(typed('primaryBusinessType', oneOf(primaryBusinesses))),
      otherBusinessDescription: optional(words(1000)),
      energyStarPartner: required(boolean),
      energyStarPartnerType: optional(typed('typeOfEnergyStarPartner', oneOf(partnerTypes))),
      otherPartnerDescription: optional(words(100)),
    },
    { name: optional(words(1000)) },
  ),
)

/** Source: XSD26, accountType. */
export const account = typed(
  'accountType',
  all({
    id: optional(long),
    username: required(words(60)),
    password: required(text({ least: 8, most: 120 })),
    contact: required(contact),
    organization: required(organization),
    webserviceUser: required(boolean),
    searchable: required(boolean),
    includeTestPropertiesInGraphics: optional(boolean),
    emailPreferenceCanadianAccount: optional(boolean),
    billboardMetric: optional(text()),
    languagePreference: optional(oneOf(languages)),
  }),
)

/** Source: XSD26, accountInfo. */
const accountInfo = all({
  firstName: required(text()),
  lastName: required(text()),
  email: required(text()),
  address: required(address),
  jobTitle: required(text()),
  phone: required(text()),
  organization: optional(text()),
})

/** Source: XSD26, customer. */
export const customer = all({
  username: optional(words(60)),
  includeTestPropertiesInGraphics: optional(boolean),
  emailPreferenceCanadianAccount: optional(boolean),
  billboardMetric: optional(text()),
  languagePreference: optional(oneOf(languages)),
  accountInfo: optional(accountInfo),
})
