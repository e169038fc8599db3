import type { AuthorisedData, Day } from '../../../model/index.ts'
import type { Breach, JudgedUse, SeenAuthorisation } from '../../../views/index.ts'

/** Fine measures, which a person consents to; for anything else an authorisation is enough. Source: WSDL, M023: mesures fines. */
const fine: readonly AuthorisedData[] = ['curve', 'indexes', 'dailyEnergy', 'peaks']

type About = {
  today: Day
  /** Whether the holder is a person. */
  isPerson: boolean
  /** Whether the party has a service on the point that lives. */
  serves: boolean
}

type Rule = (signed: SeenAuthorisation, use: JudgedUse, about: About) => string | false | undefined

/** What may be wrong with an authorisation, by the name of the finding: each says what is wrong, or nothing. */
const rules = {
  'authorisation-issued-later': ({ issuedOn }, _, { today }) =>
    issuedOn > today && `It was signed on ${issuedOn} only.`,
  'authorisation-withdrawn': ({ withdrawnOn }, _, { today }) =>
    withdrawnOn !== null && withdrawnOn <= today && `It was taken back on ${withdrawnOn}.`,
  'authorisation-expired': ({ validUntil }, _, { today }) =>
    validUntil !== null && validUntil < today && `It was valid until ${validUntil}.`,
  'authorisation-data-not-covered': ({ data }, use) => {
    const others = use.data.filter((one) => !data.includes(one))
    return others.length > 0 && `It does not cover: ${others.join(', ')}.`
  },
  'authorisation-shorter-than-service': ({ validUntil }, { oneOff, until }) =>
    !oneOff &&
    validUntil !== null &&
    until !== null &&
    until > validUntil &&
    `The service lasts until ${until}, it until ${validUntil}.`,
  'authorisation-for-another-day': ({ validUntil, issuedOn }, { oneOff }, { today, serves }) =>
    oneOff &&
    validUntil === null &&
    issuedOn !== today &&
    !serves &&
    `It states no validity, so it was good for ${issuedOn} alone.`,
  'authorisation-not-consent': ({ kind }, { data }, { isPerson }) =>
    isPerson && kind !== 'consent' && isFine(data) && 'Fine data of a person need consent, and this is none.',
  'authorisation-not-specific': ({ kind, purposes }, { data }, { isPerson }) =>
    isPerson && kind === 'consent' && isFine(data) && purposes.length > 1 && 'It is one consent to several purposes.',
  'authorisation-not-free': ({ free }) => !free && 'It was not given freely, or without saying readably to what.',
  'authorisation-incomplete': ({ purposes, use }) =>
    (purposes.length === 0 || use === null) && 'It does not state what the data are for and how they are used.',
} as const satisfies Record<string, Rule>

/** What an authorisation of a party about a point lacks for a use. Source: FAQ, authorisation of the customer. */
export function breaches(signed: SeenAuthorisation, use: JudgedUse, about: About): Breach[] {
  return Object.entries(rules).flatMap(([finding, rule]) => {
    const wrong = (rule as Rule)(signed, use, about)
    if (!wrong) return []
    const says = `The authorisation of the customer of usage point ${use.usagePoint} does not do: ${wrong}`
    return { finding, says, source: 'FAQ, authorisation of the customer' }
  })
}

const isFine = (data: readonly AuthorisedData[]) => data.some((one) => fine.includes(one))
