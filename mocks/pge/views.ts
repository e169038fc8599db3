import type { DeepReadonly } from '../../src/ground/store/index.ts'
import type {
  Address,
  Agreement,
  Authorization,
  AuthorizationId,
  ClientId,
  Customer,
  DataGroup,
  Instant,
  Meter,
  Package,
  PackageKind,
  ProgramDateKind,
  Registration,
  State,
  TokenClass,
  UsagePointId,
  Window,
} from './model/index.ts'

/** What Share My Data remembers, for those who only read. */
export type Seen = DeepReadonly<State>
export type SeenRegistration = DeepReadonly<Registration>
export type SeenAuthorization = DeepReadonly<Authorization>
export type SeenAgreement = DeepReadonly<Agreement>
export type SeenCustomer = DeepReadonly<Customer>
export type SeenMeter = DeepReadonly<Meter>
export type SeenPackage = DeepReadonly<Package>

/** Where a registration stands at a moment. */
export type Standing =
  | 'unconfirmed'
  | 'linkLapsed'
  | 'confirmed'
  | 'accepted'
  | 'expired'
  | 'inReview'
  | 'approved'
  | 'onHold'
  | 'revoked'
  | 'closed'

/** Who holds a token, and what it opens. Test tokens belong to no customer. */
export type Bearer = {
  clientId: ClientId
  class: Exclude<TokenClass, 'refresh'>
  authorization: AuthorizationId | null
  test: boolean
}

/** What the token endpoint hands out; the values leave here once, and only their fingerprints stay. */
export type TokenGrant = {
  class: 'client' | 'access'
  token: string
  expiresInSeconds: number
  refreshToken: string | null
  scope: string
  /** Whose addresses stand in the answer; null for client tokens and in tests. */
  authorization: AuthorizationId | null
  grant: 'client_credentials' | 'authorization_code' | 'refresh_token'
  test: boolean
}

/** Seconds since 1970 and their number: a duration of 0 has no end. */
export type Period = { start: number; duration: number }

/** An authorization as the client reads it. */
export type AuthorizationView = {
  authorization: SeenAuthorization
  authorizedPeriod: Period
  publishedPeriod: Period
  status: 0 | 1
  /** Of the access token, in seconds since 1970. */
  expiresAt: number
  scope: string
}

/** What one authorization, or a community's contract, opens of one service agreement. */
export type Coverage = {
  agreement: UsagePointId
  groups: readonly DataGroup[]
  /** Data before this instant is not shared. */
  from: Instant
  /** Data from this instant on is not shared; null: no end. */
  until: Instant | null
  /** Whether access is over, and only corrections of what was shared still come. */
  correctionsOnly: boolean
  authorization: AuthorizationId | null
}

/** What a notice tells the client to fetch; the wire spells the address. */
export type NoticeResource =
  { kind: 'authorization'; id: AuthorizationId } | { kind: PackageKind; id: string; correlationId: string }
export type NoticeContent = {
  /** For the journal: why the notice was sent. */
  why: string
  resources: NoticeResource[]
  /** The address the client used when it asked; null: nobody asked, and the https address stands. */
  origin: string | null
  transactionId: string | null
}

/** A letter by e-mail: it stays in the outbox, to be read. */
export type Mail = { to: string; subject: string; text: string; link?: string }

/** Which way energy is counted: 1 delivered, 4 net, 19 received. */
export type Flow = 1 | 4 | 19

/** What readings measure, and how. */
export type ReadingTypeView = {
  id: string
  flow: Flow
  /** Null: a bill's total. */
  seconds: 900 | 3600 | 86_400 | null
  /** 1 secondary voltage, 2 primary voltage, 7 natural gas. */
  commodity: 1 | 2 | 7
  defaultQuality: 17 | 19
  uom: 72 | 169
  powerOfTenMultiplier: -3 | -8
}

/** The readings of one day: as many values as the day has intervals, NaN where one is missing. */
export type DayBlock = {
  /** Seconds since 1970; readings follow each other from there. */
  start: number
  duration: number
  seconds: number
  values: Float64Array
  qualities: Uint8Array
  /** A code for each reading, where the rate has a time of use. */
  tou: Uint8Array | null
}

/** A line of a bill. Money is told in hundred-thousandths of a dollar. */
export type LineItem = {
  note: string
  amount: number
  measurement: { powerOfTenMultiplier: number; uom: number; value: number } | null
  /** 3 energy, 4 administrative, 5 tax, 7 credit. */
  kind: 3 | 4 | 5 | 7
  unitCost: number | null
  period: Period
}

export type RiderView = { riderType: string; enrollmentStatus: string; effectiveDate: number }

/** What Billing adds to a summary. */
export type BillMoney = {
  total: number
  lines: LineItem[]
  tariff: string
  readCycle: string
  riders: RiderView[]
  supplier: string
}

/** A bill as the client reads it. */
export type SummaryView = {
  /** Midnight of the bill's day, in milliseconds since 1970. */
  id: number
  period: Period
  issuedAt: number
  overall: { value: number; type: ReadingTypeView }
  quality: number
  money: BillMoney | null
}

/** What program enrolment shows of a usage point. */
export type EnrolmentView = {
  tariff: string
  riders: RiderView[]
  readCycle: string
  pnode: string
  aggregateNode: string
}

export type MeterReadingView = { id: string; type: ReadingTypeView; blocks: Iterable<DayBlock> }

/** One usage point with all that a feed tells of it. Blocks and summaries are computed when they are asked for. */
export type UsagePointView = {
  id: UsagePointId
  subscription: string
  kind: 0 | 1
  enrolment: EnrolmentView | null
  readings: MeterReadingView[]
  summaryType: ReadingTypeView | null
  summaries: Iterable<SummaryView>
}

/** A demand-response program that an agreement takes part in; dates in seconds since 1970. */
export type ProgramView = {
  name: string
  enrollmentStatus: string
  description: string | null
  dates: { kind: ProgramDateKind; at: number }[]
  capacityReservation: { powerOfTenMultiplier: number; uom: number; value: number } | null
}

/** The dates a client asked for, either of which may be missing. */
export type AskedDates = { by: Window['by']; min: Instant | null; max: Instant | null }

/** A service agreement as customer data tells it; what its data groups do not open is null. */
export type CustomerAgreementView = {
  id: UsagePointId
  details: { name: string; customerClass: string; status: string; signedAt: number } | null
  location: { id: string; place: { address: Address; outageBlock: string } | null }
  meters: { type: string; serialNumber: string; intervalLength: number | null }[]
  programs: ProgramView[]
}

/** A customer as one authorization, or a community's contract, shows them. */
export type CustomerView = {
  subscription: string
  id: string
  accountId: string
  name: string | null
  account: { number: string; billingAddress: Address } | null
  agreements: CustomerAgreementView[]
}

/** A registration as its third party reads it, with the secrets that are shown there. */
export type ApplicationView = {
  registration: SeenRegistration
  status: 1 | 2 | 3 | 4
  scope: string
  clientSecret: string
  registrationToken: string
}

/** What the client token opens besides customers' data: an Authorization of its own for each. */
export type ClientLevelView = {
  kind: 'application' | 'bulk'
  id: string
  clientId: ClientId
  bulkId: string
  applicationId: string
  issuedAt: number
  expiresAt: number
  scope: string
}
