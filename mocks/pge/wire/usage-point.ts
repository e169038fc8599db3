import { branch, branchWith, each, nothing, type Markup } from '../../../src/toolbox/xml/index.ts'
import type { EnrolmentView, MeterReadingView, RiderView, UsagePointView } from '../views.ts'
import { element, entry, espiNamespace, type Sheet } from './envelope.ts'

const declared = { 'xmlns:ns0': espiNamespace }
const title = 'Green Button Data File'

/** A usage point; rate, options and CAISO's names only for those who may see program enrolment. Source: WIRE; XSD. */
export function usagePointEntry(point: UsagePointView, sheet: Sheet, { alone = false } = {}): string {
  const { subscription, id, kind, enrolment } = point
  const up = sheet.at.usagePoints(subscription)
  const self = sheet.at.usagePoint(subscription, id)
  const content = branchWith(
    'ns0:UsagePoint',
    declared,
    branch('ns0:ServiceCategory', element('kind', kind)),
    enrolment ? enrolled(enrolment) : nothing,
  )
  const related = [`${self}/MeterReading`, `${self}/UsageSummary`, sheet.at.localTime]
  return entry({ up, self, related, title, content }, sheet, { alone })
}

/** Readings of one type: an address and nothing else. Source: WIRE. */
export function meterReadingEntry(
  point: Pick<UsagePointView, 'subscription' | 'id'>,
  { id, type }: Pick<MeterReadingView, 'id' | 'type'>,
  sheet: Sheet,
  { alone = false } = {},
): string {
  const up = `${sheet.at.usagePoint(point.subscription, point.id)}/MeterReading`
  const self = `${up}/${id}`
  const related = [`${self}/IntervalBlock`, sheet.at.readingType(type.id), sheet.at.localTime]
  const content = branchWith('ns0:MeterReading', declared)
  return entry({ up, self, related, title, content }, sheet, { alone })
}

/** Options of a rate. Source: XSD, TariffRiderRef: all three are mandatory. */
export function riders(options: readonly RiderView[]): Markup {
  return each(options, ({ riderType, enrollmentStatus, effectiveDate }) =>
    branch(
      'ns0:tariffRiderRefs',
      element('riderType', riderType),
      element('enrollmentStatus', enrollmentStatus),
      element('effectiveDate', effectiveDate),
    ),
  )
}

function enrolled({ tariff, riders: options, readCycle, pnode, aggregateNode }: EnrolmentView): Markup {
  return [
    branch('ns0:ServiceDeliveryPoint', element('tariffProfile', tariff), riders(options)),
    element('readCycle', readCycle),
    branch('ns0:pnodeRefs', branch('ns0:pnodeRef', element('apnodeType', 'LAP'), element('ref', pnode))),
    branch(
      'ns0:aggregateNodeRefs',
      branch('ns0:aggregateNodeRef', element('anodeType', 'LFZ'), element('ref', aggregateNode)),
    ),
  ].join('') as Markup
}
