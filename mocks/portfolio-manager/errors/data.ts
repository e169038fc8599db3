import { application } from './numbers.ts'

/** What is wrong with which meters count, and with what is asked of their data. */
export const data = {
  notAssociated: {
    status: 400,
    code: application,
    says: ({ meter, property }: { meter: string; property: string }) =>
      `Meter ${meter} is not associated with property ${property}.`,
    basis: 'inferred',
    source: 'DOC, Meter association: what answers a second removal is not public',
  },
  meterOfAnotherProperty: {
    status: 400,
    code: application,
    says: ({ meter, property }: { meter: string; property: string }) =>
      `Meter ${meter} does not belong to property ${property}.`,
    basis: 'inferred',
    source: 'DOC, Meter association: the meters of a property; what answers others is not public',
  },
  otherCategoryOfMeter: {
    status: 400,
    code: application,
    says: ({ meter, category }: { meter: string; category: string }) =>
      `Meter ${meter} goes into the ${category}MeterAssociation.`,
    basis: 'inferred',
    source: 'XSD26, meterPropertyAssociationListType: energy, water and waste stand apart',
  },
  energyUsesMissing: {
    status: 400,
    code: application,
    says: 'A combination of tenant and common area consumption needs at least one energyUse in tenantCommonAreaEnergyUseList.',
    basis: 'inferred',
    source: 'XSD26, propertyRepresentation: at least one must be selected; with which number it is refused is not said',
  },
} as const
