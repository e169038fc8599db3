import type { Call } from '../../../src/contract/endpoint.ts'
import { xml } from '../../../src/toolbox/xml/index.ts'
import { hierarchyOf, type Placed } from '../domain/hierarchy.ts'
import { encodeHierarchy } from '../wire/hierarchy.ts'
import { entryIn, meterIn, propertyIn, propertyUseIn, useDetailIn, wasteEntryIn } from './parameters.ts'
import { service } from './service.ts'

type Path = Parameters<typeof service>[0]
const cited = { basis: 'documented', source: 'DOC, Id Hierarchy: works while access is pending' } as const

const above = (route: Path, thing: string, thingIn: (c: Call) => Placed) =>
  service(route, { name: `hierarchy.of${thing}`, ...cited }, (c, visit, caller) =>
    xml(c, encodeHierarchy(visit.store.read((state) => hierarchyOf(state, { caller, of: thingIn(c) }, visit)))),
  )

export const hierarchy = [
  above('GET /idHierarchy/property/:propertyId', 'Property', (c) => ({ property: propertyIn(c) })),
  above('GET /idHierarchy/propertyUse/:propertyUseId', 'PropertyUse', (c) => ({ propertyUse: propertyUseIn(c) })),
  above('GET /idHierarchy/useDetails/:useDetailId', 'UseDetail', (c) => ({ useDetail: useDetailIn(c) })),
  above('GET /idHierarchy/meter/:meterId', 'Meter', (c) => ({ meter: meterIn(c) })),
  above('GET /idHierarchy/consumptionData/:consumptionDataId', 'ConsumptionData', (c) => ({
    consumptionData: entryIn(c),
  })),
  above('GET /idHierarchy/wasteData/:wasteDataId', 'WasteData', (c) => ({ wasteData: wasteEntryIn(c) })),
]
