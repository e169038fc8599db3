import { check, type Check } from '../../check.ts'
import type { Evidence } from '../../evidence.ts'
import { heldBills, isSamePeriod, type HeldBill } from './facts/bills.ts'
import { callsOf, everSaid, named } from './facts/index.ts'
import { currentAgreements } from './facts/days.ts'
import { toldOf } from './facts/readings.ts'
import { askedIn, daysAsked } from './facts/windows.ts'

type Rule = Omit<Check, 'judge' | 'level' | 'needs'> & {
  /** Which bills it is about. */
  of: (held: HeldBill, evidence: Evidence) => boolean
  holds: (held: HeldBill) => boolean
  /** What was told, and what the client makes of it. */
  words: (held: HeldBill) => string
}

/** A check of what the client said of bills against what it was told. */
function billsCheck({ of, holds, words, ...about }: Rule): Check {
  return check({
    ...about,
    level: 'must',
    needs: 'words',
    when: (evidence) => heldBills(evidence).filter((held) => of(held, evidence)),
    then: (evidence, held) => {
      const { told, from, turn } = held
      const says = `The bill of ${named(evidence, told.usagePoint)} from ${from}: ${words(held)}.`
      return [{ holds: holds(held), says, rests: [turn, told.call] }]
    },
  })
}

const amount = billsCheck({
  id: 'pge/bills/amount',
  title: 'reads money in hundred-thousandths of a dollar',
  requirement: 'PGE-BILL-1',
  remedy: 'Divide billLastPeriod by 100000: it is neither dollars nor cents. The line items are part of it.',
  of: ({ told, said }) => told.amount !== undefined && isNumber(said?.amount),
  holds: ({ told, said }) => isNear(said?.amount, (told.amount ?? 0) / 100_000),
  words: ({ told, said }) => `told were ${(told.amount ?? 0) / 100_000} dollars, and the client holds ${said?.amount}`,
})

const quantity = billsCheck({
  id: 'pge/bills/total',
  title: 'multiplies a bill’s total by the total’s own power of ten',
  requirement: 'PGE-BILL-2',
  remedy: 'Read powerOfTenMultiplier and uom inside overallConsumptionLastPeriod, not those of the readings.',
  of: ({ said }) => isNumber(said?.quantity),
  holds: ({ told, said }) => isNear(said?.quantity, told.quantity) && (said?.unit ?? told.unit) === told.unit,
  words: ({ told, said }) =>
    `told were ${told.quantity} ${told.unit}, and the client holds ${said?.quantity} ${said?.unit}`,
})

const demand = billsCheck({
  id: 'pge/bills/demand',
  title: 'reads the demand of a bill in watts, by its own power of ten',
  requirement: 'PGE-BILL-3',
  remedy:
    'A line item whose measurement has uom 38 is demand: multiply its value by its powerOfTenMultiplier for watts.',
  of: (held) => demandOf(held) !== undefined && held.said?.demand !== undefined,
  holds: (held) => isNear(held.said?.demand, demandOf(held) ?? 0),
  words: (held) => `the demand told was ${demandOf(held)} kW, and the client holds ${held.said?.demand}`,
})

const lines = billsCheck({
  id: 'pge/bills/lines',
  title: 'keeps every line item of a bill',
  requirement: 'PGE-BILL-4',
  remedy:
    'costAdditionalDetailLastPeriod comes once for each line: tiers, times of use, demand, other charges and taxes.',
  of: ({ told, said }) => told.lines.length > 0 && said?.lines !== undefined,
  holds: ({ told, said }) => listed(told.lines) === listed(said?.lines ?? []),
  words: ({ told, said }) => `${told.lines.length} lines were told, and the client holds ${said?.lines?.length}`,
})

const period = billsCheck({
  id: 'pge/bills/period',
  title: 'takes a bill’s days from billingPeriod',
  requirement: 'PGE-BILL-5',
  remedy:
    'The id of a UsageSummary is the day of the bill, after the period: read start and duration of billingPeriod.',
  of: ({ said }) => said !== undefined,
  holds: isSamePeriod,
  words: ({ from, until, said }) =>
    `it is of ${from} to ${until}, and the client holds ${said?.from} to ${said?.until}`,
})

const noMoney = billsCheck({
  id: 'pge/bills/no-money',
  title: 'takes a bill without money for a bill without money',
  requirement: 'PGE-BILL-6',
  remedy: 'Who shares Usage and not Billing has summaries without billLastPeriod: that is not zero dollars.',
  of: ({ told, said }) => told.amount === undefined && said !== undefined,
  holds: ({ said }) => !isNumber(said?.amount),
  words: ({ said }) => `no amount was told, and the client holds ${said?.amount ?? 'none'}`,
})

const held = billsCheck({
  id: 'pge/bills/held',
  title: 'keeps every bill that it was told of',
  requirement: 'PGE-BILL-7',
  remedy: 'Bills stand in feeds beside readings, each in an entry of its own: keep them by usage point and period.',
  of: ({ told, turn }, evidence) => isCurrent(evidence, told, turn) && hasReadings(evidence, told.usagePoint),
  holds: ({ said }) => said !== undefined,
  words: ({ said }) => `the client ${said === undefined ? 'does not hold' : 'holds'} it`,
})

const withoutReadings = billsCheck({
  id: 'pge/bills/without-readings',
  title: 'keeps the bills of a meter that has no intervals',
  requirement: 'PGE-BILL-8',
  remedy:
    'A meter read once a month has UsageSummaries and no MeterReading: its bills are all there is, and they count.',
  of: ({ told, turn }, evidence) => isCurrent(evidence, told, turn) && !hasReadings(evidence, told.usagePoint),
  holds: ({ said }) => said !== undefined,
  words: ({ said }) => `the client ${said === undefined ? 'does not hold' : 'holds'} it`,
})

const once = check({
  id: 'pge/bills/once',
  title: 'holds each bill once',
  requirement: 'PGE-BILL-9',
  level: 'must',
  needs: 'words',
  remedy: 'Every window that overlaps a bill brings it again: know bills by usage point and billingPeriod.',
  when: (evidence) => everSaid(evidence, 'bills').filter(({ what }) => what.length > 0),
  then: (_, { turn, what }) => {
    const keys = what.map(({ usagePoint, from }) => `${usagePoint} ${from}`)
    const twice = keys.length - new Set(keys).size
    return [{ holds: twice === 0, says: `Of ${keys.length} bills, ${twice} were held twice.`, rests: [turn] }]
  },
})

/** PG&E shows bills only to those who ask for so many days. */
const longEnough = 30

const thirtyDays = check({
  id: 'pge/bills/thirty-days',
  title: `asks for ${longEnough} days or more when it asks for bills`,
  requirement: 'PGE-BILL-10',
  level: 'must',
  remedy: 'A window of fewer than 30 days shows no bill, even one that it overlaps: ask for a month or more.',
  when: (evidence) => callsOf(evidence).filter(({ endpoint }) => endpoint === 'usageSummary.list'),
  then: (_, call) => {
    const asked = askedIn(call)
    if (asked === undefined || asked.by === 'updated') return []
    const holds = daysAsked(asked) >= longEnough
    return [{ holds, says: `The client asked for the bills of ${daysAsked(asked)} days.`, rests: [call] }]
  },
})

export const bills: readonly Check[] = [
  ...[amount, quantity, demand, lines, period, noMoney, held, withoutReadings, once, thirtyDays],
]

function isNumber(told: number | null | undefined): told is number {
  return typeof told === 'number'
}

function isNear(said: number | null | undefined, told: number): boolean {
  return isNumber(said) && Math.abs(said - told) <= Math.max(1, Math.abs(told)) / 1e6
}

const watts = 38

function demandOf({ told }: HeldBill): number | undefined {
  const drawn = told.lines.flatMap(({ measured }) => (measured?.uom === watts ? [measured.quantity / 1000] : []))
  return drawn.length > 0 ? Math.max(...drawn) : undefined
}

/** Clients may leave the amounts of lines out. */
function listed(items: readonly { note: string }[]): string {
  return items
    .map(({ note }) => note)
    .sort()
    .join('\n')
}

function isCurrent(evidence: Evidence, { usagePoint }: { usagePoint: string }, turn: HeldBill['turn']): boolean {
  return currentAgreements(evidence, turn).has(usagePoint)
}

function hasReadings(evidence: Evidence, usagePoint: string): boolean {
  return [...toldOf(evidence).days.values()].some((day) => day.usagePoint === usagePoint)
}
