import type { Agreement, Meter, MeterId, UsagePointId, CustomerId } from '../model/index.ts'
import type { UsagePointView } from '../views.ts'
import { summaryOf } from './bills.ts'
import { blockOn } from './readings.ts'
import { meterReadingId, summaryType } from './reading-type.ts'
import { siteFrom, type DataLook, type Site } from './site.ts'
import { dayNumber } from '../../../src/toolbox/calendar.ts'

/** The first day, and as many more as make the file's size. It holds a day of 25 hours. */
const firstDay = '2019-10-03'
const days = 33
const made = '2019-12-18T20:25:02.310Z'

/**
 * The sample file of the connectivity test: an hourly meter, the same for everyone. Source: PAGE, DownloadSampleData,
 * of about 273 KB; WIRE for what a feed holds.
 */
export function sampleData({ dialect }: Pick<DataLook, 'dialect'>): UsagePointView {
  const site = sampleSite()
  const first = dayNumber(firstDay)
  const numbers = Array.from({ length: days }, (_, at) => first + at)
  const coverage = { groups: ['Usage', 'Billing'] as const, ...everything }
  return {
    id: site.agreement.id,
    subscription: '8363923',
    kind: 0,
    enrolment: null,
    readings: site.channels.map((channel) => ({
      id: meterReadingId(channel.type.id, channel.number, dialect),
      type: channel.type,
      blocks: numbers.flatMap((day) => blockOn(site, channel, day) ?? []),
    })),
    summaryType: summaryType(site.agreement),
    summaries: [...site.calendar.issued(first)]
      .filter(({ from, until }) => from <= first + days - 1 && until > first)
      .map((period) => summaryOf(site, period, coverage)),
  }
}

const everything = {
  agreement: '8543096842' as UsagePointId,
  from: '2019-01-01T08:00:00.000Z',
  until: null,
  correctionsOnly: false,
  authorization: null,
}

function sampleSite(): Site {
  const copied = { agreement, meters: [meter], corrections: new Map(), publishAt: '12:00' }
  return siteFrom(copied, { now: made, seed: 'sample' })
}

const meter: Meter = {
  id: 'sample' as MeterId,
  agreement: everything.agreement,
  serialNumber: '1121183459',
  metering: { kind: 'electric', intervalSeconds: 3600, flows: 'delivered' },
  annualUse: 9_000,
  annualProduction: 0,
  installedOn: '2015-01-01',
  removedOn: null,
  publishedAfterDays: 1,
}

const agreement: Agreement = {
  id: everything.agreement,
  name: '1112392222',
  customer: 'sample' as CustomerId,
  commodity: 'electric',
  customerClass: 'RES',
  address: { street: '', city: '', state: '', zip: '' },
  locationId: 'sample',
  serviceStart: '2015-01-01',
  status: { kind: 'active' },
  shutOffs: [],
  readByUtility: true,
  meters: [meter.id],
  rates: [{ tariff: 'E-TOU-A', hasTimeOfUse: true, since: '2015-01-01' }],
  options: [],
  standby: false,
  voltage: 'secondary',
  supplier: 'PG&E',
  billedOnIntervals: true,
  readCycle: 'Q',
  billDay: 12,
  demandResponse: [],
  outageBlock: '',
}
