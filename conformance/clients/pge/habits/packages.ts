import type { Awaited } from '../memory.ts'
import { dayOf } from '../pacific.ts'
import type { Run } from '../run.ts'
import { lastDays } from '../setting.ts'
import { customersIn, programsIn } from '../wire/customers.ts'
import { idIn } from '../wire/feed.ts'
import { usageIn } from '../wire/usage.ts'

/** How packages are asked for, and collected once they are announced. */
export const packages = {
  /** Asks once a day; asking again would only have the same package made twice. */
  async askForPackages(run: Run): Promise<void> {
    const { memory, habits, setting } = run
    for (const address of habits.packagesWanted(run)) {
      const asked = memory.awaited.find((one) => one.address === address)
      if (asked && dayOf(asked.askedAt) === dayOf(setting.now)) continue
      const window = habits.windowQuery('published', habits.packageWindow(run))
      const isAboutPeople = /RetailCustomer|DRPrg/.test(address)
      const { status } = await habits.call(run, { by: 'client' }, isAboutPeople ? address : `${address}?${window}`)
      memory.awaited = memory.awaited.filter((one) => one !== asked)
      if (status === 202) memory.awaited.push({ address, askedAt: setting.now })
      run.save()
    }
  },

  packagesWanted(run: Run): string[] {
    const { bulk } = run.habits.places(run)
    const id = idIn(bulk, 'Bulk') ?? ''
    return [bulk, run.habits.resource(run, 'Batch', 'BulkRetailCustomerInfo', id)]
  },

  /** Whoever has no customer's tokens has bills from packages only: they are told for a month or more. */
  packageWindow({ setting, memory }: Run): { from: string; to: string } {
    return lastDays(setting, Object.keys(memory.tokens).length > 0 ? 3 : 31)
  },

  /** Fetches what was prepared; there may be nothing in it. */
  async takePackage(run: Run, address: string): Promise<void> {
    const { memory, habits } = run
    const authorization = idIn(address, 'Subscription')
    const opener =
      authorization === undefined ? ({ by: 'client' } as const) : { by: 'customer' as const, authorization }
    const entries = await habits.read(run, opener, address)
    if (address.includes('/BulkRetailCustomerInfo/')) habits.keepCustomers(run, customersIn(entries))
    else if (address.includes('/BulkRetailDRPrgInfo/')) habits.keepPrograms(run, programsIn(entries))
    else habits.keepUsage(run, usageIn(entries), authorization ?? null)
    memory.awaited = memory.awaited.filter((one) => !address.startsWith(`${one.address}?`))
  },

  /** A package that was never announced: a person should look whether notices arrive. */
  missPackages({ memory, setting }: Run): void {
    const isLate = ({ askedAt }: Awaited) => Date.parse(setting.now) - Date.parse(askedAt) >= 86_400_000
    for (const { address, askedAt } of memory.awaited.filter(isLate)) {
      const because = `${address} was asked for at ${askedAt}, and nothing was announced.`
      memory.decisions.push({ decision: 'package missing', because })
    }
    memory.awaited = memory.awaited.filter((one) => !isLate(one))
  },
}
