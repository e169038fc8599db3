import * as v from 'valibot'
import { settingsOf } from '../../src/contract/dialect.ts'
import { fingerprint } from '../../src/ground/fingerprint.ts'
import { Ids, type Counters } from '../../src/ground/ids.ts'
import { Store } from '../../src/ground/store/index.ts'
import { later } from '../../src/toolbox/calendar.ts'
import { customer } from '../../mocks/pge/customer/index.ts'
import { dialect, type PgeHouse, type PgeSettings } from '../../mocks/pge/dialect/index.ts'
import { listAuthorizations } from '../../mocks/pge/domain/authorization-view.ts'
import { judgeAuthorize } from '../../mocks/pge/domain/authorize-request.ts'
import { agreementNamed, customerNamed, thirdPartyNamed } from '../../mocks/pge/domain/names.ts'
import { answerAsDecided, approveTest } from '../../mocks/pge/domain/online.ts'
import { pacific } from '../../mocks/pge/domain/pacific.ts'
import { registrationOf, standingOf } from '../../mocks/pge/domain/registration-lookup.ts'
import { clientSecretOf, refreshTokenGivenTo } from '../../mocks/pge/domain/secrets.ts'
import { authenticateClient, grantTokens, grantTypeIn } from '../../mocks/pge/domain/token-endpoint.ts'
import { bearerOf, mustOpen, opened, type Resource } from '../../mocks/pge/domain/token-rules.ts'
import type { State } from '../../mocks/pge/model/index.ts'
import { given, seed } from '../../mocks/pge/seed/index.ts'
import { utility } from '../../mocks/pge/utility/index.ts'
import type { NoticeContent, Seen } from '../../mocks/pge/views.ts'

type Settings = { preset?: keyof (typeof dialect)['presets']; dialect?: Partial<PgeSettings>; now?: string }
type Due = { id: string; at: string; order: number; action: string; args: object }
type Filed = { kind: string; to: string | null; content: object; at: string }
export type Told = v.InferInput<typeof given>

/** Alice has power and gas, Bob only power; nobody has authorized anyone. */
export const town = {
  customers: {
    alice: { agreements: { power: 'electric', gas: 'gas' } },
    bob: { agreements: { power: 'electric' } },
  },
} satisfies Told

/** The same town, in which Alice has authorized you. */
export const authorizedTown = {
  customers: { ...town.customers, alice: { ...town.customers.alice, authorized: true } },
} satisfies Told

const redirectUri = 'http://localhost:3000/callback'

/** Share My Data without a house around it: rules over a store, and a clock, agenda and outbox that a test reads. */
export function shareMyData(
  told: Told = town,
  { preset, dialect: chosen, now = '2026-03-02T18:00:00.000Z' }: Settings = {},
) {
  const counters: Counters = {}
  const clock = { now }
  const due = new Map<string, Due>()
  const outbox: Filed[] = []
  const at: PgeHouse['at'] = (instant, action, args) => {
    const order = due.size + Object.keys(counters).length + (counters.due = (counters.due ?? 0) + 1)
    const id = `due-${counters.due}`
    due.set(id, { id, at: later(clock.now, instant, pacific), order, action, args: structuredClone(args) })
    return id
  }
  const house: PgeHouse = {
    get now() {
      return clock.now
    },
    ids: new Ids('test', counters),
    dialect: { ...settingsOf(dialect, preset), ...chosen } as PgeSettings,
    at,
    later: (delay, action, args) => at(later(clock.now, delay, pacific), action, args),
    cancel: (id) => void due.delete(id),
    notify: (kind, to, content) =>
      `notice-${outbox.push({ kind, to, content: structuredClone(content), at: clock.now })}`,
    note: () => undefined,
  }
  const store = new Store<State>(seed(v.parse(given, told), house), { guardReads: true })
  const change = <T>(edit: (state: State, house: PgeHouse) => T) => store.change((state) => edit(state, house)).result
  const read = <T>(look: (state: Seen, house: PgeHouse) => T) => store.read((state) => look(state, house))
  const act = (name: keyof typeof customer, args: object = {}) =>
    change((state, house) => customer[name].run(state, v.parse(customer[name].args, args) as never, house) as Done)
  const operate = (name: keyof typeof utility, args: object = {}) =>
    change((state, house) => utility[name].run(state, v.parse(utility[name].args, args) as never, house) as Done)

  /** Time passes, and what is due happens at its own time. */
  const pass = (by: string) => {
    const target = later(clock.now, by, pacific)
    for (;;) {
      const next = [...due.values()].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.order - b.order))[0]
      if (next === undefined || next.at > target) break
      due.delete(next.id)
      if (next.at > clock.now) clock.now = next.at
      operate(next.action.replace('utility.', '') as keyof typeof utility, next.args)
    }
    clock.now = target
  }

  const you = () => read((state) => state.you)
  const basic = (clientId = you() as string, secret = clientSecretOf(clientId)) => ({
    clientId,
    secret: fingerprint(secret),
  })
  const token = (
    params: Record<string, string>,
    { test = false, client = basic() }: { test?: boolean; client?: Client | null } = {},
  ) =>
    change((state, house) => {
      grantTypeIn(params)
      const clientId = authenticateClient(state, { basic: client ?? undefined, params }, house)
      return grantTokens(state, { clientId, params, test }, house)
    })
  const request = (params: Record<string, string> = {}, test = false) =>
    read((state, house) => {
      const usual = { client_id: state.you, redirect_uri: redirectUri, response_type: 'code' }
      return judgeAuthorize(state, { params: { ...usual, ...params }, test }, house)
    })
  /** A browser meets the authorization page, and the customer answers as they have decided. */
  const browse = (params: Record<string, string> = {}) => {
    const asked = request(params)
    const location = change((state, house) => answerAsDecided(state, { request: asked }, house))
    if (location === undefined) throw new Error('Nobody has decided to answer the page.')
    return new URL(location)
  }
  const codeFor = (name: string, more: object = {}) => {
    act('authorize', { as: name, ...more })
    return browse().searchParams.get('code') ?? ''
  }
  const exchange = (code: string, more: object = {}, options: { test?: boolean; client?: Client | null } = {}) =>
    token({ grant_type: 'authorization_code', code, redirect_uri: redirectUri, ...more }, options)
  const refresh = (refreshToken: string, more: object = {}, options: { test?: boolean } = {}) =>
    token({ grant_type: 'refresh_token', refresh_token: refreshToken, ...more }, options)

  return {
    store,
    house,
    due,
    outbox,
    change,
    read,
    act,
    operate,
    pass,
    you,
    basic,
    token,
    request,
    browse,
    codeFor,
    exchange,
    refresh,
    clientToken: (test = false) => token({ grant_type: 'client_credentials' }, { test }),
    testCode: () => {
      const asked = request({}, true)
      const location = change((state, house) => approveTest(state, { request: asked }, house))
      return new URL(location).searchParams.get('code') ?? ''
    },
    /** A customer authorizes and the client takes the tokens. */
    authorize: (name: string, more: object = {}) => exchange(codeFor(name, more)),
    /** The refresh token that a story gives the client for a customer. */
    held: (name: string) => refreshTokenGivenTo(you(), name),
    /** What a token opens. */
    open: (value: string | undefined, resource: Resource) =>
      read((state, house) => {
        const bearer = bearerOf(state, value, house)
        mustOpen(bearer, resource)
        if (bearer.class === 'access') opened(state, bearer, house)
        return bearer
      }),
    /** Your authorizations as the client reads them, the newest last. */
    authorizations: () => read((state, house) => listAuthorizations(state, state.you, house)),
    registration: (name = 'you') => read((state) => registrationOf(state, thirdPartyNamed(state, name))),
    standing: (name = 'you') =>
      read((state) => standingOf(registrationOf(state, thirdPartyNamed(state, name)), clock.now)),
    agreement: (name: string) => read((state) => agreementNamed(state, name)),
    customer: (name: string) => read((state) => customerNamed(state, name)),
    /** Notices so far, without letters. */
    notices: () =>
      outbox.flatMap(({ kind, to, content, at }) =>
        kind.startsWith('mail.') ? [] : [{ kind, to, at, ...(content as NoticeContent) }],
      ),
    mails: () => outbox.flatMap(({ kind }) => (kind.startsWith('mail.') ? [kind.slice(5)] : [])),
  }
}

export type Smd = ReturnType<typeof shareMyData>
type Client = { clientId: string; secret: string }
type Done = Record<string, unknown>

/** What was thrown, to be looked at. */
export function thrownBy(
  act: () => unknown,
): Error & { refusal?: string; alert?: string; status?: number; code?: string } {
  try {
    act()
  } catch (error) {
    return error as Error
  }
  throw new Error('Nothing was thrown.')
}

/** The name of a refusal or of a page's alert. */
export function refusedBy(act: () => unknown): string {
  const { refusal, alert, message } = thrownBy(act)
  return refusal ?? alert ?? message
}
