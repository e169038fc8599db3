import { dialect, type PgeSettings } from '../../../../mocks/pge/dialect/index.ts'
import type { DataLook } from '../../../../mocks/pge/domain/site.ts'
import { usagePoint } from '../../../../mocks/pge/domain/usage-point.ts'
import type {
  Agreement,
  Correction,
  CustomerId,
  Meter,
  Metering,
  MeterId,
  State,
  UsagePointId,
  Window,
} from '../../../../mocks/pge/model/index.ts'
import type { Coverage, DayBlock, SummaryView, UsagePointView } from '../../../../mocks/pge/views.ts'
import { settingsOf } from '../../../../src/contract/dialect.ts'

export const hourly = { kind: 'electric', intervalSeconds: 3600, flows: 'delivered' } as const satisfies Metering
export const quarterly = { kind: 'electric', intervalSeconds: 900, flows: 'delivered' } as const satisfies Metering
const usagePointId = '8543096842' as UsagePointId

export type Made = { agreement?: Partial<Agreement>; meters?: Partial<Meter>[]; corrections?: Correction[] }

/** As much of PG&E as readings and bills are computed from: one agreement, an hourly meter unless told otherwise. */
export function dataState({ agreement = {}, meters = [{}], corrections = [] }: Made = {}): State {
  const made = meters.map((meter, at) => meterLike(`m${at + 1}`, meter))
  return {
    agreements: { [usagePointId]: agreementLike(made, agreement) },
    meters: Object.fromEntries(made.map((meter) => [meter.id, meter])),
    corrections: Object.fromEntries(corrections.map((one, at) => [`c${at}`, one])),
    settings: { publishAt: '12:00' },
    index: {
      changedOn: {},
      correctionsOf: Object.fromEntries(
        made.map(({ id }) => [
          id,
          Object.fromEntries(corrections.flatMap(({ meter }, at) => (meter === id ? [[`c${at}`, true]] : []))),
        ]),
      ),
    },
  } as unknown as State
}

function meterLike(id: string, more: Partial<Meter>): Meter {
  return {
    id: id as MeterId,
    agreement: usagePointId,
    serialNumber: `100${id}`,
    metering: hourly,
    annualUse: 6_000,
    annualProduction: 0,
    installedOn: '2020-01-01',
    removedOn: null,
    publishedAfterDays: 1,
    ...more,
  }
}

function agreementLike(meters: readonly Meter[], more: Partial<Agreement>): Agreement {
  return {
    id: usagePointId,
    name: '1112392222',
    customer: '2262694091' as CustomerId,
    commodity: 'electric',
    customerClass: 'RES',
    address: { street: '140 HAN RD', city: 'Davis', state: 'CA', zip: '95616' },
    locationId: '8894590705',
    serviceStart: '2020-01-01',
    status: { kind: 'active' },
    shutOffs: [],
    readByUtility: true,
    meters: meters.map(({ id }) => id),
    rates: [{ tariff: 'E-TOU-C', hasTimeOfUse: true, since: '2020-01-01' }],
    options: [],
    standby: false,
    voltage: 'secondary',
    supplier: 'PG&E',
    billedOnIntervals: true,
    readCycle: 'Q',
    billDay: 12,
    demandResponse: [],
    outageBlock: '50',
    ...more,
  }
}

type Asking = { now?: string; seed?: string; settings?: Partial<PgeSettings>; coverage?: Partial<Coverage> }

/** What a window shows of the one agreement, to someone who may see everything. */
export function seen(state: State, window: Window | null, asking: Asking = {}): UsagePointView {
  const coverage: Coverage = {
    agreement: usagePointId,
    groups: ['Usage', 'Billing', 'Basic', 'Account', 'ProgramEnrollment'],
    from: '2022-01-01T08:00:00.000Z',
    until: null,
    correctionsOnly: false,
    authorization: null,
    ...asking.coverage,
  }
  return usagePoint(state, { coverage, window }, look(asking))
}

export function look({ now = '2026-03-02T22:00:00.000Z', seed = 'a', settings = {} }: Asking = {}): DataLook {
  return { now, seed, dialect: { ...(settingsOf(dialect) as PgeSettings), ...settings } }
}

/** A window by Pacific days, both included, as a client asks for it. */
export function days(first: string, last: string, by: Window['by'] = 'published'): Window {
  return { by, from: `${first}T07:00:00.000Z`, to: `${last}T08:00:00.000Z` }
}

export const blocks = (view: UsagePointView, at = 0): DayBlock[] => [...(view.readings[at]?.blocks ?? [])]
export const summaries = (view: UsagePointView): SummaryView[] => [...view.summaries]

/** Every reading of a usage point by its start and direction. */
export function readings(view: UsagePointView): Map<string, number> {
  const found = new Map<string, number>()
  for (const { id, type, blocks } of view.readings) {
    for (const { start, seconds, values } of blocks) {
      values.forEach((value, at) => {
        if (!Number.isNaN(value)) found.set(`${start + at * seconds} ${type.flow} ${id}`, value)
      })
    }
  }
  return found
}
