import {
  cubicFeetInUnit,
  gallonsInUnit,
  heatContents,
  kBtuInUnit,
  poundsInUnit,
  squareFeetInSquareMeter,
} from '../vocabulary/conversions.ts'
import type { SeenMeter, SeenProperty } from '../views.ts'

/** How much heat one unit of a meter is; nothing where the unit says nothing of this fuel's heat. */
export function kBtuIn({ details: { type, unitOfMeasure: unit } }: SeenMeter): number | undefined {
  const plain = kBtuInUnit[unit]
  if (plain !== undefined) return plain
  const { gallon, cubicFoot, pound, cord } = heatContents[type] ?? {}
  if (cubicFoot !== undefined && unit in cubicFeetInUnit) return times(cubicFoot, cubicFeetInUnit[unit])
  if (gallon !== undefined && unit in gallonsInUnit) return times(gallon, gallonsInUnit[unit])
  if (pound !== undefined && unit in poundsInUnit) return times(pound, poundsInUnit[unit])
  return unit === 'Cords' ? cord : undefined
}

/** How many US gallons one unit of a water meter is. */
export function gallonsIn({ details }: SeenMeter): number | undefined {
  return gallonsInUnit[details.unitOfMeasure]
}

/** How many pounds one unit of a waste meter is; of volumes nothing is known, for waste has no one density. */
export function poundsIn({ details }: SeenMeter): number | undefined {
  return poundsInUnit[details.unitOfMeasure]
}

/** A property's floor area in square feet. */
export function squareFeetOf({ details: { grossFloorArea } }: SeenProperty): number {
  const { value, units } = grossFloorArea
  return units === 'Square Feet' ? value : value * squareFeetInSquareMeter
}

const times = (factor: number, each: number | undefined) => (each === undefined ? undefined : factor * each)
