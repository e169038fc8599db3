import type { PgeHouse } from '../dialect/index.ts'
import type { Agreement, Customer, CustomerId, Meter, MeterId, State, UsagePointId } from '../model/index.ts'
import { madeUpDigits } from './made-up.ts'

/** Opens an account at PG&E. */
export function openCustomer(
  state: State,
  details: Omit<Customer, 'id' | 'agreements' | 'accountId'>,
  house: PgeHouse,
): Customer {
  const id = String(house.ids.next('customer', 1)) as CustomerId
  const accountId = madeUpDigits(10, `account id ${id}`, house)
  state.customers[id] = { id, accountId, ...details, agreements: [] }
  state.index.byAccountNumber[details.accountNumber.replaceAll('-', '')] = id
  if (details.login !== null) state.index.byUsername[details.login.username.toLowerCase()] = id
  return state.customers[id]
}

/** Starts a service agreement for a customer. */
export function openAgreement(state: State, details: Omit<Agreement, 'id' | 'meters'>, house: PgeHouse): Agreement {
  const id = newUsagePointId(state, house)
  state.agreements[id] = { id, ...details, meters: [] }
  state.customers[details.customer]?.agreements.push(id)
  return state.agreements[id]
}

/** Sets a meter at a service agreement. */
export function setMeter(
  state: State,
  { agreement, ...details }: Omit<Meter, 'id' | 'serialNumber'> & { serialNumber?: string | undefined },
  house: PgeHouse,
): Meter {
  const number = house.ids.next('meter', 1)
  const id = String(number) as MeterId
  const serialNumber = details.serialNumber ?? madeUpDigits(10, `serial number ${number}`, house)
  state.meters[id] = { id, agreement, ...details, serialNumber }
  state.agreements[agreement]?.meters.push(id)
  return state.meters[id]
}

/** The SA id of a bill that nobody has had: ten digits. */
export function newAgreementName(house: PgeHouse): string {
  return madeUpDigits(10, `SA id ${house.ids.next('agreementName')}`, house)
}

/** A usage point id that nobody has: ten digits. */
export function newUsagePointId(state: State, house: PgeHouse): UsagePointId {
  const id = madeUpDigits(10, `usage point ${house.ids.next('usagePoint')}`, house) as UsagePointId
  return Object.hasOwn(state.agreements, id) ? newUsagePointId(state, house) : id
}
