import type { Agreement } from '../memory.ts'
import { dayOf } from '../pacific.ts'
import type { Run } from '../run.ts'
import { lastDays } from '../setting.ts'
import { NoAnswer, Refused } from '../trouble.ts'
import { customersIn, programsIn } from '../wire/customers.ts'
import { usageIn, type UsageTold } from '../wire/usage.ts'

type Window = { from: string; to: string }

/** How customers' data is brought up to date. */
export const walk = {
  /** Whoever has waited longest comes first: an allowance may be spent before all are served. */
  async bringUpToDate(run: Run): Promise<void> {
    const { memory, habits } = run
    const waiting = Object.entries(memory.authorizations)
      .sort(([, one], [, other]) => (one.syncedAt ?? '').localeCompare(other.syncedAt ?? ''))
      .map(([id]) => id)
    for (const id of waiting) if (habits.mayUse(run, id)) await habits.visit(run, id)
  },

  /** One customer. A refusal is reason to look what became of the authorization, and none to leave the others out. */
  async visit(run: Run, id: string): Promise<void> {
    const { memory, habits, setting } = run
    try {
      if (habits.mayRead(run, id, 'Usage', 'Billing')) await habits.readUsage(run, id)
      if (habits.isCustomerDue(run, id)) await habits.readCustomer(run, id)
      const known = memory.authorizations[id]
      if (known) known.syncedAt = setting.now
      run.save()
    } catch (error) {
      if (error instanceof NoAnswer) return habits.passOver(run, error)
      if (!(error instanceof Refused)) throw error
      await habits.reviewOne(run, id)
      if (habits.isOver(run, id) || memory.tokens[id] === undefined) return
      memory.decisions.push({ decision: 'data refused', authorization: id, because: error.message })
    }
  },

  async readUsage(run: Run, id: string): Promise<void> {
    const { habits } = run
    const points = await habits.usagePointsOf(run, id)
    habits.keepPoints(run, id, points)
    for (const { usagePoint } of points) await habits.readPoint(run, id, usagePoint)
  },

  async usagePointsOf(run: Run, id: string): Promise<UsageTold['points']> {
    const { habits } = run
    const address = habits.resource(run, 'Subscription', id, 'UsagePoint')
    const entries = await habits.read(run, { by: 'customer', authorization: id }, address)
    return usageIn(entries).points
  },

  /** The first time some days, and a month for the bill; from then on whatever has changed. */
  async readPoint(run: Run, id: string, usagePoint: string): Promise<void> {
    const { memory, habits, setting } = run
    const agreement = memory.agreements[usagePoint]
    if (agreement === undefined) return
    const since = habits.askedBefore(run, agreement)
    if (since === undefined) {
      await habits.readDays(run, { id, usagePoint }, habits.firstDays(run))
      await habits.readBills(run, { id, usagePoint }, habits.billWindow(run))
    } else {
      await habits.readChanges(run, { id, usagePoint }, { from: habits.overlapping(since), to: setting.now })
    }
    agreement.askedUntil = setting.now
    run.save()
  },

  /** Until when all is known, unless that is so long ago that it is as good as new. */
  askedBefore({ setting }: Run, { askedUntil }: Agreement): string | undefined {
    const isLately = askedUntil !== null && Date.parse(setting.now) - Date.parse(askedUntil) < 35 * 86_400_000
    return isLately ? askedUntil : undefined
  },

  /** Windows overlap by a day: nobody promises that changes show at the second they are made. */
  overlapping(since: string): string {
    return new Date(Date.parse(since) - 86_400_000).toISOString()
  },

  firstDays({ setting }: Run): Window {
    return lastDays(setting, 5)
  },

  /** Bills are shown only to those who ask for thirty days or more. */
  billWindow({ setting }: Run): Window {
    return lastDays(setting, 31)
  },

  async readDays(run: Run, { id, usagePoint }: { id: string; usagePoint: string }, window: Window): Promise<void> {
    const address = run.habits.resource(run, 'Batch', 'Subscription', id, 'UsagePoint', usagePoint)
    await run.habits.readInto(run, id, `${address}?${run.habits.windowQuery('published', window)}`)
  },

  async readBills(run: Run, { id, usagePoint }: { id: string; usagePoint: string }, window: Window): Promise<void> {
    const address = run.habits.resource(run, 'Subscription', id, 'UsagePoint', usagePoint, 'UsageSummary')
    await run.habits.readInto(run, id, `${address}?${run.habits.windowQuery('published', window)}`)
  },

  /** What was published, corrected or billed since: by when it changed, however old it is. */
  async readChanges(run: Run, { id, usagePoint }: { id: string; usagePoint: string }, window: Window): Promise<void> {
    const address = run.habits.resource(run, 'Batch', 'Subscription', id, 'UsagePoint', usagePoint)
    await run.habits.readInto(run, id, `${address}?${run.habits.windowQuery('updated', window)}`)
  },

  async readInto(run: Run, id: string, address: string): Promise<void> {
    const entries = await run.habits.read(run, { by: 'customer', authorization: id }, address)
    run.habits.keepUsage(run, usageIn(entries), id)
  },

  windowQuery(by: 'published' | 'updated', { from, to }: Window): string {
    return new URLSearchParams({ [`${by}-min`]: zulu(from), [`${by}-max`]: zulu(to) }).toString()
  },

  /** Who the customer is, and which programs they are in, once a day. */
  async readCustomer(run: Run, id: string): Promise<void> {
    const { memory, habits, setting } = run
    const opener = { by: 'customer', authorization: id } as const
    if (habits.mayRead(run, id, 'Basic', 'Account', 'ProgramEnrollment')) {
      const entries = await habits.read(run, opener, habits.resource(run, 'Batch', 'RetailCustomer', id))
      habits.keepCustomers(run, customersIn(entries))
    }
    if (habits.mayRead(run, id, 'ProgramEnrollment')) {
      const entries = await habits.read(run, opener, habits.resource(run, 'Batch', 'RetailDRPrgInfo', id))
      habits.keepPrograms(run, programsIn(entries))
    }
    const known = memory.authorizations[id]
    if (known) known.customerReadOn = dayOf(setting.now)
  },

  isCustomerDue({ memory, setting }: Run, id: string): boolean {
    return memory.authorizations[id]?.customerReadOn !== dayOf(setting.now)
  },

  /** Whether one of these data groups was allowed. Scopes of 2015 do not say; then their function blocks do. */
  mayRead({ memory }: Run, id: string, ...groups: string[]): boolean {
    const scope = memory.authorizations[id]?.scope ?? ''
    const [, allowed] = /AdditionalScope=([A-Za-z_]+)/.exec(scope) ?? []
    if (allowed !== undefined) return allowed.split('_').some((group) => groups.includes(group))
    const blocks = (/FB=([\d_]+)/.exec(scope)?.[1] ?? '').split('_')
    const wanted = groups.includes('Usage') ? ['4', '5', '10', '15'] : groups.includes('Basic') ? ['46'] : []
    return wanted.some((block) => blocks.includes(block))
  },
}

/** `2026-03-02T17:00:00Z`: Zulu, and no fractions. */
function zulu(instant: string): string {
  return instant.replace(/\.\d+Z$/, 'Z')
}
