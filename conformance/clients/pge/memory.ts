import { openKeeper, type Keeper as KeeperOf } from '../keeper.ts'

/** Where production is, as ApplicationInformation tells. */
export type Places = { authorize: string; token: string; resource: string; bulk: string }
/** What is known of the registration. Status: 1 in review, 2 in production, 3 on hold, 4 revoked. */
export type Registration = { status: number | null; uri: string; places: Places; readOn: string }
export type ClientToken = { token: string; expiresAt: string; test: boolean }
/** The tokens of one authorization. Null for what was never had, or is known to be dead. */
export type Tokens = {
  accessToken: string | null
  expiresAt: string
  refreshToken: string | null
  refreshedAt: string
}
/** What a customer allowed. `endsAt` is null without an end. */
export type Authorization = {
  status: 'active' | 'ended'
  endsAt: string | null
  scope: string
  because?: string
  /** When all of its data was last brought up to date, and on which day who the customer is. */
  syncedAt: string | null
  customerReadOn: string | null
}
export type Flow = 'delivered' | 'received' | 'net'
export type Unit = 'Wh' | 'therms'
/** A quantity as it was told: its value is in the unit after it was multiplied. */
export type Reading = { lasts: number; value: number; quality: string }
/** Readings of one meter in one direction, by their first second. */
export type Series = { flow: Flow; unit: Unit; readings: Record<number, Reading> }
/** A bill; `until` is its last day. */
export type Bill = {
  from: string
  until: string
  quantity: number | null
  unit: Unit | null
  amount: number | null
  demand: number | null
  lines: { note: string; amount: number }[]
}
/** A usage point, which PG&E's people call a service agreement, with all that is known of it. */
export type Agreement = {
  authorization: string | null
  kind: 'electricity' | 'gas'
  held: boolean
  /** Until when its data was last asked for; null before the first time. */
  askedUntil: string | null
  series: Record<string, Series>
  bills: Record<string, Bill>
}
export type Customer = {
  usagePoint: string
  name: string | null
  account: string | null
  agreement: string | null
  class: string | null
  meters: number
}
export type Program = { usagePoint: string; program: string; status: string }
/** Something a person at the integrator's should know. */
export type Decision = { decision: string; because: string; authorization?: string; usagePoint?: string }
/** A package that was asked for and not announced yet. */
export type Awaited = { address: string; askedAt: string }

/** What the client remembers from one run to the next. */
export type Memory = {
  registration: Registration | null
  testsPassed: boolean
  /** Whether PG&E knew us when we last spoke. Without that nothing opens; tokens are kept for when a person has helped. */
  isKnown: boolean
  /** Which certificate is shown: the next one only once the provider was seen to take it. */
  certificate: 'current' | 'next'
  clientToken: ClientToken | null
  /** Names of tokens kept elsewhere that were taken over. */
  takenOver: string[]
  tokens: Record<string, Tokens>
  authorizations: Record<string, Authorization>
  /** The Pacific day on which the list of authorizations was last read. */
  reviewedOn: string | null
  /** Authorizations that a call was refused for, or that are new: each is read again before it is used. */
  doubted: string[]
  /** Browsers that were sent to be authorized and are not back, by their state. */
  sentOut: Record<string, { test: boolean; sentAt: string }>
  /** Addresses that notices told of and that have not been fetched. */
  notices: string[]
  /** Packages that have been fetched. */
  fetched: string[]
  awaited: Awaited[]
  agreements: Record<string, Agreement>
  customers: Record<string, Customer>
  programs: Program[]
  /** Kept until a run has come to its end, so that a run cut short does not swallow them. */
  decisions: Decision[]
}

/** Where this client keeps its memory. */
export type Keeper = KeeperOf<Memory>

export function openMemory(stateDir: string | undefined): Keeper {
  return openKeeper(stateDir, { name: 'pge', empty: emptyMemory })
}

function emptyMemory(): Memory {
  return {
    registration: null,
    testsPassed: false,
    isKnown: true,
    certificate: 'current',
    clientToken: null,
    takenOver: [],
    tokens: {},
    authorizations: {},
    reviewedOn: null,
    doubted: [],
    sentOut: {},
    notices: [],
    fetched: [],
    awaited: [],
    agreements: {},
    customers: {},
    programs: [],
    decisions: [],
  }
}
