import * as v from 'valibot'
import type { Actions, Schema } from './action.ts'
import type { CertificateFiles, CertificatePolicy, WantedCertificate } from './certificate.ts'
import type { Dialect } from './dialect.ts'
import type { House } from './effect.ts'
import type { Call, Endpoint, Visit } from './endpoint.ts'
import type { Limit } from './limit.ts'
import type { Delivery, NoticeKind, NoticeToSpell, SpellingDesk } from './notice.ts'
import type { Refusal, RefusalEntry } from './refusal.ts'

/**
 * One address of a provider: its ports count from the process's base port. Surfaces with the same ports share them, as
 * a provider's pages and its API may; the path tells them apart.
 */
export type SurfaceCard = {
  id: string
  /** What it is called where the provider's own title says too little. */
  title?: string
  http: number
  https: number
  /** The provider's own host names that this surface stands for. */
  hostNames: readonly string[]
  /** Path prefixes the endpoints answer under; `['']` for a root-mounted surface. */
  bases: readonly string[]
  clientCertificate: 'none' | 'requested' | 'required'
  /** Only endpoints that name it answer here; the others answer on all surfaces without endpoints of their own. */
  hasOwnEndpoints?: true
}

/** The surfaces of one provider; one at least. */
export type Surfaces = readonly [SurfaceCard, ...SurfaceCard[]]

/** What is known of a provider before its room is opened. Light: nothing heavy loads with it. */
export type Card = {
  /** Folder name and command-line word, kebab-case; camelCase in YAML and TypeScript. */
  id: string
  title: string
  surfaces: Surfaces
  /** Citable sources: every `source` in the room starts with one of these ids. */
  sources: Readonly<Record<string, string>>
  /** When a person last compared the room with its sources. */
  verified: string
  open: () => Promise<{ room: Room }>
}

/** An environment variable for the client under test, with a word for the banner. */
export type Credential = { variable: string; value: string; says: string }

/** Names a scenario declares, by noun: `{ account: ['olive'], property: ['tower'], meter: ['power'] }`. */
export type Known = Readonly<Record<string, readonly string[]>>

/** What a request shows of its sender before anyone has judged it. */
export type Peer = { remote: string; tls: boolean; certificate: Uint8Array | null; hostName: string | null }

/** Versions of TLS that a provider speaks, oldest and newest. */
export type TlsVersions = { oldest: 'TLSv1.2' | 'TLSv1.3'; newest: 'TLSv1.2' | 'TLSv1.3' }

/** What a room may look at before there is a request. */
export type Glance<State, Settings> = Pick<Visit<State, unknown, Settings>, 'now' | 'dialect' | 'trust'> & {
  store: Pick<Visit<State, unknown, Settings>['store'], 'read'>
  /** The surface that somebody connects to. */
  surface: string
}

/** What a room has to say before a connection over TLS carries its first request; asked anew for each. */
export type Handshake<State, Settings> = {
  versions?: (dialect: Settings) => TlsVersions
  /** Where certificates are asked for: whether whoever connects may go on, or is cut off before a request is read. */
  admits: (peer: Peer, glance: Glance<State, Settings>) => boolean
}

/** Who may come in through the client's door. */
export type Access<State, Caller, Settings> = {
  /** Judges the caller, or throws the provider's own refusal. */
  identify: (c: Call, visit: Visit<State, Caller, Settings>, peer: Peer) => Caller
  /** The caller's name in journal and limits. */
  nameOf: (caller: Caller) => string
  /** Whom the caller shares an allowance with, where limits are counted for several together. */
  groupOf?: (caller: Caller, visit: Visit<State, Caller, Settings>) => string
  /** Whether a limit is meant for this caller's call; each is meant for all when left out. */
  counts?: (limit: string, caller: Caller) => boolean
  limits: Readonly<Record<string, Limit>>
}

/** What cannot be of what a scenario gives a room, or what is only unusual, and where below that it stands. */
export type GivenFault = { path: readonly string[]; says: string; isUnusual: boolean }

/**
 * A provider, whole: one room with three doors. The house opens it, mounts its endpoints, plays its actions and
 * keeps its state; the room never sees the house but through `Visit` and `House`.
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- erased on purpose: `defineRoom` checks the parts against each other
export type Room<State = any, Caller = any, Settings = any, Given = any> = {
  endpoints: readonly Endpoint[]
  access: Access<State, Caller, Settings>
  customer: Actions
  utility: Actions
  dialect: Dialect
  refusals: Readonly<Record<string, RefusalEntry<never>>>
  /** Spells a refusal in the provider's own voice; a switch may decide how. */
  speak: (refusal: Refusal, c: Call, dialect: Settings) => Response
  /** The provider's own answers where no endpoint matched; `inTurn` says whether the caller is judged before. */
  unmatched: {
    inTurn: 'before identify' | 'after identify'
    unknownPath: (c: Call) => Refusal
    wrongMethod: (allowed: readonly string[], c: Call) => Refusal
    /** Paths the provider has and we do not simulate: answered as unknown, with a finding. */
    notSimulated: readonly { path: string; says: string }[]
  }
  /** Something in a fault named by a refusal, or that of a spent limit: builds it as the provider would. */
  refusalNamed: (name: string, spent?: { freeAgainAt: string }) => Refusal | undefined
  given: Schema<Given>
  seed: (given: Given, house: House<Settings>) => State
  /** Leads what is registered for the client under test, such as where browsers return to, to its own address. */
  atClient?: (given: Given, clientUrl: string) => Given
  /** What the client under test must know: addresses and credentials. */
  credentials: (
    given: Given,
    addresses: Readonly<Record<string, { http: string; https: string }>>,
    certificates: Readonly<Record<string, CertificateFiles>>,
  ) => Credential[]
  /** Certificates for the client under test, by kind: good ones and ones that are refused, minted when wanted. */
  certificates?: (given: Given, about: { start: string }) => Readonly<Record<string, WantedCertificate>>
  /** What the provider asks of certificates before it takes them, by name: a linter's rules. */
  certificatePolicies?: Readonly<Record<string, CertificatePolicy>>
  /** Names the given part declares, so that steps can be checked before anything runs. */
  known: (given: Given) => Known
  /** Says what in the given part cannot be, or is unusual, although its schema allows it. */
  checkGiven?: (given: Given, about: Pick<House, 'now' | 'ids'>) => GivenFault[]
  /** Says what is wrong with a step that its schema cannot see: "meter `gas` is not declared on property `tower`". */
  checkStep?: (given: Given, action: string, args: Record<string, unknown>) => string | undefined
  /** Takes secrets out of what the journal keeps: bodies of requests and answers, and addresses with their queries. */
  withoutSecrets?: (text: string, where: 'request' | 'answer' | 'address') => string
  /** The kinds of notices it sends to the client under test. */
  notices?: Readonly<Record<string, NoticeKind>>
  /** Spells a notice for the wire; when left out, files are what their content says, and others JSON by POST. */
  spellNotice?: (notice: NoticeToSpell, desk: SpellingDesk<Settings>) => Delivery
  /** How TLS is spoken, where the provider says. */
  handshake?: Handshake<State, Settings>
  /** Header that carries the house's request id, where the provider has one. */
  requestIdHeader?: string
  /** Headers the provider puts on its answers, refusals included, where they depend on the request or a switch. */
  headers?: (c: Call, about: { requestId: string; dialect: Settings }) => Readonly<Record<string, string>>
}

/** Checks a room's parts against each other, then forgets their types. */
export function defineRoom<State, Caller, Settings, Given>(room: Room<State, Caller, Settings, Given>): Room {
  return room
}

/** The scenario's part for a room, completed with its defaults; a part left out is an empty one. */
export function parseGiven<Given>(room: Room<unknown, unknown, unknown, Given>, part: unknown): Given {
  return v.parse(room.given, part ?? {})
}

/** A card's id as YAML and TypeScript write it: `some-utility` becomes `someUtility`. */
export function camelCase(id: string): string {
  return id.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}
