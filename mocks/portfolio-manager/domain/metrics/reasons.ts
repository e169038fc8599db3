import type { Category } from '../../model/index.ts'
import type { Reason } from '../../views.ts'
import { idsIn } from '../members.ts'
import { squareFeetOf } from '../conversion.ts'
import type { Flaw } from './meter-year.ts'
import type { Asking } from './metric.ts'

const nouns: Record<Category, string> = { energy: 'Energy', water: 'Water', waste: 'Waste' }
const sayings: Record<Flaw, string> = {
  lessThanTwelveMonths: 'has less than 12 full calendar months of data',
  gap: 'has gaps',
  overlap: 'has overlaps',
  longEntry: 'has single entry more than 65 days',
}

/** What is wrong with the meters of one kind. Names as in the inventory's alert metrics; the sentences are ours. */
export function meterReasons(asking: Asking, category: Category): Reason[] {
  const years = asking.years[category]
  const noun = nouns[category]
  if (years.length === 0)
    return [
      {
        name: `${noun} - No meters selected for metrics`,
        description: `No ${category} meter is associated with the property.`,
      },
    ]
  return years.flatMap(({ meter, flaws }) =>
    [...flaws].map((flaw) => ({
      name: `${noun} Meter ${sayings[flaw]}`,
      description: `The meter ${meter.details.name} (${meter.id}) ${sayings[flaw]}.`,
    })),
  )
}

/** What is wrong with the property itself. */
export function propertyReasons({ state, property, years }: Asking): Reason[] {
  const hasUses = idsIn(state.index.usesOf[property.id]).length > 0
  const isDataCenter = property.details.primaryFunction === 'Data Center'
  const hasItMeter = years.energy.some(({ meter }) => itEnergy.test(meter.details.type))
  return [
    ...(hasUses ? [] : [{ name: 'Property has no uses', description: 'The property has no property use.' }]),
    ...(squareFeetOf(property) > 0
      ? []
      : [{ name: 'Gross Floor Area is 0 ft2', description: 'The gross floor area of the property is 0.' }]),
    ...(isDataCenter && !hasItMeter
      ? [
          {
            name: 'Data Center Issue (with Estimates, IT Configuration, or IT Meter)',
            description: 'The property is a data center without an IT energy meter.',
          },
        ]
      : []),
  ]
}
const itEnergy = /^(IT Equipment|Power Distribution Unit|Uninterruptible Power Supply)/

/** Why the property has no score: nothing, if it has one. Source: DOC, reasons for no score. */
export function noScoreReasons(asking: Asking): Reason[] {
  const { scores } = asking.property
  const found = [...propertyReasons(asking), ...meterReasons(asking, 'energy')]
  if (found.length > 0 || scores?.energy !== undefined) return found
  return [
    {
      name: 'Property type is not eligible to receive a score',
      description: 'The property cannot receive an ENERGY STAR score.',
    },
  ]
}

/** The same for water, where only homes for many families are scored. Source: DOC, reasons for no water score. */
export function noWaterScoreReasons(asking: Asking): Reason[] {
  const { scores, details } = asking.property
  const isHome = details.primaryFunction === 'Multifamily Housing'
  const wrongType = { name: 'Property type is not eligible to receive a water score' }
  const found = [
    ...(isHome ? [] : [{ ...wrongType, description: 'Only multifamily housing receives a water score.' }]),
    ...propertyReasons(asking),
    ...meterReasons(asking, 'water'),
  ]
  if (found.length > 0 || scores?.water !== undefined) return found
  return [{ ...wrongType, description: 'The property cannot receive a water score.' }]
}

/** Reasons in one sentence. */
export function because(reasons: readonly Reason[]): string {
  return reasons.map(({ description }) => description).join(' ')
}
