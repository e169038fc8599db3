import type { Run } from '../run.ts'
import { NoAnswer, Refused } from '../trouble.ts'
import { resourcesIn } from '../wire/feed.ts'

/** How notices are taken without losing any, and what they lead to. */
export const notices = {
  /** At the registered address and at no other: notices carry no signature. */
  isForNotices(path: string): boolean {
    return path === '/notify'
  },

  /** Answers at once: whatever a notice tells of is fetched by the next run. */
  async takeNotice(run: Run, body: string): Promise<number> {
    const { habits } = run
    habits.storeNotice(run, habits.resourcesOf(body))
    return 200
  },

  /** Every address of a notice: one for each package, and the second may be empty. */
  resourcesOf(body: string): string[] {
    return resourcesIn(body)
  },

  storeNotice(run: Run, addresses: readonly string[]): void {
    const { memory } = run
    const known = new Set([...memory.notices, ...memory.fetched])
    memory.notices.push(...addresses.filter((address) => !known.has(address)))
    run.save()
  },

  /** Goes through what was announced, oldest first. What fails for now is kept for another run. */
  async dealWithNotices(run: Run): Promise<void> {
    const { memory, habits } = run
    for (const address of [...memory.notices]) {
      try {
        await habits.dealWith(run, address)
        habits.setAside(run, address)
      } catch (error) {
        if (error instanceof NoAnswer) await habits.passOver(run, error)
        else if (error instanceof Refused) habits.giveUp(run, address, error)
        else throw error
      }
    }
  },

  /** A package is kept for some days only: what was in it is read in another way. */
  giveUp(run: Run, address: string, { message: because }: Refused): void {
    run.memory.decisions.push({ decision: 'what was announced cannot be fetched', because })
    run.habits.setAside(run, address)
  },

  async dealWith(run: Run, address: string): Promise<void> {
    const { habits } = run
    if (!habits.isTheProviders(run, address)) return
    if (habits.authorizationAt(address) !== undefined) await habits.reviewAt(run, address)
    else await habits.takePackage(run, address)
  },

  /** Tokens go nowhere else, whoever sent the notice. */
  isTheProviders(run: Run, address: string): boolean {
    return address.startsWith(`${run.habits.places(run).resource.replace(/\/$/, '')}/`)
  },

  setAside(run: Run, address: string): void {
    const { memory, habits } = run
    memory.notices = memory.notices.filter((one) => one !== address)
    // An authorization may change again, and then the same address comes again.
    if (habits.authorizationAt(address) === undefined) memory.fetched.push(address)
    run.save()
  },
}
