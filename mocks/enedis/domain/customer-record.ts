import type { House } from '../../../src/contract/effect.ts'
import { Impossible } from '../errors/index.ts'
import type { Address, Customer, CustomerId, Identity, Metering } from '../model/index.ts'
import { madeUpAddress, madeUpCompany, madeUpDigits, madeUpPerson } from './made-up.ts'

/** What makes things needs to know when it is, and to draw what is accidental about them. */
export type Maker = Pick<House, 'now' | 'ids'>

/** What a story says of a customer; what it leaves out is made up. */
export type CustomerTold = {
  id?: CustomerId | undefined
  kind?: Identity['kind'] | undefined
  identity?: Identity | undefined
  email?: string | null | undefined
  mobile?: string | null | undefined
  landline?: string | null | undefined
  mailingAddress?: Address | undefined
}

/** Makes Enedis know a customer, who holds nothing yet. */
export function openCustomer(
  state: Pick<Metering, 'customers' | 'index'>,
  { name, told }: { name: string; told: CustomerTold },
  { ids }: Maker,
): Customer {
  const id = told.id ?? (String(1_350_000_000 + ids.next('customer')) as CustomerId)
  if (id in state.customers) throw new Impossible(`There is a customer ${id} already.`)
  const madeUp = told.kind === 'legalEntity' ? madeUpCompany : madeUpPerson
  const mailbox = name.toLowerCase().replace(/[^a-z0-9]+/g, '.')
  const customer: Customer = {
    id,
    identity: told.identity ?? madeUp(name, ids),
    email: orMadeUp(told.email, `${mailbox}@example.com`),
    mobile: orMadeUp(told.mobile, `063998${madeUpDigits(4, `mobile ${name}`, ids)}`),
    landline: orMadeUp(told.landline, `049999${madeUpDigits(4, `landline ${name}`, ids)}`),
    mailingAddress: told.mailingAddress ?? madeUpAddress(name, ids),
  }
  state.customers[id] = customer
  state.index.usagePointsOf[id] = {}
  return customer
}

const orMadeUp = (told: string | null | undefined, madeUp: string) => (told === undefined ? madeUp : told)
