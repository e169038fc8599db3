import type { Evidence, Turn } from '../../../evidence.ts'
import { daysLater, pacificDay } from './pacific.ts'
import { toldOf, type ToldBill } from './readings.ts'
import { everSaid, type Vocabulary } from './words.ts'

export type SaidBill = Vocabulary['bills'][number]
/** A bill as it was told last by the end of a turn, and what the client then said of it. */
export type HeldBill = { turn: Turn; told: ToldBill; from: string; until: string; said: SaidBill | undefined }

/** Each bill in each turn in which the client said which bills it holds. */
export function heldBills(evidence: Evidence): HeldBill[] {
  return everSaid(evidence, 'bills').flatMap(({ turn, what }) => {
    return billsBy(evidence, turn).map((told) => {
      const from = pacificDay(told.start * 1000)
      const until = pacificDay((told.start + told.duration - 1) * 1000)
      const theirs = what.filter(({ usagePoint }) => usagePoint === told.usagePoint)
      return { turn, told, from, until, said: nearest(theirs, from) }
    })
  })
}

/** Whether a client counts the same days: some name the last day, some the one after it. */
export function isSamePeriod({ from, until, said }: HeldBill): boolean {
  return said?.from === from && (said.until === until || said.until === daysLater(until, 1))
}

/** The bills that were told by the end of a turn, each as it was told last. */
function billsBy(evidence: Evidence, turn: Turn): ToldBill[] {
  const known = new Map<string, ToldBill>()
  for (const bill of toldOf(evidence).bills)
    if (bill.call.id <= turn.until) known.set(`${bill.usagePoint} ${bill.start}`, bill)
  return [...known.values()]
}

const fortnightMs = 15 * 86_400_000

/** Bills are a month long, so one that begins within a fortnight is meant to be this one. */
function nearest(bills: readonly SaidBill[], from: string): SaidBill | undefined {
  const far = (bill: SaidBill) => Math.abs(Date.parse(bill.from) - Date.parse(from))
  const [first] = [...bills].sort((one, other) => far(one) - far(other))
  return first && far(first) < fortnightMs ? first : undefined
}
