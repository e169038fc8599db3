/** What a detail may hold: an area in whole feet or meters, a number, a whole number, or one of a few words. */
export type UseDetailKind = 'area' | 'number' | 'whole number' | readonly string[]

const yesNo = ['Yes', 'No']
const tenths = ['0', '10', '20', '30', '40', '50', '60', '70', '80', '90', '100']

/** Details of the property uses we simulate. Source: XSD26, characteristics. */
export const useDetailKinds = {
  totalGrossFloorArea: 'area',
  weeklyOperatingHours: 'number',
  numberOfWorkers: 'number',
  numberOfComputers: 'number',
  percentOfficeCooled: ['50% or more', 'Less than 50%', 'Not Air Conditioned'],
  percentOfficeHeated: ['50% or more', 'Less than 50%', 'Not Heated'],
  numberOfResidentialLivingUnits: 'number',
  numberOfBedrooms: 'number',
  numberOfResidentialLivingUnitsMidRiseSetting: 'number',
  numberOfLaundryHookupsInAllUnits: 'whole number',
  numberOfLaundryHookupsInCommonArea: 'whole number',
  numberOfResidentialLivingUnitsLowRiseSetting: 'number',
  percentHeated: tenths,
  percentCooled: tenths,
  numberOfResidentialLivingUnitsHighRiseSetting: 'number',
  residentPopulation: [
    'No specific resident population',
    'Dedicated Student',
    'Dedicated Military',
    'Dedicated Senior/Independent Living',
    'Dedicated Special Accessibility Needs',
    'Other dedicated housing',
  ],
  governmentSubsidizedHousing: yesNo,
  commonEntrance: yesNo,
} as const satisfies Readonly<Record<string, UseDetailKind>>

export type UseDetailName = keyof typeof useDetailKinds

/** The detail that every use has, and that the provider never fills in. */
export const floorArea = 'totalGrossFloorArea'
