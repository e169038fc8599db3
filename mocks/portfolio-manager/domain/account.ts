import { refuse } from '../errors/index.ts'
import type { Look, PmHouse } from '../dialect.ts'
import type { Account, AccountDetails, AccountId, Members, State } from '../model/index.ts'
import type { AccountChange, Seen, SeenAccount } from '../views.ts'
import { signedBy, touchedBy } from './audit.ts'

/** The account with an id; one that never existed is not found. */
export function accountOf<S extends Seen>(state: S, id: AccountId): NonNullable<S['accounts'][AccountId]> {
  const account = state.accounts[id] as S['accounts'][AccountId] | undefined
  if (!account) throw refuse.notFound({ noun: 'account', id })
  return account
}

/**
 * Who signs in with a username and the fingerprint of a password. Only web service users may call web services; on the
 * test host of old, so could the customers that were made there (X9).
 */
export function authenticate(
  state: Seen,
  { username, password, isOpenToAll = false }: { username: string; password: string; isOpenToAll?: boolean },
): AccountId | undefined {
  const account = state.accounts[state.index.accountByUsername[username] ?? ('' as AccountId)]
  const isWelcome = isOpenToAll || account?.details.webserviceUser
  return isWelcome && account?.password === password ? account.id : undefined
}

/** The caller's own account. */
export function readAccount(state: Seen, { caller }: { caller: AccountId }): SeenAccount {
  return accountOf(state, caller)
}

/** The language in which an account is spoken to. */
export function languageOf(state: Seen, { account }: { account: AccountId }): AccountDetails['languagePreference'] {
  return accountOf(state, account).details.languagePreference
}

/** The caller edits its own account. */
export function editAccount(
  state: State,
  { caller, change }: { caller: AccountId; change: AccountChange },
  house: PmHouse,
): void {
  const account = accountOf(state, caller)
  reviseAccount(state, { account, change, editor: account }, house)
}

/** Someone gets a login. `contacts` null: knows every other customer. */
export function openAccount(
  state: State,
  about: { details: AccountDetails; password: string; contacts?: Members<AccountId> | null; by?: Account },
  house: PmHouse,
): Account {
  const { details, password, contacts = null } = about
  if (details.username in state.index.accountByUsername) throw refuse.usernameTaken(details)
  const id = String(house.ids.next('account', 200101)) as AccountId
  const settings: Account['settings'] = { supportedMeterTypes: null, termsOfUse: { kind: 'none' }, customFields: {} }
  const audit = signedBy(about.by ?? { id, details }, house)
  state.accounts[id] = { id, details, password, settings, inbox: [], contacts, audit }
  state.index.accountByUsername[details.username] = id
  if (details.webserviceUser) state.index.providers[id] = true
  return accountOf(state, id)
}

/** Writes what an account says of itself; a username stays unique. */
export function reviseAccount(
  state: State,
  { account, change, editor }: { account: Account; change: AccountChange; editor: SeenAccount },
  house: PmHouse,
): void {
  const { accountByUsername, providers } = state.index
  const { username } = change.details
  if ((accountByUsername[username] ?? account.id) !== account.id) throw refuse.usernameTaken({ username })
  delete accountByUsername[account.details.username]
  accountByUsername[username] = account.id
  account.details = change.details
  if (change.password !== undefined) account.password = change.password
  if (change.details.webserviceUser) providers[account.id] = true
  else delete providers[account.id]
  touchedBy(account, editor, house)
}

/** A person's name as the page and the notices write it. */
export function personIn({ details: { contact } }: Pick<SeenAccount, 'details'>): string {
  return `${contact.firstName} ${contact.lastName}`
}

/** Leaves a message that the account's person sees at the next login. Source: NRCAN, step 2. */
export function tell(
  state: State,
  { to, says, note }: { to: AccountId; says: string; note?: string | undefined },
  { now }: Look,
): void {
  accountOf(state, to).inbox.push(note === undefined ? { at: now, says } : { at: now, says, note })
}
