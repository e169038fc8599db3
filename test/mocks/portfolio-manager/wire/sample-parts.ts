import type {
  Identifier,
  IdentifierId,
  PropertyUse,
  PropertyUseId,
  UseDetailId,
} from '../../../../mocks/portfolio-manager/model/index.ts'
import type { HierarchyView, IdentifierView, UseDetailView } from '../../../../mocks/portfolio-manager/views.ts'
import { identifierTypes } from '../../../../mocks/portfolio-manager/vocabulary/identifiers.ts'
import { account, meter, property } from './sample.ts'

/** What the tower is used for, and by which numbers others know it. */
export const use: PropertyUse = {
  id: '700601' as PropertyUseId,
  property: property.id,
  type: 'office',
  name: 'Floors 1 & 2',
  audit: property.audit,
}

export const details: UseDetailView[] = [
  {
    id: '800701' as UseDetailId,
    use: use.id,
    detail: 'totalGrossFloorArea',
    value: '40000',
    units: 'Square Feet',
    currentAsOf: '2020-01-01',
    temporary: false,
    assumed: false,
    default: 'No',
  },
  {
    id: '800702' as UseDetailId,
    use: use.id,
    detail: 'weeklyOperatingHours',
    value: '65',
    currentAsOf: '2020-01-01',
    temporary: true,
    assumed: true,
    default: 'Yes',
  },
  {
    id: '800703' as UseDetailId,
    use: use.id,
    detail: 'percentOfficeHeated',
    currentAsOf: '2026-01-01',
    temporary: false,
    assumed: false,
    default: 'N/A',
  },
]

const [custom, , , agreed] = identifierTypes.property
const identifier: Identifier = {
  id: '900801' as IdentifierId,
  on: { property: property.id },
  details: { type: '1', description: 'Our number', value: 'T-1 <old>' },
}
export const identifiers = [
  { ...identifier, type: custom },
  { ...identifier, id: '900802' as IdentifierId, details: { type: '4' }, type: agreed },
] as IdentifierView[]

export const hierarchy: HierarchyView = {
  owner: account,
  propertyId: property.id,
  meterId: meter.id,
  consumptionDataId: '500401',
}
