import type { Run } from '../run.ts'
import { metersHeldOn, propertiesHeld, type Holding } from '../memory.ts'
import { refusedWith } from '../service.ts'
import { answers, readAs } from '../wire.ts'

/** How the client finds out what it holds, and at which level: memory says what to ask, the provider what is true. */
export const holdings = {
  async takeStock(run: Run): Promise<void> {
    const { habits, memory } = run
    for (const account of await habits.customers(run))
      for (const property of await habits.propertiesOf(run, account)) habits.remember(run, property, account)
    for (const [id] of propertiesHeld(memory)) await habits.visitProperty(run, id)
    for (const [id, meter] of Object.entries(memory.meters)) if (meter.held) await habits.visitMeter(run, id)
    run.save()
  },

  /** Everyone we are connected to: what the provider lists, however the connection came about. */
  async customers(run: Run): Promise<string[]> {
    const { service, memory, habits } = run
    const { links } = readAs(answers.links, await service.customerListGet()).response
    const connected = links.link.flatMap(({ '@_id': id }) => id ?? [])
    for (const [id, customer] of Object.entries(memory.customers)) customer.connected = connected.includes(id)
    for (const id of connected)
      memory.customers[id] ??= { connected: true, customFields: await habits.fieldsOf(run, `account/${id}`) }
    return connected
  },

  async propertiesOf({ service }: Run, account: string): Promise<string[]> {
    const { links } = readAs(answers.links, await service.propertyPropertyListGet(Number(account))).response
    return links.link.flatMap(({ '@_id': id }) => id ?? [])
  },

  remember({ memory }: Run, property: string, account: string): void {
    const known = memory.properties[property]
    if (known) known.held = true
    else memory.properties[property] = { access: 'Read', owner: account, sharedBy: null, customFields: {}, held: true }
  },

  async visitProperty(run: Run, id: string): Promise<void> {
    const { service, memory, habits } = run
    const holding = memory.properties[id] as Holding
    await habits.whileHeld(run, holding, async () => {
      const { property } = readAs(answers.property, await service.propertyPropertyGet(Number(id)))
      habits.noteLevel(holding, property.accessLevel)
      const isNew = holding.sharedBy === null
      if (isNew) holding.customFields = await habits.fieldsOf(run, `property/${id}`)
      await habits.askWho(run, id, holding)
      for (const meter of await habits.metersOn(run, id)) await habits.meetMeter(run, meter, id)
    })
    if (!holding.held) for (const [, meter] of metersHeldOn(memory, id)) meter.held = false
  },

  /** Who administers a property, and who made the share, may be two people: two metrics tell them apart. */
  async askWho(run: Run, id: string, holding: Holding): Promise<void> {
    const [owner, sharer] = ['propertyDataAdministratorAccountId', 'sharedByContactAccountId'] as const
    const found = await run.habits.metrics(run, id, [owner, sharer])
    if (found[owner]) holding.owner = found[owner]
    holding.sharedBy ??= found[sharer] ?? null
    for (const [, meter] of metersHeldOn(run.memory, id)) meter.owner = holding.owner
  },

  /** Only those that are ours to read: the property may have more. */
  async metersOn({ service }: Run, property: string): Promise<string[]> {
    const { links } = readAs(answers.links, await service.meterMeterListGet(Number(property), true)).response
    return links.link.flatMap(({ '@_id': id }) => id ?? [])
  },

  async meetMeter(run: Run, id: string, property: string): Promise<void> {
    const { memory, habits } = run
    if (memory.meters[id]?.held) return
    const { owner, sharedBy } = memory.properties[property] as Holding
    const customFields = await habits.fieldsOf(run, `meter/${id}`)
    memory.meters[id] = { access: 'Read', owner, sharedBy, customFields, held: true, property }
  },

  async visitMeter(run: Run, id: string): Promise<void> {
    const { service, memory, habits } = run
    const holding = memory.meters[id] as Holding
    await habits.whileHeld(run, holding, async () => {
      const read = readAs(answers.meter, await service.meterMeterGet(Number(id)))
      habits.noteLevel(holding, 'meter' in read ? read.meter.accessLevel : read.wasteMeter.accessLevel)
    })
  },

  noteLevel(holding: Holding, access: Holding['access']): void {
    holding.access = access
  },

  /** Values the customer filled in, as text. */
  async fieldsOf({ service }: Run, item: string): Promise<Record<string, string>> {
    return readAs(answers.customFieldList, await service.get(`${item}/customFieldList`)).customFieldList
  },

  /** Does something with an item; a 403 or 404 says that it is no longer ours, and nothing about our password. */
  async whileHeld(run: Run, holding: Holding, work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      if (!run.habits.isNoLongerOurs(error)) throw error
      holding.held = false
    }
  },

  isNoLongerOurs(error: unknown): boolean {
    const status = refusedWith(error)
    return status === 403 || status === 404
  },
}
