import { metersHeldOn } from '../memory.ts'
import type { Run } from '../run.ts'
import { refusedWith } from '../service.ts'
import type { Notification } from '../wire.ts'

/** What becomes of a property that changes hands, and of people we do not know. */
export const owners = {
  /** Shares stay valid under the new administrator, who may be a stranger. Source: NRCAN, transfer of a property. */
  async ownerChanged(run: Run, { propertyId = '', accountId: owner }: Notification): Promise<void> {
    const { memory, habits } = run
    const property = memory.properties[propertyId]
    if (!property || owner === undefined) return
    for (const item of [property, ...metersHeldOn(memory, propertyId).map(([, meter]) => meter)]) item.owner = owner
    if (await habits.lookUp(run, owner)) return
    await habits.reportStranger(run, { property: propertyId, owner })
    if (run.setting.verifiesOwners) await habits.stopExchange(run, propertyId)
  },

  async reportStranger(run: Run, { property, owner }: { property: string; owner: string }): Promise<void> {
    const because = 'The property has a new administrator, who is not connected with us.'
    run.memory.decisions.push({ decision: 'connection needed', account: owner, property, because })
  },

  /** Whether an account is connected: it can be read then, and a 403 says no more than that it is not. */
  async lookUp({ service, memory }: Run, account: string): Promise<boolean> {
    try {
      await service.get(`customer/${account}`)
      return true
    } catch (error) {
      if (refusedWith(error) !== 403 && refusedWith(error) !== 404) throw error
      const customer = memory.customers[account]
      if (customer) customer.connected = false
      return false
    }
  },

  /** Without the new owner's word nothing is exchanged: the items go back, with a note on how to go on (option 2). */
  async stopExchange(run: Run, property: string): Promise<void> {
    await run.habits.giveBackProperty(
      run,
      property,
      'Please connect with us from your Contacts page, then share again.',
    )
    const because = 'Its owner has not authorised us.'
    run.memory.decisions.push({ decision: 'exchange stopped', property, because })
  },

  /** Whether we may accept from an owner, and exchange data about its property. */
  mayExchangeWith({ setting, memory }: Run, owner: string): boolean {
    return !setting.verifiesOwners || memory.customers[owner]?.connected === true
  },
}
