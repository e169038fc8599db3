import * as v from 'valibot'
import { action, named, newName } from '../../src/contract/action.ts'
import { defineDialect } from '../../src/contract/dialect.ts'
import { endpoint } from '../../src/contract/endpoint.ts'
import { defineRoom, type Card } from '../../src/contract/provider.ts'
import { defineRefusals, UnknownName } from '../../src/contract/refusal.ts'

const cited = { basis: 'inferred', source: 'WB, none' } as const
const access = v.picklist(['Read', 'Read Write'])
const meter = v.strictObject({ type: v.picklist(['Electric', 'Natural Gas', 'Water']) })
const refuse = defineRefusals({ throttled: { status: 429, says: 'Slower.', ...cited } })
const answer = () => new Response('ok')

const given = v.strictObject({
  you: v.optional(v.strictObject({ username: v.string(), startYear: v.optional(v.pipe(v.number(), v.integer())) })),
  accounts: v.optional(v.record(v.string(), v.strictObject({ connected: v.optional(v.boolean()) })), {}),
  properties: v.optional(
    v.record(
      v.string(),
      v.strictObject({
        owner: named('account'),
        meters: v.optional(v.record(v.string(), meter), {}),
        contact: v.optional(
          v.union([
            v.pipe(v.string(), v.email()),
            v.strictObject({ email: v.string(), phone: v.optional(v.string()) }),
          ]),
        ),
      }),
    ),
    {},
  ),
})
type Given = v.InferOutput<typeof given>

/** A provider with just enough words to make mistakes with. */
export const card: Card = {
  id: 'water-board',
  title: 'Water Board',
  surfaces: [{ id: 'api', http: 8, https: 18, hostNames: [], bases: [''], clientCertificate: 'none' }],
  sources: { WB: 'Nothing real' },
  verified: '2026-11-22',
  open: () => Promise.resolve({ room }),
}

const room = defineRoom<object, string, Record<string, string>, Given>({
  endpoints: [
    endpoint('GET /shares', { name: 'meterShare.list', by: 'client', ...cited }, answer),
    endpoint('POST /share', { name: 'meterShare.answer', by: 'client', ...cited }, answer),
    endpoint('POST /connect', { name: 'connection.answer', by: 'client', ...cited }, answer),
  ],
  access: {
    identify: () => 'anyone',
    nameOf: (name) => name,
    limits: {
      requests: { window: 'PT1S', allowance: 2, mode: 'off', refusal: 'throttled', retryAfter: true, ...cited },
    },
  },
  customer: {
    shareProperty: action(
      {
        title: 'shares a property with you',
        args: v.strictObject({
          as: named('account'),
          property: named('property'),
          access,
          meters: v.optional(v.record(named('meter'), access)),
        }),
        ...cited,
      },
      (state: object, { as }) => {
        if (as === 'ghost') throw new UnknownName('There is no account "ghost".')
      },
    ),
    addMeter: action(
      {
        title: 'adds a meter',
        args: v.strictObject({ as: named('account'), property: named('property'), meter: newName('meter') }),
        ...cited,
      },
      () => undefined,
    ),
  },
  utility: {
    readMeters: action({ title: 'reads the meters', args: v.strictObject({}), ...cited }, () => undefined),
  },
  dialect: defineDialect({
    switches: {
      noticeOrder: {
        id: 'W1',
        question: 'Which notice is first?',
        values: ['oldest', 'newest'],
        default: 'oldest',
        ...cited,
      },
      emptyBody: {
        id: 'W2',
        question: 'What is an empty answer?',
        values: ['none', 'blank'],
        default: 'none',
        ...cited,
      },
    },
    presets: { plain: {}, odd: { noticeOrder: 'newest' } },
    defaultPreset: 'plain',
  }),
  refusals: refuse.catalogue,
  refusalNamed: (name) => (name === 'throttled' ? refuse.throttled() : undefined),
  speak: () => new Response('no'),
  unmatched: {
    inTurn: 'before identify',
    unknownPath: () => refuse.throttled(),
    wrongMethod: () => refuse.throttled(),
    notSimulated: [],
  },
  given,
  seed: () => ({}),
  credentials: () => [],
  known: ({ accounts, properties }) => ({
    account: ['you', ...Object.keys(accounts)],
    property: Object.keys(properties),
    meter: Object.values(properties).flatMap(({ meters }) => Object.keys(meters)),
  }),
  checkStep: ({ properties }, _, { property, meters = {} }) => {
    const has = properties[String(property)]?.meters ?? {}
    const missing = Object.keys(meters as object).find((name) => !(name in has))
    return missing && `meter \`${missing}\` is not declared on property \`${String(property)}\`.`
  },
})

export const header = '# yaml-language-server: $schema=../scenarios/scenario.schema.json'

/** A story about the water board that is right in every word, to be spoilt in one. */
export const sound = `${header}
id: water-board/shared
title: An owner shares a property
source: Nowhere
clock: { start: 2026-03-02T09:00:00-05:00, zone: America/New_York }
given:
  waterBoard:
    you: { username: acme }
    accounts: { olive: {}, mason: { connected: true } }
    properties:
      tower: { owner: olive, meters: { power: { type: Electric } } }
      annex: { owner: mason, meters: { gas: { type: Natural Gas } } }
steps:
  - customer: waterBoard.shareProperty
    with: { as: olive, property: tower, access: Read Write, meters: { power: Read } }
  - client: sync
  - clock: PT1H
`
