import { branchWith, nothing } from '../../../src/toolbox/xml/index.ts'
import type { ReadingTypeView } from '../views.ts'
import { element, entry, espiNamespace, type Sheet } from './envelope.ts'

/** What readings measure. The fields of a bill's total, which has no intervals, are inferred. Source: WIRE; XSD. */
export function readingTypeEntry(type: ReadingTypeView, sheet: Sheet, { alone = false } = {}): string {
  const { id, commodity, defaultQuality, flow, seconds, powerOfTenMultiplier, uom } = type
  const content = branchWith(
    'ns0:ReadingType',
    { 'xmlns:ns0': espiNamespace },
    element('accumulationBehaviour', 4),
    element('commodity', commodity),
    element('dataQualifier', 12),
    element('defaultQuality', defaultQuality),
    element('flowDirection', flow),
    seconds === null ? nothing : element('intervalLength', seconds),
    element('kind', 12),
    element('powerOfTenMultiplier', powerOfTenMultiplier),
    element('timeAttribute', seconds === null ? billingPeriod : timeAttributes[seconds]),
    element('uom', uom),
    element('measuringPeriod', seconds === null ? 0 : measuringPeriods[seconds]),
  )
  const { readingTypes: up, readingType } = sheet.at
  return entry({ up, self: readingType(id), title: 'Type of Meter Reading Data', content }, sheet, { alone })
}

const billingPeriod = 8
const timeAttributes = { 900: 0, 3600: 0, 86_400: 11 } as const
const measuringPeriods = { 900: 2, 3600: 7, 86_400: 4 } as const
