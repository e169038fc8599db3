import { xml } from '../../../src/toolbox/xml/index.ts'
import { editAccount, readAccount } from '../domain/account.ts'
import { decodeAccount, encodeAccount } from '../wire/account.ts'
import { linkTo } from '../wire/links.ts'
import { accountChange } from './password.ts'
import { bodyOf, done, service } from './service.ts'

export const account = [
  service(
    'GET /account',
    { name: 'account.read', basis: 'observed', source: 'REC, GET /account' },
    (c, { store }, caller) => xml(c, encodeAccount(store.read((state) => readAccount(state, { caller })))),
  ),
  service(
    'PUT /account',
    { name: 'account.edit', basis: 'documented', source: 'DOC, Account' },
    async (c, visit, caller) => {
      const change = await bodyOf(c, visit, (text) => accountChange(decodeAccount(text)))
      visit.store.change((state, house) => editAccount(state, { caller, change }, house))
      return done(c, visit, { id: caller, links: [linkTo.account()] })
    },
  ),
]
