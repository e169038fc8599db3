import { alert, refuse } from '../errors/index.ts'
import type { PmHouse } from '../dialect.ts'
import type { AccountId, Connection, ConnectionEnd, FieldValues, State } from '../model/index.ts'
import type { Answer } from '../views.ts'
import { accountOf, personIn, tell } from './account.ts'
import { signedBy, touchedBy } from './audit.ts'
import { connectionBetween } from './connected.ts'
import { fieldsAsked, filledIn, mustBeAsked } from './custom-field.ts'
import { demandsSomething } from './exchange-settings.ts'
import { completePostponed } from './hand-over.ts'
import { addMember, dropMember } from './members.ts'
import { hasNoticeOf } from './notification.ts'
import { endShare, pairKey, sharesOn } from './share-book.ts'

export type Pair = { provider: AccountId; customer: AccountId }
type Noted = Pair & { note?: string | undefined }

/** A customer presses Connect: finds the provider, accepts its terms, fills in its fields. Source: NRCAN, step 1 (C1). */
export function requestConnection(
  state: State,
  { acceptsTerms = true, values = {}, ...pair }: Pair & { acceptsTerms?: boolean; values?: FieldValues },
  house: PmHouse,
): void {
  const provider = accountOf(state, pair.provider)
  const { name } = provider.details.organization
  if (!provider.details.searchable || !provider.details.webserviceUser) throw alert.providerNotFound({ wanted: name })
  mustBeFree(state, pair)
  const asked = fieldsAsked(state, { provider: provider.id, moment: 'Once' })
  mustBeAsked(asked, values)
  const isPrompted = house.dialect.termsPrompt === 'always' || asked.length > 0
  if (provider.settings.termsOfUse.kind !== 'none' && isPrompted && !acceptsTerms) throw alert.termsNotAccepted()
  askProvider(state, { ...pair, values: filledIn(asked, { values, item: 'the connection' }) }, house)
}

/** The customer takes its request back, and with it what was offered in its name. Ours: the sources name only the act. */
export function cancelRequest(state: State, pair: Pair, house: PmHouse): void {
  const connection = connectionBetween(state, pair.provider, pair.customer)
  if (connection?.status !== 'pending') throw alert.nothingAsked({ what: 'a connection' })
  endConnection(state, connection, 'cancelled', house)
  for (const share of sharesOn(state, pair.provider, state.index.pendingOf[pairKey(pair.provider, pair.customer)]))
    endShare(state, share, 'withdrawn', house)
}

/** The provider answers a request to connect. Source: NRCAN, step 2 (C2, C3, C14); X7 lets Accept ask instead. */
export function answerConnection(
  state: State,
  { caller, asked, answer }: { caller: AccountId; asked: AccountId; answer: Answer },
  house: PmHouse,
): void {
  accountOf(state, asked)
  const pair = { provider: caller, customer: asked }
  if (connectionBetween(state, caller, asked)?.status !== 'pending') {
    if (answer.action === 'Reject' || !mayAsk(state, pair, house)) throw refuse.noPendingConnection()
    if (demandsSomething(state, caller)) throw refuse.connectionRequestDemandsTooMuch()
    return askCustomer(state, pair, house)
  }
  if (answer.action === 'Accept') return acceptConnection(state, { ...pair, note: answer.note }, house)
  rejectConnection(state, { ...pair, note: answer.note }, house)
}

/** Provider and customer are connected; transfers that waited for it go through. Source: NRCAN, step 2 (C2). */
function acceptConnection(state: State, { note, ...pair }: Noted, house: PmHouse): void {
  openConnection(state, { ...pair, status: 'connected' }, house)
  const { name } = accountOf(state, pair.provider).details.organization
  tell(state, { to: pair.customer, says: `${name} accepted your connection request.`, note }, house)
  completePostponed(state, pair, house)
}

/**
 * Accepting a share of someone not yet connected accepts that connection too (C4). With nothing to accept the share
 * cannot be accepted: ours, so that no share is ever accepted from a stranger. Source: NRCAN, step 4.
 */
export function acceptPendingConnection(state: State, pair: Pair, house: PmHouse): void {
  const connection = connectionBetween(state, pair.provider, pair.customer)
  if (connection?.status === 'connected') return
  if (connection?.status !== 'pending') throw refuse.shareWithoutConnection({ account: pair.customer })
  acceptConnection(state, pair, house)
}

/** Turning a connection down turns down everything that was offered in that customer's name (C3). Source: NRCAN. */
function rejectConnection(state: State, { note, ...pair }: Noted, house: PmHouse): void {
  const connection = connectionBetween(state, pair.provider, pair.customer)
  if (connection) endConnection(state, connection, 'rejected', house)
  for (const share of sharesOn(state, pair.provider, state.index.pendingOf[pairKey(pair.provider, pair.customer)]))
    endShare(state, share, 'rejected', house)
  const { name } = accountOf(state, pair.provider).details.organization
  tell(state, { to: pair.customer, says: `${name} rejected your connection request.`, note }, house)
}

/** A request arrives together with shares that an intermediary made; it names the owner only. Source: NRCAN (C9). */
export function askAlongWithShares(state: State, pair: Pair, house: PmHouse): void {
  const status = connectionBetween(state, pair.provider, pair.customer)?.status
  if (status !== 'connected' && status !== 'pending') askProvider(state, { ...pair, values: {} }, house)
}

/** A colleague at the provider asks a customer to connect, on the page. Source: NRCAN, transfer, option 1 (C13, T8). */
export function requestCustomer(state: State, pair: Pair, house: PmHouse): void {
  if (!hasNoticeOf(state, { provider: pair.provider, account: pair.customer }))
    throw alert.notFromNotice({ account: pair.customer })
  mustBeFree(state, pair)
  if (demandsSomething(state, pair.provider)) throw alert.demandsTooMuch()
  askCustomer(state, pair, house)
}

/** The customer answers a provider's request on the page (C13a). */
export function answerProviderRequest(state: State, { action, ...pair }: Pair & Answer, house: PmHouse): void {
  const connection = connectionBetween(state, pair.provider, pair.customer)
  const provider = accountOf(state, pair.provider)
  if (connection?.status !== 'requestedByProvider')
    throw alert.nothingAsked({ what: `a connection with ${provider.details.organization.name}` })
  const who = personIn(accountOf(state, pair.customer))
  tell(state, { to: provider.id, says: `${who} answered your connection request: ${action}.` }, house)
  if (action === 'Reject') return endConnection(state, connection, 'cancelled', house)
  openConnection(state, { ...pair, status: 'connected' }, house)
  completePostponed(state, pair, house)
}

/** Writes a connection down with its indexes; what was asked before keeps its values and its maker. */
export function openConnection(
  state: State,
  {
    provider,
    customer,
    status,
    values = {},
  }: Pair & { status: Exclude<Connection['status'], 'ended'>; values?: FieldValues },
  house: PmHouse,
): void {
  const asked = connectionBetween(state, provider, customer)
  const maker = accountOf(state, status === 'requestedByProvider' ? provider : customer)
  unlist(state, { provider, customer })
  if (asked && asked.status !== 'ended' && status === 'connected') {
    Object.assign(asked, { status })
    touchedBy(asked, accountOf(state, provider), house)
  } else {
    const audit = signedBy(maker, house)
    state.connections[pairKey(provider, customer)] = { provider, customer, status, values, audit }
  }
  if (status === 'connected') addMember(state.index.customersOf, provider, customer)
  if (status === 'pending') addMember(state.index.askedBy, provider, customer)
}

/** A connection, or a request for one, is over; the record keeps why. */
export function endConnection(state: State, connection: Connection, because: ConnectionEnd, house: PmHouse): void {
  unlist(state, connection)
  Object.assign(connection, { status: 'ended', endedAt: house.now, because })
}

function unlist(state: State, { provider, customer }: Pair): void {
  dropMember(state.index.customersOf, provider, customer)
  dropMember(state.index.askedBy, provider, customer)
}

function askProvider(
  state: State,
  { provider, customer, values }: Pair & { values: FieldValues },
  house: PmHouse,
): void {
  openConnection(state, { provider, customer, values, status: 'pending' }, house)
}

function askCustomer(state: State, pair: Pair, house: PmHouse): void {
  openConnection(state, { ...pair, status: 'requestedByProvider' }, house)
  const { name } = accountOf(state, pair.provider).details.organization
  tell(state, { to: pair.customer, says: `${name} asks you to connect.` }, house)
}

/** X7: only where there is no connection, and only for an account that a notice has named. */
function mayAsk(state: State, { provider, customer }: Pair, { dialect }: PmHouse): boolean {
  const status = connectionBetween(state, provider, customer)?.status ?? 'ended'
  const isKnown = hasNoticeOf(state, { provider, account: customer })
  return dialect.providerConnectRequest === 'on' && status === 'ended' && isKnown
}

function mustBeFree(state: State, { provider, customer }: Pair): void {
  const { name } = accountOf(state, provider).details.organization
  const status = connectionBetween(state, provider, customer)?.status
  if (status === 'connected') throw alert.alreadyConnected({ name })
  if (status === 'pending' || status === 'requestedByProvider') throw alert.alreadyAsked({ name })
}
