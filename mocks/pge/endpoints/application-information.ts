import type { PgeVisit } from '../access/index.ts'
import { readApplication } from '../domain/application.ts'
import { passTest } from '../domain/registration.ts'
import { applicationEntry, type Places } from '../wire/application-information.ts'
import { parameter, resource, root, single } from './resource.ts'

/** A registration, for the third party that it is of. */
export const applicationInformation = [
  resource(
    `GET ${root}/ApplicationInformation/:applicationId`,
    {
      ...{ name: 'applicationInformation.read', opensWith: 'applicationInformation' },
      ...{ basis: 'observed', source: 'WIRE, October 2015; PAGE, ApplicationInformation' },
    },
    (c, visit, { clientId }) => {
      const { store, dialect } = visit
      const view = store.read((state) => readApplication(state, { clientId, id: parameter(c, 'applicationId') }, visit))
      store.change((state, house) => passTest(state, { clientId, test: 'applicationInformation' }, house))
      return single(c, visit, (sheet, about) =>
        applicationEntry(view, { places: placesOf(visit), sheet, dialect }, about),
      )
    },
  ),
]

/** Where production stands: pages have an address of their own, the gateway of old had them all (C12). */
function placesOf({ origin, originOf, dialect }: PgeVisit): Places {
  const portal = originOf('pages')
  const authorize = {
    myAuthorization: `${portal}/myAuthorization`,
    gateway: `${origin}/datacustodian/oauth/v2/authorize`,
    hash: `${portal}/#MyAuthorization`,
  }
  const token = `${origin}/datacustodian/oauth/v2/token`
  return { authorize: authorize[dialect.authorizeAddress], token, gateway: origin, portal }
}
