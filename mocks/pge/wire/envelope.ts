import { leaf, type Markup } from '../../../src/toolbox/xml/index.ts'
import type { PgeSettings } from '../dialect/index.ts'
import { addressesAt, type Addresses } from './addresses.ts'

/**
 * How PG&E wraps what it tells in Atom: with prefixes ns0 and ns1, declared again wherever they are used, and with
 * `xsi:type` on children of entries. Two serializers were seen, which differ in declarations and their order.
 */
export const atomNamespace = 'http://www.w3.org/2005/Atom'
export const espiNamespace = 'http://naesb.org/espi'
const xsi = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
export const xsd = 'xmlns:xsd="http://www.w3.org/2001/XMLSchema"'
const declared = ` xmlns:ns1="${atomNamespace}"`

export type Serializer = PgeSettings['serializer']

/** What is the same in all of a feed: where, when, and the ids that no other feed has. */
export type Sheet = {
  at: Addresses
  serializer: Serializer
  /** When the feed was spelled, and when its packaging began. */
  updatedAt: string
  begunAt: string
  newId: () => string
}

export type About = {
  origin: string
  serializer: Serializer
  updatedAt: string
  begunAt?: string | undefined
  newId: () => string
}

export function sheetOf({ origin, begunAt, updatedAt, ...about }: About): Sheet {
  const stamps = { updatedAt: instantOf(updatedAt), begunAt: instantOf(begunAt ?? updatedAt) }
  return { ...about, ...stamps, at: addressesAt(origin) }
}

/** What an entry wraps. `published` is when the feed was spelled, unless it says otherwise. */
export type Entry = {
  up: string
  self: string
  related?: readonly string[]
  title?: string
  published?: string
  content: Markup
}

/** An entry of a feed, or one alone. */
export function entry(
  { up, self, related = [], title, published, content }: Entry,
  { serializer, updatedAt, newId }: Sheet,
  { alone = false } = {},
): string {
  const stamp = published ?? updatedAt
  const links = [link('up', up, serializer), link('self', self, serializer)]
  for (const href of related) links.push(link('related', href, serializer))
  return (
    `<ns1:entry${alone || serializer === '2019' ? declared : ''}>` +
    `<ns1:id ${typed('idType', serializer)}>${newId()}</ns1:id>` +
    links.join('') +
    (title === undefined ? '' : `<ns1:title type="text" ${typed('textType', serializer)}>${title}</ns1:title>`) +
    `<ns1:published ${typed('dateTimeType', serializer)}>${stamp}</ns1:published>` +
    `<ns1:updated ${typed('dateTimeType', serializer)}>${stamp}</ns1:updated>` +
    `<ns1:content ${typed('contentType', serializer)}>${content}</ns1:content></ns1:entry>`
  )
}

/** Everything before the first entry of a usage feed. */
export function feedHead(self: string, { serializer, updatedAt, newId }: Sheet): string {
  const root = serializer === '2019' ? ` xmlns:ns0="${espiNamespace}"${declared}` : declared
  const own = (type: string) => (serializer === '2019' ? declared : ` ${typed(type, serializer)}`)
  const title =
    serializer === '2019' ? `<ns1:title${declared} type="text">` : `<ns1:title type="text"${own('textType')}>`
  const attributes = `href="${attribute(self)}" rel="self"`
  const selfLink =
    serializer === '2019' ? `<ns1:link${declared} ${attributes}/>` : `<ns1:link ${attributes}${own('linkType')}/>`
  return (
    `<ns1:feed${root}><ns1:id${own('idType')}>${newId()}</ns1:id>${title}Green Button Usage Feed</ns1:title>` +
    `<ns1:updated${own('dateTimeType')}>${updatedAt}</ns1:updated>${selfLink}`
  )
}
export const feedTail = '</ns1:feed>'

/** A feed without anything in it, as it was before 204 said so. Source: CLIENT, notes on empty answers. */
export const emptyFeed = `<ns1:feed xmlns:ns0="${espiNamespace}"${declared}/>`

/** An element of a payload's own namespace. */
export const element = (name: string, value: string | number) => leaf(`ns0:${name}`, value)
/** One that tells its type besides. */
export function typedElement(name: string, type: string, value: string | number): string {
  return leaf(`ns0:${name}`, value).replace('>', ` ${xsd} ${xsi} xsi:type="xsd:${type}">`)
}

function link(rel: string, href: string, serializer: Serializer): string {
  return `<ns1:link href="${attribute(href)}" rel="${rel}" ${typed('linkType', serializer)}/>`
}

function typed(type: string, serializer: Serializer): string {
  return serializer === '2019' ? `${xsi} xsi:type="ns1:${type}"` : `xsi:type="ns1:${type}" ${xsi}`
}

function attribute(text: string): string {
  return /[&<"]/.test(text) ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;') : text
}

/** Milliseconds without zeros at their end. Source: WIRE, `20:25:02.31Z`. */
function instantOf(iso: string): string {
  return iso.replace(/\.?0+Z$/, 'Z')
}
