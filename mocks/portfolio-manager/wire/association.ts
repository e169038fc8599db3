import { branch, documentOf, each, leaf, nothing } from '../../../src/toolbox/xml/index.ts'
import type { Markup } from '../../../src/toolbox/xml/index.ts'
import type { Read } from '../../../src/toolbox/xml/shape/index.ts'
import { categories } from '../model/index.ts'
import type { MeterId, Representation } from '../model/index.ts'
import type { AssociationsView, NewAssociations } from '../views.ts'
import { decodeBody } from './body.ts'
import { meterPropertyAssociationList } from './schema/association.ts'

/** Reads which meters shall count, by kind; a kind that is not there is left as it is. */
export function decodeAssociations(text: string): NewAssociations {
  const body = decodeBody(text, 'meterPropertyAssociationList', meterPropertyAssociationList)
  const said: NewAssociations = {}
  for (const category of categories) {
    const list = body[`${category}MeterAssociation`]
    if (!list) continue
    const representation = 'propertyRepresentation' in list ? representationIn(list.propertyRepresentation) : undefined
    said[category] = { meters: list.meters.meterId as MeterId[], ...(representation && { representation }) }
  }
  return said
}

type List = NonNullable<Read<typeof meterPropertyAssociationList>['energyMeterAssociation']>

function representationIn(given: List['propertyRepresentation']): Representation {
  const {
    propertyRepresentationType: type,
    tenantCommonAreaEnergyUseList: uses,
    propertyRepresentationTypeOtherDesc: otherDescription,
  } = given
  return {
    type,
    ...(uses && { energyUses: uses.energyUse }),
    ...(otherDescription !== undefined && { otherDescription }),
  }
}

/**
 * All three kinds stand there, even without meters: clients fail on a list that holds nothing at all. Source: XSD26,
 * meterPropertyAssociationListType; RUN, the npm client.
 */
export function encodeAssociations(associations: AssociationsView): string {
  return documentOf(
    branch(
      'meterPropertyAssociationList',
      each(categories, (category) => {
        const { meters, representation } = associations[category]
        const listed = branch(
          'meters',
          each(meters, (id) => leaf('meterId', id)),
        )
        const rest = category === 'waste' ? nothing : representationBlock(representation)
        return branch(`${category}MeterAssociation`, listed, rest)
      }),
    ),
  )
}

function representationBlock({
  type,
  energyUses = [],
  otherDescription,
}: AssociationsView['energy']['representation']): Markup {
  const uses = branch(
    'tenantCommonAreaEnergyUseList',
    each(energyUses, (use) => leaf('energyUse', use)),
  )
  return branch(
    'propertyRepresentation',
    leaf('propertyRepresentationType', type),
    energyUses.length > 0 ? uses : nothing,
    leaf('propertyRepresentationTypeOtherDesc', otherDescription),
  )
}
