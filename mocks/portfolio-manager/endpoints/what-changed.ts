import type { Call } from '../../../src/contract/endpoint.ts'
import { changedMeters, changedMetersOf, changedProperties, changedUses, type Feed } from '../domain/what-changed.ts'
import { refuse } from '../errors/index.ts'
import type { AccountId } from '../model/index.ts'
import type { ChangedPage, Link } from '../views.ts'
import { changeLinks, listed } from '../wire/links.ts'
import { accountIn, dayIn, propertyIn } from './parameters.ts'
import { listOf, service, type PmVisit } from './service.ts'

const cited = { basis: 'documented', source: 'DOC, What Changed' } as const

export const whatChanged = [
  service(
    'GET /customer/:accountId/property/whatChanged',
    { name: 'property.whatChanged', ...cited },
    (c, visit, caller) => {
      const asked = { ...feedIn(c, caller), customer: accountIn(c) }
      const page = visit.store.read((state) => changedProperties(state, asked))
      return feed(c, visit, { page, list: (property) => listed.property(property, visit.dialect) })
    },
  ),
  service(
    'GET /customer/:accountId/propertyUse/whatChanged',
    { name: 'propertyUse.whatChanged', ...cited },
    (c, visit, caller) => {
      const asked = { ...feedIn(c, caller), customer: accountIn(c) }
      return feed(c, visit, { page: visit.store.read((state) => changedUses(state, asked)), list: listed.propertyUse })
    },
  ),
  service('GET /customer/:accountId/meter/whatChanged', { name: 'meter.whatChanged', ...cited }, (c, visit, caller) => {
    const asked = { ...feedIn(c, caller), customer: accountIn(c), kind: 'meter' } as const
    return feed(c, visit, { page: visit.store.read((state) => changedMeters(state, asked)), list: listed.meter })
  }),
  service(
    'GET /customer/:accountId/meter/consumptionData/whatChanged',
    { name: 'consumption.whatChanged', ...cited },
    (c, visit, caller) => {
      const asked = { ...feedIn(c, caller), customer: accountIn(c), kind: 'consumption' } as const
      const page = visit.store.read((state) => changedMeters(state, asked))
      return feed(c, visit, { page, list: listed.consumptionData })
    },
  ),
  service(
    'GET /property/:propertyId/meter/whatChanged',
    { name: 'meter.whatChangedOfProperty', ...cited },
    (c, visit, caller) => {
      const asked = { ...feedIn(c, caller), property: propertyIn(c) }
      return feed(c, visit, {
        page: visit.store.read((state) => changedMetersOf(state, asked, visit)),
        list: listed.meter,
      })
    },
  ),
]

function feedIn(c: Call, caller: AccountId): Feed {
  const since = dayIn(c, 'date')
  if (since === undefined)
    throw refuse.parameterNotValid({ name: 'date', wanted: 'the first day of the changes is expected' })
  return { caller, since, nextPageKey: keyIn(c, 'nextPageKey'), previousPageKey: keyIn(c, 'previousPageKey') }
}

function keyIn(c: Call, name: string): string | undefined {
  const key = c.req.query(name)
  if (key === undefined || /^\d{1,18}$/.test(key)) return key
  throw refuse.parameterNotValid({ name, wanted: 'a key from a link is expected' })
}

/** A page of links; on the test host it says in the journal that EPA's own has never been seen to fill one. */
function feed<Item>(
  c: Call,
  visit: PmVisit,
  { page, list }: { page: ChangedPage<Item>; list: (item: Item) => Link },
): Response {
  if (visit.base === '/wstest')
    visit.note({
      finding: 'live-only',
      level: 'info',
      says: 'This feed answers here as on Live. In EPA’s test environment it cannot be exercised.',
      source: 'E2E, What Changed feeds can only be exercised in Live',
    })
  const links = changeLinks(page, { path: c.req.path, date: c.req.query('date') ?? '' })
  return listOf(c, visit, [...page.items.map(list), ...links])
}
