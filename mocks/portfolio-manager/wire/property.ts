import { branch, branchWith, documentOf, leaf, nothing } from '../../../src/toolbox/xml/index.ts'
import type { Markup } from '../../../src/toolbox/xml/index.ts'
import type { Read } from '../../../src/toolbox/xml/shape/index.ts'
import type { PmSettings } from '../dialect.ts'
import { refuse } from '../errors/index.ts'
import type { AccessLevel, PropertyDetails } from '../model/index.ts'
import type { PropertyView, SeenProperty } from '../views.ts'
import { addressBlock } from './account.ts'
import { auditBlock } from './audit.ts'
import { decodeBody, decodeEither } from './body.ts'
import { property as propertyShape } from './schema/property.ts'

/** A property as a client writes it: what it left out is not there. */
export type PropertyBody = Partial<PropertyDetails>

/** Reads a property; levels and audits that a client sends back are not for it to say. */
export function decodeProperty(text: string): PropertyBody {
  return bodyFrom(decodeBody(text, 'property', propertyShape))
}

/** Reads a building, the older twin: either root will do. */
export function decodeBuilding(text: string): PropertyBody {
  return bodyFrom(decodeEither(text, { building: propertyShape, property: propertyShape })[1])
}

function bodyFrom(shaped: Read<typeof propertyShape>): PropertyBody {
  const { accessLevel: _, audit: __, grossFloorArea, irrigatedArea, ...given } = shaped
  const body: PropertyBody = given
  if (grossFloorArea) {
    const { value, units, temporary = false } = grossFloorArea
    body.grossFloorArea = { value, units, temporary }
  }
  if (irrigatedArea?.value && irrigatedArea.units) {
    body.irrigatedArea = { value: Number(irrigatedArea.value), units: irrigatedArea.units }
  }
  return body
}

const indispensable = [
  'name',
  'constructionStatus',
  'primaryFunction',
  'grossFloorArea',
  'yearBuilt',
  'address',
] as const

/** A new property, whole: the schema lets a client leave out what no property can be without. */
export function wholeProperty(body: PropertyBody): PropertyDetails {
  const missing = indispensable.find((element) => body[element] === undefined)
  if (missing !== undefined) throw refuse.elementMissing({ element: missing })
  return { numberOfBuildings: 1, isInstitutionalProperty: false, ...body } as PropertyDetails
}

/** A property once such a body is written into it: what the body leaves out stays. */
export function propertyAfter(before: SeenProperty['details'], body: PropertyBody): PropertyDetails {
  return { ...before, ...body }
}

export function encodeProperty({ property, accessLevel }: PropertyView, settings: PmSettings): string {
  return documentOf(propertyBlock('property', property, { accessLevel, settings }))
}

/** The same as the older twin. Source: XSD26, building. */
export function encodeBuilding({ property, accessLevel }: PropertyView, settings: PmSettings): string {
  return documentOf(propertyBlock('building', property, { accessLevel, settings }))
}

/** A property, alone or inside a pending request. Source: XSD26, propertyType; defaults observed in E2E. */
export function propertyBlock(
  name: 'property' | 'propertyInfo' | 'building',
  { details, audit }: SeenProperty,
  { accessLevel, settings }: { accessLevel?: AccessLevel; settings: PmSettings },
): Markup {
  return branch(
    name,
    leaf('name', details.name),
    leaf('constructionStatus', details.constructionStatus),
    leaf('primaryFunction', details.primaryFunction),
    floorAreaBlock(details.grossFloorArea),
    irrigatedAreaBlock(details.irrigatedArea),
    leaf('yearBuilt', details.yearBuilt),
    addressBlock(details.address),
    leaf('numberOfBuildings', details.numberOfBuildings),
    leaf('isFederalProperty', details.isFederalProperty),
    leaf('federalOwner', details.federalOwner),
    agencyBlock(details.agency),
    leaf('agencyDepartmentRegion', details.agencyDepartmentRegion),
    leaf('federalCampus', details.federalCampus),
    leaf('occupancyPercentage', details.occupancyPercentage),
    leaf('notes', details.notes),
    leaf('isInstitutionalProperty', details.isInstitutionalProperty),
    leaf('accessLevel', accessLevel),
    auditBlock('audit', audit, settings),
  )
}

function floorAreaBlock({ units, temporary, value }: SeenProperty['details']['grossFloorArea']): Markup {
  return branchWith('grossFloorArea', { units, temporary, default: 'N/A' }, leaf('value', value))
}

function irrigatedAreaBlock(area: SeenProperty['details']['irrigatedArea']): Markup {
  return area ? branchWith('irrigatedArea', { units: area.units }, leaf('value', area.value)) : nothing
}

function agencyBlock(agency: SeenProperty['details']['agency']): Markup {
  return agency ? branchWith('agency', agency) : nothing
}
