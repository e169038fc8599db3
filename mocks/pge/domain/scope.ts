import type { PgeSettings } from '../dialect/index.ts'
import type { Commodity, DataGroup } from '../model/index.ts'
import { dataGroups } from '../model/index.ts'
import type { Seen, SeenAuthorization, SeenRegistration } from '../views.ts'
import { registrationOf } from './registration-lookup.ts'

/** A client access token's scope, as PG&E's sample prints it. Source: PAGE, client access token. */
export const clientScope = '3'

/** The scope of an authorization: in the redirect, in token responses and in the Authorization. Source: PAGE, scope. */
export function scopeOf(state: Seen, authorization: SeenAuthorization, dialect: PgeSettings): string {
  const { clientId, agreements, dataGroups, historyMonths, how } = authorization
  const commodities = new Set(agreements.flatMap((id) => state.agreements[id]?.commodity ?? []))
  const { bulkId } = registrationOf(state, clientId)
  const isOnPaper = how === 'paper'
  return spelled({ dataGroups, commodities, historyMonths, isOnPaper, bulkId, count: agreements.length }, dialect)
}

/** What a registration asks for: in ApplicationInformation, and in tests. It counts no agreements. */
export function registeredScope(registration: SeenRegistration, dialect: PgeSettings): string {
  const { dataGroups, historyMonths, bulkId } = registration
  const commodities = new Set<Commodity>(['electric', 'gas'])
  return spelled({ dataGroups, commodities, historyMonths, isOnPaper: false, bulkId, count: null }, dialect)
}

/** The function blocks of a scope string, however it is written. */
export function functionBlocksIn(scope: string): number[] {
  const [, list = ''] = /FB=([\d_]+)/.exec(scope) ?? []
  return list.split('_').filter(Boolean).map(Number)
}

type Parts = {
  dataGroups: readonly DataGroup[]
  commodities: ReadonlySet<Commodity>
  historyMonths: number
  isOnPaper: boolean
  bulkId: string
  count: number | null
}

function spelled(parts: Parts, dialect: PgeSettings): string {
  return dialect.additionalScope === 'on' ? currentForm(parts, dialect) : formOf2015(parts, dialect)
}

function currentForm(parts: Parts, dialect: PgeSettings): string {
  const groups = dataGroups.filter((group) => parts.dataGroups.includes(group)).join('_')
  const separator = dialect.scopeForm === 'underscore' ? '_' : ';'
  const rest = [
    'IntervalDuration=900_3600',
    'BlockDuration=Daily',
    historyLength(parts, dialect),
    ...(parts.count === null ? [] : [`AccountCollection=${parts.count}`]),
    `BR=${parts.bulkId}`,
    'dataCustodianId=PGE',
  ].join(';')
  const scope = `FB=${functionBlocks(parts, dialect).join('_')}${separator}AdditionalScope=${groups};${rest}`
  return dialect.scopeForm === 'prefixed' ? `scope=${scope}` : scope
}

/** Source: WIRE, captures of 2015: blocks in ascending order, and a semicolon at the end. */
function formOf2015(parts: Parts, dialect: PgeSettings): string {
  const blocks = functionBlocks(parts, dialect).sort((a, b) => a - b)
  return [
    `FB=${blocks.join('_')}`,
    'IntervalDuration=900_3600',
    'BlockDuration=Daily',
    historyLength(parts, dialect),
    'SubscriptionFrequency=Daily',
    ...(parts.count === null ? [] : [`AccountCollection=${parts.count}`]),
    '',
  ].join(';')
}

/** Source: APIS, data groups and function blocks; PAGE and WIRE, 40 after 39. */
function functionBlocks({ dataGroups, commodities, isOnPaper }: Parts, { fb40 }: PgeSettings): number[] {
  const has = (...groups: DataGroup[]) => groups.some((group) => dataGroups.includes(group))
  const always = [1, 3, 8, 13, 14, 18, 19, 31, 32, 35, 37, 38, 39]
  const granted: [number, boolean][] = [
    [40, fb40 === 'always' || isOnPaper],
    [4, has('Usage')],
    [5, has('Usage') && commodities.has('electric')],
    [10, has('Usage', 'Billing') && commodities.has('gas')],
    [15, has('Usage', 'Billing')],
    [16, has('Billing')],
    [46, has('Basic', 'Account', 'ProgramEnrollment')],
    [47, has('Basic', 'Account', 'ProgramEnrollment')],
  ]
  return [...always, ...granted.flatMap(([block, isGranted]) => (isGranted ? [block] : []))]
}

function historyLength({ historyMonths }: Parts, { historyLengthUnit }: PgeSettings): string {
  return `HistoryLength=${historyLengthUnit === 'months' ? historyMonths : historySeconds(historyMonths)}`
}

/** Years of 365 days: 24 months are 63,072,000 seconds. Source: WIRE, HistoryLength and the two periods. */
export function historySeconds(months: number): number {
  return (months / 12) * 365 * 86_400
}
