import type { PmHouse } from '../dialect.ts'
import type { AccountDetails, AccountId, State } from '../model/index.ts'
import type { AccountChange, CustomerView, Seen, SeenAccount } from '../views.ts'
import { mustSeeAccount } from './access-rules.ts'
import { accountOf, openAccount, reviseAccount } from './account.ts'
import { openConnection } from './connection.ts'
import { idsIn } from './members.ts'

type Caller = { caller: AccountId }

/** A provider opens an account for a customer, and is connected to it at once (C10). Source: DOC, Customer; TESTPDF. */
export function createCustomer(
  state: State,
  { caller, details, password }: Caller & { details: AccountDetails; password: string },
  house: PmHouse,
): AccountId {
  const { id } = openAccount(state, { details, password, by: accountOf(state, caller) }, house)
  openConnection(state, { provider: caller, customer: id, status: 'connected' }, house)
  return id
}

/** Whom the caller is connected to. */
export function listCustomers(state: Seen, { caller }: Caller): SeenAccount[] {
  return idsIn(state.index.customersOf[caller]).map((customer) => accountOf(state, customer))
}

/** A customer as its provider sees it. */
export function customerSeenBy(state: Seen, { caller, account }: Caller & { account: AccountId }): CustomerView {
  mustSeeAccount(state, { caller, account })
  return { account: accountOf(state, account) }
}

/** A provider edits what a connected customer's account says of itself. */
export function editCustomer(
  state: State,
  { caller, account, change }: Caller & { account: AccountId; change: AccountChange },
  house: PmHouse,
): void {
  mustSeeAccount(state, { caller, account })
  reviseAccount(state, { account: accountOf(state, account), change, editor: accountOf(state, caller) }, house)
}
