import { metersHeldOn, propertiesHeld } from '../memory.ts'
import type { Run } from '../run.ts'

/** How the client ends what was agreed: always with a word of why, and never leaving to a default what becomes of shares. */
export const leaving = {
  async disconnect(run: Run, { keepShares }: { keepShares: boolean }): Promise<void> {
    const { service, memory, habits } = run
    for (const account of await habits.customers(run)) {
      const body = habits.goodbye('Our contract has ended.')
      await service.post(`disconnect/account/${account}${habits.keepSharesSaid(keepShares)}`, body)
      const customer = memory.customers[account]
      if (customer) customer.connected = false
      if (!keepShares) habits.forgetItemsOf(run, account)
    }
    run.save()
  },

  keepSharesSaid(keepShares: boolean): string {
    return `?keepShares=${keepShares}`
  },

  forgetItemsOf({ memory }: Run, account: string): void {
    for (const item of [...Object.values(memory.properties), ...Object.values(memory.meters)])
      if (item.owner === account) item.held = false
  },

  async giveBackProperties(run: Run): Promise<void> {
    for (const [id] of propertiesHeld(run.memory))
      await run.habits.giveBackProperty(run, id, 'We no longer read this building. Thank you for your trust.')
    run.save()
  },

  /** Meters first: whether they would go with the property is not the same everywhere. */
  async giveBackProperty(run: Run, id: string, note: string): Promise<void> {
    const { service, memory, habits } = run
    for (const [meter] of metersHeldOn(memory, id)) await habits.giveBackMeter(run, meter, note)
    await habits.whileHeld(run, memory.properties[id] as never, async () => {
      await service.post(`unshare/property/${id}`, habits.goodbye(note))
    })
    habits.forgetProperty(run, id)
  },

  forgetProperty({ memory }: Run, id: string): void {
    const property = memory.properties[id]
    if (property) property.held = false
  },

  async giveBackMeters(run: Run): Promise<void> {
    for (const [property] of propertiesHeld(run.memory))
      for (const [meter] of metersHeldOn(run.memory, property))
        await run.habits.giveBackMeter(run, meter, 'We no longer read this meter. Thank you for your trust.')
    run.save()
  },

  async giveBackMeter(run: Run, id: string, note: string): Promise<void> {
    const { service, memory, habits } = run
    const meter = memory.meters[id]
    if (!meter) return
    await habits.whileHeld(run, meter, async () => {
      await service.post(`unshare/meter/${id}`, habits.goodbye(note))
    })
    habits.forgetMeter(run, id)
  },

  forgetMeter({ memory }: Run, id: string): void {
    const meter = memory.meters[id]
    if (meter) meter.held = false
  },

  goodbye(note: string): object {
    return { terminateSharingResponse: { note } }
  },
}
