import { branch, documentOf, leaf } from '../../../src/toolbox/xml/index.ts'
import type { HierarchyView } from '../views.ts'

/** What lies above a thing, down to the thing itself. Source: XSD26, hierarchyType. */
export function encodeHierarchy({ owner, ...ids }: HierarchyView): string {
  return documentOf(
    branch(
      'hierarchy',
      leaf('accountId', owner.id),
      leaf('username', owner.details.username),
      leaf('propertyId', ids.propertyId),
      leaf('propertyUseId', ids.propertyUseId),
      leaf('useDetailId', ids.useDetailId),
      leaf('meterId', ids.meterId),
      leaf('consumptionDataId', ids.consumptionDataId),
      leaf('wasteMeterDataId', ids.wasteMeterDataId),
    ),
  )
}
