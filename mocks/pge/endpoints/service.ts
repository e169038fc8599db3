import { atom } from '../../../src/toolbox/atom/index.ts'
import { xml } from '../../../src/toolbox/xml/index.ts'
import { passTest } from '../domain/registration.ts'
import { sampleData } from '../domain/sample-data.ts'
import { currentStatus } from '../domain/service.ts'
import { encodeServiceStatus } from '../wire/service-status.ts'
import { usageFeed } from '../wire/usage-feed.ts'
import { resource, root, selfOf, sheetFor } from './resource.ts'

/** What the connectivity test asks for. */
export const service = [
  resource(
    `GET ${root}/ReadServiceStatus`,
    {
      ...{ name: 'serviceStatus.read', opensWith: 'serviceStatus' },
      ...{ basis: 'documented', source: 'PAGE, API connectivity' },
    },
    (c, { store, dialect }) => xml(c, encodeServiceStatus(store.read(currentStatus), dialect)),
  ),
  resource(
    `GET ${root}/DownloadSampleData`,
    {
      ...{ name: 'sampleData.read', opensWith: 'sampleData' },
      ...{ basis: 'documented', source: 'PAGE, API connectivity: a file of about 273 KB' },
    },
    (c, visit, { clientId }) => {
      visit.store.change((state, house) => passTest(state, { clientId, test: 'connectivity' }, house))
      return atom(c, usageFeed(selfOf(c, visit), [sampleData(visit)], sheetFor(visit)))
    },
  ),
]
