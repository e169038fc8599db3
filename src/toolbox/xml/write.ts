import type { Brand } from '../../ground/brand.ts'

/** A piece of XML ready to be sent; plain text becomes one only by way of the functions below. */
export type Markup = Brand<'Markup'>
/** What an attribute or a leaf may hold. `undefined` leaves it out. */
export type Value = string | number | boolean | undefined
/** The attributes of an element, in the order they are written. */
export type Attributes = Readonly<Record<string, Value>>

const prolog = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

/** Nothing, for a part that is left out. */
export const nothing = '' as Markup

/** A whole document, on one line. */
export function documentOf(root: Markup): string {
  return prolog + root
}

/** An element that holds text, or nothing at all where the value is undefined. */
export function leaf(name: string, value: Value, attributes?: Attributes): Markup {
  if (value === undefined) return nothing
  const text = escapeText(String(value))
  const opening = `<${name}${attributes ? attributesOf(attributes) : ''}`
  return (text === '' ? `${opening}/>` : `${opening}>${text}</${name}>`) as Markup
}

/** An element that holds elements. */
export function branch(name: string, ...content: readonly Markup[]): Markup {
  return branchWith(name, {}, ...content)
}

/** An element with attributes, in the order given, that holds elements. */
export function branchWith(name: string, attributes: Attributes, ...content: readonly Markup[]): Markup {
  const inside = content.length === 1 ? content[0] : content.join('')
  const opening = `<${name}${attributesOf(attributes)}`
  return (inside ? `${opening}>${inside}</${name}>` : `${opening}/>`) as Markup
}

/** One piece of XML for each member, in a row. */
export function each<Member>(members: readonly Member[], write: (member: Member) => Markup): Markup {
  let row = ''
  for (const member of members) row += write(member)
  return row as Markup
}

function attributesOf(attributes: Attributes): string {
  let written = ''
  for (const name in attributes) {
    const value = attributes[name]
    if (value !== undefined) written += ` ${name}="${escapeAttribute(String(value))}"`
  }
  return written
}

/** Exactly the characters that XML 1.0 cannot hold. */
const unwritable =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g
const plain = /^[\u0020\u0021\u0023-\u0025\u0027-\u003B\u003D\u003F-\uD7FF]*$/

function escapeText(text: string): string {
  if (plain.test(text)) return text
  return text.replace(unwritable, '\uFFFD').replace(/[&<>\r]/g, (character) => escapes[character] ?? character)
}

function escapeAttribute(text: string): string {
  if (plain.test(text)) return text
  return text.replace(unwritable, '\uFFFD').replace(/[&<>"\t\n\r]/g, (character) => escapes[character] ?? character)
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}
