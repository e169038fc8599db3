import type { Call } from '../../../src/contract/endpoint.ts'
import { isDay } from '../../../src/toolbox/calendar.ts'
import { refuse } from '../errors/index.ts'
import type {
  AccountId,
  ConsumptionId,
  CustomFieldId,
  IdentifierId,
  MeterId,
  PropertyId,
  PropertyUseId,
  UseDetailId,
  WasteDataId,
} from '../model/index.ts'

/** Ids in paths: what cannot be an id belongs to nothing. */
const idIn =
  <Id extends string>(parameter: string, noun: string) =>
  (c: Call): Id => {
    const id = String(c.req.param(parameter))
    if (!/^[1-9]\d{0,17}$/.test(id)) throw refuse.notFound({ noun, id })
    return id as Id
  }

export const accountIn = idIn<AccountId>('accountId', 'account')
export const propertyIn = idIn<PropertyId>('propertyId', 'property')
/** A building is a property under another word. */
export const buildingIn = idIn<PropertyId>('buildingId', 'building')
export const meterIn = idIn<MeterId>('meterId', 'meter')
export const entryIn = idIn<ConsumptionId>('consumptionDataId', 'consumption entry')
export const wasteEntryIn = idIn<WasteDataId>('wasteDataId', 'waste entry')
export const propertyUseIn = idIn<PropertyUseId>('propertyUseId', 'property use')
export const useDetailIn = idIn<UseDetailId>('useDetailId', 'use detail')
export const identifierIn = idIn<IdentifierId>('identifierId', 'identifier')
export const customFieldIn = idIn<CustomFieldId>('customFieldId', 'custom field')

/** Clients count pages from 1; one counts from 0, and gets the first. */
export function pageIn(c: Call): number {
  const page = Number(c.req.query('page') ?? 1)
  return Number.isSafeInteger(page) && page > 0 ? page : 1
}

/** True, false, or not said: clients write `False`, or leave the placeholder of an example in place. */
export function flagIn(c: Call, name: string): boolean | undefined {
  const value = c.req.query(name)?.toLowerCase()
  return value === 'true' ? true : value === 'false' ? false : undefined
}

/** The first and last day of a range, either of which may be left open. */
export function daysIn(c: Call): { startDate?: string; endDate?: string } {
  const startDate = dayIn(c, 'startDate')
  const endDate = dayIn(c, 'endDate')
  return { ...(startDate && { startDate }), ...(endDate && { endDate }) }
}

/** One day, or nothing where none is named. */
export function dayIn(c: Call, name: string): string | undefined {
  const day = c.req.query(name)
  if (day === undefined || day === '') return undefined
  if (!isDay(day)) throw refuse.parameterNotValid({ name, wanted: 'a date such as 2026-01-31 is expected' })
  return day
}
