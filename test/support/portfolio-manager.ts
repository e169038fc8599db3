import * as v from 'valibot'
import { settingsOf } from '../../src/contract/dialect.ts'
import { Refusal } from '../../src/contract/refusal.ts'
import { Ids, type Counters } from '../../src/ground/ids.ts'
import { Store } from '../../src/ground/store/index.ts'
import { later } from '../../src/toolbox/calendar.ts'
import { customer } from '../../mocks/portfolio-manager/customer/index.ts'
import { dialect, type PmHouse, type PmSettings } from '../../mocks/portfolio-manager/dialect.ts'
import type { AccountId, State } from '../../mocks/portfolio-manager/model/index.ts'
import { utility } from '../../mocks/portfolio-manager/utility.ts'
import type { Answer, Seen } from '../../mocks/portfolio-manager/views.ts'
import { readableMeter, readableProperty } from '../../mocks/portfolio-manager/domain/access-rules.ts'
import { answerConnection } from '../../mocks/portfolio-manager/domain/connection.ts'
import { customerSeenBy, listCustomers } from '../../mocks/portfolio-manager/domain/customer-account.ts'
import { disconnect } from '../../mocks/portfolio-manager/domain/disconnect.ts'
import { answerMeterShare } from '../../mocks/portfolio-manager/domain/meter-share.ts'
import { accountNamed, meterNamed, propertyNamed } from '../../mocks/portfolio-manager/domain/names.ts'
import { listNotifications, type Environment } from '../../mocks/portfolio-manager/domain/notification.ts'
import { pendingAccounts, pendingMeters, pendingProperties } from '../../mocks/portfolio-manager/domain/pending.ts'
import { listProperties } from '../../mocks/portfolio-manager/domain/property.ts'
import { answerPropertyShare } from '../../mocks/portfolio-manager/domain/property-share.ts'
import { unshareMeter, unshareProperty } from '../../mocks/portfolio-manager/domain/unshare.ts'
import { given, seed } from '../../mocks/portfolio-manager/seed/index.ts'

type Act = keyof typeof customer
type Settings = {
  preset?: keyof (typeof dialect)['presets']
  dialect?: Partial<PmSettings>
  guardReads?: boolean
  seed?: string
}

/** Olive owns a tower with two electric meters and a gas meter; Mason may share it forward; Bob and Fran are contacts. */
export const town = {
  accounts: {
    olive: { organization: 'Olive Tower LLC', firstName: 'Olive', lastName: 'Oil' },
    mason: { organization: 'Mason Consulting', firstName: 'Mason', lastName: 'Reed', connected: true },
    fran: { organization: 'Full Access Inc', firstName: 'Fran', lastName: 'Fuller' },
    bob: { organization: 'Bob Estates', firstName: 'Bob', lastName: 'Bright' },
  },
  properties: {
    tower: {
      owner: 'olive',
      name: 'Olive Tower',
      meters: { power: { type: 'Electric' }, light: { type: 'Electric' }, gas: { type: 'Natural Gas' } },
      sharedForwardTo: [{ to: 'mason' }, { to: 'fran', mayShareForward: false }],
    },
    annex: { owner: 'olive', meters: { solar: { type: 'Electric on Site Solar' } }, sharedForwardTo: 'mason' },
  },
} satisfies v.InferInput<typeof given>

/** The town in which Olive is connected, so that she shares directly. */
export const connectedTown = {
  ...town,
  accounts: { ...town.accounts, olive: { ...town.accounts.olive, connected: true } },
}

/** Portfolio Manager without a house around it: rules over a store, a clock that a test sets, and short words for both. */
export function portfolioManager(said: v.InferInput<typeof given> = town, settings: Settings = {}) {
  const counters: Counters = {}
  const clock = { now: '2026-03-02T14:00:00.000Z' }
  const rules = { ...settingsOf(dialect, settings.preset), ...settings.dialect } as PmSettings
  const found: string[] = []
  const house: PmHouse = {
    get now() {
      return clock.now
    },
    ids: new Ids(settings.seed ?? 'test', counters),
    dialect: rules,
    later: unused,
    at: unused,
    cancel: unused,
    notify: unused,
    note: ({ finding }) => void found.push(finding),
  }
  const store = new Store<State>(seed(v.parse(given, said), house), { guardReads: settings.guardReads ?? true })
  const change = <T>(edit: (state: State, house: PmHouse) => T) => store.change((state) => edit(state, house)).result
  const read = <T>(look: (state: Seen, house: PmHouse) => T) => store.read((state) => look(state, house))
  const names = <T>(look: (state: State) => T) => store.read((state) => look(state as State))

  const you = read((state) => state.you)
  const account = (name: string) => names((state) => accountNamed(state, name))
  const property = (name: string) => names((state) => propertyNamed(state, name))
  const meter = (name: string) => names((state) => meterNamed(state, name))

  return {
    store,
    house,
    found,
    you,
    account,
    property,
    meter,
    change,
    read,
    /** Time passes. */
    pass: (duration: string) => void (clock.now = later(clock.now, duration)),
    /** A person acts on the page. */
    act: (name: Act, args: Record<string, unknown> = {}) =>
      change((state, house) => customer[name].run(state, v.parse(customer[name].args, args) as never, house) as Done),
    /** The provider's own people act. */
    operate: (name: keyof typeof utility, args: object = {}) =>
      change((state, house) => utility[name].run(state, v.parse(utility[name].args, args) as never, house)),

    answerConnection: (name: string, action: Answer['action'], note?: string) =>
      change((state, house) =>
        answerConnection(state, { caller: you, asked: account(name), answer: answer(action, note) }, house),
      ),
    answerProperty: (name: string, action: Answer['action'], note?: string) =>
      change((state, house) =>
        answerPropertyShare(state, { caller: you, property: property(name), answer: answer(action, note) }, house),
      ),
    answerMeter: (name: string, action: Answer['action'], note?: string) =>
      change((state, house) =>
        answerMeterShare(state, { caller: you, meter: meter(name), answer: answer(action, note) }, house),
      ),
    unshareProperty: (name: string, note?: string) =>
      change((state, house) =>
        unshareProperty(state, { caller: you, property: property(name), ...(note !== undefined && { note }) }, house),
      ),
    unshareMeter: (name: string, note?: string) =>
      change((state, house) =>
        unshareMeter(state, { caller: you, meter: meter(name), ...(note !== undefined && { note }) }, house),
      ),
    disconnect: (name: string, keepShares?: boolean, note?: string) =>
      change((state, house) => {
        const more = { ...(keepShares !== undefined && { keepShares }), ...(note !== undefined && { note }) }
        return disconnect(state, { caller: you, other: account(name), ...more }, house)
      }),
    notifications: (clear = true, environment: Environment = 'live') =>
      change((state, house) => listNotifications(state, { to: you, clear, environment }, house)),

    /** What waits for the provider's answer, by name and id. */
    pending: () =>
      read((state, house) => ({
        accounts: pendingAccounts(state, { provider: you }).items.map(({ account }) => account.id),
        properties: pendingProperties(state, { provider: you }, house).items.map(({ property }) => property.id),
        meters: pendingMeters(state, { provider: you }, house).items.map(({ meter }) => meter.id),
      })),
    customers: (): AccountId[] => read((state) => listCustomers(state, { caller: you }).map(({ id }) => id)),
    /** The status a client would be answered, reading one thing. */
    sees: {
      property: (name: string) =>
        statusOf(() =>
          read((state, house) => readableProperty(state, { caller: you, property: property(name) }, house)),
        ),
      meter: (name: string) =>
        statusOf(() => read((state, house) => readableMeter(state, { caller: you, meter: meter(name) }, house))),
      customer: (name: string) =>
        statusOf(() => read((state) => customerSeenBy(state, { caller: you, account: account(name) }))),
      propertiesOf: (name: string) =>
        statusOf(() => read((state) => listProperties(state, { caller: you, account: account(name) }))),
    },
    inbox: (name: string) =>
      read((state) =>
        (state.accounts[account(name)]?.inbox ?? []).map(({ says, note }) => (note ? `${says} [${note}]` : says)),
      ),
  }
}

export type Pm = ReturnType<typeof portfolioManager>
type Done = { alerts?: string[] } & Record<string, unknown>

/** The status of an answer: 200, or that of the refusal. */
export function statusOf(ask: () => unknown): number {
  try {
    ask()
    return 200
  } catch (error) {
    if (error instanceof Refusal) return error.status
    throw error
  }
}

/** What was thrown, to be looked at. */
export function thrownBy(act: () => unknown): Error & { refusal?: string; alert?: string } {
  try {
    act()
  } catch (error) {
    return error as Error
  }
  throw new Error('Nothing was thrown.')
}

const answer = (action: Answer['action'], note?: string): Answer => ({ action, ...(note !== undefined && { note }) })
const unused = (): never => {
  throw new Error('No rule of Portfolio Manager uses this.')
}
