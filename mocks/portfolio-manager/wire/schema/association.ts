import {
  all,
  long,
  oneOf,
  optional,
  repeated,
  required,
  sequence,
  text,
  typed,
} from '../../../../src/toolbox/xml/shape/index.ts'
import { energyUses, representationTypes } from '../../model/index.ts'

const meters = typed('meterListType', sequence({ meterId: repeated(long) }))

/** Source: XSD26, propertyRepresentation. */
const propertyRepresentation = all({
  propertyRepresentationType: required(oneOf(representationTypes)),
  tenantCommonAreaEnergyUseList: optional(
    typed(
      'tenantCommonAreaEnergyUseInformationType',
      sequence({ energyUse: repeated(typed('tenantCommonAreaEnergyType', oneOf(energyUses)), { least: 1, most: 8 }) }),
    ),
  ),
  propertyRepresentationTypeOtherDesc: optional(text({ least: 1, most: 500 })),
})

const represented = (type: string) =>
  optional(typed(type, all({ meters: required(meters), propertyRepresentation: required(propertyRepresentation) })))

/** Source: XSD26, meterPropertyAssociationListType. */
export const meterPropertyAssociationList = typed(
  'meterPropertyAssociationListType',
  all({
    energyMeterAssociation: represented('energyMeterAssocAndConfigType'),
    waterMeterAssociation: represented('waterMeterAssocAndConfigType'),
    wasteMeterAssociation: optional(typed('wasteMeterAssocAndConfigType', all({ meters: required(meters) }))),
  }),
)
