import type { UseDetailName } from './use-details.ts'

const office = [
  'totalGrossFloorArea',
  'weeklyOperatingHours',
  'numberOfWorkers',
  'numberOfComputers',
  'percentOfficeCooled',
  'percentOfficeHeated',
] as const satisfies readonly UseDetailName[]

const other = [
  'totalGrossFloorArea',
  'weeklyOperatingHours',
  'numberOfComputers',
  'numberOfWorkers',
] as const satisfies readonly UseDetailName[]

const multifamilyHousing = [
  'totalGrossFloorArea',
  'numberOfResidentialLivingUnits',
  'numberOfBedrooms',
  'numberOfResidentialLivingUnitsMidRiseSetting',
  'numberOfLaundryHookupsInAllUnits',
  'numberOfLaundryHookupsInCommonArea',
  'numberOfResidentialLivingUnitsLowRiseSetting',
  'percentHeated',
  'percentCooled',
  'numberOfResidentialLivingUnitsHighRiseSetting',
  'residentPopulation',
  'governmentSubsidizedHousing',
  'commonEntrance',
] as const satisfies readonly UseDetailName[]

/** Uses that have the details of any other one. Source: XSD26, otherType. */
const likeOther = [
  'adultEducation ambulatorySurgicalCenter aquarium barNightclub casino conventionCenter enclosedMall',
  'energyPowerStation foodService laboratory lifestyleCenter movieTheater other otherEducation',
  'otherEntertainmentPublicAssembly otherLodgingResidential otherMall otherPublicServices otherRecreation',
  'otherRestaurantBar otherServices otherSpecialityHospital otherTechnologyScience otherUtility',
  'outpatientRehabilitationPhysicalTherapy performingArts personalServices policeStation prison raceTrack rollerRink',
  'stripMall transportationTerminalStation urgentCareClinicOtherOutpatient veterinaryOffice vocationalSchool zoo',
].flatMap((row) => row.split(' '))

/** Property uses we simulate, with the details each has. Source: XSD26, property uses. */
export const propertyUses: Readonly<Record<string, readonly UseDetailName[]>> = {
  office,
  bankBranch: office,
  courthouse: office,
  financialOffice: office,
  multifamilyHousing,
  ...Object.fromEntries(likeOther.map((type) => [type, other])),
}

/** Property uses of the provider that we do not simulate. Source: XSD26, property uses. */
export const otherPropertyUses: readonly string[] = [
  'barracks bowlingAlley cegep collegeUniversity communityCenterAndSocialMeetingHall convenienceStoreWithGasStation',
  'convenienceStoreWithoutGasStation customUse dataCenter distributionCenter drinkingWaterTreatmentAndDistribution',
  'electricVehicleChargingStation fastFoodRestaurant fireStation fitnessCenterHealthClubGym foodSales hospital hotel',
  'iceCurlingRink indoorArena k12School library mailingCenterPostOffice manufacturingIndustrialPlant medicalOffice',
  'museum nonRefrigeratedWarehouse otherStadium parking preschoolDaycare refrigeratedWarehouse residenceHallDormitory',
  'residentialCareFacility restaurant retail selfStorageFacility seniorLivingCommunity singleFamilyHome stadiumClosed',
  'stadiumOpen supermarket swimmingPool vehicleDealership vehicleRepairServices wastewaterTreatmentPlant',
  'wholesaleClubSupercenter worshipFacility',
].flatMap((row) => row.split(' '))

/** The use that a property of some function begins with on the web page, where we know one. */
export function usualUse(primaryFunction: string): string {
  const usual: Readonly<Record<string, string>> = {
    Office: 'office',
    'Bank Branch': 'bankBranch',
    Courthouse: 'courthouse',
    'Financial Office': 'financialOffice',
    'Multifamily Housing': 'multifamilyHousing',
  }
  return usual[primaryFunction] ?? 'other'
}
