import * as v from 'valibot'
import { action, named } from '../../../src/contract/action.ts'
import { defineDialect } from '../../../src/contract/dialect.ts'
import { endpoint, type Call, type Visit } from '../../../src/contract/endpoint.ts'
import { defineRoom } from '../../../src/contract/provider.ts'
import { fingerprint } from '../../../src/ground/fingerprint.ts'
import { countOf, publish, setCount, share, stopSharing } from './domain.ts'
import { refuse } from './errors.ts'
import type { Settings, State } from './model.ts'

type ToyVisit = Visit<State, string, Settings>
const cited = { basis: 'documented', source: 'TOY, section 2' } as const

const text = (c: Call, body: string, status = 200, headers: Record<string, string> = {}) => {
  c.set('sent', body)
  return c.body(body, status as 200, { 'content-type': 'text/plain', ...headers })
}

const yearFrom = (start: string) => ({
  notBefore: start,
  notAfter: `${Number(start.slice(0, 4)) + 1}${start.slice(4)}`,
})

const endpoints = [
  endpoint(
    'GET /count',
    { name: 'count.read', by: 'client', ...cited },
    (c, { store, caller, now, dialect }: ToyVisit) => {
      const count = store.read(({ people }) => countOf(people[caller] as State['people'][string], now))
      return text(c, dialect.greeting === 'warm' ? `Hello! ${count}` : `${count}`)
    },
  ),
  endpoint(
    'PUT /count',
    { name: 'count.write', by: 'client', ...cited },
    async (c, { store, caller, decoded }: ToyVisit) => {
      const count = Number((await c.req.text()) || 'nothing')
      decoded({ count })
      if (!Number.isInteger(count)) throw refuse.malformed()
      store.change((state) => setCount(state, { caller, count }))
      return text(c, 'ok')
    },
  ),
]

const person = v.strictObject({ shares: v.optional(v.boolean(), false) })

export const room = defineRoom<
  State,
  string,
  Settings,
  { people: Record<string, v.InferOutput<typeof person>>; portal?: string }
>({
  endpoints,
  access: {
    identify: (c, { store }) => {
      const token = fingerprint((c.req.header('authorization') ?? '').replace(/^Bearer /, ''))
      const name = store.read(({ people }) => Object.keys(people).find((one) => people[one]?.token === token))
      if (name === undefined) throw refuse.unauthorized()
      return name
    },
    nameOf: (name) => name,
    limits: {
      calls: {
        window: 'PT1M',
        allowance: 3,
        mode: 'off',
        refusal: 'throttled',
        retryAfter: true,
        basis: 'inferred',
        source: 'TOY, section 5',
      },
    },
  },
  customer: {
    share: action({ title: 'shares the count', args: v.strictObject({ as: named('person') }), ...cited }, share),
    stopSharing: action(
      { title: 'stops sharing', args: v.strictObject({ as: named('person') }), ...cited },
      stopSharing,
    ),
  },
  utility: {
    publish: action({ title: 'counts on', args: v.strictObject({ of: named('person') }), ...cited }, publish),
  },
  dialect: defineDialect({
    switches: {
      greeting: { id: 'T1', question: 'Does it greet?', values: ['plain', 'warm'], default: 'plain', ...cited },
    },
    presets: { cold: {}, kind: { greeting: 'warm' } },
    defaultPreset: 'cold',
  }),
  refusals: refuse.catalogue,
  refusalNamed: (name) => {
    const { catalogue: _, wrongMethod: __, ...plain } = refuse
    return Object.hasOwn(plain, name) ? plain[name as keyof typeof plain]() : undefined
  },
  speak: (refusal, c) => text(c, refusal.message, refusal.status, refusal.headers),
  unmatched: {
    inTurn: 'after identify',
    unknownPath: () => refuse.unknownPath(),
    wrongMethod: (allowed) => refuse.wrongMethod({ allowed }).with({ allow: allowed.join(', ') }),
    notSimulated: [{ path: '/bill', says: 'The toy has bills; we do not play them.' }],
  },
  given: v.strictObject({
    people: v.optional(v.record(v.string(), person), { ann: {} }),
    portal: v.optional(v.string()),
  }) as never,
  seed: ({ people, portal }, { now }) => ({
    portal: portal ?? null,
    people: Object.fromEntries(
      Object.entries(people).map(([name, { shares }]) => {
        const expiresAt = new Date(Date.parse(now) + 86_400_000).toISOString()
        const sharing = shares ? ({ status: 'granted', expiresAt } as const) : ({ status: 'none' } as const)
        return [name, { name, token: fingerprint(`token-${name}`), count: 0, sharing }]
      }),
    ),
  }),
  credentials: ({ people }, { api }, { good }) => [
    { variable: 'WATTPROOF_TOY_URL', value: api?.http ?? '', says: 'address' },
    { variable: 'WATTPROOF_TOY_TOKEN', value: `token-${Object.keys(people)[0]}`, says: 'token' },
    { variable: 'WATTPROOF_TOY_CERT_FILE', value: good?.certificateFile ?? '', says: 'client certificate' },
  ],
  certificates: (_, { start }) => ({
    good: {
      says: 'good',
      commonName: 'ann',
      key: 'ec-p256',
      ...yearFrom(start),
      signedBy: 'sandbox',
      isHandedOut: true,
    },
    stranger: { says: 'of a stranger', commonName: 'ann', key: 'ec-p256', ...yearFrom(start), signedBy: 'stranger' },
  }),
  known: ({ people }) => ({ person: Object.keys(people) }),
  requestIdHeader: 'x-toy-request',
  notices: { counted: { title: 'A count has been published', ...cited } },
})
