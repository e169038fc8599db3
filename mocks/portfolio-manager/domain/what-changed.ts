import { refuse } from '../errors/index.ts'
import type { Look } from '../dialect.ts'
import type {
  AccountId,
  Day,
  Meter,
  MeterId,
  Property,
  PropertyId,
  PropertyUse,
  PropertyUseId,
} from '../model/index.ts'
import type { ChangedPage, Seen, SeenMeter, SeenProperty, SeenPropertyUse } from '../views.ts'
import { mustSeeAccount, readableProperty } from './access-rules.ts'
import { changedSince, lastChange } from './changes.ts'
import { idsIn } from './members.ts'

/** What a client asks a feed: since which day, and where to go on. A page's key is the last id before or after it. */
export type Feed = {
  caller: AccountId
  since: Day
  nextPageKey?: string | undefined
  previousPageKey?: string | undefined
}
type OfCustomer = Feed & { customer: AccountId }

/** How many changes one page tells of. Source: DOC, What Changed. */
const changesOnPage = 1000

/** A customer's properties that changed, of those the caller holds. Source: DOC, What Changed. */
export function changedProperties(state: Seen, asked: OfCustomer): ChangedPage<SeenProperty> {
  const ids = changedFor(state, asked, 'property') as PropertyId[]
  const held = ids.filter((id) => holdsProperty(state, asked, id))
  return mapPage(pageOf(held, asked), (id) => state.properties[id] as Property)
}

/** A customer's property uses that changed, of the properties the caller holds. */
export function changedUses(state: Seen, asked: OfCustomer): ChangedPage<SeenPropertyUse> {
  const ids = changedFor(state, asked, 'propertyUse') as PropertyUseId[]
  const useOf = (id: PropertyUseId) => state.propertyUses[id] as PropertyUse
  const held = ids.filter((id) => holdsProperty(state, asked, useOf(id).property))
  return mapPage(pageOf(held, asked), useOf)
}

/** A customer's meters that changed, or whose entries did, of those the caller holds. */
export function changedMeters(
  state: Seen,
  { kind, ...asked }: OfCustomer & { kind: 'meter' | 'consumption' },
): ChangedPage<SeenMeter> {
  const ids = changedFor(state, asked, kind) as MeterId[]
  const held = ids.filter((id) => holdsMeter(state, asked, id))
  return mapPage(pageOf(held, asked), (id) => state.meters[id] as Meter)
}

/** The meters of one property that changed, of those the caller holds. */
export function changedMetersOf(
  state: Seen,
  { property, ...asked }: Feed & { property: PropertyId },
  look: Look,
): ChangedPage<SeenMeter> {
  const { owner } = readableProperty(state, { caller: asked.caller, property }, look).property
  const held = idsIn(state.index.metersOf[property])
    .filter((id) => (lastChange(state, { kind: 'meter', id }) ?? '') >= asked.since)
    .filter((id) => holdsMeter(state, { caller: asked.caller, customer: owner }, id))
  return mapPage(pageOf(held, asked), (id) => state.meters[id] as Meter)
}

function changedFor(
  state: Seen,
  { caller, customer, since }: OfCustomer,
  kind: Parameters<typeof changedSince>[1]['kind'],
): string[] {
  mustSeeAccount(state, { caller, account: customer })
  return changedSince(state, { kind, owner: customer, since })
}

type Holder = Pick<OfCustomer, 'caller' | 'customer'>

function holdsProperty(state: Seen, { caller, customer }: Holder, id: PropertyId): boolean {
  return caller === customer || id in (state.index.active[caller]?.properties ?? {})
}

function holdsMeter(state: Seen, { caller, customer }: Holder, id: MeterId): boolean {
  return caller === customer || id in (state.index.active[caller]?.meters ?? {})
}

/** Ids in order, and a key that is an id: what changes while a client turns pages keeps its place. */
function pageOf<Id extends string>(all: readonly Id[], { nextPageKey, previousPageKey }: Feed): ChangedPage<Id> {
  if (nextPageKey !== undefined && previousPageKey !== undefined)
    throw refuse.parameterNotValid({ name: 'previousPageKey', wanted: 'only one of the two page keys is expected' })
  const start =
    previousPageKey === undefined
      ? all.findIndex((id) => Number(id) > Number(nextPageKey ?? 0))
      : Math.max(0, all.filter((id) => Number(id) < Number(previousPageKey)).length - changesOnPage)
  if (start === -1) return { items: [] }
  const items = all.slice(start, start + changesOnPage)
  const [first, last] = [items.at(0), items.at(-1)]
  return {
    items,
    ...(last !== undefined && start + items.length < all.length && { next: last }),
    ...(first !== undefined && start > 0 && { previous: first }),
  }
}

function mapPage<From, To>({ items, ...keys }: ChangedPage<From>, seen: (item: From) => To): ChangedPage<To> {
  return { ...keys, items: items.map(seen) }
}
