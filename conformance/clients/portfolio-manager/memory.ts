import { openKeeper, type Keeper as KeeperOf } from '../keeper.ts'
import type { Notification } from './wire.ts'

export type Access = 'Read' | 'Read Write'

/** Something the client holds, or held. `owner` administers the property today; `sharedBy` made the share. */
export type Holding = {
  access: Access
  owner: string
  sharedBy: string | null
  customFields: Record<string, string>
  held: boolean
}
export type MeterHolding = Holding & { property: string }
export type Customer = { connected: boolean; customFields: Record<string, string> }
/** Something a person at the integrator's should know. */
export type Decision = { decision: string; account?: string; property?: string; meter?: string; because: string }

/** What the client remembers from one run to the next. */
export type Memory = {
  customers: Record<string, Customer>
  properties: Record<string, Holding>
  meters: Record<string, MeterHolding>
  /** Notices that were fetched and have not been dealt with. */
  notices: Notification[]
  /** Notices that have been dealt with. */
  dealtWith: string[]
  /** Kept until a run has come to its end, so that a run cut short does not swallow them. */
  decisions: Decision[]
}

/** Where this client keeps its memory. */
export type Keeper = KeeperOf<Memory>

export function openMemory(stateDir: string | undefined): Keeper {
  return openKeeper(stateDir, { name: 'portfolio-manager', empty: emptyMemory })
}

function emptyMemory(): Memory {
  return { customers: {}, properties: {}, meters: {}, notices: [], dealtWith: [], decisions: [] }
}

/** Meters held on a property. */
export function metersHeldOn({ meters }: Memory, property: string): [id: string, meter: MeterHolding][] {
  return Object.entries(meters).filter(([, meter]) => meter.held && meter.property === property)
}

export function propertiesHeld({ properties }: Memory): [id: string, property: Holding][] {
  return Object.entries(properties).filter(([, { held }]) => held)
}
