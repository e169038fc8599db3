import * as v from 'valibot'
import { named } from '../../../src/contract/action.ts'
import { accessLevels, pageLevels, promptMoments } from '../model/index.ts'
import { languages } from '../vocabulary/accounts.ts'
import { meterTypes } from '../vocabulary/meters.ts'
import { constructionStatuses, floorAreaUnits, primaryFunctions } from '../vocabulary/properties.ts'
import { wasteMeterTypes } from '../vocabulary/waste-meters.ts'
import { meter } from './meters.ts'
import { uses } from './uses.ts'

const text = v.pipe(v.string(), v.nonEmpty())
const values = v.record(v.string(), v.string())
const level = v.picklist(accessLevels)

const address = v.strictObject({
  address1: v.optional(text),
  address2: v.optional(text),
  city: v.optional(text),
  state: v.optional(text),
  postalCode: v.optional(text),
  country: v.optional(text),
})

/** What a scenario may say of anyone; the rest is made up from the world's seed. */
const person = {
  username: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(60))),
  password: v.optional(v.pipe(v.string(), v.minLength(8), v.maxLength(120))),
  organization: v.optional(text),
  firstName: v.optional(text),
  lastName: v.optional(text),
  email: v.optional(text),
  phone: v.optional(text),
  jobTitle: v.optional(text),
  language: v.optional(v.picklist(languages)),
  address: v.optional(address),
}

const customField = v.strictObject({
  name: text,
  required: v.optional(v.boolean(), false),
  whenToPrompt: v.picklist(promptMoments),
  validCharacters: v.optional(v.picklist(['Any', 'Alphanumeric', 'Numeric']), 'Any'),
  minChars: v.optional(v.number()),
  maxChars: v.optional(v.number()),
  description: v.optional(v.pipe(v.string(), v.maxLength(4000))),
  example: v.optional(v.pipe(v.string(), v.maxLength(100))),
  url: v.optional(v.pipe(v.string(), v.maxLength(1000))),
  displayOrder: v.optional(v.number()),
})

const you = v.strictObject({
  ...person,
  /** Whether customers find you on the page. */
  searchable: v.optional(v.boolean(), true),
  /** Terms of use: their text, or an address where they stand. */
  terms: v.optional(text),
  supportedMeterTypes: v.optional(v.array(v.picklist([...meterTypes, ...wasteMeterTypes]))),
  customFields: v.optional(v.array(customField), []),
})

const account = v.strictObject({
  ...person,
  /** Whether you are connected when the story begins; `pending`: this account has asked and waits. */
  connected: v.optional(v.union([v.boolean(), v.literal('pending')]), false),
  /** What the account filled into your account-level fields. */
  customFields: v.optional(values, {}),
  /** Whom the account knows on the page; everyone, if left out. */
  contacts: v.optional(v.array(named('account'))),
})

/** What you already hold when the story begins; a level alone means the property with all its meters. */
const shared = v.union([
  level,
  v.strictObject({
    access: v.optional(level, 'Read'),
    meters: v.optional(v.union([level, v.record(v.string(), level)]), {}),
    customFields: v.optional(values, {}),
  }),
])

/** A fellow customer who was let in, and may share forward unless it says otherwise. */
const grant = v.strictObject({
  to: named('account'),
  level: v.optional(v.picklist(pageLevels), 'Full Access'),
  mayShareForward: v.optional(v.boolean(), true),
})

const score = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100))

const propertyDetails = v.strictObject({
  owner: named('account'),
  name: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(80))),
  primaryFunction: v.optional(v.picklist(primaryFunctions), 'Office'),
  constructionStatus: v.optional(v.picklist(constructionStatuses), 'Existing'),
  grossFloorArea: v.optional(
    v.union([v.number(), v.strictObject({ value: v.number(), units: v.picklist(floorAreaUnits) })]),
  ),
  yearBuilt: v.optional(v.number()),
  numberOfBuildings: v.optional(v.number(), 1),
  occupancyPercentage: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(100), v.multipleOf(5)), 95),
  address: v.optional(address),
  uses: v.optional(uses),
  meters: v.optional(v.record(v.string(), meter), {}),
  /** What the provider's own arithmetic says of the property; without them it has no score, and a reason. */
  score: v.optional(score),
  waterScore: v.optional(score),
  sharedWithYou: v.optional(shared),
  sharedForwardTo: v.optional(v.union([named('account'), grant, v.array(grant)])),
})

const property = v.pipe(
  propertyDetails,
  v.check(({ meters, sharedWithYou }) => {
    const shared = typeof sharedWithYou === 'object' ? sharedWithYou.meters : {}
    return typeof shared === 'string' || Object.keys(shared).every((meter) => meter in meters)
  }, 'sharedWithYou names a meter that the property does not declare under "meters".'),
)

/** `you` is the integrator's name in every story. */
const accountName = v.pipe(v.string(), v.nonEmpty(), v.regex(/^(?!you$)/, 'The name "you" is taken: it is yours.'))

/** What a scenario says of Portfolio Manager as its story begins. */
export const given = v.strictObject({
  you: v.optional(you, {}),
  accounts: v.optional(v.record(accountName, account)),
  properties: v.optional(v.record(text, property)),
})

export type Given = v.InferOutput<typeof given>
export type GivenYou = Given['you']
export type GivenAccount = v.InferOutput<typeof account>
export type GivenProperty = v.InferOutput<typeof property>

/** Everyone and everything in a story; one that names nobody has one customer with one building. */
export type Cast = {
  you: GivenYou
  accounts: Record<string, GivenAccount>
  properties: Record<string, GivenProperty>
}

const smallWorld = v.parse(given, {
  accounts: { olive: { organization: 'Olive Tower LLC', connected: true } },
  properties: {
    tower: { owner: 'olive', sharedWithYou: 'Read Write', meters: { power: 'Electric', gas: 'Natural Gas' } },
  },
})

export function castOf({ you, accounts, properties }: Given): Cast {
  const isEmpty = accounts === undefined && properties === undefined
  const cast = isEmpty ? smallWorld : { accounts, properties }
  return { you, accounts: cast.accounts ?? {}, properties: cast.properties ?? {} }
}
