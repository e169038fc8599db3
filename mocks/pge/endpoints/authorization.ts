import { atom } from '../../../src/toolbox/atom/index.ts'
import { clientLevelViews } from '../domain/application.ts'
import { listAuthorizations, readAuthorization } from '../domain/authorization-view.ts'
import { deleteAuthorization } from '../domain/delete.ts'
import { authorizationEntry, authorizationFeed, clientLevelEntry } from '../wire/authorization.ts'
import { parameter, resource, root, sheetFor, single } from './resource.ts'

/** What customers allowed a third party, and what its own token opens. */
export const authorization = [
  resource(
    `GET ${root}/Authorization`,
    { name: 'authorization.list', opensWith: 'authorization', basis: 'documented', source: 'PAGE, Authorization' },
    (c, visit, { clientId }) => {
      const all = visit.store.read((state) => ({
        own: clientLevelViews(state, clientId, visit),
        customers: listAuthorizations(state, clientId, visit),
      }))
      return atom(c, authorizationFeed(all, sheetFor(visit), visit.dialect))
    },
  ),
  resource(
    `GET ${root}/Authorization/:authorizationId`,
    {
      ...{ name: 'authorization.read', opensWith: 'authorization' },
      ...{ basis: 'observed', source: 'WIRE, October 2015' },
    },
    (c, visit, bearer) => {
      const id = parameter(c, 'authorizationId')
      const { store, dialect } = visit
      const own = store.read((state) => clientLevelViews(state, bearer.clientId, visit)).find((one) => one.id === id)
      if (own) return single(c, visit, (sheet, about) => clientLevelEntry(own, sheet, dialect, about))
      const view = store.read((state) => readAuthorization(state, { bearer, id }, visit))
      return single(c, visit, (sheet, about) => authorizationEntry(view, sheet, dialect, about))
    },
  ),
  resource(
    `DELETE ${root}/Authorization/:authorizationId`,
    {
      ...{ name: 'authorization.delete', opensWith: 'authorization' },
      ...{ basis: 'documented', source: 'PAGE, cancelling an authorization; HARN, FB_41: 200' },
    },
    (c, { store }, bearer) => {
      const id = parameter(c, 'authorizationId')
      store.change((state, house) => deleteAuthorization(state, { bearer, id }, house))
      return c.body(null, 200, { 'content-length': '0' })
    },
  ),
]
