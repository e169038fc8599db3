import type { Markup } from '../../../src/toolbox/xml/index.ts'
import type { CustomerView } from '../views.ts'
import type { Addresses } from './addresses.ts'
import { atomNamespace, espiNamespace, type Sheet } from './envelope.ts'

/**
 * Customer feeds are written by a third serializer: Atom children under `ns2`, payloads without a prefix, and no
 * `xsi:type` anywhere. Source: WIRE, November 2019; CLIENT, a change of November 2018.
 */
const declared = `xmlns:ns2="${atomNamespace}" xmlns="http://naesb.org/espi/customer"`

export type CustomerEntry = { up: string; self: string; related?: string; content: Markup }

export function* customerFeed(
  self: string,
  { newId, updatedAt }: Sheet,
  entries: readonly string[],
): Generator<string> {
  yield (
    `<ns1:feed xmlns:ns1="${atomNamespace}" xmlns:ns0="${espiNamespace}">` +
    `<ns2:id ${declared}>${newId()}</ns2:id>` +
    `<ns2:title ${declared} type="text">Green Button Customer Feed</ns2:title>` +
    `<ns2:updated ${declared}>${updatedAt}</ns2:updated>` +
    `<ns2:link ${declared} href="${self}" rel="self" />`
  )
  yield* entries
  yield '</ns1:feed>'
}

/** An entry of a customer feed: no title. */
export function customerEntry({ up, self, related, content }: CustomerEntry, { newId, updatedAt }: Sheet): string {
  const link = (rel: string, href: string) => `<ns2:link href="${href}" rel="${rel}" />`
  return (
    `<ns2:entry ${declared}><ns2:id>${newId()}</ns2:id>${link('up', up)}${link('self', self)}` +
    (related === undefined ? '' : link('related', related)) +
    `<ns2:published>${updatedAt}</ns2:published><ns2:updated>${updatedAt}</ns2:updated>` +
    `<ns2:content>${content}</ns2:content></ns2:entry>`
  )
}

/** Where the parts of a customer stand: ids of people and places in base64, of accounts and agreements plain. */
export function addressesOf({ subscription, id, accountId }: CustomerView, { customers }: Addresses) {
  const customer = `${customers(subscription)}/${base64(id)}`
  const account = `${customer}/CustomerAccount/${accountId}`
  const agreement = (usagePoint: string) => `${account}/CustomerAgreement/${usagePoint}`
  return {
    customers: customers(subscription),
    customer,
    accounts: `${customer}/CustomerAccount`,
    account,
    agreements: `${account}/CustomerAgreement`,
    agreement,
    locations: (usagePoint: string) => `${agreement(usagePoint)}/ServiceLocation`,
    location: (usagePoint: string, location: string) => `${agreement(usagePoint)}/ServiceLocation/${base64(location)}`,
  }
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64')
}
