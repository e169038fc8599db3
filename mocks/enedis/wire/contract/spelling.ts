import { inZone, instantAt } from '../../../../src/toolbox/calendar.ts'
import type { Day } from '../../model/index.ts'

const paris = 'Europe/Paris'

/** A day as the contract APIs tell it, with an offset that has no colon: `2021-01-01T00:00:00+0100`. Source: CAPTURE. */
export function dated(day: Day): string {
  const local = inZone(instantAt(day, '00:00', paris), paris, { milliseconds: false })
  return local.replace(/:(\d\d)$/, '$1')
}

/** What is not known is left out, not null. Source: CAPTURE, situation_contrat_auto. */
export function known(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined))
}

/** A part that is left out where none of its fields is known. */
export function knownPart(fields: Readonly<Record<string, unknown>>): Record<string, unknown> | undefined {
  const part = known(fields)
  return Object.keys(part).length === 0 ? undefined : part
}

/** An amount of power; absent where there is none. */
export function power(kva: number | null): { value: string; unit: string } | undefined {
  return kva === null ? undefined : { value: String(kva), unit: 'kVA' }
}
