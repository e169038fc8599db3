import type { FloorArea } from '../model/index.ts'
import type { UseDetailName } from '../vocabulary/use-details.ts'

/** How a detail is filled in: a word or number of its own, or so many for each 1,000 square feet. */
type Assumption = string | { perThousandSquareFeet: number }

/**
 * What the provider assumes where a client leaves out a detail that benchmarking needs. That it does so is documented;
 * the numbers are inferred: they have the size of those in EPA's references for scores, and are not to be relied on.
 */
const assumptions: Readonly<Record<string, Partial<Record<UseDetailName, Assumption>>>> = {
  office: {
    weeklyOperatingHours: '65',
    numberOfWorkers: { perThousandSquareFeet: 2.3 },
    numberOfComputers: { perThousandSquareFeet: 2 },
    percentOfficeCooled: '50% or more',
  },
  multifamilyHousing: {
    numberOfResidentialLivingUnits: { perThousandSquareFeet: 1 },
    numberOfResidentialLivingUnitsLowRiseSetting: { perThousandSquareFeet: 1 },
    numberOfResidentialLivingUnitsMidRiseSetting: '0',
    numberOfResidentialLivingUnitsHighRiseSetting: '0',
    numberOfBedrooms: { perThousandSquareFeet: 1.4 },
  },
}
const likeOffice = ['bankBranch', 'courthouse', 'financialOffice']
const feetInMeter = 10.7639

/** Whether benchmarking needs a detail of such a use, so that it is never left without a value. */
export function isNeeded({ type, detail }: { type: string; detail: string }): boolean {
  return detail in assumptionsOf(type)
}

/** The details of a use that benchmarking needs, each with the value the provider assumes. */
export function assumedFor(type: string, area: Omit<FloorArea, 'temporary'>): [detail: string, value: string][] {
  const thousands = (area.units === 'Square Meters' ? area.value * feetInMeter : area.value) / 1000
  return Object.entries(assumptionsOf(type)).map(([detail, assumed]) => [
    detail,
    typeof assumed === 'string' ? assumed : String(Math.round(thousands * assumed.perThousandSquareFeet * 10) / 10),
  ])
}

function assumptionsOf(type: string): Partial<Record<UseDetailName, Assumption>> {
  return assumptions[likeOffice.includes(type) ? 'office' : type] ?? {}
}
