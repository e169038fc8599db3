import { xml } from '../../../src/toolbox/xml/index.ts'
import { createCustomer, customerSeenBy, editCustomer, listCustomers } from '../domain/customer-account.ts'
import { accountFieldValues } from '../domain/custom-field.ts'
import { decodeAccount } from '../wire/account.ts'
import { encodeCustomFieldList } from '../wire/custom-field.ts'
import { customerAfter, decodeCustomer, encodeCustomer } from '../wire/customer.ts'
import { linkTo, listed } from '../wire/links.ts'
import { accountIn } from './parameters.ts'
import { newAccount } from './password.ts'
import { bodyOf, done, listOf, made, service } from './service.ts'

export const customer = [
  service(
    'POST /customer',
    { name: 'customer.create', basis: 'documented', source: 'DOC, Customer; TESTPDF, connected at once' },
    async (c, visit, caller) => {
      const opened = await bodyOf(c, visit, (text) => newAccount(decodeAccount(text)))
      const id = visit.store.change((state, house) => createCustomer(state, { caller, ...opened }, house))
      return made(c, visit, { id, links: [linkTo.customer({ id })] })
    },
  ),
  service(
    'GET /customer/list',
    { name: 'customer.list', basis: 'documented', source: 'DOC, Customer list' },
    (c, visit, caller) =>
      listOf(c, visit, visit.store.read((state) => listCustomers(state, { caller })).map(listed.customer)),
  ),
  service(
    'GET /customer/:accountId',
    { name: 'customer.read', basis: 'documented', source: 'DOC, Customer' },
    (c, { store }, caller) => {
      const { account } = store.read((state) => customerSeenBy(state, { caller, account: accountIn(c) }))
      return xml(c, encodeCustomer(account))
    },
  ),
  service(
    'PUT /customer/:accountId',
    { name: 'customer.edit', basis: 'documented', source: 'DOC, Customer' },
    async (c, visit, caller) => {
      const account = accountIn(c)
      const body = await bodyOf(c, visit, decodeCustomer)
      visit.store.change((state, house) => {
        const before = customerSeenBy(state, { caller, account }).account.details
        editCustomer(state, { caller, account, change: { details: customerAfter(before, body) } }, house)
      })
      return done(c, visit, { id: account, links: [linkTo.customer({ id: account })] })
    },
  ),
  service(
    'GET /account/:accountId/customFieldList',
    { name: 'customer.fieldValues', basis: 'documented', source: 'DOC, Custom Fields of an account' },
    (c, { store }, caller) => {
      const values = store.read((state) => accountFieldValues(state, { caller, account: accountIn(c) }))
      return xml(c, encodeCustomFieldList(values))
    },
  ),
]
