import type { PmSettings } from '../dialect.ts'
import type { CustomFieldId, Identified, IdentifierId } from '../model/index.ts'
import type {
  ChangedPage,
  Link,
  Page,
  SeenAccount,
  SeenCustomField,
  SeenMeter,
  SeenProperty,
  SeenPropertyUse,
} from '../views.ts'

/** Texts and paths of links, to the letter. Source: REC and FIX; paths are relative to the base path. */
const readUrl = (noun: string, link: string): Link => ({
  linkDescription: `This is the GET url for this ${noun}.`,
  link,
  httpMethod: 'GET',
})

/** Where to find what was just made or changed. */
export const linkTo = {
  account: (): Link => readUrl('Account', '/account'),
  customer: ({ id }: Pick<SeenAccount, 'id'>): Link => readUrl('Customer', `/customer/${id}`),
  property: ({ id }: Pick<SeenProperty, 'id'>): Link => readUrl('Property', `/property/${id}`),
  building: ({ id }: Pick<SeenProperty, 'id'>): Link => readUrl('Building', `/building/${id}`),
  meter: ({ id }: Pick<SeenMeter, 'id'>): Link => readUrl('Meter', `/meter/${id}`),
  propertyUse: ({ id }: Pick<SeenPropertyUse, 'id'>): Link => readUrl('Property Use', `/propertyUse/${id}`),
  identifier: (on: Identified, id: IdentifierId): Link => readUrl('custom ID', `${pathOf(on)}/identifier/${id}`),
  customField: (id: CustomFieldId): Link => readUrl('custom field', `/dataExchangeSettings/customField/${id}`),
  consumptionData: (meter: Pick<SeenMeter, 'id'>): Link =>
    readUrl("meter's consumption data", `/meter/${meter.id}/consumptionData`),
  associations: (property: Pick<SeenProperty, 'id'>): Link =>
    readUrl('property meter association list', `/association/property/${property.id}/meter`),
}

/** Members of lists, each with its id and the name people know it by. */
export const listed = {
  customer: (account: SeenAccount): Link =>
    named(account.id, account.details.organization.name, linkTo.customer(account)),
  property: (property: SeenProperty, { legacyBuildingLinks }: Pick<PmSettings, 'legacyBuildingLinks'>): Link => {
    const link = legacyBuildingLinks === 'on' ? linkTo.building(property) : linkTo.property(property)
    return named(property.id, property.details.name, link)
  },
  building: (property: SeenProperty): Link => named(property.id, property.details.name, linkTo.building(property)),
  meter: (meter: SeenMeter): Link => named(meter.id, meter.details.name, linkTo.meter(meter)),
  propertyUse: (use: SeenPropertyUse): Link => named(use.id, use.name, linkTo.propertyUse(use)),
  consumptionData: (meter: SeenMeter): Link => named(meter.id, meter.details.name, linkTo.consumptionData(meter)),
  customField: ({ id, details }: SeenCustomField): Link => named(id, details.name, linkTo.customField(id)),
}

const pathOf = (on: Identified): string => ('meter' in on ? `/meter/${on.meter}` : `/property/${on.property}`)

const named = (id: string, hint: string, link: Link): Link => ({ id, ...(hint ? { hint } : {}), ...link })

/** The neighbours of a page. `page` comes last in the address: a client reads what follows the last "=". */
export function pageLinks({ next, previous }: Pick<Page<unknown>, 'next' | 'previous'>, list: Listed): Link[] {
  return [
    ...(next === undefined ? [] : [toPage('next page', next, list)]),
    ...(previous === undefined ? [] : [toPage('previous page', previous, list)]),
  ]
}

/** The neighbours of a page of changes, each by a key of its own. */
export function changeLinks(
  { next, previous }: Pick<ChangedPage<unknown>, 'next' | 'previous'>,
  { path, date }: { path: string; date: string },
): Link[] {
  const to = (linkDescription: string, key: string) => ({
    linkDescription,
    link: `${path}?date=${date}&${key}`,
    httpMethod: 'GET',
  })
  return [
    ...(next === undefined ? [] : [to('next page', `nextPageKey=${next}`)]),
    ...(previous === undefined ? [] : [to('previous page', `previousPageKey=${previous}`)]),
  ]
}

/** A list that has pages: where it is, and what else was asked of it. */
type Listed = { path: string; query?: Readonly<Record<string, string>>; httpMethod?: string }

function toPage(linkDescription: string, page: number, { path, query = {}, httpMethod = 'GET' }: Listed): Link {
  const asked = [...Object.entries(query), ['page', String(page)] as const]
  const link = `${path}?${asked.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')}`
  return { linkDescription, link, httpMethod }
}
