import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
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

/** A place to keep memory in: a file that is whole at every moment, or nothing but this process. */
export type Keeper = { memory: Memory; save(): void }

export function openMemory(stateDir: string | undefined): Keeper {
  const file = stateDir === undefined ? undefined : join(stateDir, 'portfolio-manager.json')
  const kept = file !== undefined && existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Memory) : undefined
  const memory: Memory = kept ?? {
    customers: {},
    properties: {},
    meters: {},
    notices: [],
    dealtWith: [],
    decisions: [],
  }
  const save = () => {
    if (stateDir === undefined || file === undefined) return
    mkdirSync(stateDir, { recursive: true })
    writeFileSync(`${file}.new`, JSON.stringify(memory))
    renameSync(`${file}.new`, file)
  }
  return { memory, save }
}

/** Meters held on a property. */
export function metersHeldOn({ meters }: Memory, property: string): [id: string, meter: MeterHolding][] {
  return Object.entries(meters).filter(([, meter]) => meter.held && meter.property === property)
}

export function propertiesHeld({ properties }: Memory): [id: string, property: Holding][] {
  return Object.entries(properties).filter(([, { held }]) => held)
}
