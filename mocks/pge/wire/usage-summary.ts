import { branch, branchWith, each, nothing, type Markup } from '../../../src/toolbox/xml/index.ts'
import type { BillMoney, LineItem, Period, SummaryView, UsagePointView } from '../views.ts'
import { element, entry, espiNamespace, type Sheet } from './envelope.ts'
import { riders } from './usage-point.ts'

/** A bill; its id has commas in the address and none in the title. Source: WIRE, usage summaries. */
export function usageSummaryEntry(
  point: Pick<UsagePointView, 'subscription' | 'id'>,
  summary: SummaryView,
  sheet: Sheet,
  { alone = false } = {},
): string {
  const up = `${sheet.at.usagePoint(point.subscription, point.id)}/UsageSummary`
  const self = `${up}/${withCommas(summary.id)}`
  return entry({ up, self, title: `UsageSummary_${summary.id}`, content: payload(summary, sheet) }, sheet, { alone })
}

/** The bills of a usage point. */
export function* usageSummaries(point: UsagePointView, sheet: Sheet): Generator<string> {
  for (const summary of point.summaries) yield usageSummaryEntry(point, summary, sheet)
}

/** `1,436,684,400,000`, as it stands in addresses. */
function withCommas(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ',')
}

function payload({ period, issuedAt, overall, quality, money }: SummaryView, { at, serializer }: Sheet): Markup {
  const isOld = serializer === '2015'
  const { value, type } = overall
  return branchWith(
    'ns0:UsageSummary',
    { 'xmlns:ns0': espiNamespace },
    interval('billingPeriod', period),
    money ? element('billLastPeriod', money.total) : nothing,
    money ? each(money.lines, line) : nothing,
    money && !isOld ? element('currency', usDollars) : nothing,
    branch(
      'ns0:overallConsumptionLastPeriod',
      element('powerOfTenMultiplier', type.powerOfTenMultiplier),
      element('uom', type.uom),
      element('value', value),
      element('readingTypeRef', at.readingType(type.id)),
    ),
    element('qualityOfReading', quality),
    element('statusTimeStamp', isOld ? issuedAt * 1000 : issuedAt),
    element('commodity', type.commodity),
    money ? asBilled(money, isOld) : nothing,
  )
}

const usDollars = 840

/** Source: PAGE, as billed; the service provider since August 2018. */
function asBilled({ tariff, readCycle, riders: options, supplier }: BillMoney, isOld: boolean): Markup {
  const since2018 = [riders(options), branch('ns0:billingChargeSource', element('agencyName', supplier))]
  return [element('tariffProfile', tariff), element('readCycle', readCycle), ...(isOld ? [] : since2018)].join(
    '',
  ) as Markup
}

function line({ note, amount, measurement, kind, unitCost, period }: LineItem): Markup {
  return branch(
    'ns0:costAdditionalDetailLastPeriod',
    element('amount', amount),
    element('note', note),
    measurement
      ? branch(
          'ns0:measurement',
          element('powerOfTenMultiplier', measurement.powerOfTenMultiplier),
          element('uom', measurement.uom),
          element('value', measurement.value),
        )
      : nothing,
    element('itemKind', kind),
    unitCost === null ? nothing : element('unitCost', unitCost),
    interval('itemPeriod', period),
  )
}

/** Source: XSD, DateTimeInterval: how long, then from when. */
export function interval(name: string, { duration, start }: Period): Markup {
  return branch(`ns0:${name}`, element('duration', duration), element('start', start))
}
